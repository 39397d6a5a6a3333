import { expect, test } from 'vitest'
import type { WaitingMail } from '#jobs/delivery.ts'
import { writeMail } from '#jobs/letter.ts'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

const ID = '1c6d1a52-0000-4000-8000-000000000000'
const says = { nl: 'Er is een afspraak.', en: 'There is an appointment.' }

test('a mail of the demonstration hands over what is enclosed, and where mail is sent there is no mailbox', async () => {
  const startsAt = new Date('2026-12-07T12:00:00Z')
  const endsAt = new Date('2026-12-07T13:00:00Z')
  const mail = writeMail(
    {
      subject: says,
      paragraphs: [says],
      link: { label: says, path: '/mijn' },
      calendar: {
        method: 'REQUEST',
        organizer: 'De Brug',
        event: { id: ID, sequence: 0, startsAt, endsAt },
      },
      attachments: [{ name: 'Factuur 1.pdf', type: 'application/pdf', content: 'JVBERg==' }],
    },
    { name: 'Sanne de Wit', email: 'sanne@example.org', language: 'nl' },
    new URL('http://localhost'),
  )
  const mails: WaitingMail[] = [{ id: ID, kind: 'appointment', queuedAt: startsAt, mail }]
  const there = await world()
  const site = { ...siteOf(there), mailbox: { listMails: () => Promise.resolve(mails) } }
  const browser = new Browser(site)
  const { body } = await browser.get(`/demo/post/${ID}`)
  for (const name of ['afspraak.ics', 'Factuur 1.pdf']) expect(body).toContain(name)
  const invitation = await browser.get(`/demo/post/${ID}/bijlagen/0`)
  expect(invitation.headers.get('content-type')).toContain('method=REQUEST')
  expect(invitation.body).toContain('DTSTART:20261207T120000Z')
  const invoice = await browser.get(`/demo/post/${ID}/bijlagen/1`)
  expect(invoice.headers.get('content-disposition')).toContain('filename="Factuur 1.pdf"')
  expect(invoice.body).toBe('%PDF')
  expect((await browser.get(`/demo/post/${ID}/bijlagen/2`)).status).toBe(404)
  const sending = new Browser(siteOf(there))
  expect((await sending.get(`/demo/post/${ID}/bijlagen/0`)).status).toBe(404)
})
