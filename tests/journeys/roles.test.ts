import { expect, test } from './installation.ts'
import { PHONE, Visitor, WIDE } from './visitor.ts'

/** A page; or of the list at `from` what its first row leads to, and a part of that. */
type Place = string | { readonly from: string; readonly part: string }

interface Role {
  readonly email: string
  readonly places: readonly Place[]
}

const CLIENTS = '/werk'
const STANDING_IN = '/werk?staat=waarneming'

/** What each of them comes for, in the order of their work. */
const ROLES: Readonly<Record<string, Role>> = {
  client: {
    email: 'annelies.vandermeulen@example.org',
    places: [
      '/mijn',
      { from: '/mijn', part: '' },
      { from: '/mijn', part: '/traject' },
      { from: '/mijn', part: '/bewaren' },
      '/mijn/alles',
    ],
  },
  coach: {
    email: 'ilse.kramer@example.org',
    places: [
      CLIENTS,
      { from: CLIENTS, part: '' },
      { from: CLIENTS, part: '/traject' },
      { from: CLIENTS, part: '/uren' },
      '/werk/agenda',
      '/werk/post',
    ],
  },
  substitute: {
    email: 'marijke.boersma@example.org',
    places: [STANDING_IN, { from: STANDING_IN, part: '/gesprekken' }],
  },
  principal: {
    email: 'nadia.bakker@delinde.example.org',
    places: ['/opdrachtgever', '/opdrachtgever/rapportages', '/facturen'],
  },
  planner: {
    email: 'planning@example.org',
    places: ['/werk/planning', '/werk/planning/nieuw'],
  },
  finance: {
    email: 'financien@example.org',
    places: ['/financien', '/financien/facturen', { from: '/financien/facturen', part: '' }],
  },
  officer: {
    email: 'fg@example.org',
    places: ['/privacy', '/privacy/verzoeken', '/privacy/bewaren', '/privacy/logboek'],
  },
  administrator: {
    email: 'beheer@example.org',
    places: ['/beheer', { from: '/beheer', part: '' }, '/beheer/partijen'],
  },
  director: {
    email: 'directie@example.org',
    places: ['/werk/opdrachtgevers', '/werk/rapporten', '/privacy/studio'],
  },
}

/** As far as the id of one thing. */
const TO_ONE = /^.*?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

for (const [role, { email, places }] of Object.entries(ROLES)) {
  test(`the pages of a ${role} read in both languages, on a phone and wide, with nothing in the way`, async ({
    browser,
    installation,
  }) => {
    const visitor = await Visitor.as(browser, installation, { email })
    const paths = await pathsOf(visitor, places)
    try {
      // On a phone in the one language and wide in the other; axe, which takes long, looks at one.
      for (const [round, language] of (['nl', 'en'] as const).entries()) {
        await visitor.open(`/taal/${language}`)
        for (const [rank, path] of paths.entries()) {
          const isWide = (Math.floor(rank / 2) + round) % 2 === 0
          await visitor.page.setViewportSize(isWide ? WIDE : PHONE)
          await look(visitor, { path, language })
          if (rank % 2 === round) await visitor.isAccessible()
        }
      }
    } finally {
      await visitor.open('/taal/nl')
      await visitor.leave()
    }
  })
}

async function look(
  visitor: Visitor,
  { path, language }: { path: string; language: string },
): Promise<void> {
  expect(await visitor.open(path), path).toBe(200)
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', language)
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible()
  const surplus = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(surplus, `${path} is wider than its screen`).toBeLessThanOrEqual(0)
}

async function pathsOf(visitor: Visitor, places: readonly Place[]): Promise<string[]> {
  const found: string[] = []
  for (const place of places) {
    if (typeof place === 'string') found.push(place)
    else found.push((await firstOf(visitor, place.from)) + place.part)
  }
  return found
}

async function firstOf(visitor: Visitor, list: string): Promise<string> {
  await visitor.open(list)
  const links = visitor.page.locator(`main a[href^="${visitor.path}/"]`)
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.flatMap((href) => TO_ONE.exec(href)?.[0] ?? [])[0] ?? ''
}
