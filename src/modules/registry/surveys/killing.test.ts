import { expect, test } from 'vitest'
import { killAtUpdate } from '#world/dying.ts'
import { surveyors } from '#world/surveys.ts'

const SLOW_MS = 60_000

/** Asks ten people at a time, as the worker does with five hundred. */
const SCRIPT = `
  import { mailSurveys } from '#modules/registry/index.ts'
  import { LOGINS, loginUrl } from '#store/install.ts'
  import { Platform } from '#store/platform.ts'
  import { createPool } from '#store/pool.ts'
  const url = loginUrl(installation, LOGINS.worker)
  const platform = new Platform(createPool({ url, max: 1, name: 'worker' }))
  const sender = { id: given.organisation, title: 'Register' }
  await mailSurveys(platform, installation.master, sender, { batch: 10 })`

test('killed in the middle of a mailing, the next process goes on and asks everybody once', {
  timeout: SLOW_MS,
}, async () => {
  const here = await surveyors()
  const { there } = here.at
  await here.people(45)
  await here.planned()
  await killAtUpdate(there, {
    table: 'survey_mailings',
    when: 'new.invited > 20',
    script: SCRIPT,
    given: { organisation: there.organisation },
  })
  expect(await here.mailsOf('waiting'), 'what was asked has its mail').toHaveLength(20)
  const asked = async () =>
    (await there.owner.query('select dossier_id from survey_invitations')).rows.length
  expect(await asked()).toBe(20)

  expect(await here.mail(10)).toBe(25)
  expect(await here.mailsOf('waiting')).toHaveLength(45)
  const { rows } = await there.owner.query(
    `select count(*)::int as asked, count(distinct person_id)::int as persons,
       count(stop_hash)::int as refusable from survey_invitations`,
  )
  expect(rows).toEqual([{ asked: 45, persons: 45, refusable: 45 }])
})
