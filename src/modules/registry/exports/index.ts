/** Numbers for others in which nobody can be recognised. */
export { talliesAnonymous } from './check.ts'
export { makeTallies } from './making.ts'
export { rangeSayer, sayGroup, tableCsv, tableWorkbook } from './sheet.ts'
export {
  callOffTally,
  exportTable,
  listTallies,
  planTally,
  RESEARCH_EXPORTS,
  TALLIES_PAGE,
  TALLY_EXPORTS_MOST,
  type TallyExport,
  type TallyGroup,
  type TallyLine,
  type TallyReads,
  tallyReads,
  type TallyTable,
  type TallyWord,
  type WantedTable,
} from './tally.ts'
export { EXPORTS_VOCABULARY } from './vocabulary.ts'
export {
  EXPORTS_ERRORS,
  EXPORTS_LEDGER_WORDS,
  FIELD_WORDS,
  FIELDS,
  type Measure,
  MEASURE_WORDS,
  MEASURES,
} from './words.ts'
