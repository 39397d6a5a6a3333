import type { Complaint } from '#duties/complaints/complaint.ts'
import { arrivalLetter, outcomeLetter, type Sender } from '#duties/complaints/letters.ts'
import type { Letter } from '#duties/letter/letter.ts'
import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { AppError } from '#kernel/error.ts'
import { COMPLAINTS, readCase } from './case.ts'

/** The acknowledgement as a letter. */
export const arrivalLetterFile = answer(
  `${COMPLAINTS}/:id/ontvangst.pdf`,
  async (door, params, c) => {
    const { complaint } = await readCase(door, params)
    return letterAnswer(c, await writeLetter(door, complaint, arrivalLetter))
  },
)

/** The outcome as a letter. */
export const outcomeLetterFile = answer(
  `${COMPLAINTS}/:id/uitkomst.pdf`,
  async (door, params, c) => {
    const { complaint } = await readCase(door, params)
    if (complaint.outcome === null) throw new AppError('NOT_FOUND')
    return letterAnswer(c, await writeLetter(door, complaint, outcomeLetter))
  },
)

/** Writes a letter about a complaint in the name of the controller. */
export async function writeLetter(
  { visit }: Door,
  complaint: Complaint,
  write: (complaint: Complaint, sender: Sender, writtenOn: string) => Letter,
): Promise<Letter> {
  const { declarations } = await visit.site.publication.current(visit.organisation)
  const { name, address } = declarations.controller
  const day = dayOf(complaint.decidedAt ?? new Date())
  return write(complaint, { name, address }, day)
}
