import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Answers, Reads } from '#store/store.ts'
import { RETENTION } from './words.ts'

/**
 * Reads for a page of whoever keeps the terms, in one round trip.
 *
 * @throws `NOT_FOUND` for whoever does not.
 */
export function readTerms<R extends Reads>(
  door: Door,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  return door.list(RETENTION, name, { mayAct, ...reads })
}
