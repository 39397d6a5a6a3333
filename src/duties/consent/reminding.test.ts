import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { bureau, consent } from '#world/bureau.ts'
import { remindOfConsents } from './reminding.ts'

test('a person is told once that a consent ends, and not when it was withdrawn', async () => {
  const here = await bureau()
  const { there, worker } = here
  const outbox = new Outbox(there.installation.master)
  const remind = () =>
    remindOfConsents(worker, outbox, { id: there.organisation, title: 'De Brug' })
  const partner = await there.account('Noor Visser', ['coach'])
  const id = await consent(here, { consent: 'partner-access', holderId: partner.id })
  const gone = await consent(here, { consent: 'partner-access', holderId: here.coach.id })
  expect(await remind()).toBe(0)
  await there.owner.query(`update consents set expires_at = now() + interval '29 days'`)
  expect(await remind()).toBe(0)
  await there.owner.query('insert into withdrawals (request_id, dossier_id) values ($1, $2)', [
    gone,
    here.dossierId,
  ])
  await there.owner.query(`update consents set expires_at = now() + interval '27 days'`)
  expect(await remind()).toBe(1)
  expect(await remind()).toBe(0)
  const { rows } = await there.owner.query(
    `select kind, account_id from gestand.mails where kind = 'consent-ending'`,
  )
  expect(rows).toEqual([{ kind: 'consent-ending', account_id: here.client.id }])
  const reminded = await there.owner.query(
    'select request_id from consents where reminded_at is not null',
  )
  expect(reminded.rows).toEqual([{ request_id: id }])
})
