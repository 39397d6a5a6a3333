/** A citizen number (burgerservicenummer) has nine digits. */
const DIGITS = 9

/**
 * Tells whether nine digits pass the eleven-test of the citizen number: nine times the first plus
 * eight times the second and so on, minus the last, is a multiple of eleven. One in eleven numbers
 * of nine digits passes by chance.
 */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || Number(digits) === 0) return false
  let sum = 0
  for (const [index, digit] of Array.from(digits).entries()) {
    const weight = index === DIGITS - 1 ? -1 : DIGITS - index
    sum += weight * Number(digit)
  }
  return sum % 11 === 0
}

/** Nine digits in a row, or grouped as people write them: 123456782, 1234.56.782, 123 456 782. */
const NINE_DIGITS =
  /(?<![\d.])(?:\d{9}|\d{4}[. -]\d{2}[. -]\d{3}|\d{3}[. -]\d{3}[. -]\d{3})(?![\d]|[.]\d)/g

/** Tells whether a text has nine digits in it that pass the eleven-test. */
export function holdsCitizenNumber(text: string): boolean {
  const found = text.match(NINE_DIGITS) ?? []
  return found.some((digits) => passesElevenTest(digits.replace(/\D/g, '')))
}

/**
 * Tells whether a column looks like one of citizen numbers: half of its filled cells or more pass
 * the eleven-test, numbers that lost their first zero to a spreadsheet program included.
 */
export function isCitizenNumberColumn(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const passing = filled.filter((cell) => {
    const digits = cell.replace(/[. ]/g, '')
    return /^\d{8,9}$/.test(digits) && passesElevenTest(digits.padStart(DIGITS, '0'))
  })
  return passing.length > 0 && passing.length * 2 >= filled.length
}
