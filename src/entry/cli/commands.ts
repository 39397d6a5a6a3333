import type { Command } from './command.ts'

/**
 * The commands by their first word, in the order in which help lists them. Each is loaded only when
 * it is asked for, so that `check` needs no database.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  check: () => import('./statement/check.ts'),
  plan: () => import('./statement/plan.ts'),
  diff: () => import('./statement/diff.ts'),
  text: () => import('./statement/text.ts'),
  schema: () => import('./statement/schema.ts'),
  organisations: () => import('./operating/organisations.ts'),
  apply: () => import('./operating/apply.ts'),
  drift: () => import('./operating/drift.ts'),
  prove: () => import('./prove.ts'),
  ledger: () => import('./ledger.ts'),
  recipients: () => import('./recipients.ts'),
  receipt: () => import('./receipt.ts'),
  signature: () => import('./signature.ts'),
  retention: () => import('./retention.ts'),
  import: () => import('./import.ts'),
  account: () => import('./operating/account.ts'),
  backup: () => import('./operating/backup.ts'),
  keys: () => import('./operating/keys.ts'),
}
