import type { Language } from '#kernel/language.ts'

/** Numbers that are written as words; the first is nought. */
export const NUMBER_WORDS: Readonly<Record<Language, readonly string[]>> = {
  nl: (
    'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien ' +
    'zestien zeventien achttien negentien twintig'
  ).split(' '),
  en: (
    'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
    'fifteen sixteen seventeen eighteen nineteen twenty'
  ).split(' '),
}

/** A whole number in words up to twenty, and in figures beyond. */
export function sayNumber(amount: number, language: Language): string {
  return NUMBER_WORDS[language][amount] ?? String(amount)
}
