import type { Language } from '#kernel/language.ts'
import {
  type ClientList,
  explainOutcome,
  type ImportOutcome,
  reportList,
  type RowOutcome,
} from '#modules/practice/index.ts'
import { print } from './command.ts'

const WORDS = {
  line: { nl: 'regel', en: 'line' },
  new: { nl: 'nieuw', en: 'new' },
  refused: { nl: 'geweigerd', en: 'refused' },
  'left-out': { nl: 'overgeslagen', en: 'left out' },
  stored: { nl: 'Opgeslagen: {count} cliënten.', en: 'Stored: {count} clients.' },
  wouldStore: {
    nl: 'Proef: er is niets opgeslagen. Nieuwe cliënten in deze lijst: {count}.',
    en: 'Dry run: nothing was stored. New clients in this list: {count}.',
  },
  nothing: {
    nl: 'Niets opgeslagen: verbeter eerst de geweigerde regels.',
    en: 'Nothing was stored: mend the refused rows first.',
  },
} as const

/** What became of a list, as data. Says nothing of what stands in the rows. */
export function tellOutcome(list: ClientList, { stored, rows }: ImportOutcome): object {
  const problems = new Map(list.rows.map((row) => [row.line, row.problems]))
  return {
    stored,
    counts: countOutcomes(rows),
    columns: list.columns,
    problems: list.problems,
    rows: rows.map((row) => ({
      ...row,
      ...(explainOutcome(row).en !== '' && { says: explainOutcome(row) }),
      problems: problems.get(row.line) ?? [],
    })),
  }
}

/** What became of a list, in lines for the one who typed the command. */
export function printOutcome(list: ClientList, outcome: ImportOutcome, language: Language): void {
  for (const line of reportList(list, language)) print(line)
  const { rows, stored } = outcome
  for (const row of rows) {
    if (explainOutcome(row).en === '' || !isOwnWord(row)) continue
    const place = `${WORDS.line[language]} ${row.line}, ${WORDS[row.outcome][language]}`
    print(`${place}: ${explainOutcome(row)[language]}`)
  }
  const { refused, new: count } = countOutcomes(rows)
  const refusedAll = refused > 0 || rows.length === 0
  const says = stored ? WORDS.stored : refusedAll ? WORDS.nothing : WORDS.wouldStore
  print(says[language].replace('{count}', String(count)))
}

/** The report of the list has told already why a row could not be read. */
function isOwnWord(row: RowOutcome): boolean {
  return row.outcome !== 'refused' || row.code !== 'ROW_UNREAD'
}

function countOutcomes(rows: readonly RowOutcome[]): Record<RowOutcome['outcome'], number> {
  const count = (outcome: RowOutcome['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length
  return { new: count('new'), 'left-out': count('left-out'), refused: count('refused') }
}
