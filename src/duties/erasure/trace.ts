import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import type { MasterKey } from '#store/master-key.ts'
import { seal, unseal } from '#store/sealing.ts'

/**
 * What an erasure looks for as text and whom it tells that it is done: kept sealed, outside the
 * backups, until it closes.
 */
export interface Trace {
  /** As the database gives them: `email|…`, `name|first%last`, `born|2001-02-03`; lower case. */
  readonly words: readonly string[]
  /** Of the account that the dossier was about. */
  readonly reader?: z.infer<typeof READER> | undefined
}

const READER = z.object({ name: z.string(), email: z.string(), language: z.enum(LANGUAGES) })
const TRACE = z.object({ words: z.array(z.string()), reader: READER.optional() })

/** Seals traces under a key of their own, and makes the marks by which somebody is known again. */
export class TraceSeal {
  readonly #master: MasterKey

  constructor(master: MasterKey) {
    this.#master = master
  }

  seal(erasureId: string, trace: Trace): Buffer {
    const key = this.#master.derive('lookup', 'erasure traces')
    return seal(key, `erasure/${erasureId}`, JSON.stringify(trace))
  }

  /** @throws `UNREADABLE` when it was sealed for another erasure or by another key. */
  unseal(erasureId: string, sealed: Buffer): Trace {
    const key = this.#master.derive('lookup', 'erasure traces')
    const text = unseal(key, `erasure/${erasureId}`, sealed).toString('utf8')
    return TRACE.parse(JSON.parse(text))
  }

  /**
   * Keyed hashes of who somebody is: of each address, and of each name with each day of birth. A
   * name alone is too many people's.
   */
  marks(organisation: string, words: readonly string[]): Buffer[] {
    const key = this.#master.derive('lookup', `erased ${organisation}`)
    const born = words.filter((word) => word.startsWith('born|'))
    const names = words.filter((word) => word.startsWith('name|'))
    const known = [
      ...words.filter((word) => word.startsWith('email|')),
      ...names.flatMap((name) => born.map((day) => `${name}|${day}`)),
    ]
    return known.map((word) => createHmac('sha256', key).update(word).digest())
  }
}

/** Somebody as a form or a list names them. */
export interface Newcomer {
  readonly givenName?: string | undefined
  readonly familyName: string
  readonly email?: string | undefined
  /** ISO date; empty or left out when it is not known. */
  readonly bornOn?: string | undefined
}

/** The words by which somebody would be known again. */
export function wordsOf({
  givenName = '',
  familyName,
  email = '',
  bornOn = '',
}: Newcomer): string[] {
  const names = [givenName, familyName].map((name) => name.trim()).filter((name) => name !== '')
  return [
    `name|${names.join('%').toLowerCase()}`,
    ...(email.trim() === '' ? [] : [`email|${email.trim().toLowerCase()}`]),
    ...(bornOn === '' ? [] : [`born|${bornOn}`]),
  ]
}

/** Patterns for `like`, of the words that can be looked for in any text. */
export function patternsOf(words: readonly string[]): string[] {
  const texts = words.filter((word) => !word.startsWith('born|'))
  return texts.map((word) => {
    const parts = word.slice(word.indexOf('|') + 1).split('%')
    return `%${parts.map((part) => part.replaceAll(/[\\_]/g, String.raw`\$&`)).join('%')}%`
  })
}

/** Whether a text has one of these words in it. */
export function mentions(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words
    .filter((word) => !word.startsWith('born|'))
    .some((word) => {
      let at = 0
      return word
        .slice(word.indexOf('|') + 1)
        .split('%')
        .every((part) => {
          const found = lower.indexOf(part, at)
          at = found + part.length
          return found !== -1
        })
    })
}
