import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { accountChangedMail } from '#jobs/mails/account-changed.ts'
import { fromPlatform } from '#store/platform.ts'
import { noteResetInLedgers } from './account.ts'
import type { Accounts } from './accounts.ts'
import { ACCOUNT_PATHS } from './paths.ts'
import { endAllSessions } from './session.ts'

/**
 * Takes the second factor of somebody away who lost the app and the recovery codes. For whoever
 * runs the installation, who must be sure of the person: from now on the password alone is enough,
 * until staff set a new app up at their next sign-in. Every session ends and the owner is told by
 * mail.
 *
 * @throws `NOT_FOUND` when there is no account with this address and a second factor.
 */
export async function resetSecondFactor(accounts: Accounts, email: string): Promise<void> {
  await accounts.platform.change(async (tx) => {
    const account = fromPlatform
      .selectFrom('accounts')
      .select('id')
      .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    const [removed] = await tx.run(
      fromPlatform
        .deleteFrom('second_factors')
        .where('account_id', '=', account)
        .returning('account_id'),
    )
    if (!removed) throw new AppError('NOT_FOUND')
    const accountId = removed.account_id
    await tx.run(fromPlatform.deleteFrom('recovery_codes').where('account_id', '=', accountId))
    await tx.run(
      fromPlatform.deleteFrom('second_factor_setups').where('account_id', '=', accountId),
    )
    await endAllSessions(tx, accountId)
    await noteResetInLedgers(tx, accountId)
    const about = { path: ACCOUNT_PATHS.signIn, what: 'second-factor-removed' as const }
    await accounts.outbox.queue(tx, accountChangedMail, about, { accountId })
  })
}
