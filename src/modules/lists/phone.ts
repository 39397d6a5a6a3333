import { passesElevenTest } from './citizen-number.ts'
import { type Reading, read, refuse } from './reading.ts'

/**
 * Digits of a Dutch number after the country code, and of international numbers with it (E.164).
 */
const DUTCH_DIGITS = 9
const FEWEST_DIGITS = 8
const MOST_DIGITS = 15

/**
 * Reads a Dutch or international telephone number however it is spaced and writes it
 * `+31612345678`. Of several numbers in one cell it takes the first mobile one, or else the first,
 * with a caution.
 */
export function readPhone(text: string): Reading<string> {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return refuse('PHONE_ROUNDED')
  const whole = readNumber(text)
  if (!('refused' in whole) || whole.refused === 'CELL_CITIZEN_NUMBER') return whole
  const readings = splitNumbers(text).map(readNumber)
  const numbers = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []))
  const first = numbers.find(isMobile) ?? numbers[0]
  if (readings.length < 2 || first === undefined) return whole
  return read(first, 'PHONE_MORE_THAN_ONE')
}

/** Tells whether a number, as this file writes it, is a Dutch mobile number. */
function isMobile(phone: string): boolean {
  return phone.startsWith('+316')
}

function splitNumbers(text: string): string[] {
  return text
    .split(/\s*(?:;|,|\/|\||&|\bof\b|\ben\b|\bor\b|\band\b)\s*/i)
    .filter((part) => part !== '')
}

const LABEL = /^(?:tel(?:efoon)?|mob(?:iel)?|gsm|t|m)\s*[.:]\s*(?=[+\d(])/i

function readNumber(text: string): Reading<string> {
  const bare = text
    .replace(LABEL, '')
    .replace(/\(0\)/g, ' ')
    .replace(/[\s().\-‐‑–/]/gu, '')
  if (!/^\+?\d+$/.test(bare)) return refuse('PHONE_UNREADABLE')
  const international = bare.replace(/^00/, '+')
  if (international.startsWith('+')) return readInternational(international.slice(1))
  if (international.startsWith('0')) return readDutch(international.slice(1))
  // 31612345678: the country code without its plus.
  if (/^31[1-9]\d{8}$/.test(international)) return readDutch(international.slice(2))
  if (international.length !== DUTCH_DIGITS) return refuse('PHONE_LENGTH')
  if (passesElevenTest(international)) return refuse('CELL_CITIZEN_NUMBER')
  const dutch = readDutch(international)
  return 'value' in dutch ? read(dutch.value, 'PHONE_ZERO_ADDED') : dutch
}

function readInternational(digits: string): Reading<string> {
  if (digits.startsWith('31')) return readDutch(digits.slice(2).replace(/^0/, ''))
  const fits = digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS
  return fits && !digits.startsWith('0') ? read(`+${digits}`) : refuse('PHONE_LENGTH')
}

function readDutch(digits: string): Reading<string> {
  return /^[1-9]\d{8}$/.test(digits) ? read(`+31${digits}`) : refuse('PHONE_LENGTH')
}
