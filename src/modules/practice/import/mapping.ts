import { isCitizenNumberColumn } from './citizen-number.ts'
import { type Column, type ColumnLetter, columnLetter } from './column.ts'
import { isTarget, type Target } from './field.ts'
import { findTarget, isCitizenNumberHeading, isCoachHeading, isNumberHeading } from './heading.ts'
import { type Problem, problem } from './problem.ts'
import type { TableRow } from './table.ts'

/**
 * What each column is used for, by its letter. A column that is not in it, or is `left-out`, is not
 * read.
 */
export type Mapping = Readonly<Record<ColumnLetter, Target | 'left-out'>>

export interface MappedColumns {
  readonly columns: readonly Column[]
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
export function mapColumns(
  headings: readonly string[],
  rows: readonly TableRow[],
  chosen: Mapping = {},
): MappedColumns {
  const cells = headings.map((_, index) => rows.map((row) => row.cells[index] ?? ''))
  const refused = headings.map((heading, index) => {
    const target = chosen[columnLetter(index)] ?? findTarget(heading)
    return isCitizenNumberHeading(heading) || isRefused(cells[index] ?? [], target)
  })
  const guesses = guessTargets(headings, cells, refused, chosen)
  const columns = headings.map((heading, index): Column => {
    const letter = columnLetter(index)
    if (refused[index]) return { letter, heading: shownHeading(heading), use: 'refused' }
    const target = guesses[index]
    const shown = { letter, heading: shownHeading(heading) }
    return target === undefined ? { ...shown, use: 'left-out' } : { ...shown, use: 'used', target }
  })
  const used = columns.flatMap(({ letter, target }) => (target ? [[letter, target] as const] : []))
  const problems = [...choiceProblems(headings, chosen), ...columnProblems(columns, cells)]
  return { columns, mapping: Object.fromEntries(used), problems }
}

/** What may have eight or nine digits of its own: its cells are judged one by one. */
const JUDGED_BY_CELL = new Set(['phone', 'mobile', 'bornOn', 'startedOn', 'endedOn'])

function isRefused(cells: readonly string[], target: string | undefined): boolean {
  return !JUDGED_BY_CELL.has(target ?? '') && isCitizenNumberColumn(cells)
}

function guessTargets(
  headings: readonly string[],
  cells: readonly (readonly string[])[],
  refused: readonly boolean[],
  chosen: Mapping,
): (Target | undefined)[] {
  const taken = new Set<string>(Object.values(chosen).filter(isTarget))
  const targets: (Target | undefined)[] = []
  for (const [index, heading] of headings.entries()) {
    const choice = chosen[columnLetter(index)]
    if (choice !== undefined) {
      targets.push(isTarget(choice) ? choice : undefined)
      continue
    }
    const guess = refused[index] ? undefined : guessTarget(heading, targets.at(-1), cells[index])
    const fresh = guess !== undefined && !taken.has(guess)
    if (fresh) taken.add(guess)
    targets.push(fresh ? guess : undefined)
  }
  return settleNames(targets, chosen)
}

function guessTarget(
  heading: string,
  before: Target | undefined,
  cells: readonly string[] = [],
): Target | undefined {
  if (before === 'street' && isNumberHeading(heading)) return 'houseNumber'
  if (isCoachHeading(heading))
    return cells.some((cell) => cell.includes('@')) ? 'coachEmail' : undefined
  return findTarget(heading)
}

/**
 * `Naam` is the family name beside a given name, initials or prefix; beside a family name it says
 * nothing new.
 */
function settleNames(
  targets: readonly (Target | undefined)[],
  chosen: Mapping,
): (Target | undefined)[] {
  const has = (target: Target): boolean => targets.includes(target)
  const parted = has('givenName') || has('initials') || has('prefix')
  return targets.map((target, index) => {
    if (target !== 'name' || chosen[columnLetter(index)] === 'name') return target
    if (has('familyName')) return undefined
    return parted ? 'familyName' : 'name'
  })
}

/** A heading that could itself be about a person is not repeated. */
function shownHeading(heading: string): string {
  return /\d{4}|@/.test(heading) ? '' : heading.trim().slice(0, MAX_HEADING)
}

function choiceProblems(headings: readonly string[], chosen: Mapping): Problem[] {
  const letters = new Set(headings.map((_, index) => columnLetter(index)))
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const [column, target] of Object.entries(chosen)) {
    if (!letters.has(column)) problems.push(problem('COLUMN_UNKNOWN'))
    else if (isTarget(target) && seen.has(target))
      problems.push(problem('COLUMN_TWICE', { column }))
    seen.add(target)
  }
  return problems
}

function columnProblems(
  columns: readonly Column[],
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
  const targets = columns.map(({ target }) => target)
  if (!targets.includes('name') && !targets.includes('familyName')) {
    problems.push(problem('COLUMN_NAME_MISSING'))
  }
  return problems
}
