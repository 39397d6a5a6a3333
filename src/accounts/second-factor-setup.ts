import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { accountChangedMail } from '#jobs/mails/account-changed.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { listOrganisations, noteInLedgers } from './account.ts'
import type { Accounts } from './accounts.ts'
import { provePassword } from './password-change.ts'
import { ACCOUNT_PATHS } from './paths.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { takeSignIn } from './second-factor.ts'
import { endAllSessions, findSession, readSession, startSession, takeSession } from './session.ts'
import { findSignIn } from './sign-in.ts'
import { countTry, forgive, throttleProof } from './throttle.ts'
import { describeTotp, findTotpStep, newTotpSecret } from './totp.ts'

/** What the page shows to set up an authenticator app. */
export interface SecondFactorSetup {
  /** For the QR code. */
  readonly uri: string
  /** The same secret for typing over. */
  readonly typed: string
}

/**
 * Begins to set up an authenticator app, in a session or in a sign-in that needs one. Asking again
 * within an hour shows the same secret. An app that is in use stays so until the first code of the
 * new one is right.
 *
 * @throws `SIGNED_OUT`; `SECOND_FACTOR_NEEDED` when there is an app and this session was signed in
 * without it.
 */
export async function beginTotp(accounts: Accounts, token: Buffer): Promise<SecondFactorSetup> {
  const { accountId, email } = await findOwner(accounts, token)
  const pending = await findPending(accounts, accountId)
  if (pending) return describeTotp(pending, email)
  const secret = newTotpSecret()
  const sealed = accounts.seal.seal('second-factor', accountId, secret)
  const master = accounts.seal.masterId
  await accounts.platform.run(
    fromPlatform
      .insertInto('second_factor_setups')
      .values({ account_id: accountId, sealed, master })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ sealed, master, begun_at: sql`now()` }),
      ),
  )
  return describeTotp(secret, email)
}

/**
 * Takes a new authenticator app into use with its first code. Every session ends; the one that asks
 * goes on, stronger, under a new token.
 *
 * @returns The session's token, and ten recovery codes that cannot be shown a second time.
 * @throws `CODE_REFUSED`, `SET_UP_EXPIRED`, `TRY_LATER`, and as `beginTotp`.
 */
export async function confirmTotp(
  accounts: Accounts,
  token: Buffer,
  code: string,
): Promise<{ readonly token: Buffer; readonly recoveryCodes: readonly string[] }> {
  const owner = await findOwner(accounts, token)
  const { accountId, device } = owner
  const throttles = [throttleProof(accountId)]
  await countTry(accounts, throttles)
  const secret = await findPending(accounts, accountId)
  if (!secret) throw new AppError('SET_UP_EXPIRED')
  const step = findTotpStep(secret, code, { lastStep: 0, now: accounts.now() })
  if (step === undefined) throw new AppError('CODE_REFUSED', { field: 'code' })
  return accounts.platform.change(async (tx) => {
    await owner.take(tx)
    await keepSecret(tx, accounts, { accountId, secret, step })
    await forgive(tx, accounts, throttles)
    const recoveryCodes = await replaceRecoveryCodes(tx, accounts, accountId)
    await endAllSessions(tx, accountId)
    await tell(tx, accounts, accountId, 'second-factor')
    if (owner.signingIn) await noteInLedgers(tx, accountId, 'signed-in')
    return { token: await startSession(tx, { accountId, strong: true, device }), recoveryCodes }
  })
}

/**
 * Turns signing in in two steps off. Every session ends; the one that asks goes on under a new
 * token.
 *
 * @throws `SECOND_FACTOR_COMPULSORY` for who works for an organisation; `SECOND_FACTOR_NEEDED` in a
 * session without it; `PASSWORD_WRONG`, `TRY_LATER`, `SIGNED_OUT`.
 */
export async function removeTotp(
  accounts: Accounts,
  token: Buffer,
  password: string,
): Promise<Buffer> {
  const { id, accountId, strong, device } = await readSession(accounts, token)
  if (!strong) throw new AppError('SECOND_FACTOR_NEEDED')
  await provePassword(accounts, accountId, password)
  return accounts.platform.change(async (tx) => {
    const organisations = await listOrganisations(tx, accountId)
    if (organisations.some(({ member }) => member)) throw new AppError('SECOND_FACTOR_COMPULSORY')
    await takeSession(tx, id)
    await tx.run(fromPlatform.deleteFrom('second_factors').where('account_id', '=', accountId))
    await tx.run(fromPlatform.deleteFrom('recovery_codes').where('account_id', '=', accountId))
    await endAllSessions(tx, accountId)
    await tell(tx, accounts, accountId, 'second-factor-removed')
    return startSession(tx, { accountId, strong: false, device })
  })
}

/** What there is of a second factor, for the page of one's own account. */
export interface SecondFactor {
  readonly since: Date
  readonly recoveryCodesLeft: number
}

/** @throws `SIGNED_OUT`. */
export async function findSecondFactor(
  accounts: Accounts,
  token: Buffer,
): Promise<SecondFactor | undefined> {
  const { accountId } = await readSession(accounts, token)
  const left = fromPlatform
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
  const [factor] = await accounts.platform.run(
    fromPlatform
      .selectFrom('second_factors')
      .select(['since', left.as('left')])
      .where('account_id', '=', accountId),
  )
  return factor && { since: factor.since, recoveryCodesLeft: factor.left ?? 0 }
}

interface Owner {
  readonly accountId: string
  readonly email: string
  readonly device: string
  readonly signingIn: boolean
  /** Ends the session or sign-in, unless it ended in the meantime. */
  readonly take: (tx: Runner) => Promise<void>
}

/**
 * Whose second factor it is. Where there is one already, only a session that was signed in with it
 * may go on.
 */
async function findOwner(accounts: Accounts, token: Buffer): Promise<Owner> {
  const session = await findSession(accounts, token)
  if (session) {
    const { id, accountId, email, device, strong, hasSecondFactor } = session
    if (hasSecondFactor && !strong) throw new AppError('SECOND_FACTOR_NEEDED')
    const take = (tx: Runner): Promise<void> => takeSession(tx, id)
    return { accountId, email, device, signingIn: false, take }
  }
  const signIn = await findSignIn(accounts, token)
  if (!signIn) throw new AppError('SIGNED_OUT')
  if (signIn.needs !== 'set-up') throw new AppError('SECOND_FACTOR_NEEDED')
  const { accountId, email, device } = signIn
  const take = (tx: Runner): Promise<void> => takeSignIn(tx, token)
  return { accountId, email, device, signingIn: true, take }
}

async function findPending(
  { platform, seal }: Accounts,
  accountId: string,
): Promise<Buffer | undefined> {
  const [pending] = await platform.run(
    fromPlatform
      .selectFrom('second_factor_setups')
      .select('sealed')
      .where('account_id', '=', accountId)
      .where('begun_at', '>', sql<Date>`now() - interval '1 hour'`),
  )
  return pending && seal.unseal('second-factor', accountId, pending.sealed)
}

async function keepSecret(
  tx: Runner,
  { seal }: Accounts,
  { accountId, secret, step }: { accountId: string; secret: Buffer; step: number },
): Promise<void> {
  const kept = {
    sealed: seal.seal('second-factor', accountId, secret),
    master: seal.masterId,
    last_step: step,
  }
  await tx.run(fromPlatform.deleteFrom('second_factor_setups').where('account_id', '=', accountId))
  await tx.run(
    fromPlatform
      .insertInto('second_factors')
      .values({ account_id: accountId, ...kept })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ ...kept, since: sql`now()` }),
      ),
  )
}

async function tell(
  tx: Runner,
  { outbox }: Accounts,
  accountId: string,
  what: 'second-factor' | 'second-factor-removed',
): Promise<void> {
  await noteInLedgers(tx, accountId, 'second-factor-changed')
  await outbox.queue(tx, accountChangedMail, { path: ACCOUNT_PATHS.signIn, what }, { accountId })
}
