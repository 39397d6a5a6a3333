import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Answers, Reads } from '#store/store.ts'

/**
 * Reads for a page of the administration, in one round trip.
 *
 * @throws `NOT_FOUND` for whoever is no administrator.
 */
export function readOffice<R extends Reads>(
  door: Door,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  return door.list('administration', name, { mayAct, ...reads })
}
