import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import type { Row, Statement } from './batch.ts'

/** How an entry can end. */
export type EntryOutcome = 'entered' | 'opened' | 'refused' | 'signed-out' | 'weak' | 'no-activity'

/** What the database answered when an authority entered. */
export interface Entry {
  readonly accountId: string
  readonly role: string
  readonly receipt: string | null
  readonly enteredAt: string
}

/**
 * The statement that enters: it leaves the act in the transaction and takes the activity's role, so that it must come first.
 * An empty activity enters with the organisation's base role, which can only ask who it is. A dossier must have been opened
 * before, see `Openings`.
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
 * @throws `SIGNED_OUT`, `SECOND_FACTOR_MISSING`, or `NOT_FOUND` when the statement declares no such activity or the dossier
 * is not open.
 */
export function readEntry(rows: readonly Row[] | undefined): Entry {
  const row = rows?.[0]
  const outcome = row?.['outcome']
  if (!row || (outcome !== 'entered' && outcome !== 'opened')) {
    // The function answers with these words only.
    return refuseEntry((outcome ?? 'signed-out') as EntryOutcome)
  }
  return {
    accountId: String(row['account_id']),
    role: String(row['role']),
    receipt: row['receipt'] === null ? null : String(row['receipt']),
    enteredAt: String(row['entered_at']),
  }
}

/** Says why somebody did not get in. */
export function refuseEntry(outcome: EntryOutcome): never {
  if (outcome === 'signed-out') throw new AppError('SIGNED_OUT')
  if (outcome === 'weak') throw new AppError('SECOND_FACTOR_MISSING')
  throw new AppError('NOT_FOUND')
}
