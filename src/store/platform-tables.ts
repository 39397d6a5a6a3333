import type { Generated } from 'kysely'
import type { Language } from '#kernel/language.ts'

/**
 * The tables that an installation has once, as the part of the application that signs people in
 * sees them.
 */
export interface PlatformTables {
  accounts: Accounts
  sessions: Sessions
  passwords: Passwords
  second_factors: SecondFactors
  second_factor_setups: SecondFactorSetups
  recovery_codes: RecoveryCodes
  sign_ins: SignIns
  recoveries: Recoveries
  email_changes: EmailChanges
  throttles: Throttles
  mails: Mails
}

interface Accounts {
  id: Generated<string>
  email: string
  name: string
  language: Generated<Language>
  created_at: Generated<Date>
  disabled_at: Generated<Date | null>
}

interface Sessions {
  token_hash: Buffer
  account_id: string
  strong: boolean
  started_at: Generated<Date>
  seen_at: Generated<Date>
  ends_at: Date
  idle_time: Generated<string>
  ended_at: Generated<Date | null>
  id: Generated<string>
  device: Generated<string>
  proved_at: Generated<Date | null>
}

interface Sealed {
  account_id: string
  sealed: Buffer
  /** Id of the master key that sealed it. */
  master: string
}

interface Passwords extends Sealed {
  changed_at: Generated<Date>
}

interface SecondFactors extends Sealed {
  last_step: number
  since: Generated<Date>
}

interface SecondFactorSetups extends Sealed {
  begun_at: Generated<Date>
}

interface RecoveryCodes extends Sealed {
  place: number
  used_at: Generated<Date | null>
}

interface SignIns {
  token_hash: Buffer
  account_id: string
  device: Generated<string>
  started_at: Generated<Date>
  ends_at: Generated<Date>
}

interface Recoveries {
  token_hash: Buffer
  account_id: string
  asked_at: Generated<Date>
  expires_at: Generated<Date>
}

interface EmailChanges {
  token_hash: Buffer
  account_id: string
  email: string
  expires_at: Generated<Date>
}

interface Throttles {
  key: Buffer
  failures: Generated<number>
  counted_at: Generated<Date>
  blocked_until: Generated<Date>
}

interface Mails {
  id: Generated<string>
  kind: string
  account_id: string | null
  payload: Buffer | null
  master: string
  queued_at: Generated<Date>
  bulk: Generated<boolean>
  tries: Generated<number>
  next_try_at: Generated<Date>
  sent_at: Generated<Date | null>
  failed_at: Generated<Date | null>
  failure: Generated<string | null>
}
