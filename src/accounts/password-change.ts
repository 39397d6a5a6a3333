import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { accountChangedMail } from '#jobs/mails/account-changed.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { noteInLedgers } from './account.ts'
import type { Accounts } from './accounts.ts'
import { checkPassword, hashPassword, verifyPassword } from './password.ts'
import { ACCOUNT_PATHS } from './paths.ts'
import { endAllSessions, readSession, startSession, takeSession } from './session.ts'
import { countTry, forgive, throttleProof } from './throttle.ts'

/** Keeps the hash of a password, sealed for its account. */
export async function setPassword(
  tx: Runner,
  { seal }: Accounts,
  accountId: string,
  hashed: string,
): Promise<void> {
  const sealed = seal.seal('password', accountId, hashed)
  const master = seal.masterId
  await tx.run(
    fromPlatform
      .insertInto('passwords')
      .values({ account_id: accountId, sealed, master })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ sealed, master, changed_at: sql`now()` }),
      ),
  )
}

/**
 * Changes the password of whoever is signed in. All sessions end; the one that asks goes on under a
 * new token.
 *
 * @throws `SIGNED_OUT`, `PASSWORD_WRONG`, `TRY_LATER`, and as `checkPassword`.
 */
export async function changePassword(
  accounts: Accounts,
  token: Buffer,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Buffer> {
  const session = await readSession(accounts, token)
  const { accountId, strong, device } = session
  await provePassword(accounts, accountId, current)
  checkPassword(next, session)
  const hashed = await hashPassword(next)
  return accounts.platform.change(async (tx) => {
    await takeSession(tx, session.id)
    await replacePassword(tx, accounts, accountId, hashed)
    return startSession(tx, { accountId, strong, device })
  })
}

/** A new password: it ends every session, is told to its owner and stands in the ledgers. */
export async function replacePassword(
  tx: Runner,
  accounts: Accounts,
  accountId: string,
  hashed: string,
): Promise<void> {
  await setPassword(tx, accounts, accountId, hashed)
  await endAllSessions(tx, accountId)
  await tx.run(fromPlatform.deleteFrom('recoveries').where('account_id', '=', accountId))
  await noteInLedgers(tx, accountId, 'password-changed')
  const about = { path: ACCOUNT_PATHS.signIn, what: 'password' as const }
  await accounts.outbox.queue(tx, accountChangedMail, about, { accountId })
}

/**
 * Asks the password again before something that matters.
 *
 * @throws `PASSWORD_WRONG`, `TRY_LATER`.
 */
export async function provePassword(
  accounts: Accounts,
  accountId: string,
  password: string,
): Promise<void> {
  const throttles = [throttleProof(accountId)]
  await countTry(accounts, throttles)
  const [row] = await accounts.platform.run(
    fromPlatform.selectFrom('passwords').select('sealed').where('account_id', '=', accountId),
  )
  const hashed = row && accounts.seal.unseal('password', accountId, row.sealed).toString('utf8')
  if (!hashed || !(await verifyPassword(hashed, password))) throw new AppError('PASSWORD_WRONG')
  await forgive(accounts.platform, accounts, throttles)
}
