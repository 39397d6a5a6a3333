import type { Language } from '#kernel/language.ts'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}

/** An ISO date in words: "1 september 2026", "1 September 2026". */
export function sayDate(written: string, language: Language): string {
  const [year = '', month = '', day = ''] = written.split('-')
  return `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`
}
