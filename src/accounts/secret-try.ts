import type { Accounts } from './accounts.ts'
import { countTry, forgive, throttleAddress } from './throttle.ts'

/**
 * Does something for whoever shows a secret without a session. Each asking counts as a try of its
 * network address until it turns out to be right: secrets are not to be guessed.
 *
 * @throws `TRY_LATER`, and whatever `work` throws.
 */
export async function tryingSecret<T>(
  accounts: Accounts,
  address: string,
  work: () => Promise<T>,
): Promise<T> {
  const throttles = [throttleAddress(address)]
  await countTry(accounts, throttles)
  const result = await work()
  await forgive(accounts.platform, accounts, throttles)
  return result
}
