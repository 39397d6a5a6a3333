/** What of dossiers is on paper, and where that lies. */
export {
  type DossierPaper,
  paperReads,
  type PaperFileView,
  type PaperItemView,
  readDossierPaper,
} from './dossier-paper.ts'
export { destroyLeftover, movePaper, PLACE_LIMIT } from './move.ts'
export { changePrint, recordPrint } from './print.ts'
export {
  PAPER_MOST,
  type PaperRegister,
  readRegister,
  type RegisteredFile,
  registerReads,
} from './register.ts'
export { remindOfPaper } from './reminder.ts'
export {
  PAPER_ACTS,
  PRINT_KINDS,
  PRINT_WENT,
  type PrintKind,
} from './words.ts'
