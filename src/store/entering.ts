import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import type { Row, Statement } from './batch.ts'

/** What the database answered when an authority entered. */
export interface Entry {
  readonly accountId: string
  readonly role: string
  readonly outcome: 'entered' | 'opened' | 'refused'
  readonly receipt: string | null
  readonly enteredAt: string
}

/**
 * The statement that enters: it leaves the act in the transaction and takes the activity's role, so that it must come first.
 * An empty activity enters with the organisation's base role, which can only ask who it is.
 */
export function entryStatement(authority: Authority, dossierId: string | null): Statement {
  const schema = `org_${authority.organisation}`
  return {
    name: `enter ${schema}`,
    text: `select e.account_id, e.role, e.outcome, e.receipt, e.entered_at::text as entered_at,
      set_config('search_path', $4, true), set_config('role', e.role, true)
      from "${schema}".enter($1, nullif($2, ''), $3) e`,
    values: [authority.session, authority.activity, dossierId, schema],
  }
}

/**
 * Reads the answer to `entryStatement`.
 *
 * @throws `SIGNED_OUT`, `SECOND_FACTOR_MISSING`, or `NOT_FOUND` when the statement declares no such activity.
 */
export function readEntry(rows: readonly Row[] | undefined): Entry {
  const row = rows?.[0]
  switch (row?.['outcome']) {
    case 'entered':
    case 'opened':
    case 'refused':
      return {
        accountId: String(row['account_id']),
        role: String(row['role']),
        outcome: row['outcome'],
        receipt: row['receipt'] === null ? null : String(row['receipt']),
        enteredAt: String(row['entered_at']),
      }
    case 'weak':
      throw new AppError('SECOND_FACTOR_MISSING')
    case 'no-activity':
      throw new AppError('NOT_FOUND')
    default:
      throw new AppError('SIGNED_OUT')
  }
}
