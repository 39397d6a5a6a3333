import type { Vocabulary } from './catalogue.ts'

/**
 * Words of duties and modules as one vocabulary; each brings what lists it has. A word that two of
 * them bring is a defect.
 */
export function mergeVocabularies(vocabularies: readonly Partial<Vocabulary>[]): Vocabulary {
  const each = <W>(list: (vocabulary: Partial<Vocabulary>) => List<W> | undefined) =>
    merge(vocabularies.map((vocabulary) => list(vocabulary) ?? {}))
  return {
    kinds: each((vocabulary) => vocabulary.kinds),
    categories: each((vocabulary) => vocabulary.categories),
    relations: each((vocabulary) => vocabulary.relations),
    activities: each((vocabulary) => vocabulary.activities),
    consents: each((vocabulary) => vocabulary.consents),
    events: each((vocabulary) => vocabulary.events),
    parts: each((vocabulary) => vocabulary.parts),
    decisions: each((vocabulary) => vocabulary.decisions),
    periods: each((vocabulary) => vocabulary.periods),
    recipientKinds: each((vocabulary) => vocabulary.recipientKinds),
    rights: each((vocabulary) => vocabulary.rights),
    mechanisms: each((vocabulary) => vocabulary.mechanisms),
  }
}

type List<W> = Readonly<Record<string, W>>

function merge<W>(lists: readonly List<W>[]): List<W> {
  const merged: Record<string, W> = {}
  for (const [word, entry] of lists.flatMap((list) => Object.entries(list))) {
    if (Object.hasOwn(merged, word)) throw new Error(`the word "${word}" is brought twice`)
    merged[word] = entry
  }
  return merged
}

/**
 * A word of one of the lists, and undefined for what merely every object has, such as
 * `constructor`.
 */
export function findWord<T>(list: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(list, word) ? list[word] : undefined
}
