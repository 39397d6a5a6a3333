export type { Catalogue, Vocabulary } from './catalogue.ts'
export { readCatalogue } from './catalogue/read.ts'
export type { SqlFile } from './catalogue/sql.ts'
export { compile } from './compile/compile.ts'
export { planSql } from './compile/plan-sql.ts'
export type { Plan } from './plan.ts'
export type { Problem } from './problem.ts'
export {
  type ParsedStatement,
  parseStatement,
  type Statement,
  type StatementFolder,
} from './statement.ts'
export { mergeVocabularies } from './vocabulary.ts'
