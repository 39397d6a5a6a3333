import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import {
  type Bringing,
  TAKING_OVER,
  type Undertaking,
  Undertakings,
} from '#modules/registry/index.ts'

export const IMPORT = '/register/inlezen'
export const IMPORT_LIST = `${IMPORT}/lijst`
export const LIKENESSES = '/register/dubbelen'

/** Lists of everybody who is signed in here. */
export const undertakings = new Undertakings()

/** Under which a list of this session lies: what was brought in another is not there. */
export function ownerOf(door: Door): string {
  return `${door.visit.organisation} ${door.session.toString('base64')}`
}

export function bringingOf(door: Door): Bringing {
  const { store } = door.visit.site
  return { store, authority: door.authority(TAKING_OVER), today: dayOf(new Date()) }
}

/** Long enough for a short list: then the next page can say at once what there is to say. */
const PATIENCE_MS = 1500

/** Waits for what goes on, though not long. */
export async function waitFor({ done }: Undertaking): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, PATIENCE_MS)
  await Promise.race([done, promise])
  clearTimeout(timer)
}
