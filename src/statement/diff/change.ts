import { LANGUAGES, type Language, type Text } from '#kernel/language.ts'
import { CHANGES, type ChangeCode } from './changes.ts'

/** What a change does to what the organisation may do with people's data. */
export type Effect = 'narrowing' | 'widening' | 'neutral'

/** One difference between two versions of a statement. */
export interface Change {
  readonly code: ChangeCode
  readonly effect: Effect
  /** Where it is declared, or the file of a text: `retention.dossier`. */
  readonly path: string
  readonly sentence: Text
  readonly subject: ChangeSubject
}

/** What changed, with what another layer needs to count the effect on live data. */
export type ChangeSubject =
  | {
      readonly of: 'retention'
      readonly part: string
      /** As it will be; no events and no period when nothing is declared any more. */
      readonly from: readonly string[]
      readonly keep: string | null
    }
  | { readonly of: 'activity'; readonly activity: string; readonly kinds: readonly string[] }
  | {
      readonly of: 'category'
      readonly category: string
      readonly activity: string | null
      readonly kinds: readonly string[]
    }
  | { readonly of: 'relation'; readonly relation: string; readonly activity: string | null }
  | { readonly of: 'consent'; readonly consent: string }
  | { readonly of: 'kind'; readonly kind: string }
  | { readonly of: 'recipient'; readonly recipient: string }
  | { readonly of: 'right'; readonly right: string }
  | { readonly of: 'clause'; readonly clause: string }
  | { readonly of: 'statement' }

/** Words that fill a sentence: the same in each language, or by language. */
export type Values = Readonly<Record<string, string | Text>>

/** Makes a change; the values fill its sentence. */
export function change(
  code: ChangeCode,
  path: string,
  subject: ChangeSubject,
  values: Values = {},
): Change {
  const { effect, ...sentences } = CHANGES[code]
  const sentence = inEachLanguage((language) => {
    const filled = sentences[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'string' ? value : value[language]
    })
    return `${filled.charAt(0).toUpperCase()}${filled.slice(1)}`
  })
  return { code, effect, path, sentence, subject }
}

/** One text in every language. */
export function inEachLanguage(say: (language: Language) => string): Text {
  const texts = LANGUAGES.map((language) => [language, say(language)])
  return Object.fromEntries(texts) as Text // made of every language
}

/** Words that one list has and another lacks. */
export function lacking(words: readonly string[] = [], others: readonly string[] = []): string[] {
  return [...new Set(words)].filter((word) => !others.includes(word)).toSorted()
}

/** Names of two groups of declarations: those that come, that go, and that stay. */
export function compareKeys(
  before: object = {},
  after: object = {},
): { added: string[]; removed: string[]; kept: string[] } {
  const old = Object.keys(before)
  const now = Object.keys(after)
  return {
    added: lacking(now, old),
    removed: lacking(old, now),
    kept: now.filter((key) => old.includes(key)).toSorted(),
  }
}
