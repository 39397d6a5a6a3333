import type { Language } from './language.ts'

/** A day, `2026-12-01`, or a moment. */
type When = string | Date

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** A day in words: "1 december 2026", "1 December 2026". A moment gives its day in Amsterdam. */
export const sayDay = inWords({ dateStyle: 'long' })

/** A day in fewer letters: "1 dec 2026", "1 Dec 2026". */
export const sayShortDay = inWords({ dateStyle: 'medium' })

/** A day with its place in the week: "maandag 23 november", "Monday 23 November". */
export const sayWeekday = inWords({ weekday: 'long', day: 'numeric', month: 'long' })

/** The month of a day: "oktober 2026", "October 2026". */
export const sayMonth = inWords({ month: 'long', year: 'numeric' })

/** A moment in words, with its hour in Amsterdam. */
export const sayMoment = inWords({ dateStyle: 'long', timeStyle: 'short' })

/** One formatter a language, made when it is first asked: each holds memory outside the heap. */
function inWords(style: Intl.DateTimeFormatOptions): (when: When, language: Language) => string {
  const made: Partial<Record<Language, Intl.DateTimeFormat>> = {}
  return (when, language) => {
    const format = (made[language] ??= new Intl.DateTimeFormat(LOCALES[language], {
      ...style,
      timeZone: 'Europe/Amsterdam',
    }))
    // At noon in Greenwich it is that day in Amsterdam.
    return format.format(
      typeof when === 'string' && when.length === 10
        ? Date.parse(`${when}T12:00Z`)
        : new Date(when),
    )
  }
}
