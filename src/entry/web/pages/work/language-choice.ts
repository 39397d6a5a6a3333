import type { Option } from '#entry/web/components/index.ts'
import { LANGUAGES, type Language, type Text } from '#kernel/language.ts'
import { titled } from '#entry/web/titles.ts'

/** Languages in the middle of a sentence. */
export const LANGUAGE_NAMES: Readonly<Record<Language, Text>> = {
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
}

/** The languages in which a client can be written to. */
export const LANGUAGE_OPTIONS: readonly Option[] = LANGUAGES.map((language) => ({
  value: language,
  label: titled(LANGUAGE_NAMES[language]),
}))
