import { asOwner, type Owner } from '#store/owner.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'

export interface Leavers {
  readonly dossiers: number
  /** Notes of the person at a rank, from 0. */
  readonly notesOf: (rank: number) => number
  /** How many of them are past their term; the others have years to go. */
  readonly due: number
}

const OWN = `org_${ORGANISATION}`
const PEER = 'peer'

/**
 * Loads the same dossiers twice: in the organisation, and in a schema with the same tables, indexes
 * and foreign keys and nothing else, for who deletes by hand. Ranks are shared: the dossier with
 * rank 7 is as heavy in both. A million take some minutes.
 */
export async function loadLeavers(
  { url, keysUrl }: BenchInstallation,
  { dossiers, notesOf, due }: Leavers,
): Promise<void> {
  await Promise.all([
    loadKeys(keysUrl, dossiers),
    asOwner(url, async (owner) => {
      await makePeer(owner)
      await owner.query('set session_replication_role = replica; set synchronous_commit = off')
      await owner.query(
        `create temporary table leavers as
         select n::integer - 1 as rank, notes, n <= $2 as old
         from unnest($1::integer[]) with ordinality as l (notes, n)`,
        [Array.from({ length: dossiers }, (_, rank) => notesOf(rank)), due],
      )
      // The oldest and the newest first: when they are due, all of them are.
      await load(owner, OWN, `rank in (0, ${dossiers - 1})`, false)
      await owner.query(`set search_path to ${OWN}, gestand; select reckon_expiry()`)
      await owner.query(
        `create temporary table terms as
         select distinct l.old, u.part, u.due_on from leavers l
         join due_dates u on u.dossier_id = ${DOSSIER}`,
      )
      for (const schema of [OWN, PEER]) {
        const others = schema === OWN ? `rank not in (0, ${dossiers - 1})` : 'true'
        await withoutIndexes(owner, schema, () => load(owner, schema, others, schema === OWN))
        for (const table of LOADED) await owner.query(`vacuum analyze ${schema}.${table}`)
      }
      await owner.query('checkpoint')
    }),
  ])
}

/** The dossier of a rank, in either schema. */
export const DOSSIER = `md5('dossier ' || rank)::uuid`

async function makePeer(owner: Owner): Promise<void> {
  const own = `org_${ORGANISATION}`
  await owner.query(`create schema ${PEER}; set search_path to ${own}, gestand`)
  const { rows } = await owner.query<{ statement: string }>(
    `select format('create table ${PEER}.%1$I (like ${own}.%1$I including all)', c.relname)
       as statement
     from pg_class c where c.relnamespace = '${own}'::regnamespace and c.relkind = 'r'
     union all
     select format('alter table ${PEER}.%I add %s', c.relname,
       replace(pg_get_constraintdef(k.oid), 'REFERENCES ', 'REFERENCES ${PEER}.'))
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = '${own}'::regnamespace and k.contype = 'f'`,
  )
  for (const { statement } of rows) await owner.query(statement)
}

const LOADED = [
  'persons',
  'dossiers',
  'clients',
  'engagements',
  'relations',
  'events',
  'notes',
  'due_dates',
]

/** Loads leavers into a schema; `known` when the days on which they are due are in `terms`. */
async function load(owner: Owner, schema: string, which: string, known: boolean): Promise<void> {
  await owner.query(`set search_path to ${schema}, gestand`)
  const from = `from leavers l where ${which} order by rank`
  const expires = `(select due_on from terms t where t.old = l.old and t.part = 'dossier')`
  await owner.query(`
    insert into persons (id) select md5('person ' || rank)::uuid ${from};
    insert into dossiers (id, kind, person_id, reference, started_at, expires_on)
    select ${DOSSIER}, 're-integration', md5('person ' || rank)::uuid, 'B' || rank,
      now() - interval '7 years', ${known ? expires : 'null'} ${from};
    insert into clients (dossier_id, given_name, family_name, email)
    select ${DOSSIER}, 'Voornaam' || rank, 'Achternaam' || rank, 'p' || rank || '@example.org'
      ${from};
    insert into engagements (dossier_id) select ${DOSSIER} ${from};
    insert into relations (dossier_id, holder_id, relation)
    select ${DOSSIER}, md5('coach ' || rank / 50)::uuid, 'responsible-coach' ${from};
    insert into events (dossier_id, event, occurred_at)
    select ${DOSSIER}, 'engagement.ended', now() - case when old then interval '5 years 2 days'
      else interval '1 year' end ${from};
    insert into notes (dossier_id, category, body, source, channel)
    select ${DOSSIER}, 'conversation-reports', decode(repeat('01', 129), 'hex'), 'client', 'phone'
    from leavers l cross join lateral generate_series(1, notes) where ${which} order by rank`)
  if (known) {
    await owner.query(
      `insert into due_dates (dossier_id, part, due_on)
       select ${DOSSIER}, t.part, t.due_on from leavers l join terms t on t.old = l.old
       where ${which} order by rank`,
    )
  }
  if (schema === PEER) {
    await owner.query(
      `insert into due_dates (dossier_id, part, due_on)
       select ${DOSSIER}, 'dossier', current_date + case when old then -1 else 1000 end ${from}`,
    )
  }
}

/** Indexes that are made of a table as a whole take a fraction of the time. */
async function withoutIndexes(
  owner: Owner,
  schema: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select format('%I.%I', $1::text, i.relname) as name, pg_get_indexdef(i.oid) as made
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     where c.relnamespace = $1::regnamespace and c.relname = any ($2)
       and not exists (select from pg_constraint k where k.conindid = i.oid)`,
    [schema, LOADED],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await work()
  for (const { made } of rows) await owner.query(made)
}

async function loadKeys(keysUrl: string, dossiers: number): Promise<void> {
  await asOwner(keysUrl, async (owner) => {
    await owner.query(
      `insert into keys.dossier_keys (organisation, dossier_id, wrapped, master)
       select $1, ${DOSSIER}, decode(repeat('01', 61), 'hex'), 'bench'
       from generate_series(0, $2::integer - 1) rank`,
      [ORGANISATION, dossiers],
    )
    await owner.query('vacuum analyze keys.dossier_keys')
  })
}
