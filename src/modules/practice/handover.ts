import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { coachChangedMail } from '#jobs/mails/coach-changed.ts'
import { handoverAnsweredMail } from '#jobs/mails/handover-answered.ts'
import { handoverOfferedMail } from '#jobs/mails/handover-offered.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { Runner } from '#store/platform.ts'
import { from, type RowsOf, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { Post } from './post.ts'

type Sender = Pick<Post, 'outbox' | 'organisation'>

export interface NewHandover {
  /** UUID of the form. */
  readonly id?: string
  /** The account of the coach who is asked to take over. */
  readonly coachId: string
  /** With the page on which the offer is answered. */
  readonly post: Sender & { readonly path: string }
}

/**
 * Offers the opened dossier to another coach, who is told by mail. Nothing changes before that
 * coach accepts.
 *
 * @throws `HANDOVER_NOT_YOURS` for who is not responsible; `HANDOVER_OFFERED` while another offer
 * stands; `MEMBER_UNKNOWN` for who is no coach here; `DUPLICATE` when this form was sent before.
 */
export async function offerHandover(
  tx: OpenedDossier,
  { id = randomUUID(), coachId, post }: NewHandover,
): Promise<void> {
  await tx.run(
    from.insertInto('handovers').values({ id, dossier_id: tx.dossierId, coach_id: coachId }),
  )
  const { outbox, organisation, path } = post
  await outbox.queue(tx, handoverOfferedMail, { organisation, path }, { accountId: coachId })
}

/**
 * Takes an offer back.
 *
 * @throws `HANDOVER_NOT_YOURS`; `DUPLICATE` when it was answered before.
 */
export async function withdrawHandover(tx: OpenedDossier, handoverId: string): Promise<void> {
  await tx.run(
    from.insertInto('handover_answers').values({
      handover_id: handoverId,
      dossier_id: tx.dossierId,
      decision: 'withdrawn',
    }),
  )
}

/** A dossier that is offered to whoever asks: of which kind, and by whom. */
export interface OfferedHandover {
  readonly handover_id: string
  readonly dossier_id: string
  readonly kind: string
  readonly reference: string
  /** The colleague's account and name. */
  readonly offered_by: string
  readonly name: string | null
  readonly offered_at: Date
}

/** The dossiers that are offered to whoever asks, the oldest first. */
export const offeredHandovers = written(
  sql<OfferedHandover>`select handover_id, dossier_id, kind, reference, offered_by, name,
      offered_at
    from offered_handovers()`,
)

export interface HandoverAnswer {
  readonly handover: Pick<OfferedHandover, 'handover_id' | 'dossier_id' | 'offered_by'>
  readonly decision: 'accepted' | 'declined'
  readonly post: Sender
}

/**
 * Answers an offer. By accepting one becomes responsible, and who was so before no longer reaches
 * the dossier; the client is told.
 *
 * @param tx In an activity that starts dossiers.
 * @throws `NOT_FOUND` when there is no such offer any more; `DUPLICATE` when it was answered.
 */
export async function answerHandover(
  tx: Runner,
  { handover, decision, post }: HandoverAnswer,
): Promise<void> {
  const { outbox, organisation } = post
  const clients = await tx.run(
    written(
      sql<{
        id: string
      }>`select id from answer_handover(${handover.handover_id}::uuid, ${decision}) as id`,
    ),
  )
  const path = `/mijn/dossiers/${handover.dossier_id}`
  for (const { id } of clients) {
    await outbox.queue(tx, coachChangedMail, { organisation, path }, { accountId: id })
  }
  const offerer = { accountId: handover.offered_by }
  await outbox.queue(tx, handoverAnsweredMail, { organisation, path: '/werk' }, offerer)
}

/** What was offered and what became of it, without anything of the client. */
export interface OverseenHandover {
  readonly handover_id: string
  readonly kind: string
  readonly reference: string
  readonly offered_by: string | null
  readonly coach: string | null
  readonly offered_at: Date
  readonly state: 'offered' | 'accepted' | 'declined' | 'withdrawn'
  readonly decided_at: Date | null
}

/** The latest 500 hand-overs, for whoever answers for the organisation. */
export const overseenHandovers = written(
  sql<OverseenHandover>`select handover_id, kind, reference, offered_by, coach, offered_at, state,
    decided_at from overseen_handovers()`,
)

/** The offers of an opened dossier, for the same round trip as the dossier itself. */
export function handoverReads(access: Access, dossierId: string): HandoverReads {
  return buildReads(access, dossierId)
}

export type HandoverReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    handovers: selectReadable(access, 'handovers', {
      needs: ['id', 'coach_id', 'offered_by', 'offered_at'],
      where,
    }),
    handoverAnswers: selectReadable(access, 'handover_answers', {
      needs: ['handover_id', 'decision', 'decided_at'],
      where,
    }),
  }
}

type Rows = { readonly [Name in keyof HandoverReads]: RowsOf<HandoverReads[Name]> }

/** The offer that waits for an answer, if there is one. */
export function openHandover({
  handovers,
  handoverAnswers,
}: Rows): Rows['handovers'][number] | undefined {
  const answered = new Set(handoverAnswers.map((row) => row.handover_id))
  return handovers.find(({ id }) => !answered.has(id))
}
