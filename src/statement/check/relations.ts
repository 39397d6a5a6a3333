import type { Vocabulary } from '#statement/catalogue.ts'
import { consentWord } from '#statement/compile/rules.ts'
import { type Problem, problem } from '#statement/problem.ts'
import { durationDays } from '#statement/say/duration.ts'
import type { Statement } from '#statement/statement.ts'
import { findWord } from '#statement/vocabulary.ts'

/**
 * Relations and consents that are declared are used, and only a relation to one dossier has
 * conditions.
 */
export function checkRelations(statement: Statement, vocabulary: Vocabulary): Problem[] {
  return [...relationProblems(statement, vocabulary), ...consentProblems(statement)]
}

function relationProblems(statement: Statement, vocabulary: Vocabulary): Problem[] {
  const { declarations, places } = statement
  const used = new Set(Object.values(declarations.activities).flatMap((activity) => activity.by))
  return Object.entries(declarations.relations).flatMap(([word, { after, during }]) => {
    const place = places.key(['relations', word])
    const problems: Problem[] = []
    if (!used.has(word)) problems.push(problem('RELATION_UNUSED', place, { word }))
    const toAll = findWord(vocabulary.relations, word)?.to === 'organisation'
    if (toAll && (after !== undefined || during !== undefined)) {
      problems.push(problem('PERIOD_OF_FUNCTION', place, { word }))
    }
    return problems
  })
}

function consentProblems({ declarations, places }: Statement): Problem[] {
  const asking = [
    ...Object.values(declarations.relations),
    ...Object.values(declarations.recipients ?? {}),
  ]
  const asked = new Set(asking.map((each) => consentWord(each.after)))
  return Object.entries(declarations.consents ?? {}).flatMap(([word, { expires }]) => [
    ...(asked.has(word)
      ? []
      : [problem('CONSENT_UNUSED', places.key(['consents', word]), { word })]),
    ...(expires !== undefined && durationDays(expires) === 0
      ? [problem('CONSENT_FOR_NO_TIME', places.value(['consents', word, 'expires']), { word })]
      : []),
  ])
}
