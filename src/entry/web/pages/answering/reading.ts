import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Answers, Reads } from '#store/store.ts'

/** The activities behind these pages, each held by a function. */
export type AnsweringActivity =
  | 'complaint-handling'
  | 'incident-handling'
  | 'incident-reporting'
  | 'register-keeping'
  | 'access-review'

/**
 * Reads for one of these pages, in one round trip.
 *
 * @throws `NOT_FOUND` for whoever does not hold a function that the activity takes.
 */
export function readAs<R extends Reads>(
  door: Door,
  activity: AnsweringActivity,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  return door.list(activity, name, { mayAct, ...reads })
}
