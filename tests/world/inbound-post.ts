import ICAL from 'ical.js'
import { createTransport } from 'nodemailer'
import { onTestFinished } from 'vitest'
import { startInbound } from '#entry/inbound/inbound.ts'
import { Delivery } from '#jobs/delivery.ts'
import { mailboxName, MailReceiver, readTrayToken } from '#modules/practice/index.ts'
import { platformOf } from './platform.ts'
import { type Bureau, bureau, POST } from './practice.ts'

export const DOMAIN = 'post.example.org'

/** A server that takes mail for a bureau, and who sends it some. */
export interface Post {
  readonly here: Bureau
  readonly address: string
  readonly lines: string[]
  send(mail: Record<string, unknown>): Promise<string>
}

/** Starts one, with a coach who has a tray. */
export async function post(): Promise<Post> {
  const here = await bureau()
  const { there, coach } = here
  const lines: string[] = []
  const server = await startInbound({
    host: '127.0.0.1',
    port: 0,
    domain: DOMAIN,
    trusted: 'mx.example.org',
    receiver: new MailReceiver(platformOf(there, 'worker'), there.keys, POST.outbox),
    tell: (line) => lines.push(line),
  })
  onTestFinished(() => server.stop())
  const token = await there.store.change(coach.for('coaching'), readTrayToken)
  const address = `${mailboxName(token, there.organisation)}@${DOMAIN}`
  const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true })
  onTestFinished(() => transport.close())
  const usual = { from: 'sanne@example.org', to: address, subject: 'Afspraak', text: 'Dag' }
  return {
    here,
    address,
    lines,
    send: (mail) =>
      transport.sendMail({ ...usual, ...mail }).then(
        () => 'taken',
        (error: unknown) =>
          error instanceof Error && 'responseCode' in error
            ? String(error.responseCode)
            : String(error),
      ),
  }
}

/** How many mails wait in trays. */
export async function waiting({ here }: Post): Promise<number> {
  const { rows } = await here.there.owner.query<{ amount: number }>(
    'select count(*)::integer as amount from waiting_mails',
  )
  return rows[0]?.amount ?? 0
}

/** What an invitation says that an answer repeats. */
export interface Invitation {
  readonly uid: string
  readonly sequence: number
  /** Where calendars send their answer. */
  readonly organizer: string
  readonly attendee: string
}

/** What the newest mail to the client invites to, as its calendar reads it. */
export async function invitation({ here }: Post): Promise<Invitation> {
  const [mail] = await new Delivery({
    platform: platformOf(here.there, 'worker'),
    master: here.there.installation.master,
    address: new URL('https://gestand.example.org'),
    inboundDomain: DOMAIN,
  }).listMails(1)
  const event = ICAL.Component.fromString(mail?.mail.calendar?.content ?? '').getFirstSubcomponent(
    'vevent',
  )
  const text = (name: string) => String(event?.getFirstPropertyValue(name)).replace(/^mailto:/i, '')
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    organizer: text('organizer'),
    attendee: text('attendee'),
  }
}

/** What an answer says otherwise than the invitation. */
export interface Said extends Partial<Invitation> {
  readonly stamp?: string
  /** Which one of a series, as it stands behind RECURRENCE-ID. */
  readonly which?: string
}

/** An answer as calendar software sends it: in words, and as a part for calendars. */
export function replying(
  to: Invitation,
  partstat: string,
  { stamp = '20261123T100000Z', ...more }: Said = {},
): Record<string, unknown> {
  const given = { attendee: to.attendee, uid: to.uid, sequence: to.sequence, ...more }
  const content = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'DTSTART:20301125T090000Z',
    'DTEND:20301125T100000Z',
    `DTSTAMP:${stamp}`,
    `ORGANIZER;CN=Bureau De Brug:mailto:${to.organizer}`,
    `UID:${given.uid}`,
    ...('which' in given ? [`RECURRENCE-ID${given.which}`] : []),
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=',
    ` ${partstat};CN=Sanne;X-NUM-GUESTS=0:mailto:${given.attendee}`,
    `SEQUENCE:${given.sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Afspraak',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return {
    from: to.attendee,
    to: to.organizer,
    subject: 'Geaccepteerd: Afspraak',
    icalEvent: { method: 'REPLY', content: content.join('\r\n') },
  }
}
