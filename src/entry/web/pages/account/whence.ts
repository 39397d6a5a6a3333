import type { Context } from 'hono'
import type { Whence } from '#accounts/index.ts'
import type { Door } from '#entry/web/http/door.ts'

/**
 * From where a request comes, for slowing down whoever guesses. Only keyed hashes of it are kept.
 */
export function whence(door: Door, c: Context): Whence {
  return { address: door.visit.address, userAgent: c.req.header('user-agent') }
}
