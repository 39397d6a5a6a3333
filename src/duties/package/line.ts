import type { TableEntry } from '#statement/catalogue.ts'

/** What a cell of a table can hold, as PostgreSQL writes it in JSON. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value }

/** A row, by column. */
export type Line = Readonly<Record<string, Value>>

/** Rows of one table that go into the package together. */
export interface Sheet {
  /** Name of the table: `notes`. */
  readonly name: string
  /** What the catalogue says of it; undefined for what the installation holds on accounts. */
  readonly table: TableEntry | undefined
  readonly lines: readonly Line[]
  /** Which part of the table it is, from 1: a long table is divided. */
  readonly part: number
  /** Rows that nobody else sees, because the consent to them was withdrawn. */
  readonly withdrawn?: boolean
}

/** Rows of a sheet at most. With it the memory that a package takes is bounded. */
export const SHEET_LINES = 500

const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** Whether a cell holds an identifier. */
export function isId(value: Value | undefined): value is string {
  return typeof value === 'string' && ID.test(value)
}

/** Bytes as PostgreSQL writes them in JSON: `\x` and hexadecimal digits. */
export function toBytes(value: Value | undefined): Buffer | undefined {
  if (typeof value !== 'string' || !value.startsWith('\\x')) return undefined
  return Buffer.from(value.slice(2), 'hex')
}
