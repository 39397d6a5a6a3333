import type { Context } from 'hono'
import type { Text } from '#kernel/language.ts'
import type { Site } from './site.ts'
import { readVisit } from './visit.ts'

/** The public pages whose visits are counted, by their address; no other page is. */
export const COUNTED_PAGES: Readonly<Record<string, Text>> = {
  '/': { nl: 'De voorpagina', en: 'The front page' },
  '/verklaring': { nl: 'De privacyverklaring', en: 'The privacy statement' },
  '/verklaring/versies': { nl: 'Eerdere versies', en: 'Earlier versions' },
  '/verklaring/verschil': { nl: 'Wat er verandert', en: 'What changes' },
  '/beloften': { nl: 'De beloften', en: 'The promises' },
  '/cookies': { nl: 'Cookies en bezoekcijfers', en: 'Cookies and visitor figures' },
  '/verzoek': { nl: 'Een verzoek doen', en: 'Making a request' },
  '/klacht': { nl: 'Een klacht indienen', en: 'Making a complaint' },
  '/inschrijven': { nl: 'Inschrijven als student', en: 'Enrolling as a student' },
  '/diploma': { nl: 'Een diploma nagaan', en: 'Checking a diploma' },
  '/inloggen': { nl: 'Inloggen', en: 'Signing in' },
}

/** What calls itself a program is none of our readers. */
const PROGRAMS = /bot\b|bot[/;]|crawl|spider|slurp|headless|preview|monitor|curl|wget|python/i

/** Counts a public page that was shown to a visitor, unless that visitor refuses. */
export function countVisit(c: Context, site: Site): void {
  const { visits } = site
  const { pathname } = new URL(c.req.url)
  if (!visits || c.req.method !== 'GET' || c.res.status !== 200) return
  if (!Object.hasOwn(COUNTED_PAGES, pathname)) return
  const { organisation, language, session, address, refusal } = readVisit(c, site)
  const browser = c.req.header('user-agent') ?? ''
  if (session || refusal || isFetchedAhead(c) || PROGRAMS.test(browser)) return
  visits.note({ organisation, page: pathname, language, place: `${address}\n${browser}` })
}

function isFetchedAhead(c: Context): boolean {
  return /prefetch|prerender/.test(c.req.header('sec-purpose') ?? c.req.header('purpose') ?? '')
}
