import { sql } from 'kysely'
import { written, type WrittenQuery } from '#store/query.ts'
import { isId, type Line, type Value } from './line.ts'

interface NameRow {
  readonly id: string
  readonly what: 'self' | 'member' | 'party' | 'other'
  readonly name: string | null
}

/** What stands in the place of somebody else's identifier or name. */
const WITHHELD = '[withheld]'
/** Somebody who works here, when the statement lets nobody know the name. */
const STAFF = '[staff]'

/** Asks who or what ids are. */
export function askNames(ids: readonly string[]): WrittenQuery<NameRow> {
  return written(sql<NameRow>`select id, what, name from package_names(${ids}::uuid[])`)
}

/**
 * Who the identifiers in a package are. Those who work here and parties are called by name, the
 * person keeps the own, and of other people nothing is told.
 */
export class Names {
  readonly #known = new Map<string, string | null>()

  /** Identifiers in these rows that were not asked for yet. */
  unknown(lines: readonly Line[]): string[] {
    const ids = new Set(lines.flatMap((line) => Object.values(line)).filter(isId))
    return [...ids].filter((id) => !this.#known.has(id))
  }

  learn(asked: readonly string[], rows: readonly NameRow[]): void {
    for (const id of asked) this.#known.set(id, null)
    for (const { id, what, name } of rows) this.#known.set(id, instead(what, name))
  }

  /** A row in which other people's identifiers are replaced. */
  apply(line: Line): Line {
    return Object.fromEntries(
      Object.entries(line).map(([column, value]) => [column, this.#say(value)]),
    )
  }

  #say(value: Value): Value {
    return isId(value) ? (this.#known.get(value) ?? value) : value
  }
}

/** What stands for an identifier; null when it can stay. */
function instead(what: NameRow['what'], name: string | null): string | null {
  if (what === 'self') return null
  if (what === 'other') return WITHHELD
  return name ?? (what === 'member' ? STAFF : WITHHELD)
}
