import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { type Browser, expectAccessible, type Page } from './browser.ts'
import { expect, type Installation, test } from './installation.ts'

const COACH = 'ilse.kramer@example.org'
const CLIENT = 'annelies.vandermeulen@example.org'
const PRINCIPAL = 'nadia.bakker@delinde.example.org'
const OTHER_PRINCIPAL = 'karin.hamer@hamer.example.org'
const OFFICER = 'fg@example.org'
const ADMINISTRATOR = 'beheer@example.org'
const NAME = 'Meulen, Annelies van der'

const SUMMARY = 'Wij spraken over de proefplaatsing in de bibliotheek. Zij begint volgende week.'

test.describe.configure({ mode: 'serial' })

/** A page in a browser of somebody's own, signed in. */
async function as(browser: Browser, installation: Installation, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  const page = await context.newPage()
  await installation.signIn(page, email)
  return page
}

test('rei-10: a coach writes and sends a summary, and the client approves it', async ({
  browser,
  installation,
}) => {
  const coach = await as(browser, installation, COACH)
  await coach.getByRole('link', { name: NAME }).click()
  await expectAccessible(coach)
  await coach.getByRole('link', { name: 'Gesprek noteren' }).click()
  await coach.getByLabel('Dag van het gesprek').fill('2026-11-20')
  await coach.getByLabel('Duur in minuten').fill('60')
  await coach.getByLabel('op kantoor').check()
  await coach.getByLabel('Samenvatting').fill(SUMMARY)
  await expectAccessible(coach)
  await coach.getByRole('button', { name: 'Bewaren' }).click()
  await coach.getByRole('button', { name: 'Naar de cliënt sturen' }).click()
  await expect(coach.getByText('De samenvatting is naar de cliënt gestuurd.')).toBeVisible()

  const client = await as(browser, installation, CLIENT)
  await client.getByRole('link', { name: 'Samenvattingen' }).first().click()
  const card = client.getByRole('article').filter({ hasText: SUMMARY })
  await expect(card).toBeVisible()
  await expectAccessible(client)
  await card.getByRole('button', { name: 'Ja, dit klopt' }).click()
  await expect(client.getByText('U hebt de samenvatting goedgekeurd.')).toBeVisible()
})

test('rei-14: with consent for that one document the principal reads it and nothing else', async ({
  browser,
  installation,
}) => {
  const coach = await as(browser, installation, COACH)
  await coach.getByRole('link', { name: NAME }).click()
  await coach.getByRole('link', { name: 'Verstrekkingen' }).click()
  await coach.getByRole('link', { name: 'Verstrekking vragen' }).first().click()
  await coach
    .getByLabel('Welk stuk?')
    .selectOption({ label: 'Samenvatting van het gesprek van 20 november 2026' })
  await coach.getByLabel('Aan wie?').selectOption({ label: 'Zorggroep De Linde' })
  await expectAccessible(coach)
  await coach.getByRole('button', { name: 'De cliënt vragen' }).click()

  const client = await as(browser, installation, CLIENT)
  await client.getByRole('link', { name: 'Toestemmingen' }).first().click()
  const question = client.getByRole('article').filter({ hasText: '20 november 2026' })
  await expectAccessible(client)
  await question.getByRole('button', { name: 'Ja, ik geef toestemming' }).click()
  await expect(client.getByText('U hebt toestemming gegeven.')).toBeVisible()

  await coach.getByRole('link', { name: 'Verstrekkingen' }).click()
  await coach.getByRole('button', { name: 'Nu verstrekken' }).first().click()
  await expect(coach.getByText('Het document is vrijgegeven.')).toBeVisible()

  const principal = await as(browser, installation, PRINCIPAL)
  const released = principal.getByRole('row').filter({ hasText: '20 november 2026' })
  await expectAccessible(principal)
  await released.getByRole('link').first().click()
  await expect(principal.getByText(SUMMARY)).toBeVisible()
  await expectAccessible(principal)
  const address = principal.url()
  const dossier = coach.url().replace(/(dossiers\/[^/]+).*/, '$1')
  for (const page of [dossier, `${dossier}/notities`, `${installation.url}/werk`]) {
    const answer = await principal.goto(page)
    await expect(principal.getByText(SUMMARY)).toBeHidden()
    expect([200, 404]).toContain(answer?.status())
    await expect(principal.getByText('Annelies van der Meulen')).toBeHidden()
  }

  const other = await as(browser, installation, OTHER_PRINCIPAL)
  expect((await other.goto(address))?.status()).toBe(404)

  await client.getByRole('link', { name: 'Toestemmingen' }).first().click()
  const given = client.getByRole('article').filter({ hasText: '20 november 2026' })
  await given.getByRole('button', { name: 'Toestemming intrekken' }).click()
  expect((await principal.goto(address))?.status()).toBe(404)
})

test('rei-11: the client sees who looked and when', async ({ browser, installation }) => {
  const client = await as(browser, installation, CLIENT)
  await client.getByRole('link', { name: 'Wie keek' }).first().click()
  await expect(client.getByText(/Ilse Kramer/).first()).toBeVisible()
  await expect(client.getByText(/opdrachtgever opende/i).first()).toBeVisible()
  await expectAccessible(client)
})

test('rei-12: administrator and officer find no page with contents', async ({
  browser,
  installation,
}) => {
  const coach = await as(browser, installation, COACH)
  await coach.getByRole('link', { name: NAME }).click()
  const dossier = coach.url()
  for (const email of [ADMINISTRATOR, OFFICER]) {
    const page = await as(browser, installation, email)
    await expectAccessible(page)
    expect((await page.goto(dossier))?.status()).toBe(404)
    expect((await page.goto(dossier.replace('/werk/', '/mijn/')))?.status()).toBe(404)
  }
})

test('a grant that is revoked by hand turns promises red, and apply makes them kept again', async ({
  browser,
  installation,
}) => {
  const officer = await as(browser, installation, OFFICER)
  await officer.getByRole('button', { name: 'Nu nagaan' }).click()
  await expect(officer.getByText('De controles zijn uitgevoerd.')).toBeVisible()
  await expectAccessible(officer)
  const broken = officer.getByRole('article').filter({ hasText: 'Niet nagekomen' })
  await expect(broken).toHaveCount(0)

  await installation.sql(
    'revoke select (body) on org_reintegration.notes from org_reintegration__coaching',
  )
  await officer.getByRole('button', { name: 'Nu nagaan' }).click()
  await expect(broken.first()).toBeVisible()
  await broken.first().getByRole('link', { name: 'Hoe wij dit nagaan' }).click()
  await expect(officer.getByText(/grant select\(body\) on notes/).first()).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('link', { name: 'Beloften' }).first().click()

  const folder = join(PROJECT, 'statements/reintegration')
  expect((await installation.command('apply', folder)).code).toBe(0)
  await officer.getByRole('button', { name: 'Nu nagaan' }).click()
  await expect(broken).toHaveCount(0)
})

test('rei-16: a shorter term stands on the page, is told beforehand, and is made so', async ({
  page,
  installation,
}) => {
  const folder = await editedStatement([['keep: P5Y\n', 'keep: P2Y\n']])
  const told = await installation.command('diff', folder)
  expect(told.printed).toMatch(/narrowing/)
  expect(told.printed).toMatch(/[1-9]\d* go at once/)
  await page.goto(`${installation.url}/verklaring`)
  await expect(page.getByText(/Het digitale dossier bewaren wij vijf jaar/)).toBeVisible()
  expect((await installation.command('apply', folder)).code).toBe(0)
  await expect(async () => {
    await page.goto(`${installation.url}/verklaring`)
    await expect(page.getByText(/Het digitale dossier bewaren wij twee jaar/)).toBeVisible()
  }).toPass({ timeout: 15_000 })
  await expectAccessible(page)
})

test('an activity that is taken out leaves no role, no page and no reach', async ({
  browser,
  installation,
}) => {
  const manager = await as(browser, installation, 'directie@example.org')
  await expect(manager.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await manager.goto(`${installation.url}/werk/opdrachtgevers`))?.status()).toBe(200)
  // What an activity alone read must be read by another, or the statement is refused.
  const folder = await editedStatement([
    [RELATION_MANAGEMENT, ''],
    ['reads: [access-log, staff', 'reads: [relation-line, access-log, staff'],
  ])
  const applied = await installation.command('apply', folder)
  expect(applied.printed).toMatch(/is true/)
  expect((await manager.goto(`${installation.url}/werk/opdrachtgevers`))?.status()).toBe(404)
  const roles = await installation.sql(
    `select rolname from pg_roles where rolname like 'org_reintegration__relation%'`,
  )
  expect(roles).toEqual([])

  // And it is there again as soon as it is declared again.
  const again = await editedStatement([])
  expect((await installation.command('apply', again)).printed).toMatch(/is true/)
  expect((await manager.goto(`${installation.url}/werk/opdrachtgevers`))?.status()).toBe(200)
})

/** The highest number that is in use, by a draft: each version that is applied comes after it. */
let newest = 7

const QUOTED = '{activities.relation-management.basis}'
const RELATION_MANAGEMENT = /^ {2}relation-management:\n(?: {4}.*\n)+/m

/** A copy of the example statement, a version further, with something in it replaced. */
async function editedStatement(
  edits: readonly (readonly [string | RegExp, string])[],
): Promise<string> {
  const above = await mkdtemp(join(tmpdir(), 'gestand-statement-'))
  const folder = join(above, 'reintegration')
  await cp(join(PROJECT, 'statements/reintegration'), folder, { recursive: true })
  const file = join(folder, 'statement.yaml')
  const before = await readFile(file, 'utf8')
  const edited = edits.reduce((yaml, [from, to]) => {
    expect(yaml).toMatch(from)
    return yaml.replace(from, to)
  }, before)
  newest++
  await writeFile(file, edited.replace('version: 4', `version: ${newest}`))
  // The texts quote what stays.
  for (const text of ['text.nl.md', 'text.en.md']) {
    const quoted = await readFile(join(folder, text), 'utf8')
    await writeFile(join(folder, text), quoted.replaceAll(QUOTED, '{activities.oversight.basis}'))
  }
  await test.info().attach('statement.yaml', { body: edited })
  cleanUp.push(() => rm(above, { recursive: true, force: true }))
  return folder
}

const cleanUp: (() => Promise<void>)[] = []
test.afterAll(async () => {
  for (const clean of cleanUp) await clean()
})
