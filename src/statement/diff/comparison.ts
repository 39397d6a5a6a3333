import { joinWords, type Text } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { sayWord } from '#statement/say/value.ts'
import type { Declarations } from '#statement/shape.ts'
import { inEachLanguage } from './change.ts'

/** Two versions of the declarations, and the words to tell their differences with. */
export class Comparison {
  readonly before: Declarations
  readonly after: Declarations
  readonly #vocabulary: Vocabulary

  constructor(before: Declarations, after: Declarations, vocabulary: Vocabulary) {
    this.before = before
    this.after = after
    this.#vocabulary = vocabulary
  }

  /** A word of the vocabulary as it is said. */
  word(list: keyof Vocabulary, word: string): Text {
    return inEachLanguage((language) => sayWord(this.#vocabulary, list, word, language))
  }

  /** Words of the vocabulary as an enumeration. */
  words(list: keyof Vocabulary, words: readonly string[]): Text {
    return inEachLanguage((language) =>
      joinWords(
        words.map((word) => sayWord(this.#vocabulary, list, word, language)),
        language,
      ),
    )
  }

  /** The particulars of a part, such as "the client's name and the year". */
  particulars(part: string, words: readonly string[]): Text {
    const known = this.#vocabulary.parts[part]?.holds ?? {}
    return inEachLanguage((language) =>
      joinWords(
        words.map((word) => known[word]?.[language] ?? word),
        language,
      ),
    )
  }
}

/** Tells whether two declarations are the same, whatever the order of their keys. */
export function same(before: unknown, after: unknown): boolean {
  return canonical(before) === canonical(after)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
