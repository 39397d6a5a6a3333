import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import type { Row, Statement } from './batch.ts'

/** What can come of wanting to enter, or to open a dossier. */
export type Outcome = 'entered' | 'opened' | 'refused' | 'signed-out' | 'weak' | 'no-activity'

/**
 * The statement with which a transaction begins that opens no dossier: it shows the session and
 * takes the activity's role. An empty activity enters with the organisation's base role, which can
 * only ask who it is.
 */
export function entryStatement(authority: Authority): Statement {
  const schema = `org_${authority.organisation}`
  return {
    name: `enter ${schema}`,
    text: `select e.outcome, set_config('gestand.session', encode($1, 'hex'), true),
        set_config('gestand.opening', '', true), set_config('search_path', $3, true),
        set_config('role', case e.outcome when 'entered' then $4 else 'gestand_nobody' end, true)
      from (select "${schema}".enter($1, $2) as outcome offset 0) e`,
    values: [authority.session, authority.activity, schema, roleOf(authority)],
  }
}

/** The statement with which a transaction begins in which a dossier is open, see `Openings`. */
export function openedStatement(authority: Authority, opening: string): Statement {
  return statementIn(authority, { name: 'opened', line: '$2', value: opening })
}

/**
 * The same right after `open_dossiers` on this connection, for the dossier that was asked in this
 * place, from 1: what comes of it need not be known yet. A line that was refused opens nothing.
 */
export function openedHereStatement(authority: Authority, place: number): Statement {
  const line = `split_part(current_setting('gestand.opened'), ' ', $2)`
  return statementIn(authority, { name: 'opened here', line, value: place })
}

function statementIn(
  authority: Authority,
  { name, line, value }: { name: string; line: string; value: unknown },
): Statement {
  return {
    name,
    text: `select set_config('gestand.session', encode($1, 'hex'), true),
      set_config('gestand.opening', ${line}, true), set_config('search_path', $3, true),
      set_config('role', $4, true)`,
    values: [authority.session, value, `org_${authority.organisation}`, roleOf(authority)],
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
 * activity.
 */
export function expectEntry(rows: readonly Row[] | undefined): void {
  // The function answers with these words only.
  const outcome = (rows?.[0]?.['outcome'] ?? 'signed-out') as Outcome
  if (outcome !== 'entered') refuse(outcome)
}

/** Says why somebody did not get in. */
export function refuse(outcome: Outcome): never {
  if (outcome === 'signed-out') throw new AppError('SIGNED_OUT')
  if (outcome === 'weak') throw new AppError('SECOND_FACTOR_MISSING')
  throw new AppError('NOT_FOUND')
}
