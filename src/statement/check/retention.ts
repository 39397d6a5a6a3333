import type { Vocabulary } from '#statement/catalogue.ts'
import { type Problem, problem } from '#statement/problem.ts'
import { durationDays } from '#statement/say/duration.ts'
import type { Declarations } from '#statement/shape.ts'
import type { Statement } from '#statement/statement.ts'
import { suggest } from '#statement/suggestion.ts'
import { findWord } from '#statement/vocabulary.ts'

/** Every part is kept for a time that begins somewhere, or indefinitely for a reason. */
export function checkRetention(statement: Statement, vocabulary: Vocabulary): Problem[] {
  return Object.entries(statement.declarations.retention).flatMap(([word, retention]) => [
    ...periodProblems(statement, word, retention),
    ...remainderProblems(statement, vocabulary, word, retention),
  ])
}

type Retention = Declarations['retention'][string]

function periodProblems({ places }: Statement, word: string, retention: Retention): Problem[] {
  const { keep, from, because } = retention
  const place = places.key(['retention', word])
  const keepPlace = places.value(['retention', word, 'keep'])
  if (keep === 'indefinitely') {
    return [
      problem('KEPT_INDEFINITELY', keepPlace, { word }),
      ...(because ? [] : [problem('INDEFINITE_WITHOUT_REASON', keepPlace, { word })]),
    ]
  }
  const problems: Problem[] = []
  if (from === undefined) problems.push(problem('RETENTION_WITHOUT_EVENT', place, { word }))
  if (durationDays(keep) === 0) problems.push(problem('KEPT_FOR_NO_TIME', keepPlace, { word }))
  return problems
}

function remainderProblems(
  { places }: Statement,
  vocabulary: Vocabulary,
  word: string,
  retention: Retention,
): Problem[] {
  const { holds, then } = retention
  if (then === 'unlink' && (holds ?? []).length === 0) {
    return [problem('UNLINK_WITHOUT_HOLDS', places.key(['retention', word]), { word })]
  }
  const known = Object.keys(findWord(vocabulary.parts, word)?.holds ?? {})
  return (holds ?? []).flatMap((held, index) => {
    if (known.includes(held)) return []
    const place = places.value(['retention', word, 'holds', index])
    const details = { word: held, known: known.join(', ') }
    return [problem('UNKNOWN_PARTICULAR', place, details, suggest(held, known))]
  })
}
