import { sql } from 'kysely'
import { agendaChangedMail } from '#jobs/mails/agenda-changed.ts'
import { type AppointmentEvent, appointmentNewsMail } from '#jobs/mails/appointment-news.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { mailboxName } from '#modules/practice/mails/mailbox.ts'
import { clientRecipients, noteSentMail } from '#modules/practice/post.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { written } from '#store/query.ts'

/** What news of an appointment needs that only a door knows. */
export interface CalendarPost {
  readonly outbox: Outbox
  /** The organisation, by the name that people know. */
  readonly organisation: string
}

/** An appointment as calendars know it. */
export interface KnownAppointment {
  readonly id: string
  readonly coachId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly sequence: number
  /** What those that were planned together share. */
  readonly seriesId: string | null
  /** When it was planned to begin at first. */
  readonly recursAt: Date
}

/** What became of an appointment: `kept` when none of the times that were offered suits. */
export type AppointmentNews = 'planned' | 'moved' | 'cancelled' | 'proposed' | 'kept'

/**
 * Tells the client what became of appointments: in words that say nothing of it but the times, and
 * as an invitation that calendars take in.
 */
export async function tellClient(
  tx: OpenedDossier,
  { organisation, outbox }: CalendarPost,
  { news, appointments }: { news: AppointmentNews; appointments: readonly KnownAppointment[] },
): Promise<void> {
  const path = `/mijn/dossiers/${tx.dossierId}/afspraken`
  const [first] = appointments
  const event = first && toEvent(first, news, appointments.length)
  const mailbox = await mailboxOf(tx, first)
  const says = appointments.length > 1 ? ('series' as const) : news
  const data = { organisation, path, news: says, event, ...(mailbox && { mailbox }) }
  const recipients = await clientRecipients(tx)
  for (const recipient of recipients) {
    await outbox.queue(tx, appointmentNewsMail, data, recipient)
  }
  if (recipients.length > 0) await noteSentMail(tx, appointmentNewsMail.kind, 'client')
}

/** Where calendars answer an invitation. */
async function mailboxOf(
  tx: OpenedDossier,
  one: KnownAppointment | undefined,
): Promise<string | undefined> {
  if (!one) return undefined
  const [row] = await tx.run(
    written(sql<{ token: string }>`select appointment_mailbox(${one.id}::uuid) as token`),
  )
  return row && mailboxName(row.token, tx.opening.organisation)
}

/**
 * A series is one event that comes back, and what happens to one of it names when that was planned.
 * A cancellation counts as one change more, so that no calendar takes it for an older message.
 */
function toEvent(of: KnownAppointment, news: AppointmentNews, weeks: number): AppointmentEvent {
  return {
    id: of.seriesId ?? of.id,
    ...(weeks > 1 ? { weeks } : of.seriesId !== null && { recursAt: of.recursAt.toISOString() }),
    sequence: news === 'cancelled' ? of.sequence + 1 : of.sequence,
    startsAt: of.startsAt.toISOString(),
    endsAt: of.endsAt.toISOString(),
  }
}

/** Tells the coach that something changed in the calendar, unless the coach did it. */
export async function tellCoach(
  tx: OpenedDossier,
  { organisation, outbox }: CalendarPost,
  { id, coachId }: Pick<KnownAppointment, 'id' | 'coachId'>,
): Promise<void> {
  const [own] = await tx.run(written(sql<{ is: boolean }>`select actor() = ${coachId}::uuid as is`))
  if (own?.is) return
  const path = `/werk/agenda/afspraak/${tx.dossierId}/${id}`
  await outbox.queue(tx, agendaChangedMail, { organisation, path }, { accountId: coachId })
}
