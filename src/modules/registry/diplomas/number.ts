/** Digits of the sequence; the check digit comes after them. */
const SERIAL_DIGITS = 8
const NUMBER = /^\d{9}$/

/**
 * The quasigroup of H. Michael Damm (Total anti-symmetrische Quasigruppen, 2004): a check digit by
 * it finds every wrong digit and every two neighbours that were swapped.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** The number of a diploma: its place in the sequence of all diplomas, and a check digit. */
export function diplomaNumber(serial: number): string {
  const digits = String(serial).padStart(SERIAL_DIGITS, '0')
  return `${digits}${checkDigit(digits)}`
}

/**
 * Reads a number as somebody typed it, with spaces, dots or hyphens; undefined when it cannot be
 * one, such as after a slip of the fingers.
 */
export function readDiplomaNumber(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s.-]/g, '')
  return NUMBER.test(digits) && checkDigit(digits) === '0' ? digits : undefined
}

/** A number as people read it aloud: in groups of three. One that was taken over stays as it is. */
export function groupedNumber(number: string): string {
  if (!NUMBER.test(number)) return number
  return number.replaceAll(/(\d{3})(?=\d)/g, '$1 ')
}

/** Of a number with its check digit it is 0. */
function checkDigit(digits: string): string {
  let interim = '0'
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? ''
  return interim
}
