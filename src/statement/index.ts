export type { Catalogue, Vocabulary } from './catalogue.ts'
export { type ReadCatalogue, readCatalogue } from './catalogue/read.ts'
export type { SqlFile } from './catalogue/sql.ts'
export { type CheckedStatement, checkFolder, checkStatement } from './check/check.ts'
export { type Clause, listClauses } from './clauses.ts'
export { compile } from './compile/compile.ts'
export { planSql } from './compile/plan-sql.ts'
export { planSentences } from './compile/plan-sentences.ts'
export type { Change, ChangeSubject, Effect } from './diff/change.ts'
export { diffPlans, type PlanChange } from './diff/plans.ts'
export { diffStatements } from './diff/statements.ts'
export { fieldNotice } from './notice.ts'
export type { Plan } from './plan.ts'
export type { Problem } from './problem.ts'
export { statementSchema } from './schema.ts'
export {
  type ParsedStatement,
  parseStatement,
  type Statement,
  type StatementFolder,
} from './statement.ts'
export type { Block, Run, Said } from './text/block.ts'
export { plainText, renderText, type SaidText, textInWords } from './text/render.ts'
export { mergeVocabularies } from './vocabulary.ts'
