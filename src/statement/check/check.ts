import type { Vocabulary } from '#statement/catalogue.ts'
import { type Problem, sortProblems } from '#statement/problem.ts'
import { parseStatement, type Statement, type StatementFolder } from '#statement/statement.ts'
import { checkActivities } from './activities.ts'
import { checkCategories } from './categories.ts'
import { checkClauses } from './clauses.ts'
import { checkHandwriting } from './handwriting.ts'
import { checkOffice } from './office.ts'
import { checkPlaceholders } from './placeholders.ts'
import { checkRecipients } from './recipients.ts'
import { checkRelations } from './relations.ts'
import { checkRetention } from './retention.ts'
import { checkWordUses } from './words.ts'

const CHECKS = [
  checkWordUses,
  checkActivities,
  checkCategories,
  checkRelations,
  checkRecipients,
  checkRetention,
  checkOffice,
  checkPlaceholders,
  checkClauses,
  checkHandwriting,
] as const

/**
 * Finds what is wrong with a statement that has the right shape: words that do not exist,
 * declarations that no organisation may make, promises that nothing keeps, and texts that part from
 * the declarations.
 */
export function checkStatement(statement: Statement, vocabulary: Vocabulary): Problem[] {
  return sortProblems(CHECKS.flatMap((check) => check(statement, vocabulary)))
}

export interface CheckedStatement {
  readonly statement: Statement | undefined
  readonly problems: readonly Problem[]
  /** There is a statement, and none of the problems is an error: it can be applied. */
  readonly sound: boolean
}

/** Parses and checks the files of a statement. */
export function checkFolder(folder: StatementFolder, vocabulary: Vocabulary): CheckedStatement {
  const { statement, problems } = parseStatement(folder)
  const all = sortProblems([
    ...problems,
    ...(statement ? checkStatement(statement, vocabulary) : []),
  ])
  const sound = statement !== undefined && all.every((each) => each.severity === 'warning')
  return { statement, problems: all, sound }
}
