import type { CategoryWord, Vocabulary } from '#statement/catalogue.ts'
import { type Place, type Problem, problem } from '#statement/problem.ts'
import type { Declarations } from '#statement/shape.ts'
import type { Statement } from '#statement/statement.ts'
import { findWord } from '#statement/vocabulary.ts'

/** Part whose retention a category follows when the vocabulary names no other. */
const WHOLE_DOSSIER = 'dossier'

/** Every category is allowed, is read by somebody and is kept for some time. */
export function checkCategories(statement: Statement, vocabulary: Vocabulary): Problem[] {
  const { declarations, places } = statement
  const read = new Set(Object.values(declarations.activities).flatMap((each) => each.reads ?? []))
  return Object.entries(declarations.categories).flatMap(([word, declared]) => {
    const known = findWord(vocabulary.categories, word)
    if (!known) return []
    const place = places.key(['categories', word])
    const part = known.part ?? WHOLE_DOSSIER
    const problems = allowed({ place, word, kinds: declarations.kinds }, declared, known)
    if (!read.has(word)) problems.push(problem('CATEGORY_UNREAD', place, { word }))
    if (!Object.hasOwn(declarations.retention, part)) {
      problems.push(problem('CATEGORY_NOT_KEPT', place, { word, part }))
    }
    return problems
  })
}

interface Where {
  readonly place: Place
  readonly word: string
  readonly kinds: Declarations['kinds']
}

function allowed(
  { place, word, kinds }: Where,
  declared: Declarations['categories'][string],
  known: CategoryWord,
): Problem[] {
  const problems: Problem[] = []
  if (known.special !== undefined && declared.special === undefined) {
    problems.push(problem('SPECIAL_MISSING', place, { word, special: known.special }))
  }
  if (declared.special !== undefined && declared.special !== known.special) {
    problems.push(problem('SPECIAL_WRONG', place, { word, special: declared.special }))
  }
  if (known.special !== undefined && declared.exception === undefined) {
    problems.push(problem('EXCEPTION_MISSING', place, { word }))
  }
  if (known.citizenNumber && declared.law === undefined) {
    problems.push(problem('CITIZEN_NUMBER_WITHOUT_LAW', place))
  } else if (known.citizenNumber && !lawful(declared, kinds)) {
    problems.push(problem('CITIZEN_NUMBER_EVERYWHERE', place))
  }
  return problems
}

/** A citizen number belongs only in kinds of dossier for which a law is named. */
function lawful(
  { 'only-in': only = [] }: Declarations['categories'][string],
  kinds: Declarations['kinds'],
): boolean {
  return only.length > 0 && only.every((kind) => kinds[kind]?.law !== undefined)
}
