import type { Accounts } from './accounts.ts'
import { provePassword } from './password-change.ts'
import { readSession } from './session.ts'

/**
 * Asks whoever is signed in for the password once more, before something leaves that a borrowed
 * device must not get.
 *
 * @throws `SIGNED_OUT`, `PASSWORD_WRONG`, `TRY_LATER`.
 */
export async function proveAgain(
  accounts: Accounts,
  token: Buffer,
  password: string,
): Promise<void> {
  const { accountId } = await readSession(accounts, token)
  await provePassword(accounts, accountId, password)
}
