import { joinWords, type Language } from '#kernel/language.ts'
import { sayNumber } from './number.ts'

/** Years, months, weeks and days of an ISO 8601 period. */
interface Duration {
  readonly years: number
  readonly months: number
  readonly weeks: number
  readonly days: number
}

type Unit = keyof Duration

const UNITS: readonly Unit[] = ['years', 'months', 'weeks', 'days']

/** Per unit: one, more than one, and the Dutch word for "every" that goes with it. */
const WORDS = {
  years: { nl: ['jaar', 'jaar', 'elk'], en: ['year', 'years', 'every'] },
  months: { nl: ['maand', 'maanden', 'elke'], en: ['month', 'months', 'every'] },
  weeks: { nl: ['week', 'weken', 'elke'], en: ['week', 'weeks', 'every'] },
  days: { nl: ['dag', 'dagen', 'elke'], en: ['day', 'days', 'every'] },
} as const

/** Reads a period that has passed the shape: `P1Y6M`. */
function readDuration(written: string): Duration {
  const amount = (letter: string) => Number(new RegExp(`(\\d+)${letter}`).exec(written)?.[1] ?? 0)
  return { years: amount('Y'), months: amount('M'), weeks: amount('W'), days: amount('D') }
}

/** Length in days, near enough to compare two periods. */
export function durationDays(written: string): number {
  const { years, months, weeks, days } = readDuration(written)
  return years * 365.25 + months * 30.4375 + weeks * 7 + days
}

/**
 * The day on which a period that begins on a day has passed, both `2026-11-23`; as PostgreSQL adds
 * an interval.
 */
export function addDuration(day: string, written: string): string {
  const { years, months, weeks, days } = readDuration(written)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year + years, month + months, 0))
  const clipped = Math.min(date, lastOfMonth.getUTCDate())
  const end = Date.UTC(year + years, month - 1 + months, clipped + weeks * 7 + days)
  return new Date(end).toISOString().slice(0, 10)
}

/** "vijf jaar", "one year and six months"; `indefinitely` in words. */
export function sayDuration(written: string, language: Language): string {
  if (written === 'indefinitely') {
    return { nl: 'voor onbepaalde tijd', en: 'indefinitely' }[language]
  }
  const duration = readDuration(written)
  const parts = UNITS.filter((unit) => duration[unit] > 0).map((unit) => {
    const [one, more] = WORDS[unit][language]
    return `${sayNumber(duration[unit], language)} ${duration[unit] === 1 ? one : more}`
  })
  if (parts.length > 0) return joinWords(parts, language)
  return { nl: 'nul dagen', en: 'no days' }[language]
}

/** "elke dag", "every two weeks". */
export function sayInterval(written: string, language: Language): string {
  const duration = readDuration(written)
  const units = UNITS.filter((unit) => duration[unit] > 0)
  const [unit] = units
  if (unit && units.length === 1 && duration[unit] === 1) {
    const [one, , every] = WORDS[unit][language]
    return `${every} ${one}`
  }
  const every = { nl: 'elke', en: 'every' }[language]
  return `${every} ${sayDuration(written, language)}`
}
