import { createHash, randomUUID } from 'node:crypto'
import type { Catalogue, ColumnEntry, TableEntry } from '#statement/catalogue.ts'
import { quoted } from '#store/owner.ts'
import { seal } from '#store/sealing.ts'
import type { World } from './world.ts'

/** Somebody whose every column gets a value that stands nowhere else. */
export interface Marked {
  /** Letters that tell this person's markers from those of others. */
  readonly mark: string
  readonly accountId: string
  readonly email: string
  readonly dossierId: string
  readonly kind: string
}

/** A value that was written, and how it looks in a package. */
export interface Marker {
  readonly place: string
  readonly looks: string
}

/** What the law forbids to tell for a time: left empty, so that it is told. */
const SILENT: ReadonlySet<string> = new Set(['legal_demands.silent_until'])

interface ColumnRow {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** Tables in which a second row would change who may read: they are filled as they are. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(['dossiers', 'persons'])

/**
 * Writes one row with markers into every table about a person, past all rules but those of types.
 *
 * @returns What must be found in the package of that person.
 */
export async function markEverything(
  there: World,
  catalogue: Catalogue,
  whose: Marked,
): Promise<Marker[]> {
  const columns = await listColumns(there)
  await forgetChecks(there)
  const markers: Marker[] = []
  for (const table of catalogue.tables.filter(isMarked)) {
    const values = await Promise.all(
      (columns.get(table.name) ?? []).map((column) => valueFor(there, { table, column, whose })),
    )
    const written = values.filter((each) => each !== undefined)
    await writeRow(there, table.name, written)
    markers.push(...written.flatMap(({ place, looks }) => (looks ? [{ place, looks }] : [])))
  }
  return markers.filter(({ place }) => !KEPT_BACK.has(place))
}

/** What no package holds: the person sees that there is one, and has it shown by an act. */
const KEPT_BACK: ReadonlySet<string> = new Set(['citizen_numbers.number', 'citizen_numbers.mark'])

function isMarked({ name, belongs, columns }: TableEntry): boolean {
  if (AS_THEY_ARE.has(name) || name === 'package_parts') return false
  return belongs === 'dossiers' || columns.some(({ subject }) => subject !== undefined)
}

interface Placed {
  readonly table: TableEntry
  readonly column: ColumnRow
  readonly whose: Marked
}

interface Written {
  readonly place: string
  readonly column: string
  readonly value: unknown
  /** How it looks in the package; undefined for what is no marker. */
  readonly looks: string | undefined
}

async function valueFor(there: World, placed: Placed): Promise<Written | undefined> {
  const { table, column, whose } = placed
  const place = `${table.name}.${column.name}`
  const entry = table.columns.find(({ name }) => name === column.name)
  const told = { place, column: column.name }
  if (SILENT.has(place)) return undefined
  const fixed = fixedValue(placed, entry)
  if (fixed !== undefined) return { ...told, value: fixed, looks: undefined }
  const number =
    100_000 +
    (createHash('sha256')
      .update(place + whose.mark)
      .digest()[0] ?? 0) *
      251
  const text = `${whose.mark}-${place}`
  switch (column.type) {
    case 'bytea': {
      if (!entry?.sealed) {
        return { ...told, value: Buffer.from(text.padEnd(32)), looks: hex(text.padEnd(32)) }
      }
      return { ...told, value: await sealFor(there, placed, entry, text), looks: text }
    }
    case 'uuid':
      return { ...told, value: randomUUID(), looks: undefined }
    case 'date':
      return { ...told, value: dayFor(text), looks: dayFor(text) }
    case 'timestamp with time zone':
      return { ...told, value: `${dayFor(text)}T12:00:00Z`, looks: dayFor(text) }
    case 'boolean':
      return { ...told, value: true, looks: undefined }
    case 'moments':
      return { ...told, value: [`${dayFor(text)}T12:00:00Z`], looks: dayFor(text) }
    case 'time without time zone':
      return { ...told, value: '12:00', looks: undefined }
    case 'ARRAY':
      return { ...told, value: [text], looks: text }
    case 'interval':
      return { ...told, value: '1 day', looks: undefined }
    case 'jsonb':
      return { ...told, value: JSON.stringify({ text }), looks: text }
    case 'text':
      return { ...told, value: text, looks: text }
    default:
      return { ...told, value: number, looks: String(number) }
  }
}

/** Sealed as the application does it: with the key of the dossier, or else of a row. */
async function sealFor(
  { keys, organisation }: World,
  { table, whose }: Placed,
  { sealedBy, name }: ColumnEntry,
  text: string,
): Promise<Buffer> {
  const holder = table.columns.find((each) => each.name === (sealedBy ?? 'id'))?.subject
  const id =
    table.belongs === 'dossiers'
      ? whose.dossierId
      : idFor(whose, holder === undefined || holder === '' ? table.name : holder)
  await keys.create(organisation, [id])
  const key = await keys.read(organisation, id)
  return seal(key, `${organisation}/${id}/${table.name}.${name}`, text)
}

/** Values that tie the row to its person, or that must be a word that the database knows. */
function fixedValue(
  { table, column, whose }: Placed,
  entry: ColumnEntry | undefined,
): string | undefined {
  const { name } = column
  if (column.type === 'uuid' && name === 'id') return idFor(whose, table.name)
  if (entry?.subject) return idFor(whose, entry.subject)
  if (name === 'dossier_id') return whose.dossierId
  // The parts of a file show with the document that they are of.
  if (name === 'document_id') return idFor(whose, 'documents')
  if (entry?.subject === '') {
    if (column.type === 'text') return whose.email
    return name === 'person_id' ? randomUUID() : whose.accountId
  }
  const words = table.columns.find(({ categoryIn }) => categoryIn?.column === name)?.categoryIn
  if (words) return words.of[0]
  return undefined
}

/** The id of the row of a table, to which others can refer. */
function idFor({ mark }: Marked, table: string): string {
  const hash = createHash('sha256').update(`${mark} ${table}`).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** A day of its own for each place. */
function dayFor(text: string): string {
  const [first = 0, second = 0] = createHash('sha256').update(text).digest()
  return new Date(Date.UTC(2030, 0, 1) + (first * 256 + second) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex')
}

async function listColumns({ owner, organisation }: World): Promise<Map<string, ColumnRow[]>> {
  const { rows } = await owner.query<ColumnRow>(
    `select table_name as table, column_name as name,
       case when udt_name = '_timestamptz' then 'moments' else data_type end as type
     from information_schema.columns where table_schema = $1 and is_generated = 'NEVER'`,
    [`org_${organisation}`],
  )
  return Map.groupBy(rows, ({ table }) => table)
}

/** Takes away what would refuse a marker: only types remain. */
async function forgetChecks({ owner, organisation }: World): Promise<void> {
  await owner.query(`set session_replication_role = replica`)
  const { rows } = await owner.query<{ table: string; name: string }>(
    `select c.relname as table, n.conname as name from pg_constraint n
     join pg_class c on c.oid = n.conrelid
     where n.contype = 'c' and n.connamespace = $1::regnamespace`,
    [`org_${organisation}`],
  )
  for (const { table, name } of rows) {
    await owner.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  }
}

async function writeRow(
  { owner }: World,
  table: string,
  values: readonly Written[],
): Promise<void> {
  const places = values.map((_, index) => `$${index + 1}`).join(', ')
  const names = values.map(({ column }) => quoted(column)).join(', ')
  const insert = `insert into ${quoted(table)} (${names}) overriding system value values (${places})`
  try {
    await owner.query(
      insert,
      values.map(({ value }) => value),
    )
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error
    // One row of it is there already, and there can be no second: this one takes its place.
    const tie = values.find(({ column }) => column === 'dossier_id' || column === 'account_id')
    await owner.query(`delete from ${quoted(table)} where ${quoted(tie?.column ?? '')} = $1`, [
      tie?.value,
    ])
    await owner.query(
      insert,
      values.map(({ value }) => value),
    )
  }
}
