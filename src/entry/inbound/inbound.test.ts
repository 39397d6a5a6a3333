import ICAL from 'ical.js'
import { createTransport } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import {
  appointmentReads,
  confirmAppointment,
  mailboxName,
  MailReceiver,
  moveAppointment,
  planAppointments,
  readAppointments,
  readTrayToken,
} from '#modules/practice/index.ts'
import { Delivery } from '#jobs/delivery.ts'
import { from } from '#store/query.ts'
import { platformOf } from '#world/platform.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { MAIL_BYTES_MAX, startInbound } from './inbound.ts'

const DOMAIN = 'post.example.org'

interface Post {
  readonly here: Bureau
  readonly address: string
  readonly lines: string[]
  send(mail: Record<string, unknown>): Promise<string>
}

async function post(): Promise<Post> {
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

async function waiting({ here }: Post): Promise<number> {
  const { rows } = await here.there.owner.query<{ amount: number }>(
    'select count(*)::integer as amount from waiting_mails',
  )
  return rows[0]?.amount ?? 0
}

test('mail for an address that is known is taken, and the same mail again is one', async () => {
  const server = await post()
  const mail = { messageId: '<een@example.org>' }
  expect([await server.send(mail), await server.send(mail)]).toEqual(['taken', 'taken'])
  expect(await waiting(server)).toBe(1)
})

test('what is not taken is refused while its sender listens, and leaves nothing', async () => {
  const server = await post()
  const big = { attachments: [{ filename: 'a.txt', content: Buffer.alloc(MAIL_BYTES_MAX, 97) }] }
  const refused = {
    'an unknown address': [{ to: `${'0'.repeat(32)}.reintegration@${DOMAIN}` }, '550'],
    'another domain': [{ to: server.address.replace(DOMAIN, 'elders.example.org') }, '550'],
    'too large': [big, '552'],
    'a sender who says to be us': [{ from: `ilse@${DOMAIN}` }, '550'],
    'a sender of whom the server before us found that it lies': [
      { headers: { 'Authentication-Results': 'mx.example.org; dmarc=fail' } },
      '550',
    ],
    'an automatic answer': [{ headers: { 'Auto-Submitted': 'auto-replied' } }, '554'],
    'a bounce': [{ envelope: { from: '', to: server.address } }, '550'],
    'two senders': [{ from: 'a@example.org, b@example.org', envelope: envelope(server) }, '550'],
  } as const
  for (const [what, [mail, code]] of Object.entries(refused)) {
    expect([what, await server.send(mail)]).toEqual([what, code])
  }
  expect(await waiting(server)).toBe(0)
  expect(server.lines).toEqual([])
})

test('what cannot be kept now is asked for again later, and nothing of it is told', async () => {
  const server = await post()
  await server.here.there.owner.query('drop function receive_mail')
  expect(await server.send({})).toBe('451')
  expect(server.lines.join()).not.toMatch(/sanne|Afspraak/)
})

function envelope({ address }: Post) {
  return { from: 'a@example.org', to: address }
}

interface Invitation {
  readonly uid: string
  readonly sequence: number
  /** Where calendars send their answer. */
  readonly organizer: string
  readonly attendee: string
}

/** What the newest mail to the client invites to, as its calendar reads it. */
async function invitation({ here }: Post): Promise<Invitation> {
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

interface Said extends Partial<Invitation> {
  readonly stamp?: string
  /** Which one of a series, as it stands behind RECURRENCE-ID. */
  readonly which?: string
}

/** An answer as calendar software sends it: in words, and as a part for calendars. */
function replying(
  to: Invitation,
  partstat: string,
  { stamp = '20261123T100000Z', ...more }: Said = {},
) {
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

async function plan({ here }: Post): Promise<string> {
  const post = { outbox: POST.outbox, organisation: POST.organisation }
  const time = { day: '2030-11-25', time: '10:00', minutes: 60, way: 'office' } as const
  return here.asCoach((tx) => planAppointments(tx, { ...time, anyway: true, post }))
}

async function stateOf({ here }: Post): Promise<string | undefined> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'coaching')
  const reads = appointmentReads(access, here.dossierId)
  const { dossier, answers } = await store.open(here.coach.for('coaching'), here.dossierId, reads)
  return readAppointments(dossier, answers)[0]?.state
}

test('what the client’s calendar answers by mail stands with the appointment, the newest last', async () => {
  const server = await post()
  const id = await plan(server)
  const to = await invitation(server)
  expect(to).toMatchObject({ sequence: 0, attendee: `${server.here.client.id}@example.org` })
  expect(to.organizer).toMatch(new RegExp(`^[0-9a-f]{32}\\.\\w+@${DOMAIN}$`))
  const answer = async (partstat: string, minute: number) => {
    const stamp = `20261123T10${String(minute).padStart(2, '0')}00Z`
    expect(await server.send(replying(to, partstat, { stamp }))).toBe('taken')
    return stateOf(server)
  }
  expect(await answer('TENTATIVE', 1)).toBe('tentative')
  expect(await answer('ACCEPTED', 5)).toBe('confirmed')
  expect(await answer('DECLINED', 3)).toBe('confirmed')
  expect(await answer('DECLINED', 7)).toBe('declined')
  await server.here.asClient((tx) => confirmAppointment(tx, { id, sequence: 0 }))
  expect(await stateOf(server)).toBe('confirmed')
  expect(await waiting(server)).toBe(0)
  const { owner } = server.here.there
  const { rows } = await owner.query<{ kind: string }>(
    `select kind from gestand.mails where account_id = $1 and kind = 'agenda-changed'`,
    [server.here.coach.id],
  )
  expect(rows).toHaveLength(2)
  const told = await owner.query(`select from ledger where subject = 'appointment_replies'`)
  expect(told.rowCount).toBe(3)
})

test('only who was invited answers, and only for that appointment as it stands now', async () => {
  const server = await post()
  const id = await plan(server)
  const to = await invitation(server)
  const yes = replying(to, 'ACCEPTED')
  const strange = {
    'somebody else': { ...yes, from: 'iemand@example.org' },
    'somebody else, also in the calendar': replying(
      { ...to, attendee: 'i@example.org' },
      'ACCEPTED',
    ),
    'another appointment': replying(
      { ...to, uid: to.uid.replace(/^.{8}/, '00000000') },
      'ACCEPTED',
    ),
  }
  for (const [what, mail] of Object.entries(strange)) {
    expect([what, await server.send(mail)]).toEqual([what, '550'])
  }
  expect(await stateOf(server)).toBe('planned')
  const [startsAt, endsAt] = ['2030-11-26T09:00Z', '2030-11-26T10:00Z'].map((at) => new Date(at))
  if (!startsAt || !endsAt) throw new Error('no times')
  const move = { id, startsAt, endsAt, anyway: true, post: { ...POST } }
  await server.here.asCoach((tx) => moveAppointment(tx, move))
  expect(await server.send(yes)).toBe('taken')
  expect(await stateOf(server)).toBe('planned')
  const again = await invitation(server)
  expect(again).toMatchObject({ organizer: to.organizer, uid: to.uid, sequence: 1 })
  expect(await server.send({ from: to.attendee, to: to.organizer, text: 'Ik kom!' })).toBe('taken')
  expect(await waiting(server)).toBe(1)
  const { owner } = server.here.there
  await owner.query(`create or replace function invited(dossier uuid, address text)
    returns boolean language sql as 'select true'`)
  const forged = replying({ ...again, attendee: 'i@example.org' }, 'ACCEPTED')
  expect(await server.send(forged)).toBe('taken')
  expect(await stateOf(server)).toBe('confirmed')
})

const FIRST = '2030-10-21'

/** Four weeks across the end of summer time, and what is said of each. */
async function planSeries({ here }: Post): Promise<string> {
  const time = { day: FIRST, time: '10:00', minutes: 60, way: 'office', weeks: 4 } as const
  return here.asCoach((tx) => planAppointments(tx, { ...time, anyway: true, post: { ...POST } }))
}

async function statesOf({ here }: Post): Promise<readonly string[]> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'coaching')
  const reads = appointmentReads(access, here.dossierId)
  const { dossier, answers } = await store.open(here.coach.for('coaching'), here.dossierId, reads)
  const appointments = readAppointments(dossier, answers)
  return appointments.toSorted((a, b) => +a.startsAt - +b.startsAt).map(({ state }) => state)
}

test('a series is answered as a whole, or one time of it by itself, the newest last', async () => {
  const server = await post()
  const id = await planSeries(server)
  const to = await invitation(server)
  expect(to.uid).not.toContain(id)
  const send = (partstat: string, said: Said) => server.send(replying(to, partstat, said))
  expect(await send('ACCEPTED', { stamp: '20261123T100100Z' })).toBe('taken')
  expect(await statesOf(server)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed'])
  // By the clock here, in UTC, and by that of a calendar elsewhere which tells its zone.
  const second = { which: ';TZID=Europe/Amsterdam:20301028T100000', stamp: '20261123T100200Z' }
  expect(await send('DECLINED', second)).toBe('taken')
  const third = { which: ':20301104T090000Z', stamp: '20261123T100300Z' }
  expect(await send('TENTATIVE', third)).toBe('taken')
  expect(await statesOf(server)).toEqual(['confirmed', 'declined', 'tentative', 'confirmed'])
  expect(await send('ACCEPTED', { ...second, stamp: '20261123T100000Z' })).toBe('taken')
  expect(await statesOf(server)).toEqual(['confirmed', 'declined', 'tentative', 'confirmed'])
  expect(await send('DECLINED', { which: ':20301105T090000Z' })).toBe('550')
  expect(await send('DECLINED', { which: ';VALUE=DATE:20301104' })).toBe('taken')
  expect(await waiting(server)).toBe(1)
  expect(await send('DECLINED', { stamp: '20261123T110000Z' })).toBe('taken')
  expect(await statesOf(server)).toEqual(Array(4).fill('declined'))
  const told = await server.here.there.owner.query(
    `select from gestand.mails where account_id = $1 and kind = 'agenda-changed'`,
    [server.here.coach.id],
  )
  expect(told.rowCount).toBe(3)
})

test('a time of a series that was moved is another question, and stays of that series', async () => {
  const server = await post()
  const id = await planSeries(server)
  const whole = await invitation(server)
  const [startsAt, endsAt] = ['2030-10-22T12:00Z', '2030-10-22T13:00Z'].map((at) => new Date(at))
  if (!startsAt || !endsAt) throw new Error('no times')
  const move = { id, startsAt, endsAt, anyway: true, post: { ...POST } }
  await server.here.asCoach((tx) => moveAppointment(tx, move))
  const moved = await invitation(server)
  expect(moved).toMatchObject({ uid: whole.uid, organizer: whole.organizer, sequence: 1 })
  expect(await server.send(replying(whole, 'ACCEPTED'))).toBe('taken')
  expect((await statesOf(server))[0]).toBe('planned')
  expect((await statesOf(server)).slice(1)).toEqual(Array(3).fill('confirmed'))
  const which = ';TZID=Europe/Amsterdam:20301021T100000'
  expect(await server.send(replying(moved, 'ACCEPTED', { which }))).toBe('taken')
  expect(await statesOf(server)).toEqual(Array(4).fill('confirmed'))
  const { owner } = server.here.there
  // When it was planned at first is what calendars know it by: nobody changes that.
  const change = from.updateTable('appointments').set({ recurs_at: startsAt }).where('id', '=', id)
  await server.here.asCoach((tx) => tx.run(change))
  const { rows } = await owner.query<{ at: Date }>(
    'select recurs_at as at from appointments where id = $1',
    [id],
  )
  expect(rows[0]?.at).toEqual(new Date('2030-10-21T08:00:00Z'))
})
