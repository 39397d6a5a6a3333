/** Lists of people from another system: what their columns, cells and rows say. */

export { type Column, type ColumnLetter, columnLetter } from './column.ts'
export { ColumnWords } from './columns.ts'
export { Draft } from './draft.ts'
export { isSamePerson, personKey } from './likeness.ts'
export { type List, type ListLimits, readList } from './list.ts'
export type { Mapping } from './mapping.ts'
export { type DayContext, type PersonFields, takeBirth, takeDay, takePerson } from './person.ts'
export { PERSON_FIELDS, type PersonTarget, SPLIT_TARGETS } from './person-columns.ts'
export {
  hasError,
  type OwnProblem,
  type Problem,
  problem,
  type RowCode,
} from './problem.ts'
export { type Reading, read, refuse } from './reading.ts'
export { readEmail } from './email.ts'
export { describeColumn, describeProblem, type FieldWords } from './report.ts'
export { MAX_COLUMNS, type TableRow } from './table.ts'
