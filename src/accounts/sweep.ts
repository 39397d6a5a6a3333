import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Accounts } from './accounts.ts'

/**
 * Removes what is of no more use: links and sign-ins that have expired, sessions and mails that
 * ended a month ago, tries of more than a day ago. Meant to run daily.
 */
export async function sweepAccounts({ platform }: Accounts): Promise<void> {
  for (const statement of SWEEPS) await platform.run(written(statement))
}

const SWEEPS = [
  sql`delete from gestand.sign_ins where ends_at < now()`,
  sql`delete from gestand.recoveries where expires_at < now()`,
  sql`delete from gestand.email_changes where expires_at < now()`,
  sql`delete from gestand.second_factor_setups where begun_at < now() - interval '1 hour'`,
  sql`delete from gestand.throttles where counted_at < now() - interval '1 day'`,
  sql`delete from gestand.sessions
    where least(ended_at, ends_at, seen_at + idle_time) < now() - interval '30 days'`,
  sql`delete from gestand.mails
    where coalesce(sent_at, failed_at, queued_at) < now() - interval '30 days'`,
]
