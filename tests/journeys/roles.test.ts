import { test } from './installation.ts'
import { type Place, tour } from './tour.ts'

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
    places: [
      '/financien',
      '/financien/bank',
      '/financien/facturen',
      { from: '/financien/facturen', part: '' },
    ],
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

for (const [role, { email, places }] of Object.entries(ROLES)) {
  test(`the pages of a ${role} read in both languages, on a phone and wide, with nothing in the way`, async ({
    browser,
    installation,
  }) => {
    await tour(browser, installation, { email, places })
  })
}
