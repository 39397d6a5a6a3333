import { sql } from 'kysely'
import { incidentReportedMail } from '#jobs/mails/incident-reported.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Language } from '#kernel/language.ts'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Audience, Nature, Severity } from './incident.ts'

/** What mails about incidents need that only a door knows. */
export interface IncidentPost {
  readonly outbox: Outbox
  /** The organisation, by the name that people know. */
  readonly organisation: string
}

export interface IncidentReport {
  readonly id: string
  /** At most 4,000 characters. */
  readonly what: string
  readonly discoveredAt: Date
}

/**
 * Reports an incident, by anybody who works here, and tells those who handle incidents.
 *
 * @throws `DUPLICATE` when the form was sent twice; `INVALID` when it would be in the future.
 */
export async function reportIncident(
  tx: Transaction,
  { id, what, discoveredAt }: IncidentReport,
  { outbox, organisation }: IncidentPost,
): Promise<void> {
  const sealed = (await tx.openCase(id)).sealEach('incidents', { what })
  await tx.run(from.insertInto('incidents').values({ id, discovered_at: discoveredAt, ...sealed }))
  const handlers = await tx.run(
    written(sql<{ accountId: string }>`
      select a as "accountId" from serving_accounts('incident-handling') a`),
  )
  const data = { organisation, path: `/privacy/incidenten/${id}` }
  for (const { accountId } of handlers) {
    await outbox.queue(tx, incidentReportedMail, data, { accountId })
  }
}

export interface AssessmentWords {
  readonly id: string
  readonly incidentId: string
  readonly severity: Severity
  readonly nature: readonly Nature[]
  readonly affected: number
  readonly who: string
  readonly data: readonly string[]
  readonly consequences: string
  readonly measures: string
}

/**
 * Judges how bad an incident is and whom it affects. An earlier judgement stays readable.
 *
 * @throws `INCIDENT_CLOSED`, `DUPLICATE`.
 */
export async function assessIncident(tx: Transaction, words: AssessmentWords): Promise<void> {
  const { incidentId, nature, data, who, consequences, measures, ...rest } = words
  const opening = await tx.openCase(incidentId)
  await tx.run(
    from.insertInto('incident_assessments').values({
      incident_id: incidentId,
      nature: [...nature],
      data: [...data],
      ...opening.sealEach('incident_assessments', { who, consequences, measures }),
      ...rest,
    }),
  )
}

export interface DecisionWords {
  readonly id: string
  readonly incidentId: string
  readonly toAuthority: boolean
  readonly toPersons: boolean
  readonly reasons: string
}

/**
 * Decides whether the authority and the people concerned are told. An earlier decision stays
 * readable.
 *
 * @throws `INCIDENT_NOT_ASSESSED`, `INCIDENT_CLOSED`, `DUPLICATE`.
 */
export async function decideIncident(tx: Transaction, words: DecisionWords): Promise<void> {
  const { id, incidentId, toAuthority, toPersons, reasons } = words
  const opening = await tx.openCase(incidentId)
  await tx.run(
    from.insertInto('incident_decisions').values({
      id,
      incident_id: incidentId,
      to_authority: toAuthority,
      to_persons: toPersons,
      ...opening.sealEach('incident_decisions', { reasons }),
    }),
  )
}

export interface NoticeWords {
  readonly id: string
  readonly incidentId: string
  readonly audience: Audience
  readonly language: Language
  readonly words: string
  /** Why it goes after 72 hours; empty when it does not. */
  readonly lateReason: string
  /** The number that the authority gave; may be empty. */
  readonly reference: string
}

/**
 * Records a letter about an incident as it went out.
 *
 * @throws `INCIDENT_UNDECIDED`, `INCIDENT_LATE_WITHOUT_REASON`, `INCIDENT_CLOSED`, `DUPLICATE`.
 */
export async function notifyIncident(tx: Transaction, notice: NoticeWords): Promise<void> {
  const { incidentId, lateReason, words, reference, ...rest } = notice
  const opening = await tx.openCase(incidentId)
  await tx.run(
    from.insertInto('incident_notices').values({
      incident_id: incidentId,
      // The database asks for a reason when it is late: none is none.
      late_reason: lateReason ? opening.seal('incident_notices.late_reason', lateReason) : null,
      ...opening.sealEach('incident_notices', { words, reference }),
      ...rest,
    }),
  )
}

/**
 * Ends an incident, with what was learned.
 *
 * @throws `INCIDENT_UNDECIDED`, `INCIDENT_NOT_NOTIFIED` when a letter is missing that was decided
 * on; `DUPLICATE`.
 */
export async function closeIncident(
  tx: Transaction,
  incidentId: string,
  lessons: string,
): Promise<void> {
  const sealed = (await tx.openCase(incidentId)).sealEach('incident_closures', { lessons })
  await tx.run(from.insertInto('incident_closures').values({ incident_id: incidentId, ...sealed }))
}
