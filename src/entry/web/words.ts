import type { Language, Text } from '#kernel/language.ts'

/**
 * What a component accepts as words: a text in both languages, of which it shows the reader's, or a
 * string that is not a matter of language, such as a name or what somebody wrote.
 */
export type Wording = string | Text

/** Values for the places in a text: `{count}`. Numbers are written as the language writes them. */
export type Places = Readonly<Record<string, string | number>>

const NUMBERS = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}
const EXACT = {
  nl: new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
}

/**
 * Says a text in a language, with its places filled. It does not escape: what comes out is text,
 * not HTML.
 *
 * @param places Values by the names that stand between braces in the text. A place without a value
 * stays as it is.
 */
export function say(wording: Wording, language: Language, places?: Places): string {
  const text = typeof wording === 'string' ? wording : wording[language]
  if (!places) return text
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = places[name]
    if (value === undefined) return place
    return typeof value === 'number' ? formatNumber(value, language) : value
  })
}

/** A text that differs between one and any other number. `{count}` in it is the number. */
export interface CountText {
  readonly one: Text
  readonly other: Text
}

/** Says how many: "1 dossier", "1.204 dossiers". */
export function sayCount(text: CountText, count: number, language: Language): string {
  return say(count === 1 ? text.one : text.other, language, { count })
}

/**
 * Writes a number with the separators of the language, at most two decimals: 1.204,5 or 1,204.5.
 * `exact` writes both of them, for figures that stand below each other.
 */
export function formatNumber(value: number, language: Language, exact = false): string {
  return (exact ? EXACT : NUMBERS)[language].format(value)
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** Writes the size of a file in powers of 1000, as systems for people do: "240 kB", "1,2 MB". */
export function formatBytes(bytes: number, language: Language): string {
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const rounded = unit > 1 && size < 9.95 ? Math.round(size * 10) / 10 : Math.round(size)
  return `${formatNumber(rounded, language)} ${UNITS[unit] ?? ''}`
}
