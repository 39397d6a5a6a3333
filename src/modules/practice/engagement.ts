import { randomUUID } from 'node:crypto'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { writeNote } from './note.ts'
import { type Person, personColumns } from './person.ts'
import { type Profile, profileColumns } from './profile.ts'
import type { Channel } from './words.ts'

/** A new service for a client. */
export interface Intake {
  /** Id of the form, a UUID: the same form twice begins one engagement. */
  readonly id?: string
  /** Kind of service, a word that the statement declares: `re-integration`. */
  readonly kind: string
  readonly person: Person
  readonly profile?: Profile
  /** Who orders and pays: a party that is known. */
  readonly principalId?: string | undefined
  /** At most 60 characters. */
  readonly orderReference?: string | undefined
  /** ISO date; today when left out. */
  readonly orderedOn?: string | undefined
  /**
   * What the principal gave along as points for improvement. The client reads it from the start.
   */
  readonly points?: { readonly body: string; readonly channel: Channel } | undefined
  /** The member who becomes responsible; whoever acts, when left out. */
  readonly coachId?: string | undefined
  /** An earlier dossier of the same person, within reach. */
  readonly samePersonAs?: string | undefined
}

/**
 * Starts a client's dossier for one service and leaves it opened. The service itself is not active
 * yet: `activate` makes it so.
 *
 * @param tx In activity `intake`.
 * @throws `DOSSIER_NOT_STARTED`, `MEMBER_UNKNOWN`, `NOT_FOUND` as `startDossier`; `DUPLICATE` when
 * this form began one before; `INVALID`.
 */
export async function startEngagement(tx: Transaction, intake: Intake): Promise<OpenedDossier> {
  const { kind, coachId, samePersonAs } = intake
  const dossier = await tx.startDossier({
    kind,
    ...(coachId && { holderId: coachId }),
    ...(samePersonAs && { samePersonAs }),
  })
  const { dossierId } = dossier
  await dossier.run(
    from.insertInto('engagements').values({
      dossier_id: dossierId,
      party_id: intake.principalId ?? null,
      intake_id: intake.id ?? randomUUID(),
      order_reference: intake.orderReference ?? '',
      ...(intake.orderedOn && { ordered_on: intake.orderedOn }),
    }),
  )
  await dossier.run(
    from.insertInto('clients').values({ dossier_id: dossierId, ...personColumns(intake.person) }),
  )
  await dossier.run(
    from
      .insertInto('profiles')
      .values({ dossier_id: dossierId, ...profileColumns(dossier, intake.profile ?? {}) }),
  )
  if (intake.points) {
    const { body, channel } = intake.points
    await writeNote(dossier, {
      category: 'improvement-points',
      body,
      source: 'principal',
      channel,
    })
  }
  return dossier
}

/** The engagement that a form began, for the second time that the form comes in. */
export function findEngagement(intakeId: string): typeof begun {
  return begun.where('intake_id', '=', intakeId)
}

const begun = from.selectFrom('engagements').select('dossier_id')
