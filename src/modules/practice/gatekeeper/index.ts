/** The terms of the gatekeeper act, counted from the first day of illness. */
export { completeStep, recordSickLeave, reopenStep } from './gatekeeper.ts'
export {
  gatekeeperReads,
  type GatekeeperView,
  readGatekeeper,
  type TermView,
} from './gatekeeper-view.ts'
export { GATEKEEPER_STEPS, type GatekeeperStep } from './words.ts'
