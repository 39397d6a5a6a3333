import type { RowsOf } from '#store/query.ts'
import { from } from '#store/query.ts'

const PLACE_LIMIT = 20_000

/** What the rows of a list may name: programmes with their versions, and institutions. */
export const placeReads = {
  versions: from
    .selectFrom('programme_versions as v')
    .innerJoin('programmes as p', 'p.id', 'v.programme_id')
    .select(['v.id', 'v.starts_on', 'v.months', 'p.code', 'p.name_nl', 'p.name_en'])
    .orderBy('v.starts_on')
    .limit(PLACE_LIMIT),
  institutions: from
    .selectFrom('institutions as i')
    .innerJoin('parties as p', 'p.id', 'i.party_id')
    .select(['i.party_id', 'i.sort', 'p.name'])
    .limit(PLACE_LIMIT),
} as const

type Version = RowsOf<typeof placeReads.versions>[number]
type Institution = RowsOf<typeof placeReads.institutions>[number]

/** Programmes and institutions by what lists call them. */
export class Places {
  readonly #versions: ReadonlyMap<string, readonly Version[]>
  readonly #institutions: ReadonlyMap<string, string>

  constructor(rows: {
    readonly versions: readonly Version[]
    readonly institutions: readonly Institution[]
  }) {
    const named = rows.versions.flatMap((version) =>
      [...new Set([version.code, version.name_nl, version.name_en].map(plainName))].map(
        (name) => [name, version] as const,
      ),
    )
    this.#versions = new Map(
      [...Map.groupBy(named, ([name]) => name)].map(([name, pairs]) => [
        name,
        pairs.map(([, version]) => version),
      ]),
    )
    this.#institutions = new Map(
      rows.institutions.map(({ party_id, sort, name }) => [`${sort} ${plainName(name)}`, party_id]),
    )
  }

  /** The version of a programme that held on the day on which somebody began, or the first. */
  version(programme: string, startedOn: string): Version | undefined {
    const versions = this.#versions.get(plainName(programme)) ?? []
    return versions.findLast(({ starts_on }) => starts_on <= startedOn) ?? versions[0]
  }

  institution(sort: 'care' | 'training', name: string): string | undefined {
    return this.#institutions.get(`${sort} ${plainName(name)}`)
  }
}

function plainName(name: string): string {
  const bare = name.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return bare
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
