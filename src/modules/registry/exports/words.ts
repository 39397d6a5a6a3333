import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** What can be counted of a year. */
export const MEASURES = {
  enrolments: {
    nl: 'Inschrijvingen die in het jaar begonnen',
    en: 'Enrolments that began in the year',
  },
  diplomas: { nl: 'Diploma’s die in het jaar zijn uitgegeven', en: 'Diplomas issued in the year' },
} as const satisfies Record<string, Text>

export type Measure = keyof typeof MEASURES

/** By what can be counted, in the order in which tables are told. */
export const FIELDS = {
  programme: { nl: 'Opleiding', en: 'Programme' },
  institution: { nl: 'Zorginstelling', en: 'Care institution' },
  institute: { nl: 'Opleidingsinstituut', en: 'Training institute' },
  age: { nl: 'Leeftijd', en: 'Age' },
  quarter: { nl: 'Kwartaal', en: 'Quarter' },
} as const satisfies Record<string, Text>

export type Field = keyof typeof FIELDS

/** Names of lists that must not be empty, for whoever reads them from outside. */
export const MEASURE_WORDS: readonly [Measure, ...Measure[]] = ['enrolments', 'diplomas']
export const FIELD_WORDS: readonly [Field, ...Field[]] = [
  'programme',
  'institution',
  'institute',
  'age',
  'quarter',
]

/** What is refused when numbers are to be told. */
export const EXPORTS_ERRORS = {
  TALLY_PLANNED: {
    nl: 'Over dit jaar is al geteld, of dat staat gepland. Een tweede telling zou samen met de eerste iemand kunnen verraden. Gebruik de telling die er is.',
    en: 'This year was counted already, or that is planned. A second count could give somebody away together with the first. Use the one that there is.',
  },
  TALLY_DAY_OUT_OF_REACH: {
    nl: 'Kies vandaag of een dag binnen een jaar.',
    en: 'Choose today or a day within a year.',
  },
  TALLY_MADE: {
    nl: 'Deze telling is al gemaakt of gaat niet door. Er verandert niets meer aan.',
    en: 'This count was made already or was called off. It no longer changes.',
  },
  TALLY_FIELD_UNKNOWN: {
    nl: 'Kies voor elke tabel ten minste één kolom.',
    en: 'Choose at least one column for each table.',
  },
  TABLES_SUBTRACT: {
    nl: 'Twee tabellen zijn van elkaar af te trekken, en dan blijven er misschien maar een paar mensen over. Begin beide tabellen met dezelfde kolommen, en laat wat daarna komt niet over hetzelfde gaan. Zorginstelling en opleidingsinstituut gaan over hetzelfde.',
    en: 'Two tables can be subtracted, and perhaps only a few people are left then. Begin both with the same columns, and let what comes after be about different things. Care institution and training institute are about the same thing.',
  },
} as const satisfies Readonly<Record<string, Text>>

/** How the ledger tells of them. */
export const EXPORTS_LEDGER_WORDS: LedgerWords = {
  subjects: {
    tallies: { nl: 'een telling', en: 'a count' },
    tally_tables: { nl: 'een tabel van een telling', en: 'a table of a count' },
    tally_exports: { nl: 'een tabel met aantallen', en: 'a table of numbers' },
  },
  acts: {
    'inserted tallies': { nl: 'plande een telling', en: 'planned a count' },
    'updated tallies': { nl: 'blies een telling af', en: 'called a count off' },
    'inserted tally_tables': {
      nl: 'koos de kolommen van een tabel',
      en: 'chose the columns of a table',
    },
    'inserted tally_exports': {
      nl: 'gaf een tabel met aantallen af',
      en: 'handed out a table of numbers',
    },
  },
  lists: {
    tallies: { nl: 'de tellingen', en: 'the counts' },
    tally: { nl: 'een telling', en: 'a count' },
  },
  actors: {},
  silent: [],
}
