import { sql } from 'kysely'
import type { RegistrantSource } from './enrolment/registrant.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { Answers } from '#store/store.ts'
import { findRegistration, type RegistrationLine } from './registration-list.ts'
import type { SubmissionAbout, SubmissionOutcome } from './verification/submission.ts'
import type { Verifier } from './verification/verification.ts'

/** What one of the two said. */
export interface VerificationView {
  readonly verifier: Verifier
  readonly party: string | null
  readonly decision: 'confirmed' | 'rejected'
  readonly reason?: string
  readonly at: Date
}

/** What was put before the verifiers, and what came of it. */
export interface SubmissionView {
  readonly id: string
  readonly about: SubmissionAbout
  readonly outcome: SubmissionOutcome
  readonly submittedAt: Date
  readonly settledAt: Date | null
  readonly verifications: readonly VerificationView[]
}

/** Who is registered, as far as the activity may know. */
export interface RegistrantView {
  readonly givenNames: string
  readonly prefix: string
  readonly familyName: string
  readonly bornOn?: string
  readonly birthPlace?: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly street?: string | null
  readonly houseNumber?: number | null
  readonly houseNumberAddition?: string | null
  readonly postcode?: string | null
  readonly city?: string | null
  readonly source: RegistrantSource
  readonly enteredAt: Date
}

/** A registration that was opened. */
export interface RegistrationView {
  readonly line: RegistrationLine
  readonly registrant?: RegistrantView
  /** The newest first. */
  readonly submissions: readonly SubmissionView[]
  readonly interruptions: readonly { startsOn: string; endsOn: string | null }[]
  readonly employerChanges: readonly { on: string; from: string | null; to: string | null }[]
  readonly endedOn?: string
}

/** Reads of an opened registration, for one round trip. */
export function registrationReads(access: Access, dossierId: string): RegistrationReads {
  return buildReads(access, dossierId)
}

export type RegistrationReads = ReturnType<typeof buildReads>

const WHO = ['given_names', 'prefix', 'family_name', 'source', 'entered_at'] as const
const MORE = [
  'born_on',
  'birth_place',
  'email',
  'phone',
  'street',
  'house_number',
  'house_number_addition',
  'postcode',
  'city',
] as const

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    line: findRegistration(access, dossierId),
    who: selectReadable(access, 'registrants', { needs: WHO, shows: MORE, where }),
    submissions: selectReadable(access, 'submissions', {
      needs: ['id', 'about', 'outcome', 'submitted_at', 'settled_at'],
      where,
    }),
    verifications: verificationsOf(access, dossierId),
    rejections: selectReadable(access, 'rejections', {
      needs: ['submission_id', 'verifier', 'reason'],
      where,
    }),
    interruptions: selectReadable(access, 'interruptions', {
      needs: ['starts_on', 'ends_on'],
      where,
    }),
    changes: changesOf(access, dossierId),
    endings: selectReadable(access, 'endings', { needs: ['ended_on'], where }),
  }
}

interface VerificationRow {
  readonly submissionId: string
  readonly verifier: Verifier
  readonly party: string | null
  readonly decision: 'confirmed' | 'rejected'
  readonly at: Date
}

function verificationsOf(access: Access, dossierId: string): WrittenQuery<VerificationRow> {
  const may = access.can('verifications', 'select', 'decision')
  const name = access.can('parties', 'select', 'name')
    ? sql`(select p.name from parties p where p.id = v.party_id)`
    : sql`null`
  return written(
    may
      ? sql<VerificationRow>`select v.submission_id as "submissionId", v.verifier,
          ${name} as party, v.decision, v.verified_at as at
        from verifications v where v.dossier_id = ${dossierId} order by v.verified_at`
      : sql<VerificationRow>`select null where false`,
  )
}

interface ChangeRow {
  readonly on: string
  readonly from: string | null
  readonly to: string | null
}

function changesOf(access: Access, dossierId: string): WrittenQuery<ChangeRow> {
  const may = access.can('employer_changes', 'select', 'changed_on')
  const named = access.can('parties', 'select', 'name')
  const name = (column: string) =>
    named ? sql`(select p.name from parties p where p.id = ${sql.ref(column)})` : sql`null`
  return written(
    may
      ? sql<ChangeRow>`select c.changed_on::text as on, ${name('c.from_id')} as from,
          ${name('c.party_id')} as to
        from employer_changes c where c.dossier_id = ${dossierId} order by c.changed_on`
      : sql<ChangeRow>`select null where false`,
  )
}

/** What `registrationReads` answered; undefined when the dossier is no registration. */
export function readRegistration(
  opening: Opening,
  answers: Answers<RegistrationReads>,
): RegistrationView | undefined {
  const [line] = answers.line
  if (!line) return undefined
  const [who] = answers.who
  const [ending] = answers.endings
  return {
    line,
    ...(who && { registrant: toRegistrant(who) }),
    submissions: answers.submissions
      .toSorted((a, b) => b.submitted_at.getTime() - a.submitted_at.getTime())
      .map((row) => toSubmission(row, opening, answers)),
    interruptions: answers.interruptions
      .map((row) => ({ startsOn: row.starts_on, endsOn: row.ends_on }))
      .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)),
    employerChanges: answers.changes,
    ...(ending && { endedOn: ending.ended_on }),
  }
}

function toRegistrant(row: Answers<RegistrationReads>['who'][number]): RegistrantView {
  return {
    givenNames: row.given_names,
    prefix: row.prefix,
    familyName: row.family_name,
    ...(row.born_on !== undefined && { bornOn: row.born_on }),
    ...(row.birth_place !== undefined && { birthPlace: row.birth_place }),
    ...(row.email !== undefined && { email: row.email }),
    ...(row.phone !== undefined && { phone: row.phone }),
    ...(row.street !== undefined && { street: row.street }),
    ...(row.house_number !== undefined && { houseNumber: row.house_number }),
    ...(row.house_number_addition !== undefined && {
      houseNumberAddition: row.house_number_addition,
    }),
    ...(row.postcode !== undefined && { postcode: row.postcode }),
    ...(row.city !== undefined && { city: row.city }),
    // The column takes these words only.
    source: row.source as RegistrantSource,
    enteredAt: row.entered_at,
  }
}

function toSubmission(
  row: Answers<RegistrationReads>['submissions'][number],
  opening: Opening,
  { verifications, rejections }: Answers<RegistrationReads>,
): SubmissionView {
  return {
    id: row.id,
    // The columns take these words only.
    about: row.about as SubmissionAbout,
    outcome: row.outcome as SubmissionOutcome,
    submittedAt: row.submitted_at,
    settledAt: row.settled_at,
    verifications: verifications
      .filter(({ submissionId }) => submissionId === row.id)
      .map(({ submissionId, ...said }) => {
        const told = rejections.find(
          (each) => each.submission_id === submissionId && each.verifier === said.verifier,
        )
        return {
          ...said,
          ...(told && { reason: opening.unseal('rejections.reason', told.reason) }),
        }
      }),
  }
}
