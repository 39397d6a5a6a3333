/** The languages in which everything is said: each text exists in both or not at all. */
export const LANGUAGES = ['nl', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>

/**
 * Joins words as a sentence does: "a, b en c" in Dutch, "a, b and c" in English. An empty list
 * gives an empty string.
 */
export function joinWords(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? ''
  if (words.length < 2) return last
  return `${words.slice(0, -1).join(', ')} ${language === 'nl' ? 'en' : 'and'} ${last}`
}

/** Begins with a capital, as a sentence does, and what stands by itself. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
