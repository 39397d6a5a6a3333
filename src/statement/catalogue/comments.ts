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
  return [...file.text.matchAll(COMMENT)].map((match) => {
    const [, table = '', column, , dollars, quoted] = match
    return {
      name: column === undefined ? table : `${table}.${column}`,
      table,
      column,
      text: dollars ?? quoted?.replaceAll("''", "'") ?? '',
      place: placeOf(file, match.index),
    }
  })
}

/** The tables that a file creates. */
export function findTables(file: SqlFile): CreatedTable[] {
  return [...file.text.matchAll(TABLE)].map((match) => ({
    name: match[1] ?? '',
    place: placeOf(file, match.index),
  }))
}

function placeOf(file: SqlFile, index: number): Place {
  const before = file.text.slice(0, index).split('\n')
  return { file: file.name, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
