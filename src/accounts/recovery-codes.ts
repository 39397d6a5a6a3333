import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import type { Accounts } from './accounts.ts'
import { hashRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-code.ts'
import { readSession } from './session.ts'

/**
 * Gives ten new codes for when the authenticator app is lost; the old ones are worth nothing from
 * now on.
 *
 * @returns The codes, which cannot be shown a second time.
 * @throws `SIGNED_OUT`, `SECOND_FACTOR_NEEDED` in a session without a second factor.
 */
export async function renewRecoveryCodes(accounts: Accounts, token: Buffer): Promise<string[]> {
  const { accountId, strong } = await readSession(accounts, token)
  if (!strong) throw new AppError('SECOND_FACTOR_NEEDED')
  return accounts.platform.change((tx) => replaceRecoveryCodes(tx, accounts, accountId))
}

export async function replaceRecoveryCodes(
  tx: Runner,
  { seal }: Accounts,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await tx.run(fromPlatform.deleteFrom('recovery_codes').where('account_id', '=', accountId))
  await tx.run(
    fromPlatform.insertInto('recovery_codes').values(
      codes.map((code, index) => ({
        account_id: accountId,
        place: index + 1,
        sealed: seal.seal('recovery-code', accountId, hashRecoveryCode(code)),
        master: seal.masterId,
      })),
    ),
  )
  return codes
}

/** Uses a code, once, also when it is given twice at the same moment. */
export async function useRecoveryCode(
  tx: Runner,
  { seal }: Accounts,
  accountId: string,
  code: string,
): Promise<boolean> {
  const rows = await tx.run(
    fromPlatform
      .selectFrom('recovery_codes')
      .select(['place', 'sealed'])
      .where('account_id', '=', accountId)
      .where('used_at', 'is', null)
      .orderBy('place')
      .forUpdate(),
  )
  const given = hashRecoveryCode(code)
  const found = rows.filter(({ sealed }) =>
    timingSafeEqual(seal.unseal('recovery-code', accountId, sealed), given),
  )
  const [row] = found
  if (!row) return false
  await tx.run(
    fromPlatform
      .updateTable('recovery_codes')
      .set({ used_at: sql`now()` })
      .where('account_id', '=', accountId)
      .where('place', '=', row.place),
  )
  return true
}
