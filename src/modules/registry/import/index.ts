/** Taking over a register that there was. */

export type { RegisterReport } from './check.ts'
export { IMPORT_ERRORS } from './errors.ts'
export { isRegisterTarget, REGISTER_TARGETS } from './field.ts'
export { IMPORT_LEDGER_WORDS } from './ledger-words.ts'
export {
  LIKENESSES_SHOWN,
  type LikenessRow,
  openLikenesses,
  settleLikeness,
} from './likeness.ts'
export { IMPORT_PACKAGE_WORDS } from './package-words.ts'
export { describeRegisterProblem } from './problem.ts'
export { REGISTER_FILE_BYTES, type RegisterMapping } from './register.ts'
export { countedImports, IMPORTS_PAGE, registerImports, TAKING_OVER } from './take-over.ts'
export { type Bringing, type Undertaking, Undertakings } from './undertaking.ts'
