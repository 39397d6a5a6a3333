import {
  type AccessLine,
  type AccessReview,
  findAccessReview,
  listAccessLines,
} from '#duties/access-review/access-review.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { functionNames } from '#entry/web/pages/administration/function-words.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import { reviewWords as words } from './words.ts'

export const REVIEWS = '/privacy/nakijken'

/** A review with all its lines. */
export interface ReviewCase {
  readonly review: AccessReview
  readonly lines: readonly AccessLine[]
  readonly path: string
}

/** @throws `NOT_FOUND` */
export async function readReview(door: Door, params: Params): Promise<ReviewCase> {
  const id = idOf(params)
  const { found, lines } = await readAs(door, 'access-review', 'access-review', {
    found: findAccessReview(id),
    lines: listAccessLines(id),
  })
  const [review] = found
  if (!review) throw new AppError('NOT_FOUND')
  return { review, lines, path: `${REVIEWS}/${id}` }
}

/** What a line is about, in words: "Functie: coach", "Dossiers als partnercoach: 4". */
export function accessName(line: AccessLine, language: Language): string {
  const { sort, word, amount, party } = line
  const places = { word: functionNames([word], language).toLowerCase(), amount, party: party ?? '' }
  return say(SORTS[sort], language, places)
}

const SORTS: Readonly<Record<AccessLine['sort'], Text>> = {
  function: words.function,
  relation: words.relation,
  affiliation: words.affiliation,
  sessions: words.sessions,
}

/** Whose access it is. */
export function holderName({ name }: AccessLine, language: Language): string {
  return name ?? say(words.unknown, language)
}
