import type { CellCode, OwnProblem } from './problem.ts'

/**
 * What came of reading the text of a cell: a value, perhaps with cautions, or the reason why there
 * is none.
 */
export type Reading<Value> = Read<Value> | Unread

export interface Read<Value> {
  readonly value: Value
  readonly cautions: readonly CellCode[]
}

export interface Unread {
  readonly refused: CellCode | OwnProblem
}

export function read<Value>(value: Value, ...cautions: readonly CellCode[]): Read<Value> {
  return { value, cautions }
}

export function refuse(refused: CellCode | OwnProblem): Unread {
  return { refused }
}

export function isRead<Value>(reading: Reading<Value>): reading is Read<Value> {
  return 'value' in reading
}
