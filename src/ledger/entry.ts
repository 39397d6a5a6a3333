/**
 * A line of the ledger. Pseudonymous: ids and words of the vocabulary, nothing that somebody wrote.
 */
export interface Entry {
  readonly id: number
  /**
   * When it was done, in microseconds since 1970-01-01 in UTC, as exactly as PostgreSQL keeps it.
   */
  readonly atMicros: number
  /** The transaction that wrote it. */
  readonly xid: bigint
  readonly accountId: string | null
  readonly activity: string | null
  readonly act: string
  readonly subject: string | null
  readonly dossierId: string | null
  readonly item: string | null
  readonly amount: number | null
  readonly statement: number | null
}

/**
 * First byte of an entry's bytes: another encoding gets another number, so that old checkpoints
 * stay verifiable.
 */
const ENCODING = 1

/**
 * The bytes of an entry of which its checkpoint is made. One byte that names the encoding (1), then
 * the columns in the order id, at, xid, account_id, activity, act, subject, dossier_id, item,
 * amount, statement. A column is the length of its text in UTF-8 as 4 bytes, most significant
 * first, and that text; -1 and nothing when it is null. Numbers are decimal, `at` in microseconds
 * since 1970 in UTC, identifiers in small letters.
 */
export function entryBytes(entry: Entry): Buffer {
  return fieldBytes(ENCODING, [
    String(entry.id),
    String(entry.atMicros),
    String(entry.xid),
    entry.accountId,
    entry.activity,
    entry.act,
    entry.subject,
    entry.dossierId,
    entry.item,
    entry.amount === null ? null : String(entry.amount),
    entry.statement === null ? null : String(entry.statement),
  ])
}

const LENGTH_BYTES = 4
const NULL_LENGTH = -1

/** Texts as bytes of which none can be read in two ways: each is preceded by its length. */
export function fieldBytes(encoding: number, fields: readonly (string | null)[]): Buffer {
  const lengths = fields.map((field) => (field === null ? 0 : Buffer.byteLength(field)))
  const total = lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 1)
  const bytes = Buffer.allocUnsafe(total)
  let at = bytes.writeUInt8(encoding, 0)
  for (const [index, field] of fields.entries()) {
    const length = lengths[index] ?? 0
    at = bytes.writeInt32BE(field === null ? NULL_LENGTH : length, at)
    if (field !== null) at += bytes.write(field, at, length, 'utf8')
  }
  return bytes
}
