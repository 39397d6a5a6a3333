import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import type { Row, Statement } from './batch.ts'

/** How an entry can end. */
export type EntryOutcome = 'entered' | 'opened' | 'refused' | 'signed-out' | 'weak' | 'no-activity'

/** What the database answered when an authority entered. */
export interface Entry {
  readonly accountId: string
  /**
   * When it entered, and proof of it: for the list that is shown. Empty when a dossier was entered.
   */
  readonly enteredAt: string
  readonly receipt: string
}

/**
 * The statement that enters: it leaves the act in the transaction and takes the activity's role, so
 * that it must come first. An empty activity enters with the organisation's base role, which can
 * only ask who it is. A dossier must have been opened before, see `Openings`.
 */
export function entryStatement(authority: Authority, dossierId: string | null): Statement {
  const schema = `org_${authority.organisation}`
  return {
    name: `enter ${schema}`,
    text: `select e.answer, set_config('search_path', $4, true), set_config('role',
        case when e.answer ~ '^(entered|opened)' then $5 else 'gestand_nobody' end, true)
      from (select "${schema}".enter($1, nullif($2, ''), $3) as answer offset 0) e`,
    values: [authority.session, authority.activity, dossierId, schema, roleOf(authority)],
  }
}

/** The role of an authority's activity, or the organisation's base role when it names none. */
export function roleOf({ organisation, activity }: Authority): string {
  const schema = `org_${organisation}`
  return activity === '' ? schema : `${schema}__${activity.replaceAll('-', '_')}`
}

/**
 * Reads the answer to `entryStatement`.
 *
 * @throws `SIGNED_OUT`, `SECOND_FACTOR_MISSING`, or `NOT_FOUND` when the statement declares no such
 * activity or the dossier is not open.
 */
export function readEntry(rows: readonly Row[] | undefined): Entry {
  const answer = rows?.[0]?.['answer']
  const words = typeof answer === 'string' ? answer.split('|') : ['signed-out']
  const [outcome, accountId = '', ...rest] = words
  if (outcome !== 'entered' && outcome !== 'opened') {
    // The function answers with these words only.
    return refuseEntry(outcome as EntryOutcome)
  }
  const [, , , , , enteredAt = '', receipt = ''] = rest
  return { accountId, enteredAt, receipt }
}

/** Says why somebody did not get in. */
export function refuseEntry(outcome: EntryOutcome): never {
  if (outcome === 'signed-out') throw new AppError('SIGNED_OUT')
  if (outcome === 'weak') throw new AppError('SECOND_FACTOR_MISSING')
  throw new AppError('NOT_FOUND')
}
