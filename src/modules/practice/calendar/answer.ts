import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import { readKnown } from './appointment.ts'
import { type CalendarPost, tellClient, tellCoach } from './telling.ts'

/** Times in one proposal. */
export const TIMES_MAX = 3

/**
 * The client says that they will come, at the time as it stood on the page.
 *
 * @throws `APPOINTMENT_MOVED`, `APPOINTMENT_CANCELLED`, `APPOINTMENT_PAST`; `DUPLICATE`.
 */
export async function confirmAppointment(
  tx: OpenedDossier,
  { id, sequence }: { readonly id: string; readonly sequence: number },
): Promise<void> {
  await tx.run(
    from
      .insertInto('appointment_confirmations')
      .values({ appointment_id: id, dossier_id: tx.dossierId, sequence }),
  )
}

export interface TimeProposal {
  /** UUID of the form. */
  readonly formId: string
  readonly id: string
  /** One to three. */
  readonly times: readonly Date[]
  readonly post: CalendarPost
}

/**
 * Offers other times for an appointment, in place of what was offered before; the other side is
 * told.
 *
 * @throws `APPOINTMENT_CANCELLED`, `APPOINTMENT_PAST`, `NOT_FOUND`, `DUPLICATE`.
 */
export async function proposeTimes(
  tx: OpenedDossier,
  { formId, id, times, post }: TimeProposal,
): Promise<void> {
  const appointment = await readKnown(tx, id)
  const [row] = await tx.run(
    from
      .insertInto('appointment_proposals')
      .values({
        id: formId,
        appointment_id: id,
        dossier_id: tx.dossierId,
        times: [...times],
      })
      .returning('side'),
  )
  if (row?.side === 'client') await tellCoach(tx, post, appointment)
  else await tellClient(tx, post, { news: 'proposed', appointments: [] })
}

export interface ProposalAnswer {
  readonly proposalId: string
  readonly id: string
  /** One of the times; left out when none suits and it stays as it is. */
  readonly chosen?: Date | undefined
  readonly post: CalendarPost
}

/**
 * Answers the times that the other side offered. Choosing one moves the appointment.
 *
 * @throws `PROPOSAL_REPLACED` when it no longer stands; `APPOINTMENT_CANCELLED`,
 *   `APPOINTMENT_PAST`; `DUPLICATE` when it was answered.
 */
export async function answerProposal(
  tx: OpenedDossier,
  { proposalId, id, chosen, post }: ProposalAnswer,
): Promise<void> {
  const before = await readKnown(tx, id)
  await refusing(
    tx.run(
      from.insertInto('appointment_proposal_answers').values({
        proposal_id: proposalId,
        dossier_id: tx.dossierId,
        chosen: chosen ?? null,
      }),
    ),
    { appointment_proposal_answers_proposal_id_dossier_id_fkey: 'PROPOSAL_REPLACED' },
  )
  const after = await readKnown(tx, id)
  if (chosen && after.sequence === before.sequence) throw new AppError('NOT_FOUND')
  const news = chosen ? 'moved' : 'kept'
  await tellClient(tx, post, { news, appointments: chosen ? [after] : [] })
  await tellCoach(tx, post, before)
}
