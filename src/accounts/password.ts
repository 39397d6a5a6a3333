import { hash, parseOptions, verify } from '@node-rs/argon2'
import { AppError } from '#kernel/error.ts'
import { COMMON_WORDS } from './common-passwords.ts'

const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

/** A part of a name or address that is shorter is too common to say anything about its owner. */
const TELLING_LENGTH = 4
const DISTINCT_MIN = 5

/** OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * Refuses a password that is easy to guess for whoever knows its owner, or for anybody.
 *
 * @throws `PASSWORD_TOO_SHORT` (under 12 characters), `PASSWORD_TOO_LONG` (over 200),
 * `PASSWORD_PERSONAL`, `PASSWORD_COMMON`.
 */
export function checkPassword(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): void {
  const length = Array.from(password.normalize('NFKC')).length
  if (length < PASSWORD_MIN) throw new AppError('PASSWORD_TOO_SHORT', { least: PASSWORD_MIN })
  if (length > PASSWORD_MAX) throw new AppError('PASSWORD_TOO_LONG', { most: PASSWORD_MAX })
  const plain = simplify(password)
  const personal = [email, ...email.split(/[^\p{L}\p{N}]+/u), name, ...name.split(/\s+/)]
    .map(simplify)
    .filter((part) => part.length >= TELLING_LENGTH)
  if (personal.some((part) => plain.includes(part))) throw new AppError('PASSWORD_PERSONAL')
  if (isCommon(plain)) throw new AppError('PASSWORD_COMMON')
}

/** The argon2id hash of a password, with its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

export function verifyPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.slice(0, PASSWORD_MAX * 2).normalize('NFKC'))
}

/** Whether a hash was made at another cost than today's. */
export function needsRehash(hashed: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(hashed)
  return (
    memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism
  )
}

/**
 * Few different characters, a row of digits, or nothing but common words with digits and signs
 * around them.
 */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < DISTINCT_MIN || isRow(plain)) return true
  const words = [plain, unleet(plain)].map((text) => text.split(/[^\p{L}]+/u).filter(Boolean))
  return words.some((found) => found.every((word) => isMadeOfCommonWords(word)))
}

/** Whether most characters follow the one before them: 123456789012, abcdefghijkl. */
function isRow(plain: string): boolean {
  const codes = Array.from(plain, (sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.filter((code, index) => Math.abs(code - (codes[index - 1] ?? 0)) === 1)
  return steps.length >= plain.length * 0.7
}

function isMadeOfCommonWords(text: string): boolean {
  if (text.length === 0 || COMMON_WORDS.has(text)) return true
  for (let end = text.length - 1; end > 1; end -= 1) {
    if (COMMON_WORDS.has(text.slice(0, end)) && isMadeOfCommonWords(text.slice(end))) return true
  }
  return false
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * Reads digits and signs as the letters they stand for, save at the end, where they are only added.
 */
function unleet(plain: string): string {
  return plain.replace(/[^\p{L}]+$/u, '').replace(/[0134570@$!]/g, (sign) => LEET[sign] ?? sign)
}

function simplify(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
