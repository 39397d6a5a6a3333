/** Time that is spent on clients. */
export {
  type DossierTime,
  readDossierTime,
  type TimeCorrectionView,
  type TimeEntryView,
  timeReads,
} from './dossier-time.ts'
export {
  correctTime,
  recordTime,
  removeTime,
  TIME_REMARK_LIMIT,
  type TimeSpent,
} from './entry.ts'
export { timeForm } from './form.ts'
export { readMinutes, sayMinutes } from './minutes.ts'
export {
  readWeek,
  type Week,
  type WeekClient,
  type WeekEntry,
  weekOf,
  weekReads,
} from './week.ts'
export { TIME_KINDS } from './words.ts'
