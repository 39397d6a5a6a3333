import { type Reading, read, refuse } from './reading.ts'

/**
 * Reads a date as Dutch lists write it: 23-11-2026, 23/11/2026, 23 nov 2026, 23 november 2026,
 * 2026-11-23, with or without a time. A day number of a spreadsheet program is read with a caution.
 *
 * @returns an ISO date, `2026-11-23`.
 */
export function readDate(text: string): Reading<string> {
  const cut = text.toLowerCase().match(WITH_TIME)
  const date = (cut?.groups?.['date'] ?? text.toLowerCase()).replace(WEEKDAY, '').trim()
  if (cut?.groups?.['zone'] !== undefined && !MIDNIGHT.test(cut.groups['time'] ?? '')) {
    return refuse('DATE_TIME_ZONE')
  }
  return readYearFirst(date) ?? readDayFirst(date) ?? readMonthWord(date) ?? readOther(date)
}

/** Tells whether a text is a date in which the month must stand before the day: 11/23/2026. */
export function isMonthFirst(text: string): boolean {
  const reading = readDate(text)
  return 'refused' in reading && reading.refused === 'DATE_MONTH_FIRST'
}

/** Tells whether day and month of a date could be exchanged: 03/04/2026. */
export function isOrderUnclear(text: string): boolean {
  const [, first, second] = DAY_FIRST.exec(text.trim()) ?? []
  return first !== second && Number(first) <= 12 && Number(second) <= 12
}

const WITH_TIME = new RegExp(
  '^(?<date>.*\\d)(?:t|\\s+)(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)' +
    '\\s*(?<zone>z|[+-]\\d{2}:?\\d{2})?$',
)
const MIDNIGHT = /^0?0:00(?::00(?:[.,]0+)?)?$/
const WEEKDAY =
  /^(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[., ]+/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^((?:19|20)\d{2})(\d{2})(\d{2})$/
const DAY_FIRST = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*('?\d{2}|\d{4})$/
const DAY_AND_WORD = /^(\d{1,2})(?:e|st|nd|rd|th)?[-/. ]*([a-z]{3,})[-/. ]*('?\d{2}|\d{4})$/
const WORD_AND_DAY = /^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/
const INCOMPLETE = /^\d{4}$|^\d{1,2}[-/. ]+\d{4}$|^\d{4}[-/. ]+\d{1,2}$|^[a-z]{3,}\.?[- ]+\d{4}$/
const DAY_NUMBER = /^\d{5}(?:[.,]\d+)?$/

const MONTHS = [
  'jan januari january',
  'feb febr februari february',
  'mrt maart mar march',
  'apr april',
  'mei may',
  'jun juni june',
  'jul juli july',
  'aug augustus august',
  'sep sept september',
  'okt oktober oct october',
  'nov november',
  'dec december',
].map((words) => words.split(' '))

function readYearFirst(text: string): Reading<string> | undefined {
  const [, year, month, day, otherYear, otherMonth, otherDay] = YEAR_FIRST.exec(text) ?? []
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day))
  if (otherYear === undefined) return undefined
  return isoDate(Number(otherYear), Number(otherMonth), Number(otherDay))
}

function readDayFirst(text: string): Reading<string> | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? []
  if (year === undefined) return undefined
  if (year.length < 4) return refuse('DATE_YEAR_SHORT')
  if (Number(month) > 12 && Number(month) <= 31 && Number(day) <= 12) {
    return refuse('DATE_MONTH_FIRST')
  }
  return isoDate(Number(year), Number(month), Number(day))
}

function readMonthWord(text: string): Reading<string> | undefined {
  const [, word, day, year] = WORD_AND_DAY.exec(text) ?? []
  const [, otherDay, otherWord, otherYear] = DAY_AND_WORD.exec(text) ?? []
  const name = word ?? otherWord ?? ''
  const month = MONTHS.findIndex((words) => words.includes(name)) + 1
  if (month === 0) return undefined
  const digits = year ?? otherYear ?? ''
  if (digits.length < 4) return refuse('DATE_YEAR_SHORT')
  return isoDate(Number(digits), month, Number(day ?? otherDay))
}

/**
 * Day numbers count from here (1900 system); before and after these they are more likely something
 * else.
 */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 24 * 60 * 60 * 1000
const FIRST_DAY_NUMBER = 10_000
const LAST_DAY_NUMBER = 60_000

function readOther(text: string): Reading<string> {
  const number = Number.parseInt(text, 10)
  if (DAY_NUMBER.test(text) && number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER) {
    const date = new Date(DAY_ZERO + number * DAY_MS).toISOString().slice(0, 10)
    return read(date, 'DATE_FROM_NUMBER')
  }
  return refuse(INCOMPLETE.test(text) ? 'DATE_INCOMPLETE' : 'DATE_UNREADABLE')
}

const FIRST_YEAR = 1850
const LAST_YEAR = 2150

function isoDate(year: number, month: number, day: number): Reading<string> {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || year < FIRST_YEAR || year > LAST_YEAR) return refuse('DATE_IMPOSSIBLE')
  return read(date.toISOString().slice(0, 10))
}
