import { type Browser, expectAccessible, type Page } from './browser.ts'
import { expect, type Installation, test } from './installation.ts'

const CLIENT = 'annelies.vandermeulen@example.org'
const COACH = 'ilse.kramer@example.org'
const PLANNER = 'planning@example.org'
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 900 }
const DAY_MS = 86_400_000

async function as(
  browser: Browser,
  installation: Installation,
  { email, viewport }: { email: string; viewport: typeof PHONE },
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport })
  const page = await context.newPage()
  await installation.signIn(page, email)
  return page
}

/** A Saturday some weeks away, on which nobody has anything. */
function saturday(): string {
  const day = new Date(Date.now() + 35 * DAY_MS)
  return new Date(day.getTime() + (6 - day.getUTCDay()) * DAY_MS).toISOString().slice(0, 10)
}

test('cas-13: a coach plans after a warning, the client confirms by phone, and a planner sees a number', async ({
  browser,
  installation,
}) => {
  const { url } = installation
  const day = saturday()
  const coach = await as(browser, installation, { email: COACH, viewport: WIDE })
  await coach.goto(`${url}/werk/agenda/nieuw?dag=${day}&tijd=11:00`)
  await coach
    .getByLabel('Met wie?')
    .selectOption({ label: await optionOf(coach, 'Annelies van der Meulen') })
  await coach.getByRole('button', { name: 'Plannen' }).click()
  await expect(coach.getByText('Dit valt buiten de werktijden.').first()).toBeVisible()
  await coach.getByLabel('Toch plannen').check()
  await coach.getByRole('button', { name: 'Plannen' }).click()
  await expect(coach.getByText('De cliënt krijgt een uitnodiging.')).toBeVisible()
  await coach.goto(`${url}/werk/agenda?toon=week&vanaf=${day}`)
  await expect(coach.locator('.fc-event', { hasText: 'Annelies van der Meulen' })).toBeVisible()
  await expectAccessible(coach)

  const client = await as(browser, installation, { email: CLIENT, viewport: PHONE })
  await client.locator('summary', { hasText: 'Overzicht' }).click()
  await client.getByRole('link', { name: 'Afspraken' }).click()
  await expectAccessible(client)
  await client.getByRole('button', { name: 'Ik kom' }).last().click()
  await expect(client.getByText('U hebt de afspraak bevestigd.')).toBeVisible()

  const planner = await as(browser, installation, { email: PLANNER, viewport: PHONE })
  await planner.goto(`${url}/werk/planning?toon=dag&vanaf=${day}`)
  await expect(planner.getByRole('link', { name: /^\d{4}-\d{5}$/ })).toBeVisible()
  await expect(planner.getByText('Meulen')).toHaveCount(0)
  await expectAccessible(planner)
})

/** The option for a client, whose number differs from day to day. */
async function optionOf(page: Page, name: string): Promise<string> {
  const text = await page.locator('option', { hasText: name }).first().textContent()
  return text?.trim() ?? ''
}
