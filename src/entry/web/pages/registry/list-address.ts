import {
  type Place,
  REGISTRATION_STATES,
  type RegistrationLine,
  type RegistrationState,
  REGISTRATIONS_PAGE,
} from '#modules/registry/index.ts'

/** What a list of registrations was asked for by its address. */
export interface ListAddress {
  readonly state?: RegistrationState
  readonly search: string
  readonly after?: Place
  /** Which of several own institutions. */
  readonly institution?: string
}

/** What says in an address which of several own institutions is looked at. */
export const INSTITUTION_ASKED = 'instelling'

const PLACE = /^(\d{4}-\d\d-\d\d)_([\da-f-]{36})$/

export function readListAddress(query: URLSearchParams): ListAddress {
  const state = REGISTRATION_STATES.find((word) => word === query.get('staat'))
  const [, startsOn, dossierId] = PLACE.exec(query.get('na') ?? '') ?? []
  const institution = readInstitution(query)
  return {
    ...(state && { state }),
    ...(institution !== undefined && { institution }),
    search: (query.get('q') ?? '').trim().slice(0, 100),
    ...(startsOn !== undefined && dossierId !== undefined && { after: { startsOn, dossierId } }),
  }
}

/** Which of several own institutions an address asks for. */
export function readInstitution(query: URLSearchParams): string | undefined {
  return /^[\da-f-]{36}$/.exec(query.get(INSTITUTION_ASKED) ?? '')?.[0]
}

export function listAddress(
  path: string,
  { state, search = '', after, institution, page = 1 }: Partial<ListAddress> & { page?: number },
): string {
  const query = new URLSearchParams({
    ...(institution && { [INSTITUTION_ASKED]: institution }),
    ...(state && { staat: state }),
    ...(search !== '' && { q: search }),
    ...(page > 1 && { pagina: String(page) }),
    ...(after && { na: `${after.startsOn}_${after.dossierId}` }),
  }).toString()
  return query === '' ? path : `${path}?${query}`
}

/** The lines of this page, and where the next goes on. */
export function pageOf(rows: readonly RegistrationLine[]): {
  readonly lines: readonly RegistrationLine[]
  readonly next?: Place
} {
  const lines = rows.slice(0, REGISTRATIONS_PAGE)
  const last = lines.at(-1)
  return rows.length > lines.length && last
    ? { lines, next: { startsOn: last.startsOn, dossierId: last.dossierId } }
    : { lines }
}
