import { AppError } from '#kernel/error.ts'
import {
  type Issuer,
  isIntact,
  methodOf,
  numberOf,
  type PublishedKey,
  readCredential,
} from '#modules/registry/credentials/index.ts'
import { isSealed, readSeal } from './pdf-seal.ts'

/** Largest file that is checked, in bytes: many times a diploma. */
export const CHECKED_BYTES_LIMIT = 1_000_000

/** What came of checking a file: the number of the diploma that it is, or what is wrong with it. */
export type FileVerdict =
  | { readonly number: string }
  | { readonly wrong: 'not-a-diploma' | 'elsewhere' | 'changed' | 'key-withdrawn' }

/**
 * Checks a diploma that somebody has as a file, PDF or credential: whether this issuer made it and
 * nothing in it was changed. Whether it is still good follows from its number.
 */
export async function checkFile(
  file: Buffer,
  issuer: Issuer,
  keys: readonly PublishedKey[],
): Promise<FileVerdict> {
  const keyOf = (method: string) => keys.find(({ id }) => methodOf(issuer, id) === method)
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') {
    const seal = readSeal(file)
    if (!seal) return { wrong: 'not-a-diploma' }
    const isMadeBy = ({ publicKey }: PublishedKey) => isSealed(file, seal, publicKey)
    return judge(keyOf(seal.method), { number: seal.number, isMadeBy })
  }
  const credential = readCredential(file.toString('utf8'))
  if (!credential) return { wrong: 'not-a-diploma' }
  const isOurs = credential.issuer.id === issuer.did
  const key = isOurs ? keyOf(credential.proof.verificationMethod) : undefined
  try {
    return await judge(key, {
      number: numberOf(credential),
      isMadeBy: ({ publicKey }) => isIntact(credential, publicKey),
    })
  } catch (error) {
    if (error instanceof AppError) return { wrong: 'changed' }
    throw error
  }
}

interface Made {
  readonly number: string
  readonly isMadeBy: (key: PublishedKey) => boolean | Promise<boolean>
}

async function judge(key: PublishedKey | undefined, made: Made): Promise<FileVerdict> {
  if (!key) return { wrong: 'elsewhere' }
  if (!(await made.isMadeBy(key))) return { wrong: 'changed' }
  return key.withdrawnAt ? { wrong: 'key-withdrawn' } : { number: made.number }
}
