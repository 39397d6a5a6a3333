import { expect, test } from 'vitest'
import { type MailServer, startMailServer } from '#world/mail.ts'
import { platformOf } from '#world/platform.ts'
import { type World, world } from '#world/world.ts'
import { Delivery } from './delivery.ts'
import { recoveryMail } from './mails/recovery.ts'
import { Outbox } from './outbox.ts'
import { createSmtp } from './smtp.ts'

const iris = { name: 'Iris de Vries', email: 'iris@example.org', language: 'nl' as const }

function deliveryOf(there: World, server: Pick<MailServer, 'url'>, told: string[] = []): Delivery {
  return new Delivery({
    onFailure: (failure) => told.push(failure),
    platform: platformOf(there, 'worker'),
    master: there.installation.master,
    address: new URL('https://post.example.org'),
    transport: createSmtp(server.url, 'De Brug <post@example.org>'),
  })
}

async function queue(there: World, email = iris.email, count = 1): Promise<void> {
  const outbox = new Outbox(there.installation.master)
  const accounts = platformOf(there, 'accounts')
  for (let index = 0; index < count; index += 1) {
    await outbox.queue(accounts, recoveryMail, { path: `/r/${index}` }, { ...iris, email })
  }
}

async function readMails({ owner }: World): Promise<unknown[]> {
  const { rows } = await owner.query<Record<string, unknown>>(
    `select sent_at is not null as sent, failed_at is not null as failed, tries, failure,
       payload is null as wiped from gestand.mails order by queued_at`,
  )
  return rows
}

test('a queued mail arrives as text and HTML, and its payload is wiped', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there)
  const delivery = deliveryOf(there, server)
  expect(await delivery.deliver()).toEqual({ sent: 1, postponed: 0, failed: 0 })
  const [mail] = server.received
  expect(mail?.from?.text).toBe('"De Brug" <post@example.org>')
  expect(mail?.subject).toBe('Een nieuw wachtwoord kiezen')
  expect(mail?.text).toContain('Dag Iris de Vries,')
  expect(mail?.text).toContain('https://post.example.org/r/0')
  expect(mail?.html).toContain('<a href="https://post.example.org/r/0">')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(await readMails(there)).toEqual([
    { sent: true, failed: false, tries: 1, failure: null, wiped: true },
  ])
  expect(await delivery.deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 })
})

test('an account gets its mail in the language it has now', async () => {
  const there = await world()
  const server = await startMailServer()
  const account = await there.account('Iris de Vries')
  const outbox = new Outbox(there.installation.master)
  const recipient = { accountId: account.id }
  await outbox.queue(platformOf(there, 'accounts'), recoveryMail, { path: '/r' }, recipient)
  await there.owner.query(`update gestand.accounts set language = 'en'`)
  await deliveryOf(there, server).deliver()
  expect(server.received[0]?.subject).toBe('Choose a new password')
})

test('a disabled account gets no mail', async () => {
  const there = await world()
  const server = await startMailServer()
  const account = await there.account('Iris de Vries')
  const outbox = new Outbox(there.installation.master)
  const recipient = { accountId: account.id }
  await outbox.queue(platformOf(there, 'accounts'), recoveryMail, { path: '/r' }, recipient)
  await there.owner.query('update gestand.accounts set disabled_at = now()')
  expect(await deliveryOf(there, server).deliver()).toMatchObject({ failed: 1 })
  expect(server.received).toEqual([])
})

test('a server that refuses for now is tried again later', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there)
  const told: string[] = []
  const delivery = deliveryOf(there, server, told)
  server.refuseWith = 451
  expect(await delivery.deliver()).toMatchObject({ postponed: 1 })
  expect(await delivery.deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 })
  expect(await readMails(there)).toEqual([
    { sent: false, failed: false, tries: 1, failure: 'EENVELOPE 451', wiped: false },
  ])
  expect(told).toEqual(['EENVELOPE 451'])
  server.refuseWith = undefined
  await there.owner.query(`update gestand.mails set next_try_at = now()`)
  expect(await delivery.deliver()).toMatchObject({ sent: 1 })
})

test('each wait is twice as long, and the tenth refusal is the last', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there)
  const delivery = deliveryOf(there, server)
  server.refuseWith = 451
  const waits: number[] = []
  for (let tries = 1; tries < 10; tries += 1) {
    await there.owner.query(`update gestand.mails set next_try_at = now()`)
    await delivery.deliver()
    const { rows } = await there.owner.query<{ minutes: number }>(
      `select round(extract(epoch from next_try_at - now()) / 60)::int as minutes
       from gestand.mails`,
    )
    waits.push(rows[0]?.minutes ?? 0)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256])
  await there.owner.query(`update gestand.mails set next_try_at = now()`)
  expect(await delivery.deliver()).toMatchObject({ failed: 1 })
  expect(await readMails(there)).toMatchObject([{ failed: true, tries: 10, wiped: true }])
})

test('an address that the server refuses for good fails at once, without holding up others', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there, 'nobody@refused.example.org')
  await queue(there)
  expect(await deliveryOf(there, server).deliver()).toEqual({ sent: 1, postponed: 0, failed: 1 })
  expect(await readMails(there)).toEqual([
    { sent: false, failed: true, tries: 1, failure: 'EENVELOPE 550', wiped: true },
    { sent: true, failed: false, tries: 1, failure: null, wiped: true },
  ])
})

test('a mail server that is not there loses no mail', async () => {
  const there = await world()
  const server = { url: 'smtp://127.0.0.1:1' }
  await queue(there)
  expect(await deliveryOf(there, server).deliver()).toMatchObject({ postponed: 1 })
  expect(await readMails(there)).toMatchObject([{ failure: 'ESOCKET', wiped: false }])
})

test('workers at the same moment send each mail once', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there, iris.email, 12)
  const workers = [1, 2, 3].map(() => deliveryOf(there, server))
  await Promise.all(workers.map((worker) => worker.deliver()))
  const paths = server.received.map((mail) => mail.text?.match(/\/r\/\d+/)?.[0])
  expect(new Set(paths).size).toBe(12)
  expect(paths).toHaveLength(12)
})

test('mails go out five at a time, over connections that are kept for the next', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there, iris.email, 25)
  expect(await deliveryOf(there, server).deliver()).toEqual({ sent: 25, postponed: 0, failed: 0 })
  const paths = server.received.map((mail) => mail.text?.match(/\/r\/\d+/)?.[0])
  expect(new Set(paths).size).toBe(25)
  expect(server.connections.most).toBeGreaterThan(1)
  expect(server.connections.made).toBeLessThanOrEqual(5)
})

test('a mail that the server took without saying so is not handed over again at once', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there)
  const delivery = deliveryOf(there, server)
  server.hangsUp = true
  expect(await delivery.deliver()).toEqual({ sent: 0, postponed: 1, failed: 0 })
  expect(await delivery.deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 })
  expect(server.received).toHaveLength(1)
  expect(await readMails(there)).toMatchObject([{ sent: false, failed: false, wiped: false }])
})

test('told to stop, it finishes what is on its way and claims nothing more', async () => {
  const there = await world()
  await queue(there, iris.email, 9)
  const stopping = new AbortController()
  const transport = {
    atOnce: 2,
    send: async () => stopping.abort(),
    close: () => undefined,
  }
  const delivery = new Delivery({
    platform: platformOf(there, 'worker'),
    master: there.installation.master,
    address: new URL('https://post.example.org'),
    transport,
  })
  const { sent } = await delivery.deliver(stopping.signal)
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThanOrEqual(2)
  const { rows } = await there.owner.query(
    'select from gestand.mails where sent_at is null and tries > 0',
  )
  expect(rows, 'nothing stays claimed').toEqual([])
})

test('a mail that a dead worker left behind is sent when its time is over', async () => {
  const there = await world()
  const server = await startMailServer()
  await queue(there)
  await there.owner.query(
    `update gestand.mails set tries = 1, next_try_at = now() + interval '2 minutes'`,
  )
  const delivery = deliveryOf(there, server)
  expect(await delivery.deliver()).toMatchObject({ sent: 0 })
  await there.owner.query(`update gestand.mails set next_try_at = now() - interval '1 second'`)
  expect(await delivery.deliver()).toMatchObject({ sent: 1 })
})

test('a demonstration sends nothing and shows what waits', async () => {
  const there = await world()
  await queue(there)
  const delivery = new Delivery({
    platform: platformOf(there, 'worker'),
    master: there.installation.master,
    address: new URL('http://localhost:8080'),
  })
  expect(await delivery.deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 })
  const [waiting] = await delivery.listMails()
  expect(waiting).toMatchObject({ kind: 'recovery', mail: { to: { email: iris.email } } })
  expect(waiting?.mail.text).toContain('http://localhost:8080/r/0')
})
