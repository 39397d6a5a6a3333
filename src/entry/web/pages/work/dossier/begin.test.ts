import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

async function atIntake(): Promise<{ here: Bureau; browser: Browser; path: string }> {
  const here = await bureau({ active: false })
  const browser = new Browser(siteOf(here.there), here.coach)
  return { here, browser, path: `/werk/dossiers/${here.dossierId}` }
}

test('rei-03: a service does not begin before the statement was shown, and the page says why', async () => {
  const { browser, path } = await atIntake()
  const begin = await browser.get(`${path}/begin`)
  expect(begin.body).not.toContain(`action="${path}/beginnen"`)
  const refused = await browser.submit(`${path}/beginnen`)
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('De privacyverklaring is nog niet aan de cliënt getoond')
  expect((await browser.get(`${path}/gesprekken/nieuw`)).status).toBe(404)
})

test('rei-03: once that is recorded it begins, and beginning twice is once', async () => {
  const { here, browser, path } = await atIntake()
  const notice = { way: 'handed', language: 'en' }
  for (const recorded of await browser.twice(`${path}/begin`, notice)) {
    expect(recorded.to).toBe(`${path}/begin?gedaan=notice-recorded`)
  }
  const { rows } = await here.there.owner.query('select way, language from statement_notices')
  expect(rows).toEqual([notice])
  for (const begun of await browser.twice(`${path}/beginnen`)) expect(begun.status).toBe(303)
  expect((await browser.get(`${path}/gesprekken/nieuw`)).status).toBe(200)
})

test('a form that is not filled in comes back with what is missing, by the name of the field', async () => {
  const { browser, path } = await atIntake()
  const again = await browser.submit(`${path}/begin`, { language: 'nl' })
  expect(again.status).toBe(422)
  expect(again.body).toContain('Hoe kreeg de cliënt de verklaring?: Kies een van de mogelijkheden.')
})

test('inviting twice with one form is one invitation, which can be taken back', async () => {
  const { here, browser, path } = await atIntake()
  const fields = { email: 'sanne@example.org', language: 'nl' }
  const formId = randomUUID()
  for (const invited of await browser.twice(`${path}/uitnodigen`, fields, formId)) {
    expect(invited.status).toBe(303)
  }
  const { owner } = here.there
  const mails = await owner.query(`select kind from gestand.mails where kind = 'invitation'`)
  expect(mails.rowCount).toBe(1)
  const taken = await browser.submit(`${path}/uitnodigingen/${formId}/intrekken`)
  expect(taken.status).toBe(303)
  expect((await owner.query('select from invitations')).rowCount).toBe(0)
  expect((await browser.submit(`${path}/uitnodigingen/${formId}/intrekken`)).status).toBe(404)
})

test('an address that is none is refused, and stays in the form', async () => {
  const { browser, path } = await atIntake()
  const again = await browser.submit(`${path}/uitnodigen`, { email: 'sanne@', language: 'nl' })
  expect(again.status).toBe(422)
  expect(again.body).toContain('value="sanne@"')
})
