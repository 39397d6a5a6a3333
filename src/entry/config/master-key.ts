import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type ConfigProblem, configProblem } from './problem.ts'

const BYTES = 32
/** A random key has about 30; fewer than this happens once in more keys than were ever made. */
const DIFFERENT_BYTES_MIN = 16

/** Protects fictional people only: whoever reads this line knows it. */
export const DEMO_MASTER_KEY = createHash('sha256').update('a demonstration').digest()

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where a key stands: the master key in use, the one that a rotation replaces, and that of backups
 * where they have one of their own.
 */
type KeyVariable = 'GESTAND_MASTER_KEY' | 'GESTAND_OLD_MASTER_KEY' | 'GESTAND_BACKUP_KEY'

/** Reads a key from its variable or its file; `undefined` when there is neither. */
export function readMasterKey(
  environment: Environment,
  variable: KeyVariable = 'GESTAND_MASTER_KEY',
): Buffer | ConfigProblem | undefined {
  const given = environment[variable]
  const file = environment[`${variable}_FILE`]
  if (given && file) return configProblem(variable, 'KEY_TWICE')
  if (given) return decode(variable, given)
  if (!file) return undefined
  try {
    return decode(`${variable}_FILE`, readFileSync(file, 'utf8'))
  } catch {
    return configProblem(`${variable}_FILE`, 'KEY_FILE_UNREADABLE')
  }
}

function decode(variable: string, text: string): Buffer | ConfigProblem {
  const key = Buffer.from(text.trim(), 'base64')
  // Decoding skips what is no base64, so it must give the same text back.
  const same = key.toString('base64').replace(/=+$/, '') === text.trim().replace(/=+$/, '')
  if (!same || key.length !== BYTES) return configProblem(variable, 'KEY_NOT_32_BYTES')
  return key
}

/** Tells a key that was not drawn at random: the demonstration's, one pattern, or readable text. */
export function isWellKnown(key: Buffer): boolean {
  if (key.equals(DEMO_MASTER_KEY)) return true
  if (new Set(key).size < DIFFERENT_BYTES_MIN) return true
  const rising = key.every((byte, index) => byte === (key.readUInt8(0) + index) % 256)
  return rising || /^[\x20-\x7e]+$/.test(key.toString('latin1'))
}
