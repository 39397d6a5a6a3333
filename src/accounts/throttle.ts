import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { Accounts } from './accounts.ts'

/** What tries are counted by, and how many may fail before the next one has to wait. */
export interface Throttle {
  readonly words: string
  readonly free: number
}

/** Tries to get into one account. */
export function throttleAccount(email: string): Throttle {
  return { words: `account|${email.trim().toLowerCase()}`, free: 5 }
}

/** Tries from one network address: more, for many people can share one. */
export function throttleAddress(address: string): Throttle {
  return { words: `address|${networkOf(address)}`, free: 30 }
}

/** Codes of a second factor, and the password asked again, for one account. */
export function throttleProof(accountId: string): Throttle {
  return { words: `proof|${accountId}`, free: 5 }
}

/** Mails to one address that somebody asks for. */
export function throttleMail(email: string): Throttle {
  return { words: `mail|${email.trim().toLowerCase()}`, free: 3 }
}

/**
 * Counts a try before it is made. The database keeps keyed hashes only.
 *
 * @throws `TRY_LATER` with the seconds to wait, for known and unknown accounts alike.
 */
export async function countTry(
  { platform, seal }: Accounts,
  throttles: readonly Throttle[],
): Promise<void> {
  const keys = throttles.map(({ words }) => seal.hash(words))
  const free = throttles.map((throttle) => throttle.free)
  const [row] = await platform.run(
    written(sql<{ wait: number }>`
      select gestand.count_try(${keys}::bytea[], ${free}::integer[]) as wait`),
  )
  if (row && row.wait > 0) throw new AppError('TRY_LATER', { seconds: row.wait })
}

/** A try that was right: it no longer counts, and for an account neither do those before it. */
export async function forgive(
  tx: Runner,
  { seal }: Accounts,
  throttles: readonly Throttle[],
): Promise<void> {
  for (const { words } of throttles) {
    const shared = words.startsWith('address|')
    await tx.run(
      fromPlatform
        .updateTable('throttles')
        .set({
          failures: shared ? sql`greatest(0, failures - 1)` : 0,
          blocked_until: sql`clock_timestamp()`,
        })
        .where('key', '=', seal.hash(words)),
    )
  }
}

/** The network of an address: for IPv6 the first 64 bits, which one subscriber has to himself. */
export function networkOf(address: string): string {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0)
  const groups = [
    ...(before ?? []),
    ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'),
    ...(after ?? []),
  ]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
