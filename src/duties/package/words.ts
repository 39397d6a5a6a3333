import type { Text } from '#kernel/language.ts'

/**
 * What tables and columns are called in a package that people read. Duties and modules each bring
 * theirs; a column that nobody named is called by its own name.
 */
export interface PackageWords {
  readonly tables: Readonly<Record<string, Text>>
  readonly columns: Readonly<Record<string, Text>>
  /** Words of the database that stand in cells: `phone`, `given`. */
  readonly values: Readonly<Record<string, Text>>
}

/** A part of what people read: the tables that belong together, in the order of reading. */
export interface Chapter {
  readonly title: Text
  readonly tables: readonly string[]
  /** What was done for somebody: whoever takes a dossier over reads of it. */
  readonly work?: true
}

/** Puts words together; of those that several bring, the first counts. */
export function mergePackageWords(all: readonly PackageWords[]): PackageWords {
  const merged = (list: (words: PackageWords) => Readonly<Record<string, Text>>) =>
    Object.fromEntries(all.toReversed().flatMap((words) => Object.entries(list(words))))
  return {
    tables: merged(({ tables }) => tables),
    columns: merged(({ columns }) => columns),
    values: merged(({ values }) => values),
  }
}
