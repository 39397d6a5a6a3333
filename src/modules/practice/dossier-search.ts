import type { DossierView } from './dossier-view.ts'
import { plain, searchWords } from './plain-text.ts'

export type HitPlace = 'summary' | 'dispute' | 'note' | 'document' | 'consent' | 'profile'

/** Something in a dossier that holds every word of a search. */
export interface SearchHit {
  readonly place: HitPlace
  /** Id of the summary, note, document or question; of a dispute that of its summary. */
  readonly id: string
  /** The line in which the first word stands, at most 200 characters. */
  readonly excerpt: string
}

const HITS_LIMIT = 200
const EXCERPT_LIMIT = 200

/**
 * Looks for words in an opened dossier, in memory: nothing of it stands anywhere in plain text. At
 * most 200 hits, in the order of the dossier's parts.
 */
export function searchDossier(view: DossierView, search: string): SearchHit[] {
  const words = searchWords(search)
  if (words.length === 0) return []
  return textsOf(view)
    .filter(({ text }) => {
      const bare = plain(text)
      return words.every((word) => bare.includes(word))
    })
    .slice(0, HITS_LIMIT)
    .map(({ place, id, text }) => ({ place, id, excerpt: excerptOf(text, words[0] ?? '') }))
}

interface PlacedText {
  readonly place: HitPlace
  readonly id: string
  readonly text: string
}

function textsOf(view: DossierView): PlacedText[] {
  const summaries = view.consults.flatMap((consult) => consult.summaries)
  const { education, career } = view.profile
  return [
    ...summaries.map(({ id, body }) => ({ place: 'summary' as const, id, text: body })),
    ...summaries.flatMap(({ id, dispute }) =>
      dispute ? [{ place: 'dispute' as const, id, text: dispute.words }] : [],
    ),
    ...view.notes.map(({ id, body }) => ({ place: 'note' as const, id, text: body })),
    ...view.documents.map(({ id, title }) => ({ place: 'document' as const, id, text: title })),
    ...view.consents.map(({ id, wording }) => ({ place: 'consent' as const, id, text: wording })),
    ...[education, career].flatMap((text) =>
      text ? [{ place: 'profile' as const, id: view.id, text }] : [],
    ),
  ]
}

function excerptOf(text: string, word: string): string {
  const lines = text.split('\n')
  const line = lines.find((each) => plain(each).includes(word)) ?? lines[0] ?? ''
  // Stripping accents moves letters by a few places at most.
  const start = Math.max(0, plain(line).indexOf(word) - EXCERPT_LIMIT / 2)
  const cut = line.slice(start, start + EXCERPT_LIMIT).trim()
  return `${start > 0 ? '…' : ''}${cut}${start + EXCERPT_LIMIT < line.length ? '…' : ''}`
}
