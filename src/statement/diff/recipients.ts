import type { Text } from '#kernel/language.ts'
import { sayCountry } from '#statement/say/closed.ts'
import type { Declarations } from '#statement/shape.ts'
import { type Change, change, compareKeys, inEachLanguage, lacking, type Values } from './change.ts'
import type { ChangeCode } from './changes.ts'
import { type Comparison, same } from './comparison.ts'

type Recipient = NonNullable<Declarations['recipients']>[string]

/** Differences in who gets which data, and on which condition. */
export function diffRecipients(comparison: Comparison): Change[] {
  const before = comparison.before.recipients ?? {}
  const after = comparison.after.recipients ?? {}
  const { added, removed, kept } = compareKeys(before, after)
  const about = (word: string, recipient: Recipient | undefined) =>
    new RecipientDiff(comparison, word, nameOf(comparison, word, recipient))
  return [
    ...added.map((word) => about(word, after[word]).tell('recipient-added')),
    ...removed.map((word) => about(word, before[word]).tell('recipient-removed')),
    ...kept.flatMap((word) => {
      const [old, now] = [before[word], after[word]]
      return old && now ? about(word, now).diff(old, now) : []
    }),
  ]
}

class RecipientDiff {
  readonly #comparison: Comparison
  readonly #word: string
  readonly #name: Text

  constructor(comparison: Comparison, word: string, name: Text) {
    this.#comparison = comparison
    this.#word = word
    this.#name = name
  }

  tell(code: ChangeCode, values: Values = {}): Change {
    const subject = { of: 'recipient', recipient: this.#word } as const
    return change(code, `recipients.${this.#word}`, subject, { recipient: this.#name, ...values })
  }

  diff(before: Recipient, after: Recipient): Change[] {
    return [
      ...this.#identity(before, after),
      ...this.#each('gets', 'categories', before.gets, after.gets),
      ...this.#each('purpose', 'activities', before.for, after.for),
      ...this.#conditions(before, after),
    ]
  }

  #identity(before: Recipient, after: Recipient): Change[] {
    if (before.name === after.name && before.kind === after.kind) return []
    const old = nameOf(this.#comparison, this.#word, before)
    return [this.tell('recipient-replaced', { before: old })]
  }

  #each(
    what: 'gets' | 'purpose',
    list: 'categories' | 'activities',
    before: readonly string[] | undefined,
    after: readonly string[] | undefined,
  ): Change[] {
    const tell = (code: 'added' | 'removed') => (word: string) =>
      this.tell(`recipient-${what}-${code}`, {
        [what === 'gets' ? 'category' : 'activity']: this.#comparison.word(list, word),
      })
    return [
      ...lacking(after, before).map(tell('added')),
      ...lacking(before, after).map(tell('removed')),
    ]
  }

  #conditions(before: Recipient, after: Recipient): Change[] {
    const changes: Change[] = []
    if (before.after === undefined && after.after !== undefined) {
      changes.push(this.tell('recipient-consent-added'))
    }
    if (before.after !== undefined && after.after === undefined) {
      changes.push(this.tell('recipient-consent-removed'))
    }
    const { country } = after
    if (country !== undefined && before.country !== country) {
      const said = inEachLanguage((language) => sayCountry(country, language))
      changes.push(this.tell('recipient-moved', { country: said }))
    }
    if (!same(restOf(before), restOf(after))) changes.push(this.tell('recipient-changed'))
    return changes
  }
}

/** What is left after the differences that have a sentence of their own. */
function restOf({ agreement, safeguard, after }: Recipient): unknown {
  return [agreement, safeguard, after === undefined ? undefined : true]
}

function nameOf(comparison: Comparison, word: string, recipient: Recipient | undefined): Text {
  if (!recipient) return { nl: word, en: word }
  const { name, kind } = recipient
  return name === undefined ? comparison.word('recipientKinds', kind) : { nl: name, en: name }
}
