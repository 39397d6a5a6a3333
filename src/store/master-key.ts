import { createHash, hkdfSync } from 'node:crypto'
import { AppError } from '#kernel/error.ts'

const BYTES = 32

/** What is derived from the master key, each for its own purpose. */
export type Purpose = 'wrap' | 'database' | 'ledger' | 'lookup' | 'accounts' | 'backup'

/**
 * The installation's own secret, 32 bytes from the environment, a file or a key service. Nothing is
 * encrypted with it directly: every purpose has a key derived from it (HKDF-SHA-256, RFC 5869).
 */
export class MasterKey {
  /** First 8 bytes of a hash, in hexadecimal: tells keys apart without telling them. */
  readonly id: string
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    if (bytes.length !== BYTES) throw new AppError('MASTER_KEY_LENGTH', { bytes: bytes.length })
    this.#bytes = bytes
    this.id = createHash('sha256').update('id').update(bytes).digest('hex').slice(0, 16)
  }

  /** A key of 32 bytes for a purpose, and within it for one thing, such as a role's password. */
  derive(purpose: Purpose, thing = ''): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#bytes, '', `gestand ${purpose} ${thing}`, BYTES))
  }

  /** A password for a role of the database. */
  password(role: string): string {
    return this.derive('database', role).toString('base64url')
  }
}
