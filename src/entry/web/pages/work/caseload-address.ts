import type { CaseloadAsked, CaseloadOrder, ServiceState } from '#modules/practice/index.ts'

/** A caseload's state in the address: the words that readers see there. */
const STATE_WORDS = {
  intake: 'intake',
  active: 'lopend',
  closed: 'afgesloten',
} as const satisfies Record<ServiceState, string>

/** The dossiers that one stands in for, in the place of a state. */
const STANDING_IN = 'waarneming'

const ORDER_WORDS = {
  name: 'naam',
  reference: 'dossier',
  started: 'begin',
  consult: 'gesprek',
  waiting: 'wacht',
} as const satisfies Record<CaseloadOrder, string>

/** What the address asks of the caseload. What it does not know is left out. */
export interface CaseloadAddress extends CaseloadAsked {
  readonly standingIn: boolean
  readonly order: CaseloadOrder
  readonly page: number
}

const LONGEST_SEARCH = 200
const LAST_PAGE = 1_000

export function readAddress(query: URLSearchParams): CaseloadAddress {
  const search = (query.get('q') ?? '').slice(0, LONGEST_SEARCH).trim()
  const state = keyOf(STATE_WORDS, query.get('staat'))
  const asked = query.get('op') ?? ''
  const page = Number(query.get('pagina') ?? '1')
  return {
    standingIn: query.get('staat') === STANDING_IN,
    order: keyOf(ORDER_WORDS, asked.replace(/^-/, '')) ?? 'name',
    descending: asked.startsWith('-'),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
    ...(search !== '' && { search }),
    ...(state && { state }),
  }
}

/**
 * The same list with something else asked of it. Another search, state or order begins at its first
 * page.
 */
export function addressOf(asked: CaseloadAddress, change: Partial<CaseloadAddress> = {}): string {
  const wanted = { ...asked, page: 1, ...change }
  const state = wanted.standingIn ? STANDING_IN : wanted.state && STATE_WORDS[wanted.state]
  const order = `${wanted.descending ? '-' : ''}${ORDER_WORDS[wanted.order]}`
  const query = new URLSearchParams({
    ...(wanted.search && { q: wanted.search }),
    ...(state && { staat: state }),
    ...(order !== ORDER_WORDS.name && { op: order }),
    ...(wanted.page > 1 && { pagina: String(wanted.page) }),
  }).toString()
  return query === '' ? '/werk' : `/werk?${query}`
}

function keyOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  word: string | null,
): Key | undefined {
  const found = Object.entries(words).find(([, each]) => each === word)
  return found?.[0] as Key | undefined // a key of the words, as just found
}
