import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { noteInLedgers } from './account.ts'
import type { Accounts } from './accounts.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import { readSession, startSession } from './session.ts'
import { findSignIn, type SignIn } from './sign-in.ts'
import { countTry, forgive, throttleAccount, throttleProof } from './throttle.ts'
import { hashToken } from './token.ts'
import { findTotpStep } from './totp.ts'

/**
 * Completes a sign-in with a code from the authenticator app.
 *
 * @returns The token of the session, which is a new one.
 * @throws `SIGN_IN_EXPIRED`, `CODE_REFUSED`, `TRY_LATER`.
 */
export function giveSecondFactor(accounts: Accounts, token: Buffer, code: string): Promise<Buffer> {
  return complete(accounts, token, async (tx, { accountId }) => {
    if (!(await useTotp(tx, accounts, accountId, code)))
      throw new AppError('CODE_REFUSED', { field: 'code' })
  })
}

/**
 * Completes a sign-in with one of the codes for when the authenticator app is lost.
 *
 * @returns The token of the session, which is a new one.
 * @throws `SIGN_IN_EXPIRED`, `RECOVERY_CODE_REFUSED`, `TRY_LATER`.
 */
export function giveRecoveryCode(accounts: Accounts, token: Buffer, code: string): Promise<Buffer> {
  return complete(accounts, token, async (tx, { accountId }) => {
    const right = await useRecoveryCode(tx, accounts, accountId, code)
    if (!right) throw new AppError('RECOVERY_CODE_REFUSED')
  })
}

/**
 * Asks whoever is signed in for a code once more, before something that only they may do. The
 * session remembers when it was given.
 *
 * @throws `SIGNED_OUT`; `SECOND_FACTOR_NEEDED` in a session without a second factor;
 * `CODE_REFUSED`, `TRY_LATER`.
 */
export async function proveSecondFactor(
  accounts: Accounts,
  token: Buffer,
  code: string,
): Promise<void> {
  const { accountId, id, strong } = await readSession(accounts, token)
  if (!strong) throw new AppError('SECOND_FACTOR_NEEDED')
  const throttles = [throttleProof(accountId)]
  await countTry(accounts, throttles)
  await accounts.platform.change(async (tx) => {
    if (!(await useTotp(tx, accounts, accountId, code)))
      throw new AppError('CODE_REFUSED', { field: 'code' })
    await forgive(tx, accounts, throttles)
    await tx.run(
      fromPlatform.updateTable('sessions').set({ proved_at: sql`now()` }).where('id', '=', id),
    )
  })
}

async function complete(
  accounts: Accounts,
  token: Buffer,
  prove: (tx: Runner, signIn: SignIn) => Promise<void>,
): Promise<Buffer> {
  const signIn = await findSignIn(accounts, token)
  if (signIn?.needs !== 'second-factor') throw new AppError('SIGN_IN_EXPIRED')
  const { accountId, device, email } = signIn
  const throttles = [throttleProof(accountId)]
  await countTry(accounts, throttles)
  try {
    return await accounts.platform.change(async (tx) => {
      await takeSignIn(tx, token)
      await prove(tx, signIn)
      await forgive(tx, accounts, [...throttles, throttleAccount(email)])
      await noteInLedgers(tx, accountId, 'signed-in')
      return startSession(tx, { accountId, strong: true, device })
    })
  } catch (error) {
    if (error instanceof AppError && error.code !== 'SIGN_IN_EXPIRED') {
      await noteInLedgers(accounts.platform, accountId, 'sign-in-refused')
    }
    throw error
  }
}

/**
 * Ends a sign-in in favour of a session, inside a transaction.
 *
 * @throws `SIGN_IN_EXPIRED` when it was completed in the meantime.
 */
export async function takeSignIn(tx: Runner, token: Buffer): Promise<void> {
  const taken = await tx.run(
    fromPlatform
      .deleteFrom('sign_ins')
      .where('token_hash', '=', hashToken(token))
      .returning('account_id'),
  )
  if (taken.length === 0) throw new AppError('SIGN_IN_EXPIRED')
}

/**
 * Uses a code: its step and those before it are refused from now on, also to whoever tries at this
 * moment.
 */
async function useTotp(
  tx: Runner,
  { seal, now }: Accounts,
  accountId: string,
  code: string,
): Promise<boolean> {
  const [factor] = await tx.run(
    fromPlatform
      .selectFrom('second_factors')
      .select(['sealed', 'last_step'])
      .where('account_id', '=', accountId)
      .forUpdate(),
  )
  if (!factor) return false
  const secret = seal.unseal('second-factor', accountId, factor.sealed)
  const step = findTotpStep(secret, code, { lastStep: factor.last_step, now: now() })
  if (step === undefined) return false
  await tx.run(
    fromPlatform
      .updateTable('second_factors')
      .set({ last_step: sql`${step}::bigint` })
      .where('account_id', '=', accountId),
  )
  return true
}
