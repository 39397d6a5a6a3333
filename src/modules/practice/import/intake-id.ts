import { createHash } from 'node:crypto'
import { compareWords } from '#statement/sorting.ts'
import type { ImportRow } from './row.ts'

/**
 * Ids for the forms of rows, by line: the same row imported again by the same account has the
 * same id, and so begins no second engagement. Rows of others cannot be guessed by it: whoever
 * imports is in it.
 *
 * @param importer Who imports, and where.
 */
export function intakeIdsOf(rows: readonly ImportRow[], importer: string): Map<number, string> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map(({ line, fields }) => {
      const content = JSON.stringify(Object.entries(fields).map(String).toSorted(compareWords))
      const times = seen.get(content) ?? 0
      seen.set(content, times + 1)
      return [line, uuidOf(`${importer} ${times} ${content}`)]
    }),
  )
}

/** A UUID of version 8 (RFC 9562), which is for hashes of one's own. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-')
}
