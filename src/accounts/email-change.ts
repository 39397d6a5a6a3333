import { sql } from 'kysely'
import { AppError, isAppError } from '#kernel/error.ts'
import { accountChangedMail } from '#jobs/mails/account-changed.ts'
import { emailChangeMail } from '#jobs/mails/email-change.ts'
import { fromPlatform } from '#store/platform.ts'
import { readEmail } from './account.ts'
import type { Accounts } from './accounts.ts'
import { provePassword } from './password-change.ts'
import { ACCOUNT_PATHS } from './paths.ts'
import { readSession } from './session.ts'
import { countTry, throttleMail } from './throttle.ts'
import { hashToken, newToken } from './token.ts'

/**
 * Mails a link to a new e-mail address, which counts once the link is followed. Whether somebody
 * else has an account with it is not told.
 *
 * @throws `SIGNED_OUT`, `EMAIL_INVALID`, `PASSWORD_WRONG`, `TRY_LATER`.
 */
export async function startEmailChange(
  accounts: Accounts,
  token: Buffer,
  { email: wanted, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  const { accountId, name, language } = await readSession(accounts, token)
  const email = readEmail(wanted)
  await provePassword(accounts, accountId, password)
  await countTry(accounts, [throttleMail(email)])
  const link = newToken()
  await accounts.platform.change(async (tx) => {
    await tx.run(fromPlatform.deleteFrom('email_changes').where('account_id', '=', accountId))
    await tx.run(
      fromPlatform
        .insertInto('email_changes')
        .values({ token_hash: hashToken(link), account_id: accountId, email }),
    )
    const page = { path: ACCOUNT_PATHS.emailChange(link) }
    await accounts.outbox.queue(tx, emailChangeMail, page, { email, name, language })
  })
}

/**
 * Confirms a new e-mail address with the link that was sent to it; the old address is told.
 *
 * @throws `LINK_EXPIRED`, also when somebody else has taken the address since.
 */
export async function confirmEmailChange(accounts: Accounts, link: Buffer): Promise<void> {
  try {
    await accounts.platform.change(async (tx) => {
      const [change] = await tx.run(
        fromPlatform
          .deleteFrom('email_changes')
          .where('token_hash', '=', hashToken(link))
          .where('expires_at', '>', sql<Date>`now()`)
          .returning(['account_id', 'email']),
      )
      if (!change) throw new AppError('LINK_EXPIRED')
      const before = fromPlatform
        .selectFrom('accounts')
        .select(['email', 'name', 'language'])
        .where('id', '=', change.account_id)
        .where('disabled_at', 'is', null)
        .forUpdate()
      const [account] = await tx.run(before)
      if (!account) throw new AppError('LINK_EXPIRED')
      await tx.run(
        fromPlatform
          .updateTable('accounts')
          .set({ email: change.email })
          .where('id', '=', change.account_id),
      )
      const about = { path: ACCOUNT_PATHS.signIn, what: 'email' as const }
      await accounts.outbox.queue(tx, accountChangedMail, about, account)
    })
  } catch (error) {
    throw isAppError(error, 'DUPLICATE') ? new AppError('LINK_EXPIRED') : error
  }
}
