import {
  isSamePerson,
  personKey,
  type Problem,
  problem,
  type RowCode,
} from '#modules/lists/index.ts'
import type { ImportFields } from './client.ts'
import { FIELDS, type ImportField } from './field.ts'
import type { ImportRow } from './row.ts'

/**
 * Compares rows with the ones before them: the same row, the same person, or somebody else's
 * address or reference.
 */
export function findDuplicates(
  rows: readonly ImportRow[],
): ReadonlyMap<number, readonly Problem[]> {
  const seen: Seen = { whole: new Map(), person: new Map(), email: new Map(), reference: new Map() }
  const found = new Map<number, readonly Problem[]>()
  for (const row of rows) {
    const problems = compareRow(row, seen)
    if (problems.length > 0) found.set(row.line, problems)
  }
  return found
}

/** The first row with each key. */
type Seen = Record<'whole' | 'person' | 'email' | 'reference', Map<string, ImportRow>>

function compareRow(row: ImportRow, seen: Seen): Problem[] {
  const { fields } = row
  const same = first(seen.whole, wholeKey(fields), row)
  const person = first(seen.person, personKey(fields), row)
  const email = first(seen.email, fields.email, row)
  const reference = first(seen.reference, fields.reference?.toLowerCase(), row)
  if (same !== undefined && Object.keys(fields).length > 0) {
    return [tell('ROW_REPEATED', row, same)]
  }
  const problems: Problem[] = []
  const known = person ?? (email && isSamePerson(email.fields, fields) ? email : undefined)
  if (known !== undefined) problems.push(tell('PERSON_REPEATED', row, known, 'familyName'))
  if (email !== undefined && !isSamePerson(email.fields, fields)) {
    problems.push(tell('EMAIL_SHARED', row, email, 'email'))
  }
  if (reference !== undefined && !isSamePerson(reference.fields, fields)) {
    problems.push(tell('REFERENCE_REPEATED', row, reference, 'reference'))
  }
  return problems
}

/** The fields in one order, whatever the order in which they were read. */
function wholeKey(fields: ImportFields): string {
  return FIELD_NAMES.map((field) => fields[field] ?? '').join('\u0000')
}

// Object.keys of the record of fields gives its fields.
const FIELD_NAMES = Object.keys(FIELDS) as ImportField[]

/** The row that had this key before; the row itself is kept when there was none. */
function first(
  rows: Map<string, ImportRow>,
  key: string | undefined,
  row: ImportRow,
): ImportRow | undefined {
  if (key === undefined) return undefined
  const earlier = rows.get(key)
  if (earlier === undefined) rows.set(key, row)
  return earlier
}

function tell(code: RowCode, row: ImportRow, other: ImportRow, field?: ImportField): Problem {
  return problem(code, { line: row.line, otherLine: other.line, ...(field && { field }) })
}
