import { AppError } from '#kernel/error.ts'

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const
const MODULUS = 11

/**
 * Reads a citizen number as people write it: nine digits, with or without space, dots or dashes
 * between them, and the leading zero that is often left out.
 *
 * @returns Nine digits.
 * @throws `CITIZEN_NUMBER_WRONG` when it does not pass the eleven-test: the sum of its digits,
 * weighted 9 to 2 and -1 for the last, is a multiple of eleven.
 */
export function readCitizenNumber(typed: string): string {
  const digits = typed.replaceAll(/[\s.-]/g, '')
  if (!/^\d{8,9}$/.test(digits)) throw new AppError('CITIZEN_NUMBER_WRONG', { field: 'number' })
  const number = digits.padStart(WEIGHTS.length, '0')
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  if (sum === 0 || sum % MODULUS !== 0) {
    throw new AppError('CITIZEN_NUMBER_WRONG', { field: 'number' })
  }
  return number
}
