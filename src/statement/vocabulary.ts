import type { Vocabulary } from './catalogue.ts'

/** Words of duties and modules as one vocabulary. A word that two of them bring is a defect. */
export function mergeVocabularies(vocabularies: readonly Vocabulary[]): Vocabulary {
  const list = <K extends keyof Vocabulary>(name: K) => mergeLists(name, vocabularies)
  return {
    kinds: list('kinds'),
    categories: list('categories'),
    relations: list('relations'),
    activities: list('activities'),
    consents: list('consents'),
    events: list('events'),
    parts: list('parts'),
    decisions: list('decisions'),
    periods: list('periods'),
    recipientKinds: list('recipientKinds'),
    rights: list('rights'),
    mechanisms: list('mechanisms'),
  }
}

type Entry<K extends keyof Vocabulary> =
  Vocabulary[K] extends Readonly<Record<string, infer W>> ? W : never

function mergeLists<K extends keyof Vocabulary>(
  name: K,
  vocabularies: readonly Vocabulary[],
): Record<string, Entry<K>> {
  const merged: Record<string, Entry<K>> = {}
  for (const vocabulary of vocabularies) {
    for (const [word, entry] of Object.entries<Entry<K>>(vocabulary[name] as never)) {
      if (Object.hasOwn(merged, word)) throw new Error(`${name}: "${word}" is brought twice`)
      merged[word] = entry
    }
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
