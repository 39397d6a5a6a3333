import {
  type Complaint,
  type ComplaintHearing,
  findComplaint,
  listHearings,
} from '#duties/complaints/complaint.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'

/** Where one's own complaints stand, and the activity in which one sees them. */
export const OWN_COMPLAINTS = '/mijn/klachten'
export const OWN = 'self-service'

/** One's own complaint with what one said about it. */
export interface OwnComplaint {
  readonly complaint: Complaint
  readonly said: readonly ComplaintHearing[]
}

/** @throws `NOT_FOUND` also when it is somebody else's. */
export async function readOwn(door: Door, params: Params): Promise<OwnComplaint> {
  const id = idOf(params)
  const reads = { found: findComplaint(id), said: listHearings(id) }
  const { found, said } = await door.list(OWN, 'complaint', reads)
  const [complaint] = found
  if (!complaint) throw new AppError('NOT_FOUND')
  return { complaint, said }
}
