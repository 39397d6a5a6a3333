import type { Text } from '#kernel/language.ts'
import type { ColumnEntry, TableEntry, Vocabulary } from '#statement/catalogue.ts'
import { readCatalogue } from '#statement/index.ts'
import { RECORDING } from './organisation.ts'
import type { SchemaColumn, SchemaFacts, SchemaTable } from './schema-facts.ts'

/** Something about the tables that would let personal data escape the rules. */
export interface SchemaFault {
  readonly code: SchemaFaultCode
  /** Name of the thing: `notes.body`, a table, a function. */
  readonly object: string
}

/** What can be wrong with the tables, in words that hold how many. */
export const SCHEMA_FAULTS = {
  UNTOLD: {
    nl: 'van tabellen of kolommen is niet vastgelegd wat erin staat ({count})',
    en: 'of tables or columns nobody told what is in them ({count})',
  },
  TAG_WRONG: {
    nl: 'wat over kolommen is vastgelegd, klopt niet ({count})',
    en: 'what is told of columns cannot be understood ({count})',
  },
  COPIED: {
    nl: 'er staan gegevens in een kopie, buiten de regels om ({count})',
    en: 'data stand in a copy, outside the rules ({count})',
  },
  OWNED_BY_OTHER: {
    nl: 'tabellen zijn van een ander dan de eigenaar van de database ({count})',
    en: 'tables belong to somebody else than the owner of the database ({count})',
  },
  ROWS_UNSECURED: {
    nl: 'tabellen laten al hun rijen zien aan wie erbij mag ({count})',
    en: 'tables show all of their rows to whoever may see one ({count})',
  },
  DOSSIER_UNBOUND: {
    nl: 'gegevens zouden blijven staan als hun dossier weggaat ({count})',
    en: 'data would outlive the dossier that they belong to ({count})',
  },
  DOSSIER_UNTOLD: {
    nl: 'gegevens horen bij een dossier zonder dat dat is vastgelegd ({count})',
    en: 'data hang on a dossier, and nobody told so ({count})',
  },
  REFERENCE_UNTAGGED: {
    nl: 'een verwijzing naar iemand geldt als onpersoonlijk ({count})',
    en: 'a reference to somebody is told to hold no personal data ({count})',
  },
  JSON_PERSONAL: {
    nl: 'er kunnen persoonsgegevens staan in velden zonder eigen soort ({count})',
    en: 'personal data can stand in fields without a category of their own ({count})',
  },
  SPECIAL_UNSEALED: {
    nl: 'bijzondere gegevens worden niet versleuteld ({count})',
    en: 'special data are not encrypted ({count})',
  },
  WORDS_UNSEALED: {
    nl: 'wat iemand vertrouwelijk schrijft, wordt niet versleuteld ({count})',
    en: 'what people write in confidence is not encrypted ({count})',
  },
  SEALED_AS_TEXT: {
    nl: 'wat versleuteld moet zijn, kan leesbaar worden opgeslagen ({count})',
    en: 'what must be encrypted can be stored in plain words ({count})',
  },
  ACTS_UNRECORDED: {
    nl: 'wijzigingen in tabellen komen niet in het logboek ({count})',
    en: 'changes of tables do not reach the ledger ({count})',
  },
  STATISTICS_KEPT: {
    nl: 'de database onthoudt waarden van rijen die verborgen zijn ({count})',
    en: 'the database keeps values of rows that are hidden ({count})',
  },
  NAMES_LOOSE: {
    nl: 'functies met alle rechten zijn te misleiden ({count})',
    en: 'functions with all rights can be misled ({count})',
  },
} as const satisfies Record<string, Text>

export type SchemaFaultCode = keyof typeof SCHEMA_FAULTS

/** A table with what its comments tell. */
interface Told {
  readonly table: SchemaTable
  readonly entry: TableEntry
}

/**
 * Judges the tables as they are, by what their comments tell. An organisation in which it finds
 * nothing has no place for personal data that the statement does not reach.
 */
export function findSchemaFaults(facts: SchemaFacts, vocabulary: Vocabulary): SchemaFault[] {
  const { catalogue, problems } = readCatalogue([{ name: 'live', text: asSql(facts) }], vocabulary)
  const entries = new Map(catalogue.tables.map((entry) => [entry.name, entry]))
  const told = facts.tables.flatMap((table) => {
    const entry = entries.get(table.name)
    return entry && table.kind === 'r' ? [{ table, entry }] : []
  })
  const dossiers = new Set(
    told.filter(({ entry }) => entry.belongs === 'dossiers').map(({ table }) => table.name),
  )
  return [
    ...facts.tables.flatMap(judgeKind),
    ...problems
      .filter(({ code }) => code !== 'TABLE_WITHOUT_COMMENT')
      .map(({ line }) => fault('TAG_WRONG', asSql(facts).split('\n')[line - 1] ?? 'comment')),
    ...told.flatMap((each) => judgeTable(each, dossiers)),
    ...told.flatMap(({ table, entry }) =>
      table.columns.flatMap((column) => judgeColumn({ table, entry }, column, vocabulary)),
    ),
    ...facts.looseFunctions.map((name) => fault('NAMES_LOOSE', name)),
  ]
}

/** The comments of the database as a file of SQL tells them, one statement a line. */
function asSql({ tables }: SchemaFacts): string {
  const lines = tables
    .filter(({ kind, comment }) => kind === 'r' && comment !== null)
    .flatMap(({ name, comment, columns }) => [
      `create table ${name} (`,
      `comment on table ${name} is $c$${flat(comment)}$c$;`,
      ...columns
        .filter((column) => column.comment !== null)
        .map(
          (column) => `comment on column ${name}.${column.name} is $c$${flat(column.comment)}$c$;`,
        ),
    ])
  return lines.join('\n')
}

function flat(comment: string | null): string {
  return (comment ?? '').replaceAll(/\s+/g, ' ')
}

function judgeKind({ name, kind, comment, ...table }: SchemaTable): SchemaFault[] {
  const copied = 'mfp'.includes(kind) || table.inherits || table.persistence === 'u'
  return [
    ...(comment === null ? [fault('UNTOLD', name)] : []),
    ...(copied ? [fault('COPIED', name)] : []),
    ...(table.owner === 'gestand_owner' ? [] : [fault('OWNED_BY_OTHER', name)]),
  ]
}

function judgeTable({ table, entry }: Told, dossiers: ReadonlySet<string>): SchemaFault[] {
  const { name, references, triggers } = table
  if (entry.belongs === 'system') return []
  const changed = [...entry.insert, ...entry.update, ...entry.delete].length > 0
  const toDossier = references.filter(
    ({ columns, target }) => columns.includes('dossier_id') && dossiers.has(target),
  )
  const goesAlong = toDossier.some(({ onDelete }) => onDelete === 'c')
  const root = name === 'dossiers' || entry.overseen
  return [
    ...(table.secured ? [] : [fault('ROWS_UNSECURED', name)]),
    ...(entry.belongs === 'dossiers' && !root && !goesAlong
      ? [fault('DOSSIER_UNBOUND', name)]
      : []),
    ...(entry.belongs !== 'dossiers' && toDossier.length > 0 && !entry.columns.some(isSubject)
      ? [fault('DOSSIER_UNTOLD', name)]
      : []),
    ...(changed && !Object.keys(RECORDING).every((each) => triggers.includes(each))
      ? [fault('ACTS_UNRECORDED', name)]
      : []),
    ...missingColumns(table, entry).map((column) => fault('TAG_WRONG', `${name}.${column}`)),
  ]
}

/** Whose it is can be told beside the dossier: then requests and erasure know of it. */
function isSubject({ subject }: ColumnEntry): boolean {
  return subject !== undefined
}

/** Columns that the comments name and the table has not. */
function missingColumns({ columns }: SchemaTable, entry: TableEntry): string[] {
  const there = new Set(columns.map(({ name }) => name))
  return [
    ...(entry.whileConsent === undefined ? [] : [entry.whileConsent]),
    ...entry.columns.flatMap(({ categoryIn }) => categoryIn?.column ?? []),
  ].filter((name) => !there.has(name))
}

/** What the database can reckon with, and tells no more than a day or a number. */
const RECKONABLE = new Set(['date', 'integer'])
/** What holds words of one's own. */
const TEXT_TYPES = new Set(['text', 'text[]', 'character varying'])
const JSON_TYPES = new Set(['json', 'jsonb', 'xml', 'hstore'])
/** The tables to which a reference tells who somebody is. */
const PEOPLE = new Set(['dossiers', 'persons', 'members', 'parties', 'accounts'])

function judgeColumn(
  { table, entry }: Told,
  column: SchemaColumn,
  vocabulary: Vocabulary,
): SchemaFault[] {
  const object = `${table.name}.${column.name}`
  const told = entry.columns.find(({ name }) => name === column.name)
  const impersonal = entry.impersonal !== undefined || told?.impersonal !== undefined
  const json = JSON_TYPES.has(column.type) && !impersonal && told?.sealed !== true
  if (entry.belongs === 'system') {
    return [
      ...(json ? [fault('JSON_PERSONAL', object)] : []),
      ...(told?.sealed === true && column.type !== 'bytea'
        ? [fault('SEALED_AS_TEXT', object)]
        : []),
    ]
  }
  if (!told) return [fault('UNTOLD', object)]
  const categories = told.category === undefined ? (told.categoryIn?.of ?? []) : [told.category]
  const personal = categories.length > 0
  const reckoned = told.reckoned !== undefined && RECKONABLE.has(column.type)
  const pointing = table.references.some(
    ({ columns, target }) => columns.includes(column.name) && PEOPLE.has(target),
  )
  return [
    ...(json ? [fault('JSON_PERSONAL', object)] : []),
    ...(pointing && told.impersonal !== undefined ? [fault('REFERENCE_UNTAGGED', object)] : []),
    ...(!told.sealed && !reckoned && categories.some((word) => isSpecial(word, vocabulary))
      ? [fault('SPECIAL_UNSEALED', object)]
      : []),
    ...(!told.sealed &&
    told.reckoned === undefined &&
    TEXT_TYPES.has(column.type) &&
    categories.some((word) => vocabulary.categories[word]?.sealed === true)
      ? [fault('WORDS_UNSEALED', object)]
      : []),
    ...(told.sealed && column.type !== 'bytea' ? [fault('SEALED_AS_TEXT', object)] : []),
    ...(personal && column.statistics !== 0 ? [fault('STATISTICS_KEPT', object)] : []),
  ]
}

function isSpecial(word: string, { categories }: Vocabulary): boolean {
  const { special, citizenNumber } = categories[word] ?? {}
  return special !== undefined || citizenNumber === true
}

function fault(code: SchemaFaultCode, object: string): SchemaFault {
  return { code, object }
}
