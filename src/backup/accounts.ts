import type { ReportLine } from '#duties/backups/report.ts'
import type { Ending } from '#store/ending-register.ts'
import type { Owner } from '#store/owner.ts'
import { ACCOUNT_TABLES, accountsOf } from './account-tables.ts'

/** Makes tables for the accounts of a backup, which are gone at the end of the transaction. */
export async function prepareAccounts(owner: Owner): Promise<void> {
  for (const { table } of ACCOUNT_TABLES) {
    await owner.query(
      `create temp table ${staged(table)} (like gestand.${table} including defaults)
       on commit drop`,
    )
  }
}

/** Where the rows of a table of the platform wait. */
export function staged(table: string): string {
  return `pg_temp.restored_${table}`
}

export interface AccountBasis {
  /** Of accounts, since the backup. */
  readonly endings: readonly Ending[]
  /** Accounts that were erased. */
  readonly erased: readonly string[]
  /** Id of the master key in use: what another sealed is of no more use. */
  readonly masterId: string
}

/**
 * Brings accounts back that are no longer there. One that exists stays as it is now; one that was
 * removed, or has given its address to another, stays away; a password or second factor that was
 * replaced after the backup lets nobody in again.
 */
export async function mergeAccounts(
  owner: Owner,
  { endings, erased, masterId }: AccountBasis,
): Promise<ReportLine[]> {
  const removed = [...idsOf(endings, 'accounts', 'delete'), ...erased]
  const run = async (text: string, values: unknown[]): Promise<number> =>
    (await owner.query(text, values)).rowCount ?? 0
  const closed = await run(
    `delete from ${staged('accounts')} s where s.id = any ($1::uuid[]) or exists (
       select from gestand.accounts a where a.id <> s.id and lower(a.email) = lower(s.email))`,
    [removed],
  )
  await run(`delete from ${staged('accounts')} s using gestand.accounts a where a.id = s.id`, [])
  await owner.query(`alter table ${staged('accounts')} add primary key (id)`)
  for (const [id, disabledAt] of closingsOf(endings)) {
    await run(`update ${staged('accounts')} set disabled_at = $2 where id = $1`, [id, disabledAt])
  }
  // Somebody else may have the old address by now: only the administrator can say.
  const moved = movedOf(endings)
  await run(
    `update ${staged('accounts')} set disabled_at = coalesce(disabled_at, now())
     where id = any ($1::uuid[])`,
    [moved],
  )
  const dropped = await dropCredentials(owner, endings, masterId)
  const restored = await run(
    `insert into gestand.accounts select * from ${staged('accounts')} on conflict do nothing`,
    [],
  )
  for (const { table } of ACCOUNT_TABLES.slice(1)) {
    await run(
      `insert into gestand.${table} select s.* from ${staged(table)} s
       join ${staged('accounts')} a on a.id = s.account_id on conflict do nothing`,
      [],
    )
  }
  return [
    { kind: 'note', code: 'ACCOUNTS_RESTORED', count: restored },
    { kind: 'taken-out', code: 'ACCOUNTS_GONE', count: closed },
    { kind: 'taken-out', code: 'ACCOUNTS_MOVED', count: moved.length },
    { kind: 'taken-out', code: 'CREDENTIALS_REPLACED', count: dropped },
  ]
}

/** Ends what lets people in without a new sign-in: sessions, and links that went out by mail. */
export async function endSessions(owner: Owner, organisation: string): Promise<ReportLine[]> {
  const whose = `account_id in (${accountsOf(organisation)})`
  await owner.query(
    `update gestand.sessions set ended_at = now() where ended_at is null and ${whose}`,
  )
  for (const table of ['sign_ins', 'recoveries', 'email_changes']) {
    await owner.query(`delete from gestand.${table} where ${whose}`)
  }
  let links = 0
  for (const table of ['invitations', 'member_invitations']) {
    const voided = await owner.query(
      `update org_${organisation}.${table} set expires_at = now()
       where accepted_at is null and expires_at > now()`,
    )
    links += voided.rowCount ?? 0
  }
  return [{ kind: 'taken-out', code: 'LINKS_ENDED', count: links }]
}

async function dropCredentials(
  owner: Owner,
  endings: readonly Ending[],
  masterId: string,
): Promise<number> {
  const replaced = [
    ...idsOf(endings, 'passwords', 'update'),
    ...idsOf(endings, 'second_factors', 'update'),
    ...idsOf(endings, 'second_factors', 'delete'),
  ]
  const whose = `account_id = any ($1::uuid[]) or master <> $2`
  const dropped = await owner.query(`delete from ${staged('passwords')} where ${whose}`, [
    replaced,
    masterId,
  ])
  for (const table of ['second_factors', 'recovery_codes']) {
    await owner.query(`delete from ${staged(table)} where ${whose}`, [replaced, masterId])
  }
  const used = endings.filter(({ table }) => table === 'recovery_codes')
  await owner.query(
    `update ${staged('recovery_codes')} s set used_at = now()
     from jsonb_to_recordset($1) as u (account_id uuid, place smallint)
     where s.account_id = u.account_id and s.place = u.place and s.used_at is null`,
    [JSON.stringify(used.map(({ key }) => key))],
  )
  return dropped.rowCount ?? 0
}

function idsOf(endings: readonly Ending[], table: string, act: Ending['act']): string[] {
  return endings
    .filter((ending) => ending.table === table && ending.act === act)
    .map(({ key }) => String(key['id'] ?? key['account_id']))
}

/** When accounts were closed, or opened again. */
function closingsOf(endings: readonly Ending[]): [string, unknown][] {
  return endings
    .filter(({ table, act }) => table === 'accounts' && act === 'update')
    .map(({ key, columns }) => [String(key['id']), columns['disabled_at']])
}

/** Accounts that got another address. The register does not know which. */
function movedOf(endings: readonly Ending[]): string[] {
  return idsOf(endings, 'addresses', 'update')
}
