import type { ReportLine } from '#duties/backups/report.ts'
import type { Queryable } from '#store/drift.ts'
import { type Owner, quoted } from '#store/owner.ts'
import { at } from './loading.ts'

/** What the register says was erased. */
export interface ErasedDossier {
  readonly dossierId: string
  readonly personId: string | null
  readonly accountId: string | null
  readonly part: string
  readonly cause: string
  /** When its rows were deleted; null when that is still to come. */
  readonly deletedAt: Date | null
}

/** The part that is the whole dossier. */
const WHOLE = 'dossier'

/** Everything that was ever erased of an organisation. */
export async function listErasures(
  keys: Queryable,
  organisation: string,
): Promise<ErasedDossier[]> {
  const { rows } = await keys.query(
    `select dossier_id as "dossierId", person_id as "personId", account_id as "accountId", part,
       cause, deleted_at as "deletedAt"
     from keys.erasures where organisation = $1 order by place`,
    [organisation],
  )
  // The query gives exactly these columns.
  return rows as ErasedDossier[]
}

/**
 * Takes out of restored tables what was erased: whole dossiers that ever were, and parts of those
 * that stayed where that was after the backup, since a part can have been written in again.
 */
export async function forgetErased(
  owner: Owner,
  schema: string,
  erasures: readonly ErasedDossier[],
  takenAt: Date,
): Promise<ReportLine[]> {
  const whole = erasures.filter(({ part }) => part === WHOLE)
  let dossiers = 0
  for (const asked of [true, false]) {
    const ids = whole
      .filter(({ cause }) => (cause !== 'retention') === asked)
      .map(({ dossierId }) => dossierId)
    const { rows } = await owner.query<{ gone: number }>(
      `select ${at(schema, 'erase_again')}(array(
         select id from ${at(schema, 'dossiers')} where id = any ($1)), $2)::int as gone`,
      [ids, asked],
    )
    dossiers += rows[0]?.gone ?? 0
  }
  const parts = erasures.filter(
    ({ part, deletedAt }) => part !== WHOLE && (deletedAt === null || deletedAt >= takenAt),
  )
  return [
    { kind: 'taken-out', code: 'ERASED_DOSSIERS', count: dossiers },
    { kind: 'taken-out', code: 'ERASED_PARTS', count: await forgetParts(owner, schema, parts) },
  ]
}

/** Returns of how many dossiers a part went. */
async function forgetParts(
  owner: Owner,
  schema: string,
  erasures: readonly ErasedDossier[],
): Promise<number> {
  let gone = 0
  for (const [part, own] of Map.groupBy(erasures, (each) => each.part)) {
    const { rows } = await owner.query<{ id: string }>(
      `select id from ${at(schema, 'dossiers')} where id = any ($1)`,
      [own.map(({ dossierId }) => dossierId)],
    )
    const ids = rows.map(({ id }) => id)
    await owner.query(`select ${at(schema, 'delete_part')}($1, $2)`, [ids, part])
    gone += ids.length
  }
  return gone
}

/** Looks in every table, and among the keys, for anything of what was erased. */
export async function findErased(
  { owner, keys }: { readonly owner: Owner; readonly keys: Queryable },
  { schema, organisation }: { readonly schema: string; readonly organisation: string },
  erasures: readonly ErasedDossier[],
): Promise<ReportLine[]> {
  const dossiers = erasures.filter(({ part }) => part === WHOLE).map(({ dossierId }) => dossierId)
  const { rows: tables } = await owner.query<{ name: string; column: string }>(
    `select c.relname as name, a.attname as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname <> 'ledger'
       and obj_description(c.oid) ~ '@belongs dossiers'
       and a.attname = case c.relname when 'dossiers' then 'id' else 'dossier_id' end`,
    [quoted(schema)],
  )
  const lines: ReportLine[] = []
  for (const { name, column } of tables) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${at(schema, name)} where ${quoted(column)} = any ($1)`,
      [dossiers],
    )
    lines.push({
      kind: 'problem',
      code: 'ERASED_BACK',
      subject: name,
      count: rows[0]?.count ?? 0,
    })
  }
  const { rows } = await keys.query(
    `select count(*)::int as count from keys.dossier_keys
     where organisation = $1 and dossier_id = any ($2)`,
    [organisation, dossiers],
  )
  const [left] = rows as { count: number }[]
  return [...lines, { kind: 'problem', code: 'KEY_OF_ERASED', count: left?.count ?? 0 }]
}

const KEYS_AT_ONCE = 20_000

/** Counts dossiers that nobody erased and of which the key is gone all the same. */
export async function countUnreadable(
  { owner, keys }: { readonly owner: Owner; readonly keys: Queryable },
  { schema, organisation }: { readonly schema: string; readonly organisation: string },
): Promise<{ dossiers: number; unreadable: number }> {
  const { rows: all } = await owner.query<{ count: number }>(
    `select count(*)::int as count from ${at(schema, 'dossiers')}`,
  )
  const dossiers = all[0]?.count ?? 0
  let readable = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await keys.query(
      `select dossier_id as id from keys.dossier_keys
       where organisation = $1 and dossier_id > $2 order by dossier_id limit ${KEYS_AT_ONCE}`,
      [organisation, after],
    )
    // The query gives exactly this column.
    const ids = (rows as { id: string }[]).map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return { dossiers, unreadable: dossiers - readable }
    const { rows: here } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${at(schema, 'dossiers')} where id = any ($1)`,
      [ids],
    )
    readable += here[0]?.count ?? 0
    after = last
  }
}
