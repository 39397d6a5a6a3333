import { VOCABULARY } from '#modules/vocabulary.ts'
import { diffStatements, parseStatement, type Statement } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import type { Owner } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { type ChangeWithEffect, countEffects } from './effects.ts'

/**
 * What a statement would change in the installation, with its effect on the data there; undefined
 * when the organisation does not exist yet.
 */
export async function changesFrom(
  owner: Owner,
  statement: Statement,
): Promise<ChangeWithEffect[] | undefined> {
  const { organisation } = statement
  const applied = await findApplied(owner, organisation)
  if (!applied) return undefined
  const before = parseStatement(toStatementFolder(organisation, applied.source)).statement
  if (!before) return undefined
  return countEffects(owner, organisation, diffStatements(before, statement, VOCABULARY))
}
