import type { TableEntry, Vocabulary } from '#statement/catalogue.ts'
import { RECORDING } from '#store/organisation.ts'
import type { SchemaFaultCode } from '#store/schema-faults.ts'
import type { SchemaFacts, SchemaTable } from '#store/schema-facts.ts'

/** A mistake in the tables, made by rule in what is there. */
export interface SeededFault {
  readonly code: SchemaFaultCode
  /** What must be named as wrong. */
  readonly object: string
  readonly sql: string
  /** The tables that show it. */
  readonly tables: readonly string[]
}

interface Told {
  readonly table: SchemaTable
  readonly entry: TableEntry
}

/** Faults of one sort, spread over the schema. */
const OF_A_SORT = 12

/** Every sort of mistake, made in as many places as there are, evenly spread. */
export function seedFaults(
  facts: SchemaFacts,
  entries: readonly TableEntry[],
  vocabulary: Vocabulary,
): SeededFault[] {
  const told = facts.tables.flatMap((table) => {
    const entry = entries.find(({ name }) => name === table.name)
    return entry && entry.belongs !== 'system' ? [{ table, entry }] : []
  })
  return [
    ...inColumns(told),
    ...inTables(told),
    ...inReferences(told),
    ...inContents(told, vocabulary),
    ...inComments(told),
    ...inCopies(told),
  ].flatMap(spread)
}

function inColumns(told: readonly Told[]): SeededFault[][] {
  const columns = told.flatMap((each) => each.entry.columns.map((column) => ({ ...each, column })))
  return [
    columns.map(({ table, column }) =>
      seeded(
        'UNTOLD',
        table,
        `${table.name}.${column.name}`,
      )(`comment on column ${table.name}.${column.name} is null`),
    ),
    told.map(({ table }) =>
      seeded('UNTOLD', table, `${table.name}.stray`)(`alter table ${table.name} add stray text`),
    ),
    columns
      .filter(({ column }) => column.category !== undefined || column.categoryIn !== undefined)
      .map(({ table, column }) =>
        seeded(
          'STATISTICS_KEPT',
          table,
          `${table.name}.${column.name}`,
        )(`alter table ${table.name} alter ${column.name} set statistics 100`),
      ),
  ]
}

function inTables(told: readonly Told[]): SeededFault[][] {
  const recording = Object.keys(RECORDING)
  const recorded = told
    .filter(({ table }) => recording.every((each) => table.triggers.includes(each)))
    .map(({ table }, n) => ({ table, trigger: recording[n % recording.length] }))
  return [
    told.map(({ table }) => seeded('UNTOLD', table)(`comment on table ${table.name} is null`)),
    told.map(({ table }) =>
      seeded('ROWS_UNSECURED', table)(`alter table ${table.name} disable row level security`),
    ),
    recorded.map(({ table, trigger }) =>
      seeded('ACTS_UNRECORDED', table)(`drop trigger ${trigger} on ${table.name}`),
    ),
    recorded.map(({ table, trigger }) =>
      seeded('ACTS_UNRECORDED', table)(`alter table ${table.name} disable trigger ${trigger}`),
    ),
    told.map(({ table }) =>
      seeded('OWNED_BY_OTHER', table)(`alter table ${table.name} owner to current_user`),
    ),
  ]
}

const PEOPLE = ['dossiers', 'persons', 'members', 'parties']

function inReferences(told: readonly Told[]): SeededFault[][] {
  const bound = told.filter(
    ({ table, entry }) =>
      entry.belongs === 'dossiers' && !entry.overseen && table.name !== 'dossiers',
  )
  const pointing = told.flatMap(({ table }) =>
    table.references
      .filter(({ target }) => PEOPLE.includes(target))
      .flatMap(({ columns }) => columns.map((column) => ({ table, column }))),
  )
  return [
    bound.map(({ table }) => seeded('DOSSIER_UNBOUND', table)(withoutReferences(table))),
    bound
      .filter(({ entry }) => entry.columns.every(({ subject }) => subject === undefined))
      .map(({ table }) =>
        seeded(
          'DOSSIER_UNTOLD',
          table,
        )(`comment on table ${table.name} is 'Of nobody in particular. @organisation'`),
      ),
    pointing.map(({ table, column }) =>
      seeded(
        'REFERENCE_UNTAGGED',
        table,
        `${table.name}.${column}`,
      )(`comment on column ${table.name}.${column} is '@impersonal a number'`),
    ),
  ]
}

/** Drops every foreign key by which rows go when their dossier goes. */
function withoutReferences({ name }: SchemaTable): string {
  return `do $$ declare k record; begin
    for k in select c.conname from pg_constraint c
      where c.conrelid = '${name}'::regclass and c.contype = 'f' loop
      execute format('alter table ${name} drop constraint %I', k.conname);
    end loop; end $$`
}

function inContents(told: readonly Told[], { categories }: Vocabulary): SeededFault[][] {
  const added = (type: string, comment: string) => (table: SchemaTable) =>
    `alter table ${table.name} add stray ${type};
     comment on column ${table.name}.stray is '${comment}'`
  const sorts = [
    ['JSON_PERSONAL', added('jsonb', '@category identity')],
    ['JSON_PERSONAL', added('json', '@key')],
    ['SEALED_AS_TEXT', added('text', '@category identity @sealed')],
    ...Object.entries(categories)
      .filter(([, word]) => word.special !== undefined || word.citizenNumber === true)
      .map(([word]) => ['SPECIAL_UNSEALED', added('text', `@category ${word}`)] as const),
    ...Object.entries(categories)
      .filter(([, word]) => word.sealed === true)
      .map(([word]) => ['WORDS_UNSEALED', added('text', `@category ${word}`)] as const),
    ['WORDS_UNSEALED', added('text[]', '@category incident')],
    ['SPECIAL_UNSEALED', added('bytea', '@category citizen-number')],
    ['SPECIAL_UNSEALED', added('text', '@category work-limitations @reckoned to count')],
  ] as const
  const personal = told.filter(({ entry }) => entry.impersonal === undefined)
  return sorts.map(([code, sql]) =>
    personal.map(({ table }) => seeded(code, table, `${table.name}.stray`)(sql(table))),
  )
}

function inComments(told: readonly Told[]): SeededFault[][] {
  const wrong = [
    '@categori identity',
    '@category identiti',
    '@key @stamp',
    'Nothing is told of it.',
    '@category',
  ]
  return wrong.map((comment) =>
    told.flatMap(({ table, entry }) =>
      entry.columns
        .slice(0, 1)
        .map(({ name }) =>
          seeded(
            'TAG_WRONG',
            table,
            `comment on column ${table.name}.${name} is $c$${comment}$c$;`,
          )(`comment on column ${table.name}.${name} is '${comment}'`),
        ),
    ),
  )
}

function inCopies(told: readonly Told[]): SeededFault[][] {
  const copies = [
    (name: string) => `create materialized view stray as select * from ${name}`,
    (name: string) => `create table stray () inherits (${name})`,
    (name: string) => `create unlogged table stray as select * from ${name}`,
  ]
  return copies.map((sql) =>
    told.map(({ table }) => ({
      ...seeded('COPIED', table, 'stray')(sql(table.name)),
      tables: ['stray'],
    })),
  )
}

function seeded(code: SchemaFaultCode, table: SchemaTable, object: string = table.name) {
  const tables = [table.name, ...table.references.map(({ target }) => target)]
  return (sql: string): SeededFault => ({ code, object, sql, tables })
}

/** A number of them from beginning to end, where there are more. */
function spread(faults: readonly SeededFault[]): SeededFault[] {
  const step = Math.max(1, faults.length / OF_A_SORT)
  const places = Array.from({ length: Math.min(OF_A_SORT, faults.length) }, (_, index) =>
    Math.floor(index * step),
  )
  return places.flatMap((place) => faults[place] ?? [])
}
