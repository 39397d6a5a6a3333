import type { Queryable } from './drift.ts'

/** The organisation under which endings of accounts stand: all of them and none. */
export const PLATFORM = ''

const BATCH = 500

/** A row that ended something, or came to say that something had ended. */
export interface Ending {
  readonly table: string
  readonly act: 'insert' | 'update' | 'delete'
  /** The columns of its key, as PostgreSQL writes them in JSON. */
  readonly key: Readonly<Record<string, unknown>>
  /** What became of it; nothing when the row went, or came back. */
  readonly columns: Readonly<Record<string, unknown>>
  readonly notedAt: Date
}

/**
 * Takes endings from the data to the register in the database of keys. Cut short anywhere it loses
 * none: what stands in the register twice is one.
 *
 * @param data As the owner or the worker.
 * @param keys As the owner of the keys or `gestand_keys`.
 * @returns How many were taken.
 */
export async function takeEndings(data: Queryable, keys: Queryable): Promise<number> {
  let taken = 0
  for (;;) {
    const { rows } = await data.query(
      `select id, organisation, noted_at::text, table_name, act, key, columns
       from gestand.endings order by noted_at limit ${BATCH}`,
    )
    if (rows.length === 0) return taken
    const lines = JSON.stringify(rows)
    await keys.query(
      `insert into keys.endings (id, organisation, noted_at, table_name, act, key, columns)
       select id, organisation, noted_at, table_name, act, key, columns
       from jsonb_populate_recordset(null::keys.endings, $1) on conflict do nothing`,
      [lines],
    )
    await data.query(
      `delete from gestand.endings where id in
         (select id from jsonb_to_recordset($1) as e (id uuid))`,
      [lines],
    )
    taken += rows.length
  }
}

/** The register of an organisation: a backup remembers under which one it was made. */
export interface Register {
  readonly id: string
  /** Endings from before this moment are forgotten. */
  readonly prunedUntil: Date | null
}

export async function findRegister(
  keys: Queryable,
  organisation: string,
): Promise<Register | undefined> {
  const { rows } = await keys.query(
    'select id, pruned_until as "prunedUntil" from keys.registers where organisation = $1',
    [organisation],
  )
  // The query gives exactly these two columns.
  return (rows as Register[])[0]
}

/** Begins the register of an organisation where there is none yet. */
export async function readRegister(keys: Queryable, organisation: string): Promise<Register> {
  await keys.query('insert into keys.registers (organisation) values ($1) on conflict do nothing', [
    organisation,
  ])
  const found = await findRegister(keys, organisation)
  if (!found) throw new Error('a register that was made a moment ago is gone')
  return found
}

/**
 * The endings since a moment: of each row only how it stands now. What was noted of different
 * columns of one row stands side by side, unless the row went after that.
 *
 * @param organisation `PLATFORM` for those of accounts.
 */
export async function listEndings(
  keys: Queryable,
  organisation: string,
  since: Date,
): Promise<Ending[]> {
  const { rows } = await keys.query(
    `with newest as (
       select distinct on (table_name, key, names.of) *
       from keys.endings e, lateral (
         select array_agg(n order by n) as of from jsonb_object_keys(e.columns) n) names
       where organisation = $1 and noted_at >= $2
       order by table_name, key, names.of, noted_at desc, id)
     select table_name as "table", act, key, columns, noted_at as "notedAt" from newest n
     where not exists (
       select from newest o where o.table_name = n.table_name and o.key = n.key
         and o.noted_at > n.noted_at and (o.act = 'delete' or n.act = 'delete'))
     order by noted_at, id`,
    [organisation, since],
  )
  // The query gives exactly these columns, and a constraint the words of `act`.
  return rows as Ending[]
}

/** Forgets endings from before a moment, of which no backup is left that could need them. */
export async function pruneEndings(
  keys: Queryable,
  organisation: string,
  until: Date,
): Promise<void> {
  await keys.query('delete from keys.endings where organisation = $1 and noted_at < $2', [
    organisation,
    until,
  ])
  await keys.query(
    `update keys.registers set pruned_until = greatest(pruned_until, $2) where organisation = $1`,
    [organisation, until],
  )
  // Those of accounts go when no organisation needs them any more.
  await keys.query(
    `delete from keys.endings where organisation = $1 and noted_at < (
       select case when count(*) = count(pruned_until) then min(pruned_until) end
       from keys.registers)`,
    [PLATFORM],
  )
}

/** The newest checkpoint of a ledger, remembered outside the data. */
export interface LedgerHead {
  readonly checkpoint: number
  readonly hash: Buffer
  readonly closedAt: Date
}

export async function noteHead(
  keys: Queryable,
  organisation: string,
  { checkpoint, hash, closedAt }: LedgerHead,
): Promise<void> {
  await keys.query(
    `insert into keys.ledger_heads (organisation, checkpoint, hash, closed_at)
     values ($1, $2, $3, $4)
     on conflict (organisation) do update set checkpoint = excluded.checkpoint,
       hash = excluded.hash, closed_at = excluded.closed_at`,
    [organisation, checkpoint, hash, closedAt],
  )
}

export async function findHead(
  keys: Queryable,
  organisation: string,
): Promise<LedgerHead | undefined> {
  const { rows } = await keys.query(
    `select checkpoint, hash, closed_at as "closedAt" from keys.ledger_heads
     where organisation = $1`,
    [organisation],
  )
  // The query gives exactly these columns.
  return (rows as LedgerHead[])[0]
}
