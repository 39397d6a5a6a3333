import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inviteToDossier } from '#accounts/index.ts'
import type { Language } from '#kernel/language.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { submit } from '#modules/registry/verification/submission.ts'
import { addRegistrant, type Registrant } from './registrant.ts'

/** What a registration is about. */
export interface Training {
  /** Version of a programme. */
  readonly versionId: string
  /** The care institution that employs, accredited for the programme. */
  readonly institutionId: string
  /** The training institute, accredited for the programme. */
  readonly instituteId: string
  /** ISO dates; the first not before the version. */
  readonly startsOn: string
  readonly plannedEndOn: string
}

/** A student whom an institution enrols: they enter the rest themselves. */
export interface Announced {
  /** UUID of the form: the same one twice is one registration. */
  readonly id?: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Who writes the mail. */
export interface EnrolmentPost {
  readonly outbox: Outbox
  readonly organisation: { readonly id: string; readonly title: string }
}

/**
 * Enrols a student for a care institution that whoever acts works for, and invites the student to
 * enter who they are.
 *
 * @param tx In activity `enrolment`.
 * @returns The id of the dossier.
 * @throws `DOSSIER_NOT_STARTED`; `NOT_ACCREDITED`, `PROGRAMME_NOT_GIVEN`, `EMAIL_INVALID`;
 * `DUPLICATE` when this form was sent before.
 */
export async function enrolStudent(
  tx: Transaction,
  { post, announced, ...training }: Training & { announced: Announced; post: EnrolmentPost },
): Promise<string> {
  const dossier = await tx.startDossier({ kind: 'student', holderId: training.institutionId })
  await register(dossier, training, { id: announced.id, announcedName: announced.name })
  await invite(dossier, post, announced)
  return dossier.dossierId
}

/**
 * Invites the student of the opened dossier again, as when the first link ran out.
 *
 * @throws `EMAIL_INVALID`; `DUPLICATE`.
 */
export async function inviteAgain(
  tx: OpenedDossier,
  { post, announced }: { announced: Announced; post: EnrolmentPost },
): Promise<void> {
  await invite(tx, post, announced)
}

/**
 * Enrols oneself, and puts the enrolment before the two verifiers.
 *
 * @param tx In activity `self-enrolment`.
 * @throws As `enrolStudent`.
 */
export async function enrolSelf(
  tx: Transaction,
  {
    id = randomUUID(),
    registrant,
    ...training
  }: Training & { id?: string; registrant: Registrant },
): Promise<string> {
  const dossier = await tx.startDossier({ kind: 'student' })
  await register(dossier, training, { id })
  await addRegistrant(dossier, registrant)
  await submit(dossier, { about: 'enrolment' })
  return dossier.dossierId
}

/**
 * Puts right what the opened registration is about, before it is put up for verification or after
 * it came back.
 *
 * @param tx In activity `self-service`.
 * @throws `REGISTRATION_STEP_IMPOSSIBLE` while it is with the verifiers and after they agreed;
 * `NOT_ACCREDITED`, `PROGRAMME_NOT_GIVEN`.
 */
export async function correctTraining(tx: OpenedDossier, training: Training): Promise<void> {
  const { versionId, institutionId, instituteId, startsOn, plannedEndOn } = training
  await tx.run(
    written(sql`select correct_training(${versionId}, ${institutionId}, ${instituteId},
      ${startsOn}, ${plannedEndOn})`),
  )
}

async function register(
  dossier: OpenedDossier,
  training: Training,
  { id, announcedName }: { id?: string | undefined; announcedName?: string },
): Promise<void> {
  await dossier.run(
    from.insertInto('registrations').values({
      dossier_id: dossier.dossierId,
      version_id: training.versionId,
      institution_id: training.institutionId,
      institute_id: training.instituteId,
      starts_on: training.startsOn,
      planned_end_on: training.plannedEndOn,
      ...(announcedName !== undefined && { announced_name: announcedName }),
      ...(id !== undefined && { form_id: id }),
    }),
  )
}

function invite(
  dossier: OpenedDossier,
  { outbox, organisation }: EnrolmentPost,
  { name, email, language }: Announced,
): Promise<void> {
  return inviteToDossier(dossier, outbox, { name, email, language, organisation })
}
