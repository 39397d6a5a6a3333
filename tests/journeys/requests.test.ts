import { type Browser, expectAccessible, type Page } from './browser.ts'
import { expect, type Installation, test } from './installation.ts'

const CLIENT = 'annelies.vandermeulen@example.org'
const COACH = 'ilse.kramer@example.org'
const OFFICER = 'fg@example.org'

const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 900 }

const WISH = 'Mijn telefoonnummer is veranderd, het oude staat er nog.'

interface Seat {
  readonly email: string
  readonly viewport: typeof PHONE
}

test.describe.configure({ mode: 'serial' })

async function as(
  browser: Browser,
  installation: Installation,
  { email, viewport }: Seat,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport })
  const page = await context.newPage()
  await installation.signIn(page, email)
  return page
}

test('bur-31: a client asks for a correction by phone, and the coach puts it right', async ({
  browser,
  installation,
}) => {
  const client = await as(browser, installation, { email: CLIENT, viewport: PHONE })
  await client.goto(`${installation.url}/mijn/rechten`)
  await expectAccessible(client)
  await client.goto(`${installation.url}/mijn/rechten/vragen/rectification`)
  await expectAccessible(client)
  await client.getByLabel('Wat u ons wilt laten weten').fill(WISH)
  await client.getByRole('button', { name: 'Versturen' }).click()
  await expect(client.getByText('Wij hebben uw verzoek ontvangen.')).toBeVisible()
  await expectAccessible(client)
  const path = new URL(client.url()).pathname
  const id = path.split('/').at(-1) ?? ''

  const officer = await as(browser, installation, { email: OFFICER, viewport: WIDE })
  await officer.goto(`${installation.url}/privacy/verzoeken`)
  await expectAccessible(officer)
  await officer.goto(`${installation.url}/privacy/verzoeken/${id}`)
  await expect(officer.getByText(WISH)).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('link', { name: 'Toewijzen' }).click()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: 'Toewijzen' }).click()
  await expect(officer.getByText('Vastgelegd. De persoon krijgt bericht.')).toBeVisible()

  const coach = await as(browser, installation, { email: COACH, viewport: WIDE })
  await coach.getByRole('link', { name: 'Meulen, Annelies van der' }).click()
  await coach.goto(`${coach.url()}/verbeteren`)
  await expect(coach.getByText(WISH)).toBeVisible()
  await expectAccessible(coach)
  await coach.getByLabel('Wat verandert u').selectOption({ label: 'Telefoonnummer' })
  await coach.getByLabel('Hoe moet het zijn').fill('+31600000042')
  await coach.getByLabel('Waarom').fill('De cliënt heeft een nieuw nummer.')
  await coach.getByRole('button', { name: 'Verbeteren' }).click()
  await coach.getByRole('button', { name: 'Alles is verbeterd' }).click()
  await expect(coach.getByText('Het verzoek is afgehandeld.')).toBeVisible()

  await client.goto(`${installation.url}${path}`)
  await client.getByRole('link', { name: /^Verbeterd in/ }).click()
  await expect(client.getByText('De cliënt heeft een nieuw nummer.')).toBeVisible()
  await expectAccessible(client)
})

test('bur-32: a client restricts the own dossier, finds the way back, and lifts it', async ({
  browser,
  installation,
}) => {
  const client = await as(browser, installation, { email: CLIENT, viewport: PHONE })
  await client.goto(`${installation.url}/mijn/rechten/vragen/restriction`)
  await client.getByRole('button', { name: 'Versturen' }).click()
  await expect(client.getByText('Uw verzoek is meteen uitgevoerd.')).toBeVisible()
  await client.goto(`${installation.url}/mijn/rechten`)
  await expect(client.getByText(/^Dit dossier is beperkt/).first()).toBeVisible()
  await expectAccessible(client)
  await client.getByRole('button', { name: 'Beperking opheffen' }).first().click()
  await expect(client.getByText('De beperking is opgeheven.')).toBeVisible()
})

test('bur-30: somebody without an account asks by the form, and confirms by mail', async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: PHONE })
  const page = await context.newPage()
  await page.goto(installation.url)
  await page.getByRole('link', { name: 'Een verzoek doen' }).click()
  await expectAccessible(page)
  await page.getByLabel('Inzage').check()
  await page.getByLabel('Uw naam').fill('B. de Boer')
  await page.getByLabel('E-mailadres').fill('b.deboer@example.org')
  await page.getByRole('button', { name: 'Versturen' }).click()
  await expect(page.getByText('Bijna klaar.')).toBeVisible()
  await page.goto(`${installation.url}/demo/post`)
  await page
    .getByRole('link', { name: /^Bevestig uw verzoek/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'De link volgen' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ja, dit verzoek is van mij' }).click()
  await expect(page.getByText('Uw verzoek is bevestigd.')).toBeVisible()
  await expectAccessible(page)
})
