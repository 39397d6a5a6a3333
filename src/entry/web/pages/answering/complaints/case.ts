import {
  type Complaint,
  type ComplaintHearing,
  type ComplaintSubject,
  findComplaint,
  listHearings,
  listMembers,
  listSubjects,
} from '#duties/complaints/complaint.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { AppError } from '#kernel/error.ts'

export const COMPLAINTS = '/privacy/klachten'

/** A complaint with all that belongs to it. */
export interface ComplaintCase {
  readonly complaint: Complaint
  readonly hearings: readonly ComplaintHearing[]
  readonly subjects: readonly ComplaintSubject[]
  readonly members: readonly ComplaintSubject[]
  /** Path of its pages. */
  readonly path: string
}

/** @throws `NOT_FOUND` when there is none that whoever asks may see. */
export async function readCase(door: Door, params: Params): Promise<ComplaintCase> {
  const id = idOf(params)
  const { found, hearings, subjects, members } = await readAs(
    door,
    'complaint-handling',
    'complaint',
    {
      found: findComplaint(id),
      hearings: listHearings(id),
      subjects: listSubjects(id),
      members: listMembers,
    },
  )
  const [complaint] = found
  if (!complaint) throw new AppError('NOT_FOUND')
  return { complaint, hearings, subjects, members, path: `${COMPLAINTS}/${id}` }
}
