import { type Reading, read, refuse } from './reading.ts'

/** A house number with what follows it: 12, 12 a, 12 bis, 12-3. */
export interface HouseNumber {
  readonly houseNumber: number
  readonly houseNumberAddition?: string
}

export interface StreetAddress extends Partial<HouseNumber> {
  readonly street: string
}

const NUMBER =
  /^(?:nr\.?|no\.?|#)?\s*(\d{1,5})(?:(?:\s*[-/ ]\s*|\s*(?=\p{L}))([\p{L}\d][\p{L}\d ./-]{0,9}))?$/iu

/** What a spreadsheet program makes of 12-3: 12-mrt, mrt-12, 12-3-2026. */
const MONTH = '(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\\.?'
const MADE_DATE = new RegExp(
  `^(?:\\d{1,2}[- ]${MONTH}|${MONTH}[- ]\\d{1,2}|\\d{1,2}[-/]\\d{1,2}[-/]\\d{4})$`,
  'i',
)

/**
 * Splits a house number into the number and its addition, `12-3` into 12 and 3, `12a` into 12 and
 * a.
 */
export function readHouseNumber(text: string): Reading<HouseNumber> {
  if (MADE_DATE.test(text)) return refuse('HOUSE_NUMBER_IS_DATE')
  const [, digits, addition] = NUMBER.exec(text) ?? []
  const houseNumber = Number(digits)
  if (digits === undefined || houseNumber === 0) {
    return refuse('HOUSE_NUMBER_UNREADABLE')
  }
  const houseNumberAddition = addition?.trim()
  return read({ houseNumber, ...(houseNumberAddition && { houseNumberAddition }) })
}

/**
 * The last number in the line with a short addition, which no longer word follows: `2e Dwarsstraat
 * 12-3`.
 */
const ADDITION = '(?:\\s*[-/]?\\s*(?:\\p{L}{1,4}|\\d{1,4}|\\d{1,3}\\p{L}))?'
const STREET_AND_NUMBER = new RegExp(
  `^(?<street>.*\\p{L}.*?),?\\s+(?<number>(?:nr\\.?\\s*|no\\.?\\s*)?\\d{1,5}${ADDITION})$`,
  'iu',
)

/** Splits a street and house number that share a column: `Laan van de Vrede 12a`. */
export function readAddress(text: string): Reading<StreetAddress> {
  const { street, number } = STREET_AND_NUMBER.exec(text)?.groups ?? {}
  if (street === undefined || number === undefined) {
    return read({ street: text }, 'HOUSE_NUMBER_MISSING')
  }
  const reading = readHouseNumber(number)
  return 'refused' in reading
    ? read({ street: text }, 'HOUSE_NUMBER_MISSING')
    : read({ street, ...reading.value })
}
