import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { MasterKey } from '#store/master-key.ts'

const BYTES = 32

/**
 * The key of backups: the installation's own, made from its master key, or one that is kept apart,
 * so that whoever keeps the copies needs not be trusted with the master key. Every file has a key
 * of its own made from it (HKDF-SHA-256, RFC 5869).
 */
export class BackupKey {
  /** First 8 bytes of a hash, in hexadecimal: tells keys apart without telling them. */
  readonly id: string
  readonly #bytes: Buffer

  /** @param bytes 32 of them. */
  constructor(bytes: Buffer) {
    if (bytes.length !== BYTES) throw new AppError('BACKUP_KEY_LENGTH', { bytes: bytes.length })
    this.#bytes = bytes
    this.id = createHash('sha256').update('backup id').update(bytes).digest('hex').slice(0, 16)
  }

  /** The key that an installation has when it is given none of its own. */
  static of(master: MasterKey): BackupKey {
    return new BackupKey(master.derive('backup'))
  }

  /** The key of one file. */
  ofFile(salt: Buffer): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#bytes, salt, 'gestand backup file', BYTES))
  }

  /** What shows that who wrote this had the key, in hexadecimal. */
  mac(text: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.#bytes, '', 'gestand backup manifest', BYTES))
    return createHmac('sha256', key).update(text).digest('hex')
  }

  isMac(text: string, mac: string): boolean {
    const [expected, given] = [Buffer.from(this.mac(text)), Buffer.from(mac)]
    return expected.length === given.length && timingSafeEqual(expected, given)
  }
}
