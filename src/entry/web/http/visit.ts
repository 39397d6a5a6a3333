import type { Context } from 'hono'
import type { Language } from '#kernel/language.ts'
import { readLanguage, readOrganisation, readRefusal, readSession, readSignIn } from './cookies.ts'
import type { Site, SiteOrganisation } from './site.ts'

/** What one request tells of itself, before anything was read. */
export interface Visit {
  readonly site: Site
  /** Short name of the organisation whose pages these are. */
  readonly organisation: string
  /** Other organisations whose pages this host shows too, where its name tells none. */
  readonly others: readonly SiteOrganisation[]
  readonly language: Language
  /** The secret of a session, not yet known to be alive. */
  readonly session: Buffer | undefined
  /** The secret of a sign-in that is not yet complete. */
  readonly signIn: Buffer | undefined
  /** Path and query, for coming back here. */
  readonly path: string
  readonly query: URLSearchParams
  /** The address behind the connection, or the one a trusted proxy tells. Never stored as it is. */
  readonly address: string
  /** By what this visitor refuses to be counted: a choice made here, or the browser's own. */
  readonly refusal: 'choice' | 'browser' | undefined
}

/**
 * Reads a request. The organisation is the first label of the host name where that is one, else the
 * one that was chosen in this browser, and else the first.
 */
export function readVisit(c: Context, site: Site): Visit {
  const url = new URL(c.req.url)
  const told = organisationOfHost(c, site)
  const organisation = told ?? chosenOrganisation(c, site) ?? site.home.id
  const others = told ? [] : [...site.organisations.values()]
  return {
    site,
    organisation,
    others: others.filter(({ id }) => id !== organisation),
    language: readLanguage(c, site) ?? acceptedLanguage(c),
    session: readSession(c, site),
    signIn: readSignIn(c, site),
    path: `${url.pathname}${url.search}`,
    query: url.searchParams,
    address: site.addressOf(c),
    refusal: refusalOf(c, site),
  }
}

/** The organisation that the host name tells, if it tells one. */
function organisationOfHost(c: Context, site: Site): string | undefined {
  const label = (c.req.header('host') ?? '').split('.')[0] ?? ''
  return site.organisations.get(label)?.id
}

function chosenOrganisation(c: Context, site: Site): string | undefined {
  return site.organisations.get(readOrganisation(c, site) ?? '')?.id
}

/** Do Not Track and Global Privacy Control say it to every site. */
function refusalOf(c: Context, site: Site): Visit['refusal'] {
  if (readRefusal(c, site)) return 'choice'
  return c.req.header('dnt') === '1' || c.req.header('sec-gpc') === '1' ? 'browser' : undefined
}

function acceptedLanguage(c: Context): Language {
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl'
}
