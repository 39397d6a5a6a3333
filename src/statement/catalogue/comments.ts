import type { Place } from '#statement/problem.ts'
import type { SqlFile } from './sql.ts'

/** `comment on table x is '…'` or `comment on column x.y is $$…$$`. */
export interface Comment {
  readonly name: string
  readonly table: string
  readonly column: string | undefined
  readonly text: string
  readonly place: Place
}

export interface CreatedTable {
  readonly name: string
  readonly place: Place
}

const NAME = String.raw`"?([a-z_][a-z0-9_]*)"?`
const QUOTED = String.raw`\$([a-z_]*)\$([\s\S]*?)\$\3\$|'((?:[^']|'')*)'`
const COMMENT = new RegExp(
  String.raw`^[ \t]*comment\s+on\s+(?:table|column)\s+${NAME}(?:\s*\.\s*${NAME})?\s+is\s+(?:${QUOTED})`,
  'gim',
)
const TABLE = new RegExp(
  String.raw`^[ \t]*create\s+table\s+(?:if\s+not\s+exists\s+)?${NAME}\s*\(`,
  'gim',
)

/**
 * The comments on tables and columns in a file; those on views and functions are for readers only.
 */
export function findComments(file: SqlFile): Comment[] {
  const placeOf = placesIn(file)
  return [...file.text.matchAll(COMMENT)].map((match) => {
    const [, table = '', column, , dollars, quoted] = match
    return {
      name: column === undefined ? table : `${table}.${column}`,
      table,
      column,
      text: dollars ?? quoted?.replaceAll("''", "'") ?? '',
      place: placeOf(match.index),
    }
  })
}

/** The tables that a file creates. */
export function findTables(file: SqlFile): CreatedTable[] {
  const placeOf = placesIn(file)
  return [...file.text.matchAll(TABLE)].map((match) => ({
    name: match[1] ?? '',
    place: placeOf(match.index),
  }))
}

/** Tells the place of an index in a file; of indexes that only go up, in one pass. */
function placesIn({ name, text }: SqlFile): (index: number) => Place {
  let line = 1
  let start = 0
  return (index) => {
    for (;;) {
      const end = text.indexOf('\n', start)
      if (end === -1 || end >= index) return { file: name, line, column: index - start + 1 }
      line++
      start = end + 1
    }
  }
}
