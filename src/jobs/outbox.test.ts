import { expect, test } from 'vitest'
import { platformOf } from '#world/platform.ts'
import { type World, world } from '#world/world.ts'
import { Delivery } from './delivery.ts'
import { recoveryMail } from './mails/recovery.ts'
import { summarySentMail } from './mails/summary-sent.ts'
import { Outbox } from './outbox.ts'

const about = { organisation: 'De Brug', path: '/mijn/samenvattingen' }

function mailbox(there: World): Delivery {
  const platform = platformOf(there, 'worker')
  const { master } = there.installation
  return new Delivery({ platform, master, address: new URL('https://post.example.org') })
}

test('an activity queues mail in its own transaction', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const client = await there.account('Iris Bakker')
  const outbox = new Outbox(there.installation.master)
  await there.store.change(coach.for('coaching'), (tx) =>
    outbox.queue(tx, summarySentMail, about, { accountId: client.id }),
  )
  const [waiting] = await mailbox(there).listMails()
  expect(waiting?.mail.to).toEqual({ name: 'Iris Bakker', email: `${client.id}@example.org` })
  expect(waiting?.mail.text).toContain('https://post.example.org/mijn/samenvattingen')
})

test('what is rolled back sends no mail', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const outbox = new Outbox(there.installation.master)
  const change = there.store.change(coach.for('coaching'), async (tx) => {
    await outbox.queue(tx, summarySentMail, about, { accountId: coach.id })
    throw new Error('something went wrong')
  })
  await expect(change).rejects.toThrow('something went wrong')
  expect(await mailbox(there).listMails()).toEqual([])
})

test('the login of the application queues nothing without an act, and reads no mail', async () => {
  const there = await world()
  const attacker = await there.attack('app')
  const queue = attacker.query(`select gestand.queue_mail('recovery', null, '\\x00', 'none')`)
  await expect(queue).rejects.toThrow('SIGNED_OUT')
  await expect(attacker.query('select * from gestand.mails')).rejects.toThrow('permission denied')
})

test('a payload that was not sealed by the application is not sent', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  await there.owner.query(
    `insert into gestand.mails (kind, account_id, payload, master)
     values ('recovery', $1, convert_to('{"data":{"path":"/"}}', 'utf8'), 'none')`,
    [coach.id],
  )
  expect(await mailbox(there).listMails()).toEqual([])
})

test('a mail that is readdressed in the database is not sent', async () => {
  const there = await world()
  const outbox = new Outbox(there.installation.master)
  const [owner, thief] = [await there.account('Owner'), await there.account('Thief')]
  const accounts = platformOf(there, 'accounts')
  await outbox.queue(accounts, recoveryMail, { path: '/x' }, { accountId: owner.id })
  expect(await mailbox(there).listMails()).toHaveLength(1)
  await there.owner.query('update gestand.mails set account_id = $1', [thief.id])
  expect(await mailbox(there).listMails()).toEqual([])
})

test('a mail leads to a page of this installation and nowhere else', async () => {
  const there = await world()
  const outbox = new Outbox(there.installation.master)
  const coach = await there.account('Coach', ['coach'])
  const accounts = platformOf(there, 'accounts')
  for (const path of ['https://example.com/', '//example.com/', '/\\example.com/', 'mijn']) {
    const queue = outbox.queue(accounts, recoveryMail, { path }, { accountId: coach.id })
    await expect(queue).rejects.toThrow('path')
  }
})
