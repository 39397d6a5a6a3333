import { isCitizenNumberColumn } from './citizen-number.ts'
import { type Column, type ColumnLetter, columnLetter } from './column.ts'
import type { ColumnWords } from './columns.ts'
import { isDay, MAY_HAVE_NINE_DIGITS } from './draft.ts'
import { type Problem, problem } from './problem.ts'
import type { TableRow } from './table.ts'

/**
 * What each column is used for, by its letter. A column that is not in it, or is `left-out`, is not
 * read.
 */
export type Mapping<Target extends string> = Readonly<Record<ColumnLetter, Target | 'left-out'>>

export interface MappedColumns<Target extends string> {
  readonly columns: readonly Column<Target>[]
  /** Only the columns that are used. */
  readonly mapping: Readonly<Record<ColumnLetter, Target>>
  readonly problems: readonly Problem[]
}

/** Longest heading that is shown, in characters. */
const MAX_HEADING = 80

/**
 * Decides what each column is used for: what the user chose, or else what the heading says. Columns
 * that look like citizen numbers are refused whatever was chosen.
 */
export function mapColumns<Target extends string>(
  words: ColumnWords<Target>,
  { headings, rows }: { headings: readonly string[]; rows: readonly TableRow[] },
  chosen: Mapping<Target> = {},
): MappedColumns<Target> {
  const cells = headings.map((_, index) => rows.map((row) => row.cells[index] ?? ''))
  const refused = headings.map((heading, index) => {
    const target = chosen[columnLetter(index)] ?? words.find(heading)
    return words.isCitizenNumber(heading) || isRefused(cells[index] ?? [], target)
  })
  const guesses = guessTargets(words, { headings, cells, refused }, chosen)
  const columns = headings.map((heading, index): Column<Target> => {
    const letter = columnLetter(index)
    if (refused[index]) return { letter, heading: shownHeading(heading), use: 'refused' }
    const target = guesses[index]
    const shown = { letter, heading: shownHeading(heading) }
    return target === undefined ? { ...shown, use: 'left-out' } : { ...shown, use: 'used', target }
  })
  const used = columns.flatMap(({ letter, target }) => (target ? [[letter, target] as const] : []))
  const problems = [...choiceProblems(words, headings, chosen), ...columnProblems(columns, cells)]
  return { columns, mapping: Object.fromEntries(used), problems }
}

/** What may have eight or nine digits of its own is judged cell by cell. */
function isRefused(cells: readonly string[], target: string | undefined): boolean {
  if (target !== undefined && (MAY_HAVE_NINE_DIGITS.has(target) || isDay(target))) return false
  return isCitizenNumberColumn(cells)
}

interface Headed {
  readonly headings: readonly string[]
  readonly cells: readonly (readonly string[])[]
  readonly refused: readonly boolean[]
}

function guessTargets<Target extends string>(
  words: ColumnWords<Target>,
  { headings, cells, refused }: Headed,
  chosen: Mapping<Target>,
): (Target | undefined)[] {
  const taken = new Set<string>(Object.values(chosen))
  const targets: (Target | undefined)[] = []
  for (const [index, heading] of headings.entries()) {
    const choice = chosen[columnLetter(index)]
    if (choice !== undefined) {
      targets.push(words.is(choice) ? choice : undefined)
      continue
    }
    const guess = refused[index]
      ? undefined
      : words.guess(heading, targets.at(-1), cells[index] ?? [])
    const fresh = guess !== undefined && !taken.has(guess)
    if (fresh) taken.add(guess)
    targets.push(fresh ? guess : undefined)
  }
  return settleNames(words, targets, chosen)
}

/**
 * `Naam` is the family name beside a given name, initials or prefix; beside a family name it says
 * nothing new.
 */
function settleNames<Target extends string>(
  words: ColumnWords<Target>,
  targets: readonly (Target | undefined)[],
  chosen: Mapping<Target>,
): (Target | undefined)[] {
  const has = (target: string): boolean => targets.some((each) => each === target)
  const parted = has('givenName') || has('initials') || has('prefix')
  const family = 'familyName'
  return targets.map((target, index) => {
    if (target !== 'name' || chosen[columnLetter(index)] === 'name') return target
    if (has(family)) return undefined
    return parted && words.is(family) ? family : target
  })
}

/** A heading that could itself be about a person is not repeated. */
function shownHeading(heading: string): string {
  return /\d{4}|@/.test(heading) ? '' : heading.trim().slice(0, MAX_HEADING)
}

function choiceProblems<Target extends string>(
  words: ColumnWords<Target>,
  headings: readonly string[],
  chosen: Mapping<Target>,
): Problem[] {
  const letters = new Set(headings.map((_, index) => columnLetter(index)))
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const [column, target] of Object.entries(chosen)) {
    if (!letters.has(column)) problems.push(problem('COLUMN_UNKNOWN'))
    else if (words.is(target) && seen.has(target))
      problems.push(problem('COLUMN_TWICE', { column }))
    seen.add(target)
  }
  return problems
}

function columnProblems(
  columns: readonly Column<string>[],
  cells: readonly (readonly string[])[],
): Problem[] {
  const problems: Problem[] = []
  for (const [index, { letter, use }] of columns.entries()) {
    const filled = (cells[index] ?? []).some((cell) => cell.trim() !== '')
    if (use === 'refused') problems.push(problem('COLUMN_CITIZEN_NUMBER', { column: letter }))
    else if (use === 'left-out' && filled) {
      problems.push(problem('COLUMN_LEFT_OUT', { column: letter }))
    }
  }
  const targets = columns.map(({ target }): string | undefined => target)
  if (!targets.includes('name') && !targets.includes('familyName')) {
    problems.push(problem('COLUMN_NAME_MISSING'))
  }
  return problems
}
