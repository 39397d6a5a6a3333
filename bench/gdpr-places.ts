import type { Authority } from '#kernel/authority.ts'
import { RECORDING } from '#store/organisation.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import type { Pool } from '#store/pool.ts'
import type { WrittenQuery } from '#store/query.ts'
import type { Store } from '#store/store.ts'
import type { Bureau } from './bureau.ts'
import type { Answer } from './gdpr-oracle.ts'
import { COLUMNS, type Place, textOf, WHOLE } from './gdpr-queries.ts'
import type { GdprOperation, GdprRecord, Mix } from './gdpr-records.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'

const SCHEMA = `org_${ORGANISATION}`
const BATCH = 5_000

/** Who carries out a mix: an activity of the statement that stands for the role of the paper. */
const ACTIVITIES: Readonly<Record<Mix, string>> = {
  controller: 'administration',
  customer: 'coaching',
  processor: 'substitution',
  regulator: 'oversight',
}
/** Whoever acts for the organisation. */
const OFFICE = 0

/** Somewhere that operations are carried out. */
export interface Contender {
  apply(mix: Mix, operation: GdprOperation): Promise<Answer>
  /** Everything that is there, as an oracle tells it. */
  all(): Promise<Answer>
}

/**
 * Makes the records three times: under roles, column grants, policies on term and person and the
 * ledger; for statements that see to all that themselves and write a log; and bare.
 */
export async function loadRecords(
  { url }: BenchInstallation,
  bureau: Bureau,
  records: readonly GdprRecord[],
): Promise<void> {
  await asOwner(url, async (owner) => {
    for (const table of [`${SCHEMA}.gdpr_records`, 'peer_records', 'bare_records']) {
      await makeTable(owner, table)
      for (let from = 0; from < records.length; from += BATCH) {
        await fill(owner, table, { bureau, records: records.slice(from, from + BATCH) })
      }
    }
    await owner.query(`
      create table peer_log (id bigint generated always as identity primary key,
        at timestamptz not null default now(), account_id uuid not null, act text not null)`)
    await owner.query(enforcement())
    await owner.query(
      `insert into ${SCHEMA}.functions (account_id, function)
       values ($1, 'administrator'), ($1, 'officer') on conflict do nothing`,
      [bureau.coachId(OFFICE)],
    )
    await owner.query('vacuum analyze')
  })
}

async function makeTable(owner: Owner, table: string): Promise<void> {
  await owner.query(`
    create table ${table} (key text collate "C" primary key, purpose text not null,
      user_id uuid not null, expires_at timestamptz not null, objection text, decision text,
      acl text, shared text, source text, category text, data text);
    create index on ${table} (purpose);
    create index on ${table} (user_id)`)
}

async function fill(
  owner: Owner,
  table: string,
  { bureau, records }: { readonly bureau: Bureau; readonly records: readonly GdprRecord[] },
): Promise<void> {
  const rows = records.map(({ term, user, ...record }) => ({
    ...record,
    user_id: bureau.coachId(user),
    expires_at: new Date(Date.now() - 3_600_000 + term * 1_000).toISOString(),
  }))
  await owner.query(
    `insert into ${table} (${COLUMNS})
     select ${COLUMNS} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

/** As the compiler writes it for a table of an organisation, with two rules that hold always. */
function enforcement(): string {
  const table = `${SCHEMA}.gdpr_records`
  const role = (mix: Mix): string => `${SCHEMA}__${ACTIVITIES[mix]}`
  const metadata = 'key, purpose, user_id, objection, decision, acl, shared, source, category'
  const acting = Object.values(ACTIVITIES).map(
    (activity) => `create policy "acting ${activity}" on ${table} to ${SCHEMA}__${activity}
      using ((select ${SCHEMA}.acting('${activity}')));`,
  )
  const recording = Object.entries(RECORDING).map(
    ([trigger, [event, rows]]) => `create trigger ${trigger} after ${event} on ${table}
      ${rows} execute function ${SCHEMA}.record_act('dossier_id', 'key');`,
  )
  return `
    alter table ${table} owner to gestand_owner;
    alter table ${table} enable row level security;
    ${acting.join('\n')}
    create policy core_term on ${table} as restrictive using (expires_at > now());
    create policy core_own on ${table} as restrictive to ${role('customer')}
      using (user_id = (select ${SCHEMA}.actor()));
    grant select (${metadata}), insert, delete, update (shared) on ${table}
      to ${role('controller')};
    grant select, delete, update (data, source) on ${table} to ${role('customer')};
    grant select (key, purpose, objection, data) on ${table} to ${role('processor')};
    grant select (${metadata}) on ${table} to ${role('regulator')};
    ${recording.join('\n')}`
}

/** By the store: the database decides, changes stand in the ledger, readings are noted there. */
export function byTheStore(store: Store, bureau: Bureau): Omit<Contender, 'all'> {
  const place: Place = {
    table: 'gdpr_records',
    logs: `select id::text || at || act as line from ledger order by id desc`,
    account: (user) => bureau.coachId(user),
    byHand: false,
  }
  return {
    apply: async (mix, operation) => {
      const { text, values } = textOf(operation, place)
      const query: WrittenQuery<{ line: string }> = {
        compile: () => ({ sql: text, parameters: values }),
      }
      const user = mix === 'customer' && 'user' in operation ? operation.user : OFFICE
      const authority: Authority = bureau.authority(user, ACTIVITIES[mix])
      const rows = isReading(operation)
        ? (await store.list(authority, 'gdpr', { query })).query
        : await store.change(authority, (tx) => tx.run(query))
      return rows.map(({ line }) => line).toSorted()
    },
  }
}

/**
 * By hand: one statement with term and person in its WHERE; with a log, that statement writes a
 * line too.
 */
export function byHand(pool: Pool, bureau: Bureau, logged: boolean): Omit<Contender, 'all'> {
  const place: Place = {
    table: logged ? 'peer_records' : 'bare_records',
    logs: `select id::text || at || act as line from peer_log order by id desc`,
    account: (user) => bureau.coachId(user),
    byHand: logged,
  }
  return {
    apply: async (_, operation) => {
      const { text, values } = textOf(operation, place)
      const user = 'user' in operation ? operation.user : OFFICE
      const { rows } = await pool.query<{ line: string }>({
        name: `${operation.act} ${logged}`,
        text: logged ? withLog(text, values.length) : text,
        values: logged ? [...values, bureau.coachId(user), operation.act] : [...values],
      })
      return rows.map(({ line }) => line).toSorted()
    },
  }
}

function withLog(text: string, values: number): string {
  return `with noted as (insert into peer_log (account_id, act)
    values ($${values + 1}, $${values + 2})) ${text}`
}

function isReading({ act }: GdprOperation): boolean {
  return /^(?:read|metadata|verify|logs)/.test(act)
}

/** Everything in a table, without asking whose it is. */
export async function readAll({ url }: BenchInstallation, table: string): Promise<Answer> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ line: string }>(`select ${WHOLE} as line from ${table}`)
    return rows.map(({ line }) => line).toSorted()
  })
}

export const TABLES = {
  ours: `${SCHEMA}.gdpr_records`,
  peer: 'peer_records',
  bare: 'bare_records',
} as const
