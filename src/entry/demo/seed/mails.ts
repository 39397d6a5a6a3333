import { createHash } from 'node:crypto'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { after, MINUTE_MS, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'
import { TRAY_MAILS } from './tray-mails.ts'

const MESSAGES = [
  {
    source: 'client',
    subject: 'Afspraak van volgende week',
    body: 'Goedemorgen,\n\nIk kan dinsdag niet. Schikt donderdag om elf uur ook?',
  },
  {
    source: 'client',
    subject: 'Vacature',
    body: 'Ik zag deze vacature en dacht aan ons gesprek. Zullen we die samen bekijken?',
  },
  {
    source: 'own',
    subject: 'Re: Vacature',
    body: 'Dat is een goed idee. Neem de tekst mee naar ons gesprek.',
  },
] as const

const FILED_LIMIT = 60

/** Files some mails with clients, and lets two wait in the tray of the first coach. */
export async function insertMails(load: Load): Promise<void> {
  const filed = load.data.engagements
    .filter(({ consults }) => consults.length > 1)
    .slice(0, FILED_LIMIT)
    .flatMap((engagement) => messagesOf(load, engagement))
  await load.insert('filed_mails', filed)
  await insertWaiting(load)
}

function messagesOf(load: Load, engagement: DemoEngagement) {
  const { clients, members } = load.data
  const addressOf = (of: readonly { key: string; email: string }[], key: string): string =>
    of.find((each) => each.key === key)?.email ?? ''
  const client = addressOf(clients, engagement.client)
  const coach = addressOf(members, engagement.coach)
  const held = engagement.consults.filter(({ heldOn }) => heldOn < load.data.today)
  return MESSAGES.flatMap(({ body, source, subject }, rank) => {
    // One at each of the first consults, and the answer right after what it answers.
    const consult = held[Math.min(rank, 1)]
    if (!consult) return []
    const key = `${engagement.key} mail ${rank}`
    const sentAt = after(`${consult.heldOn}T09:00:00Z`, rank * 60 * MINUTE_MS + spread(key, 0, 60))
    const doing = byCoach(load, engagement, after(sentAt, 30 * MINUTE_MS))
    const [from, to] = source === 'client' ? [client, coach] : [coach, client]
    const seal = (column: string, plain: string) =>
      load.seal(engagement, `filed_mails.${column}`, plain)
    const row = {
      id: load.id(key),
      dossier_id: load.id(engagement.key),
      message_digest: digest(key),
      sent_at: sentAt,
      source,
      sender: seal('sender', from),
      receivers: seal('receivers', to),
      subject: seal('subject', subject),
      body: seal('body', body),
      filed_by: doing.by,
      filed_at: doing.at,
    }
    return { ...doing, row }
  })
}

async function insertWaiting(load: Load): Promise<void> {
  const [engagement] = load.data.engagements
  if (!engagement) return
  for (const { from, key, sender, subject, text } of TRAY_MAILS) {
    const id = `<${key.replaceAll(' ', '.')}@example.org>`
    const head = [`From: ${from}`, `Subject: ${subject}`, `Message-ID: ${id}`]
    const raw = [...head, '', text, ''].join('\r\n')
    const summary = load.sealFor(key, 'waiting_mails.summary', JSON.stringify({ sender, subject }))
    await load.owner.query(
      `insert into waiting_mails (id, account_id, message_digest, summary, bytes)
       values ($1, $2, $3, $4, $5)`,
      [load.id(key), load.id(engagement.coach), digest(key), summary, raw.length],
    )
    await load.owner.query(
      'insert into waiting_mail_parts (mail_id, part, body) values ($1, 0, $2)',
      [load.id(key), load.sealFor(key, 'waiting_mail_parts.body', raw)],
    )
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
