import type { Vocabulary } from '#statement/catalogue.ts'
import { kindsOf } from '#statement/compile/rules.ts'
import { type Problem, problem } from '#statement/problem.ts'
import type { Declarations } from '#statement/shape.ts'
import type { Statement } from '#statement/statement.ts'
import { findWord } from '#statement/vocabulary.ts'

type Activity = Declarations['activities'][string]

/**
 * Every activity has what makes it lawful: categories, an interest or law where its basis needs
 * one, a consent.
 */
export function checkActivities(statement: Statement, vocabulary: Vocabulary): Problem[] {
  return Object.entries(statement.declarations.activities).flatMap(([word, activity]) => [
    ...groundProblems(statement, word, activity),
    ...consentProblems(statement, vocabulary, word, activity),
    ...kindProblems(statement, word, activity),
  ])
}

function groundProblems(statement: Statement, word: string, activity: Activity): Problem[] {
  const { basis, interest, law, reads = [], writes = [] } = activity
  const place = statement.places.key(['activities', word])
  const basisPlace = statement.places.value(['activities', word, 'basis'])
  const problems: Problem[] = []
  if (reads.length + writes.length === 0) {
    problems.push(problem('ACTIVITY_WITHOUT_CATEGORY', place, { word }))
  }
  if (basis === 'legitimate-interest' && !interest) {
    problems.push(problem('INTEREST_MISSING', basisPlace, { word }))
  }
  if ((basis === 'legal-duty' || basis === 'public-task') && law === undefined) {
    problems.push(problem('LAW_MISSING', basisPlace, { word }))
  }
  return problems
}

/**
 * What rests on consent is done by relations that wait for one, or by the person whose data they
 * are.
 */
function consentProblems(
  statement: Statement,
  vocabulary: Vocabulary,
  word: string,
  { basis, by }: Activity,
): Problem[] {
  if (basis !== 'consent') return []
  return by.flatMap((relation, index) => {
    const subject = findWord(vocabulary.relations, relation)?.subject
    if (subject || statement.declarations.relations[relation]?.after !== undefined) return []
    const place = statement.places.value(['activities', word, 'by', index])
    return [problem('CONSENT_BASIS_WITHOUT_CONSENT', place, { word, relation })]
  })
}

/** A category that belongs to some kinds of dossier only must belong to one of the activity's. */
function kindProblems(statement: Statement, activity: string, declared: Activity): Problem[] {
  const { declarations, places } = statement
  const kinds = kindsOf(declarations, declared.for)
  return (['reads', 'writes'] as const).flatMap((verb) =>
    (declared[verb] ?? []).flatMap((word, index) => {
      const only = declarations.categories[word]?.['only-in']
      if (!only || only.some((kind) => kinds.includes(kind))) return []
      const place = places.value(['activities', activity, verb, index])
      return [problem('CATEGORY_OUT_OF_KIND', place, { activity, word })]
    }),
  )
}
