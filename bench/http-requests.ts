import type { Bureau } from './bureau.ts'

/** What is asked of a product that holds dossiers, and of its peers. */
export interface Request {
  readonly name: string
  readonly goal: number
  /** Of the caseload of a coach, a number from 0 up to 1. */
  path(bureau: Bureau, coach: number, random: number): string
  /** The same of Parse Server, and how many times as fast as that is to be reached. */
  readonly parse: { readonly goal: number; readonly path: Request['path'] }
}

const CARD_KEYS = 'givenName,prefix,familyName,email'

const LIST_OF_PARSE: string = new URLSearchParams({
  where: JSON.stringify({ familyName: { $gt: 'Achternaam' } }),
  order: 'familyName',
  limit: '20',
  keys: CARD_KEYS,
}).toString()

export const REQUESTS: readonly Request[] = [
  {
    name: 'dossier by id with its notes, the opening on disk in the ledger',
    goal: 0.4,
    path: (bureau, coach, random) => `/dossiers/${dossierOf(bureau, coach, random)}`,
    parse: {
      goal: 2,
      path: (bureau, coach, random) => `/classes/Client/${dossierOf(bureau, coach, random)}`,
    },
  },
  {
    name: 'list of 20 after a name, noted in the ledger',
    goal: 0.7,
    path: () => '/dossiers?after=Achternaam',
    parse: {
      goal: 5,
      path: () => `/classes/Client?${LIST_OF_PARSE}`,
    },
  },
  {
    name: 'one card by id, without a line of its own',
    goal: 0.7,
    path: (bureau, coach, random) => `/cards/${dossierOf(bureau, coach, random)}`,
    parse: {
      goal: 2,
      path: (bureau, coach, random) =>
        `/classes/Client/${dossierOf(bureau, coach, random)}?keys=${CARD_KEYS}`,
    },
  },
]

/** One of the caseload of a coach, by a number from 0 up to 1. */
function dossierOf(bureau: Bureau, coach: number, random: number): string {
  const { caseload } = bureau.size
  return bureau.dossier(coach * caseload + Math.floor(random * caseload))
}
