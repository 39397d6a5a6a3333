import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { isAppError } from '#kernel/error.ts'
import { Actors } from '#modules/practice/actors.ts'
import { dossierReads } from '#modules/practice/dossier-reads.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { from, written } from '#store/query.ts'
import { erasingOf } from '#world/erasing.ts'
import { platformOf } from '#world/platform.ts'
import type { WorldAccount } from '#world/world.ts'
import { readDossierMails, mailReads } from './dossier-mails.ts'
import { fileMail, MailToFile, switchAddress } from './filing.ts'
import { readMail } from './parsed-mail.ts'
import { mailboxName } from './mailbox.ts'
import { MailReceiver } from './receiving.ts'
import {
  joinParts,
  readTray,
  readTrayToken,
  removeWaiting,
  trayReads,
  waitingParts,
} from './tray.ts'

interface Message {
  readonly id?: string
  readonly from?: string
  readonly headers?: readonly string[]
  readonly attachment?: readonly [name: string, content: string]
}

function message({ id = 'een@example.org', from, headers = [], attachment }: Message = {}): Buffer {
  const body = 'Beste Ilse,\r\n\r\nIk kom morgen.\r\n'
  const head = [
    `From: ${from ?? 'Sanne de Wit <sanne@example.org>'}`,
    'To: ilse@example.org',
    'Subject: Afspraak',
    `Message-ID: <${id}>`,
    'Date: Mon, 02 Nov 2026 09:00:00 +0100',
    ...headers,
  ]
  if (!attachment) return Buffer.from([...head, '', body].join('\r\n'))
  const [name, content] = attachment
  return Buffer.from(
    [
      ...head,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Ik kom <b>morgen</b>.</p><script>alert(1)</script>',
      '--b',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  )
}

async function file(here: Bureau, raw: Buffer): Promise<string> {
  const mail = await MailToFile.read(raw)
  try {
    return await here.asCoach((tx) => fileMail(tx, mail))
  } finally {
    await mail[Symbol.asyncDispose]()
  }
}

async function mailsOf(here: Bureau, who: WorldAccount, activity: string) {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const { dossier, answers } = await store.open(who.for(activity), here.dossierId, {
    ...dossierReads(access, here.dossierId),
    ...mailReads(access, here.dossierId),
  })
  return readDossierMails(dossier, answers, new Actors(answers.members, answers.relations))
}

function receiverOf(here: Bureau): MailReceiver {
  return new MailReceiver(platformOf(here.there, 'worker'), here.there.keys, POST.outbox)
}

async function tray(here: Bureau, who = here.coach) {
  const { store, keys, organisation } = here.there
  return readTray(await store.list(who.for('coaching'), 'tray', trayReads), { keys, organisation })
}

async function addressOf(here: Bureau): Promise<string> {
  const { store, organisation } = here.there
  const token = await store.change(here.coach.for('coaching'), readTrayToken)
  return mailboxName(token, organisation)
}

async function receive(here: Bureau, mailbox: string, raw: Buffer): Promise<void> {
  const receiver = receiverOf(here)
  const place = await receiver.find(mailbox)
  if (!place) throw new Error('no such address')
  await receiver.receive(place, raw)
}

test('rei-09, baken-09: a mail is filed as text with its attachment, once, and the client reads it', async () => {
  const here = await bureau()
  const raw = message({ attachment: ['cv.txt', 'Mijn cv'] })
  await file(here, raw)
  await expect(file(here, raw)).rejects.toMatchObject({ code: 'DUPLICATE' })
  const { mails } = await mailsOf(here, here.client, 'self-service')
  expect(mails).toMatchObject([
    { subject: 'Afspraak', source: 'client', filedBy: { name: 'Ilse Kramer' } },
  ])
  expect(mails[0]?.body).toBe('Ik kom morgen.')
  const { documents } = await here.view(here.coach, 'coaching')
  expect(documents).toMatchObject([{ id: mails[0]?.documents[0], category: 'correspondence' }])
})

test('what could run is not taken along, and the mail says so', async () => {
  const here = await bureau()
  await file(here, message({ attachment: ['factuur.exe', 'MZ'] }))
  const { mails } = await mailsOf(here, here.coach, 'coaching')
  expect(mails[0]?.documents).toEqual([])
  expect(mails[0]?.body).toContain('factuur.exe')
})

test('what a mail says stands nowhere in the database, filed or waiting', async () => {
  const here = await bureau()
  await file(here, message())
  await receive(here, await addressOf(here), message({ id: 'twee@example.org' }))
  const { rows } = await here.there.owner.query<{ all: string }>(
    `select encode(subject || body || sender, 'escape') as all from filed_mails
     union all select encode(summary, 'escape') from waiting_mails
     union all select encode(body, 'escape') from waiting_mail_parts`,
  )
  expect(rows).toHaveLength(3)
  for (const { all } of rows) expect(all).not.toMatch(/Afspraak|morgen|sanne/)
})

test('mail to a coach waits in that tray alone, with the client who wrote it', async () => {
  const here = await bureau()
  await receive(here, await addressOf(here), message())
  await receive(here, await addressOf(here), message())
  expect(await tray(here)).toMatchObject([{ subject: 'Afspraak', suggestion: here.dossierId }])
  const colleague = await here.there.account('Bram', ['coach'])
  expect(await tray(here, colleague)).toEqual([])
  const [mail] = await tray(here)
  const steal = here.there.store.change(colleague.for('coaching'), (tx) =>
    removeWaiting(tx, mail?.id ?? ''),
  )
  await expect(steal).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await here.there.owner.query('drop policy core_own_mail on waiting_mails')
  const rows = await here.there.store.list(colleague.for('coaching'), 'tray', trayReads)
  expect(rows.waiting).toHaveLength(1)
})

test('a sender whom two clients share is nobody in particular', async () => {
  const here = await bureau()
  await here.there.owner.query(`update clients set email = null`)
  await receive(here, await addressOf(here), message())
  expect((await tray(here))[0]).not.toHaveProperty('suggestion')
})

test('an address of a dossier leads to the coach who answers for it now, and to nobody once it is gone', async () => {
  const here = await bureau()
  await here.asCoach((tx) => switchAddress(tx, true))
  const { token = '' } = await mailsOf(here, here.coach, 'coaching')
  const mailbox = mailboxName(token, here.there.organisation)
  const receiver = receiverOf(here)
  expect(await receiver.find(mailbox)).toMatchObject({
    accountId: here.coach.id,
    dossierId: here.dossierId,
  })
  await receive(here, mailbox, message({ from: 'iemand@example.org' }))
  expect(await tray(here)).toMatchObject([{ suggestion: here.dossierId }])
  await here.asCoach((tx) => switchAddress(tx, false))
  expect(await receiver.find(mailbox)).toBeUndefined()
  expect(await receiver.find('ilse')).toBeUndefined()
  expect(await receiver.find(`${'0'.repeat(32)}.nergens`)).toBeUndefined()
})

test('a mail from the tray goes whole into a dossier within reach, and no other', async () => {
  const here = await bureau()
  const raw = message({ attachment: ['cv.txt', 'x'.repeat(1_500_000)] })
  await receive(here, await addressOf(here), raw)
  const { store, keys, organisation } = here.there
  const [mail] = await tray(here)
  const id = mail?.id ?? ''
  const { parts } = await store.list(here.coach.for('coaching'), 'waiting-mail', {
    parts: waitingParts(id),
  })
  expect(parts.length).toBeGreaterThan(1)
  expect((await joinParts({ keys, organisation }, id, parts)).equals(raw)).toBe(true)
  const other = await bureau()
  const elsewhere = here.there.store.changeDossier(
    here.coach.for('coaching'),
    other.dossierId,
    async (tx) => {
      const read = await MailToFile.read(raw)
      try {
        return await fileMail(tx, read)
      } finally {
        await read[Symbol.asyncDispose]()
      }
    },
  )
  await expect(elsewhere).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what nobody files in time goes, with its key, and what is thrown away too', async () => {
  const here = await bureau()
  const { organisation, owner, register, store } = here.there
  await receive(here, await addressOf(here), message())
  const [late] = await tray(here)
  const receiver = receiverOf(here)
  expect(await receiver.expire(organisation)).toBe(0)
  await owner.query('update waiting_mails set expires_on = gestand.today() - 1')
  expect(await receiver.expire(organisation)).toBe(1)
  await receive(here, await addressOf(here), message())
  const [thrown] = await tray(here)
  const ids = [late?.id ?? '', thrown?.id ?? '']
  await store.change(here.coach.for('coaching'), (tx) => removeWaiting(tx, thrown?.id ?? ''))
  expect((await register.listKeys(organisation, ids)).toSorted()).toEqual(ids.toSorted())
  await runErasures(erasingOf(here.there), organisation)
  expect(await register.listKeys(organisation, ids)).toEqual([])
})

test('what has not one sender, goes round or answers by itself is no mail', async () => {
  const wrong = (raw: Buffer) =>
    readMail(raw).then(
      () => 'read',
      (error: unknown) => (isAppError(error) ? error.code : 'failed'),
    )
  expect(await wrong(Buffer.from('zomaar wat'))).toBe('MAIL_MALFORMED')
  expect(await wrong(message({ from: 'a@example.org, b@example.org' }))).toBe('MAIL_MALFORMED')
  const hops = Array.from({ length: 31 }, (_, n) => `Received: from host${n} by host${n + 1}`)
  expect(await wrong(message({ headers: hops }))).toBe('MAIL_LOOP')
  expect(await wrong(message({ headers: ['Auto-Submitted: auto-replied'] }))).toBe('MAIL_LOOP')
  expect(await wrong(message())).toBe('read')
})

test('mail that seems to be about a dossier goes with it', async () => {
  const here = await bureau()
  await receive(here, await addressOf(here), message())
  await here.there.owner.query('delete from dossiers')
  expect(await tray(here)).toEqual([])
})

test('rei-09, baken-09: what the software sends about a client is listed, without what it said', async () => {
  const here = await bureau()
  await here.summary({ body: 'Wij spraken over rust.' })
  const whole = { title: { nl: 'Een samenvatting staat klaar' }, receiver: 'client' }
  for (const [who, activity] of [
    [here.coach, 'coaching'],
    [here.client, 'self-service'],
  ] as const) {
    const { sent } = await mailsOf(here, who, activity)
    expect(sent).toMatchObject([{ ...whole, sentBy: { name: 'Ilse Kramer' } }])
  }
  const { owner, store } = here.there
  const { rows } = await owner.query<{ all: string }>(
    'select sent_mails::text as all from sent_mails',
  )
  expect(rows[0]?.all).not.toMatch(/rust|sanne/i)
  const note = written(sql`select note_sent_mail('summary-sent', 'client')`)
  const unopened = store.change(here.coach.for('coaching'), (tx) => tx.run(note))
  await expect(unopened).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const forged = from.insertInto('sent_mails').values({
    dossier_id: here.dossierId,
    kind: 'summary-sent',
    receiver: 'client',
  })
  await expect(here.asCoach((tx) => tx.run(forged))).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await owner.query(`update pg_attribute set attacl = null where attrelid = 'sent_mails'::regclass`)
  await here.asCoach((tx) => tx.run(note))
  expect((await owner.query('select from sent_mails')).rowCount).toBe(1)
})

test('a mail that the coach sent to the client is the practice’s own, and is suggested for that client', async () => {
  const here = await bureau()
  const coach = `Ilse Kramer <${here.coach.id}@example.org>`
  const raw = (id: string, to: string) =>
    Buffer.from(
      message({ id, from: coach }).toString().replace('To: ilse@example.org', `To: ${to}`),
    )
  await receive(here, await addressOf(here), raw('een@example.org', 'Sanne <Sanne@example.org>'))
  await receive(here, await addressOf(here), raw('twee@example.org', 'iemand@example.org'))
  const waiting = await tray(here)
  expect(waiting.map(({ suggestion }) => suggestion)).toEqual([here.dossierId, undefined])
  await file(here, raw('drie@example.org', 'sanne@example.org'))
  await file(here, message({ id: 'vier@example.org', from: 'iemand@example.org' }))
  const { mails } = await mailsOf(here, here.coach, 'coaching')
  expect(mails.map(({ source }) => source).toSorted()).toEqual(['own', 'third-party'])
  const ask = written(sql`select sent_by_us(${`${here.coach.id}@example.org`})`)
  const asked = here.asClient((tx) => tx.run(ask))
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
