import { readCell, withoutCitizenNumber } from './cell.ts'
import { type ColumnLetter, columnLetter } from './column.ts'
import { type CellCode, type OwnProblem, type Problem, problem, type RowCode } from './problem.ts'
import { isRead, type Reading } from './reading.ts'
import type { TableRow } from './table.ts'

/** Targets whose own reading decides what nine digits in them are. */
export const MAY_HAVE_NINE_DIGITS: ReadonlySet<string> = new Set(['phone', 'mobile'])

/** Tells of a target whether its cells are days: what nine digits in them are is clear then. */
export function isDay(target: string): boolean {
  return target.endsWith('On')
}

/**
 * A row while it is read: its tidied texts by what they are for, and what has been found so far.
 */
export class Draft<Target extends string> {
  readonly line: number
  readonly problems: Problem[] = []
  readonly #texts = new Map<string, string>()
  readonly #columns = new Map<string, ColumnLetter>()

  /** Tidies the cells of a row that are used, and notes those that cannot be. */
  constructor(row: TableRow, mapping: Readonly<Record<ColumnLetter, Target>>) {
    this.line = row.line
    for (const [index, raw] of row.cells.entries()) {
      const column = columnLetter(index)
      const target = mapping[column]
      if (target === undefined) continue
      this.#columns.set(target, column)
      let reading = readCell(raw)
      if (isRead(reading) && !MAY_HAVE_NINE_DIGITS.has(target) && !isDay(target)) {
        reading = withoutCitizenNumber(reading.value)
      }
      if (!isRead(reading)) this.note(reading.refused, target)
      else if (reading.value !== '') this.#texts.set(target, reading.value)
    }
  }

  /** The tidied text for a target; undefined when there is none. */
  text(target: Target): string | undefined {
    return this.#texts.get(target)
  }

  /** Whether the file has a column for a target. */
  hasColumn(target: Target): boolean {
    return this.#columns.has(target)
  }

  /** The column that a target stands in, or the one that it shares with others. */
  columnOf(target: string): ColumnLetter | undefined {
    const shared = [...this.#columns].find(([each]) => fieldOf(each) === target)
    return this.#columns.get(target) ?? shared?.[1]
  }

  /** Reads the text for a target, if there is one, and notes what the reading says. */
  take<Value>(target: Target, readText: (text: string) => Reading<Value>): Value | undefined {
    const text = this.text(target)
    return text === undefined ? undefined : this.settle(target, readText(text))
  }

  /** Notes what a reading says and gives its value, if it has one. */
  settle<Value>(target: Target, reading: Reading<Value>): Value | undefined {
    if (!isRead(reading)) {
      this.note(reading.refused, target)
      return undefined
    }
    for (const caution of reading.cautions) this.note(caution, target)
    return reading.value
  }

  /** Notes a problem of the row, at the column and field it is about. */
  note(which: CellCode | RowCode | OwnProblem, target?: string): void {
    const column = target === undefined ? undefined : this.columnOf(target)
    this.problems.push(
      problem(which, {
        line: this.line,
        ...(column !== undefined && { column }),
        ...(target !== undefined && { field: fieldOf(target) }),
      }),
    )
  }

  /** Whether a field cannot come in for what stands in its column. */
  hasError(field: string): boolean {
    return this.problems.some((each) => each.field === field && each.severity === 'error')
  }
}

/** The field that stands for a target which is split over several. */
function fieldOf(target: string): string {
  switch (target) {
    case 'name':
      return 'familyName'
    case 'mobile':
      return 'phone'
    case 'address':
      return 'street'
    case 'postcodeAndCity':
      return 'postcode'
    default:
      return target
  }
}
