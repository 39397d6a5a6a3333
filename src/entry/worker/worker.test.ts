import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '#entry/config.ts'
import { recoveryMail } from '#jobs/mails/recovery.ts'
import { Outbox } from '#jobs/outbox.ts'
import { startMailServer } from '#world/mail.ts'
import { platformOf } from '#world/platform.ts'
import { type World, world } from '#world/world.ts'
import { startWorker, type Worker } from './worker.ts'

function configWith(variables: Readonly<Record<string, string>> = {}): Config {
  const read = readConfig(variables)
  if ('config' in read) return read.config
  throw new Error(JSON.stringify(read.problems))
}

async function start({ installation }: World, config = configWith()): Promise<Worker> {
  const worker = await startWorker(config, installation)
  onTestFinished(() => worker.stop())
  return worker
}

async function countProofs({ owner }: World): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::integer as n from proofs')
  return rows[0]?.n ?? 0
}

test('promises are checked soon after a start, but not again within a day', async () => {
  const there = await world()
  const first = await start(there)
  await expect.poll(() => countProofs(there), { timeout: 15_000 }).toBeGreaterThan(10)
  const stopping = Date.now()
  await first.stop()
  expect(Date.now() - stopping).toBeLessThan(5_000)
  const proofs = await countProofs(there)
  const second = await start(there)
  await sleep(3_000)
  await second.stop()
  expect(await countProofs(there)).toBe(proofs)
})

test('promises, checkpoints and accounts have their hours, in Dutch time', async () => {
  const there = await world()
  await start(there)
  const { rows } = await there.owner.query(
    'select name, cron, timezone from gestand_jobs.schedule order by name',
  )
  const timezone = 'Europe/Amsterdam'
  expect(rows).toEqual([
    { name: 'appointments', cron: '5 8-20 * * *', timezone },
    { name: 'backups', cron: '25 * * * *', timezone },
    { name: 'checkpoints', cron: '*/5 * * * *', timezone },
    { name: 'consents', cron: '30 7 * * *', timezone },
    { name: 'packages', cron: '20 * * * *', timezone },
    { name: 'page-visits', cron: '1 * * * *', timezone },
    { name: 'promises', cron: '15 3 * * *', timezone },
    { name: 'rehearsals', cron: '40 4 * * 0', timezone },
    { name: 'reminders', cron: '10 8 * * *', timezone },
    { name: 'requests', cron: '20 * * * *', timezone },
    { name: 'retention', cron: '15 2 * * *', timezone },
    { name: 'scrub', cron: '15 4 * * *', timezone },
    { name: 'succession', cron: '25 * * * *', timezone },
    { name: 'sweep', cron: '45 3 * * *', timezone },
    { name: 'tallies', cron: '*/2 * * * *', timezone },
    { name: 'terms', cron: '10,40 * * * *', timezone },
    { name: 'tray', cron: '50 1 * * *', timezone },
  ])
})

test('what ended stands in its register within seconds', async () => {
  const there = await world()
  const { id } = await there.account('Ilse Kramer', ['coach'])
  await start(there)
  await there.owner.query('update members set left_at = now() where account_id = $1', [id])
  await expect
    .poll(async () => (await there.owner.query('select from gestand.endings')).rows.length, {
      timeout: 5_000,
    })
    .toBe(0)
})

test('mail goes out by itself where there is a mail server, and waits where there is none', async () => {
  const there = await world()
  const mailServer = await startMailServer()
  const outbox = new Outbox(there.installation.master)
  const reader = { name: 'Noor Dekker', email: 'noor@example.org', language: 'nl' } as const
  const accounts = platformOf(there, 'accounts')
  await outbox.queue(accounts, recoveryMail, { path: '/wachtwoord/x' }, reader)
  const without = await start(there)
  expect(await without.delivery.listMails()).toHaveLength(1)
  await start(there, configWith({ GESTAND_SMTP_URL: mailServer.url }))
  await expect.poll(() => mailServer.received, { timeout: 5_000 }).toHaveLength(1)
  // It is noted as sent a moment after it was handed over.
  await expect.poll(() => without.delivery.listMails()).toEqual([])
})
