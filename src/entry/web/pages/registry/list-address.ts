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
}

const PLACE = /^(\d{4}-\d\d-\d\d)_([\da-f-]{36})$/

export function readListAddress(query: URLSearchParams): ListAddress {
  const state = REGISTRATION_STATES.find((word) => word === query.get('staat'))
  const [, startsOn, dossierId] = PLACE.exec(query.get('na') ?? '') ?? []
  return {
    ...(state && { state }),
    search: (query.get('q') ?? '').trim().slice(0, 100),
    ...(startsOn !== undefined && dossierId !== undefined && { after: { startsOn, dossierId } }),
  }
}

export function listAddress(
  path: string,
  { state, search = '', after }: Partial<ListAddress>,
): string {
  const query = new URLSearchParams({
    ...(state && { staat: state }),
    ...(search !== '' && { q: search }),
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
