import { asOwner, type Owner } from '#store/owner.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'

export interface Leavers {
  readonly dossiers: number
  /** Notes of the person at a rank, from 0. */
  readonly notesOf: (rank: number) => number
  /** How many of them are past their term; the others have years to go. */
  readonly due: number
}

const PEER = 'peer'
const BATCH = 20_000

/**
 * Loads the same dossiers twice: in the organisation, and in a schema with the same tables, indexes
 * and foreign keys and nothing else, for who deletes by hand. Ranks are shared: the dossier with
 * rank 7 is as heavy in both.
 */
export async function loadLeavers(
  { url, keysUrl }: BenchInstallation,
  { dossiers, notesOf, due }: Leavers,
): Promise<void> {
  await asOwner(url, async (owner) => {
    await makePeer(owner)
    await owner.query('set session_replication_role = replica')
    for (let from = 0; from < dossiers; from += BATCH) {
      const ranks = Array.from({ length: Math.min(BATCH, dossiers - from) }, (_, n) => from + n)
      const notes = ranks.map(notesOf)
      const old = ranks.map((rank) => rank < due)
      for (const schema of [`org_${ORGANISATION}`, PEER]) {
        await loadBatch(owner, schema, { ranks, notes, old })
      }
    }
    await owner.query(`set search_path to org_${ORGANISATION}, gestand; select reckon_expiry()`)
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
  })
  await loadKeys(keysUrl, dossiers)
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

interface Batch {
  readonly ranks: readonly number[]
  readonly notes: readonly number[]
  readonly old: readonly boolean[]
}

async function loadBatch(owner: Owner, schema: string, batch: Batch): Promise<void> {
  await owner.query(`set search_path to ${schema}, gestand`)
  const values = [batch.ranks, batch.notes, batch.old]
  const from = `unnest($1::integer[], $2::integer[], $3::boolean[]) as l (rank, notes, old)`
  const insert = async (into: string, columns: string, more = ''): Promise<void> => {
    // Every statement takes the three lists, so that one set of values serves all.
    await owner.query(`insert into ${into} select ${columns} from ${from} ${more}`, values)
  }
  await insert('persons (id)', `md5('person ' || rank)::uuid`)
  await insert(
    'dossiers (id, kind, person_id, reference, started_at)',
    `${DOSSIER}, 're-integration', md5('person ' || rank)::uuid, 'B' || rank,
     now() - interval '7 years'`,
  )
  await insert(
    'clients (dossier_id, given_name, family_name, email)',
    `${DOSSIER}, 'Voornaam' || rank, 'Achternaam' || rank, 'p' || rank || '@example.org'`,
  )
  await insert('engagements (dossier_id)', DOSSIER)
  await insert(
    'relations (dossier_id, holder_id, relation)',
    `${DOSSIER}, md5('coach ' || rank / 50)::uuid, 'responsible-coach'`,
  )
  await insert(
    'events (dossier_id, event, occurred_at)',
    `${DOSSIER}, 'engagement.ended', now() - case when old then interval '5 years 2 days'
       else interval '1 year' end`,
  )
  await insert(
    'notes (dossier_id, category, body, source, channel)',
    `${DOSSIER}, 'conversation-reports', decode(repeat('01', 129), 'hex'), 'client', 'phone'`,
    'cross join lateral generate_series(1, notes)',
  )
  if (schema === PEER) {
    await insert(
      'due_dates (dossier_id, part, due_on)',
      `${DOSSIER}, 'dossier', current_date + case when old then -1 else 1000 end`,
    )
  }
}

async function loadKeys(keysUrl: string, dossiers: number): Promise<void> {
  await asOwner(keysUrl, async (owner) => {
    await owner.query(
      `insert into keys.dossier_keys (organisation, dossier_id, wrapped, master)
       select $1, ${DOSSIER}, decode(repeat('01', 61), 'hex'), 'bench'
       from generate_series(0, $2::integer - 1) rank`,
      [ORGANISATION, dossiers],
    )
    await owner.query('vacuum analyze')
  })
}
