import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import { isAppError } from '#kernel/error.ts'
import type { Answers, Reads } from '#store/store.ts'

export const DRAFTING = 'statement-drafting'
export const APPROVAL = 'statement-approval'

/**
 * Reads for a page of the studio, in one round trip, as somebody who drafts or else as somebody who
 * approves.
 *
 * @throws `NOT_FOUND` for whoever does neither.
 */
export async function readStudio<R extends Reads>(
  door: Door,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  try {
    return await door.list(DRAFTING, name, { mayAct, ...reads })
  } catch (error) {
    if (!isAppError(error, 'NOT_FOUND') && !isAppError(error, 'NOT_DECLARED')) throw error
    return door.list(APPROVAL, name, { mayAct, ...reads })
  }
}

/** What whoever is signed in can do here: for leaving out what would be refused. */
export function mayDo(door: Door, activity: typeof DRAFTING | typeof APPROVAL): boolean {
  return door.me?.activities.includes(activity) ?? false
}
