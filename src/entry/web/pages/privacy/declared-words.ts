import { capital, joinWords, type Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'
import { quote } from '#statement/say/quote.ts'
import { contentText } from '#statement/say/speech.ts'

type Words = keyof typeof VOCABULARY

/** Says what a statement declares, in one language, in the words of its own text. */
export class DeclaredWords {
  readonly statement: Statement
  readonly language: Language

  constructor(statement: Statement, language: Language) {
    this.statement = statement
    this.language = language
  }

  /**
   * What stands at a path: `retention.dossier.keep` is "vijf jaar". Undefined when nothing does.
   */
  at(path: string): string | undefined {
    const quoted = quote(this.statement.declarations, path, VOCABULARY, this.language)
    return quoted.outcome === 'said' ? contentText(quoted.content) : undefined
  }

  /** A word of the vocabulary; a word that nobody knows as it is. */
  word(list: Words, word: string): string {
    return VOCABULARY[list][word]?.says[this.language] ?? word
  }

  /** Words of the vocabulary as an enumeration. */
  words(list: Words, words: readonly string[] = []): string {
    return joinWords(
      words.map((word) => this.word(list, word)),
      this.language,
    )
  }

  /**
   * Words of the vocabulary that hold commas of their own: "naam en geboortedatum; opleiding,
   * loopbaan en cv".
   */
  list(list: Words, words: readonly string[] = []): string {
    return words.map((word) => this.word(list, word)).join('; ')
  }

  /** A word of the vocabulary with a capital. */
  title(list: Words, word: string): string {
    return capital(this.word(list, word))
  }
}
