import type { Language, Text } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import type { ShapeNode } from '#statement/descriptor.ts'
import { findWord } from '#statement/vocabulary.ts'
import {
  BASIS_WORDS,
  END_WORDS,
  EXCEPTION_WORDS,
  IDENTIFICATION_WORDS,
  SPECIAL_WORDS,
  SWITCH_WORDS,
  sayCountry,
} from './closed.ts'
import { sayDate } from './date.ts'
import { sayDuration, sayInterval } from './duration.ts'
import { type Content, plain } from './speech.ts'

const CLOSED: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  basis: BASIS_WORDS,
  exception: EXCEPTION_WORDS,
  special: SPECIAL_WORDS,
  end: END_WORDS,
  identification: IDENTIFICATION_WORDS,
}

/** A word, date, period or address in the words of a language. */
export function sayString(
  node: ShapeNode,
  value: string,
  vocabulary: Vocabulary,
  language: Language,
): Content {
  const list = node.words ?? node.anyOf?.find((each) => each.words)?.words
  if (list !== undefined) {
    const word = value.slice(node.prefix?.length ?? 0)
    return plain(sayWord(vocabulary, list, word, language))
  }
  switch (node.says) {
    case 'duration':
      return plain(sayDuration(value, language))
    case 'interval':
      return plain(sayInterval(value, language))
    case 'date':
      return plain(sayDate(value, language))
    case 'country':
      return plain(sayCountry(value, language))
    case 'email':
      return sayEmail(value)
    default:
      return plain(findWord(CLOSED[node.says ?? ''] ?? {}, value)?.[language] ?? value)
  }
}

/** A word of the vocabulary as a sentence says it, and the bare word when there is none. */
export function sayWord(
  vocabulary: Vocabulary,
  list: string,
  word: string,
  language: Language,
): string {
  const entries: Readonly<Record<string, { says: Text }>> = Object.hasOwn(vocabulary, list)
    ? vocabulary[list as keyof Vocabulary] // an own key of the vocabulary, as just seen
    : {}
  return findWord(entries, word)?.says[language] ?? word
}

export function sayEmail(address: string): Content {
  return [{ kind: 'link', href: `mailto:${address}`, content: [{ kind: 'plain', text: address }] }]
}

/** `true` in words; what is not so cannot be said. */
export function saySwitch(
  node: ShapeNode,
  value: boolean,
  language: Language,
): Content | undefined {
  const words = SWITCH_WORDS[node.says ?? '']
  return value && words ? plain(words[language]) : undefined
}
