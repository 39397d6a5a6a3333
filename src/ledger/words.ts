import type { Text } from '#kernel/language.ts'

/** The words in which the ledger is told to people. Duties and modules each bring theirs. */
export interface LedgerWords {
  /** What a table holds one of, with its article: `notes` is "een notitie". */
  readonly subjects: Readonly<Record<string, Text>>
  /**
   * What was done, by act and table, where "added", "changed" or "deleted" would be stiff:
   * `inserted approvals`.
   */
  readonly acts: Readonly<Record<string, ActWord>>
  /** What lists show, by name: `caseload` is "de eigen dossiers". */
  readonly lists: Readonly<Record<string, Text>>
  /**
   * Who acts in an activity that nobody does for the organisation: `self-service` is "De cliënt".
   */
  readonly actors: Readonly<Record<string, Text>>
  /**
   * Tables of which nothing is told, because their rows come and go with those of another: parts of
   * a file.
   */
  readonly silent: readonly string[]
}

/**
 * A predicate in the past tense, without subject: "keurde een samenvatting goed". `{dossier}` in it
 * is the dossier, `{item}` the key of the row. `toReader` is said to the person whom the dossier is
 * about.
 */
export interface ActWord extends Text {
  readonly toReader?: Text
}

/** Puts the words of duties and modules together. A word that two of them bring is a defect. */
export function mergeLedgerWords(all: readonly LedgerWords[]): LedgerWords {
  return {
    subjects: merge(all.map(({ subjects }) => subjects)),
    acts: merge(all.map(({ acts }) => acts)),
    lists: merge(all.map(({ lists }) => lists)),
    actors: merge(all.map(({ actors }) => actors)),
    silent: all.flatMap(({ silent }) => silent),
  }
}

function merge<W>(lists: readonly Readonly<Record<string, W>>[]): Record<string, W> {
  const merged: Record<string, W> = {}
  for (const [name, word] of lists.flatMap((list) => Object.entries(list))) {
    if (Object.hasOwn(merged, name)) throw new Error(`ledger words: "${name}" is brought twice`)
    merged[name] = word
  }
  return merged
}
