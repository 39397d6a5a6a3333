import { Outbox } from '#jobs/outbox.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Platform } from '#store/platform.ts'
import { AccountSeal } from './account-seal.ts'

/**
 * What everything about accounts works with. Made once, passed as the first argument of the
 * functions.
 */
export interface Accounts {
  readonly platform: Platform
  readonly seal: AccountSeal
  readonly outbox: Outbox
  /** Signs the cookies of visitors, see `newVisitor`. */
  readonly visitorKey: Buffer
  /** Answers that could tell whether an account exists take at least this long. */
  readonly answerMs: number
  /** Milliseconds since 1970, for codes that change with time. */
  readonly now: () => number
}

export interface AccountsOptions {
  /** Signed in as the accounts. */
  readonly platform: Platform
  readonly master: MasterKey
  readonly answerMs?: number
  readonly now?: () => number
}

/** Well above the time that checking a password takes on an unhurried machine. */
const ANSWER_MS = 400

export function createAccounts({
  platform,
  master,
  answerMs = ANSWER_MS,
  now = Date.now,
}: AccountsOptions): Accounts {
  return {
    platform,
    seal: new AccountSeal(master),
    outbox: new Outbox(master),
    visitorKey: master.derive('accounts', 'visitor'),
    answerMs,
    now,
  }
}
