import { LOGS_MOST, READ_MOST } from './gdpr-oracle.ts'
import type { GdprOperation, GdprRecord } from './gdpr-records.ts'

/** A statement that answers with one column, `line`. */
export interface Text {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Where an operation is carried out, and what must be said there that the database does not. */
export interface Place {
  readonly table: string
  /** A query for the newest lines of the log. */
  readonly logs: string
  /** The account of a user, by number. */
  readonly account: (user: number) => string
  /** Whether each statement says itself that the term of a record is not over, and whose it is. */
  readonly byHand: boolean
}

export const COLUMNS = `key, purpose, user_id, expires_at, objection, decision, acl, shared, source,
  category, data`

const DATA = `key || '|' || data`
const METADATA = `concat_ws('|', key, purpose, objection, decision, acl, shared, source, category)`
export const WHOLE = `${METADATA} || '|' || data`

const BY: Readonly<Record<string, string>> = {
  purpose: 'purpose = $1',
  user: 'user_id = $1',
  key: 'key = $1',
  objection: 'objection <> $1',
}

export function textOf(operation: GdprOperation, place: Place): Text {
  if (operation.act === 'create') return insertOf(operation.record, place)
  if (operation.act === 'logs') return { text: `${place.logs} limit ${LOGS_MOST}`, values: [] }
  const { table, account, byHand } = place
  const [verb = '', by = ''] = operation.act.split('-')
  const values: unknown[] = [
    'purpose' in operation
      ? operation.purpose
      : 'objection' in operation
        ? operation.objection
        : 'key' in operation
          ? operation.key
          : account(operation.user),
    ...('value' in operation ? [operation.value] : []),
  ]
  const where = [BY[by]]
  if (byHand) where.push('expires_at > now()')
  // What customers do by key they do to what is theirs.
  if (byHand && by === 'key' && 'user' in operation && !/read|verify/.test(verb)) {
    values.push(account(operation.user))
    where.push(`user_id = $${values.length}`)
  }
  return {
    text: `${actOf(verb, by, table)} where ${where.join(' and ')}${endOf(verb, by)}`,
    values,
  }
}

function actOf(verb: string, by: string, table: string): string {
  switch (verb) {
    case 'delete':
      return `delete from ${table}`
    case 'update':
      return `update ${table} set ${by === 'key' ? 'source' : 'shared'} = $2`
    case 'data':
      return `update ${table} set data = $2`
    default:
      return `select ${verb === 'read' ? DATA : METADATA} as line from ${table}`
  }
}

function endOf(verb: string, by: string): string {
  if (['delete', 'update', 'data'].includes(verb)) return ' returning key as line'
  return by === 'objection' ? ` order by key limit ${READ_MOST}` : ''
}

function insertOf(record: GdprRecord, { table, account }: Place): Text {
  const { key, purpose, user, term, objection, decision, acl, shared, source, category, data } =
    record
  return {
    text: `insert into ${table} (${COLUMNS})
      values ($1, $2, $3, now() - interval '1 hour' + make_interval(secs => $4), $5, $6, $7, $8, $9,
        $10, $11) returning key as line`,
    values: [
      key,
      purpose,
      account(user),
      term,
      objection,
      decision,
      acl,
      shared,
      source,
      category,
      data,
    ],
  }
}
