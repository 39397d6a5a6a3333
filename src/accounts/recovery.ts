import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { recoveryMail } from '#jobs/mails/recovery.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import type { Accounts } from './accounts.ts'
import { answerAfter } from './answer-time.ts'
import { describeDevice } from './device.ts'
import { checkPassword, hashPassword } from './password.ts'
import { replacePassword } from './password-change.ts'
import { ACCOUNT_PATHS } from './paths.ts'
import { admit, type SignInResult, type Whence } from './sign-in.ts'
import { countTry, forgive, throttleAccount, throttleAddress, throttleMail } from './throttle.ts'
import { hashToken, newToken } from './token.ts'

/**
 * Mails a link for choosing a new password, good once and for an hour, when there is an account
 * with this address. The answer and its time are the same when there is none.
 *
 * @throws `TRY_LATER` with seconds after too many for this address or from this network.
 */
export function startRecovery(
  accounts: Accounts,
  email: string,
  { address }: Whence,
): Promise<void> {
  return answerAfter(accounts.answerMs, async () => {
    await countTry(accounts, [throttleMail(email), throttleAddress(address)])
    await accounts.platform.change(async (tx) => {
      const [account] = await tx.run(
        fromPlatform
          .selectFrom('accounts')
          .select('id')
          .where(sql`lower(email)`, '=', email.trim().toLowerCase())
          .where('disabled_at', 'is', null),
      )
      if (!account) return
      const token = newToken()
      await tx.run(
        fromPlatform
          .insertInto('recoveries')
          .values({ token_hash: hashToken(token), account_id: account.id }),
      )
      const page = { path: ACCOUNT_PATHS.recovery(token) }
      await accounts.outbox.queue(tx, recoveryMail, page, { accountId: account.id })
    })
  })
}

/** Whose password a link may set. */
export interface Recovery {
  readonly accountId: string
  readonly email: string
  readonly name: string
}

/** Finds what a link from a mail is good for; undefined when it was used or has expired. */
export async function findRecovery(
  { platform }: Accounts,
  token: Buffer,
): Promise<Recovery | undefined> {
  const [recovery] = await platform.run(
    fromPlatform
      .selectFrom('recoveries')
      .innerJoin('accounts', 'accounts.id', 'recoveries.account_id')
      .select(['accounts.id as accountId', 'accounts.email', 'accounts.name'])
      .where('recoveries.token_hash', '=', hashToken(token))
      .where('recoveries.expires_at', '>', sql<Date>`now()`)
      .where('accounts.disabled_at', 'is', null),
  )
  return recovery
}

/**
 * Chooses a new password with a link from a mail and signs in, for which a second factor is still
 * needed. Every session and every other link ends.
 *
 * @throws `LINK_EXPIRED`, and as `checkPassword`, after which the link is still good.
 */
export async function recover(
  accounts: Accounts,
  { token, password }: { readonly token: Buffer; readonly password: string },
  { userAgent }: Whence,
): Promise<SignInResult> {
  const recovery = await findRecovery(accounts, token)
  if (!recovery) throw new AppError('LINK_EXPIRED')
  checkPassword(password, recovery)
  const hashed = await hashPassword(password)
  const { accountId, email } = recovery
  return accounts.platform.change(async (tx) => {
    await takeRecovery(tx, token)
    await replacePassword(tx, accounts, accountId, hashed)
    await forgive(tx, accounts, [throttleAccount(email), throttleMail(email)])
    return admit(tx, accountId, describeDevice(userAgent))
  })
}

async function takeRecovery(tx: Runner, token: Buffer): Promise<void> {
  const taken = await tx.run(
    fromPlatform
      .deleteFrom('recoveries')
      .where('token_hash', '=', hashToken(token))
      .returning('account_id'),
  )
  if (taken.length === 0) throw new AppError('LINK_EXPIRED')
}
