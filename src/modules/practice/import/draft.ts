import { readCell, withoutCitizenNumber } from './cell.ts'
import type { ImportFields } from './client.ts'
import { type ColumnLetter, columnLetter } from './column.ts'
import type { ImportField, Target } from './field.ts'
import { type CellCode, type Problem, problem, type RowCode } from './problem.ts'
import { isRead, type Reading } from './reading.ts'
import type { TableRow } from './table.ts'

/**
 * A row while it is read: its tidied texts by what they are for, and what has been found so far.
 */
export interface Draft {
  readonly line: number
  readonly texts: ReadonlyMap<Target, string>
  readonly columns: ReadonlyMap<Target, ColumnLetter>
  readonly fields: ImportFields
  readonly problems: Problem[]
}

/** Targets whose own reading decides what nine digits in them are. */
const MAY_HAVE_NINE_DIGITS = new Set<Target>(['phone', 'mobile', 'bornOn', 'startedOn', 'endedOn'])

/** Tidies the cells of a row that are used, and notes those that cannot be. */
export function startDraft(row: TableRow, mapping: Readonly<Record<ColumnLetter, Target>>): Draft {
  const texts = new Map<Target, string>()
  const columns = new Map<Target, ColumnLetter>()
  const draft: Draft = { line: row.line, texts, columns, fields: {}, problems: [] }
  for (const [index, raw] of row.cells.entries()) {
    const column = columnLetter(index)
    const target = mapping[column]
    if (target === undefined) continue
    columns.set(target, column)
    let reading = readCell(raw)
    if (isRead(reading) && !MAY_HAVE_NINE_DIGITS.has(target)) {
      reading = withoutCitizenNumber(reading.value)
    }
    if (!isRead(reading)) note(draft, reading.refused, target)
    else if (reading.value !== '') texts.set(target, reading.value)
  }
  return draft
}

/** Reads the text for a target, if there is one, and notes what the reading says. */
export function take<Value>(
  draft: Draft,
  target: Target,
  readText: (text: string) => Reading<Value>,
): Value | undefined {
  const text = draft.texts.get(target)
  return text === undefined ? undefined : settle(draft, target, readText(text))
}

/** Notes what a reading says and gives its value, if it has one. */
export function settle<Value>(
  draft: Draft,
  target: Target,
  reading: Reading<Value>,
): Value | undefined {
  if (!isRead(reading)) {
    note(draft, reading.refused, target)
    return undefined
  }
  for (const caution of reading.cautions) note(draft, caution, target)
  return reading.value
}

/** Notes a problem of the row, at the column and field it is about. */
export function note(draft: Draft, code: CellCode | RowCode, target?: Target): void {
  const column = target === undefined ? undefined : columnOf(draft, target)
  draft.problems.push(
    problem(code, {
      line: draft.line,
      ...(column !== undefined && { column }),
      ...(target !== undefined && { field: fieldOf(target) }),
    }),
  )
}

/** The column a field was read from, also when it shares the column with others. */
function columnOf({ columns }: Draft, target: Target): ColumnLetter | undefined {
  const shared = [...columns].find(([each]) => fieldOf(each) === target)
  return columns.get(target) ?? shared?.[1]
}

/** The field that stands for a target which is split over several. */
function fieldOf(target: Target): ImportField {
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
