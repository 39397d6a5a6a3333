import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Answers, Reads } from '#store/store.ts'

/**
 * Reads for a page of the officer, in one round trip.
 *
 * @throws `NOT_FOUND` for whoever does not oversee.
 */
export function readOverseen<R extends Reads>(
  door: Door,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  return door.list('oversight', name, { mayAct, ...reads })
}
