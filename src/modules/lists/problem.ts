import type { Text } from '#kernel/language.ts'
import type { ColumnLetter } from './column.ts'
import { CELL_MESSAGES } from './problems/cell.ts'
import { CONTACT_MESSAGES } from './problems/contact.ts'
import { FILE_MESSAGES } from './problems/file.ts'
import type { Message, Severity } from './problems/message.ts'
import { ROW_MESSAGES } from './problems/row.ts'

/** A code that tells what is wrong with the text of one cell. */
export type CellCode = keyof typeof CELL_MESSAGES | keyof typeof CONTACT_MESSAGES
export type FileCode = keyof typeof FILE_MESSAGES
export type RowCode = keyof typeof ROW_MESSAGES
export type ProblemCode = CellCode | FileCode | RowCode

/** Where a problem is. Nothing in it repeats what the file says. */
export interface Place {
  /** Line in the file on which the row begins, from 1. */
  readonly line?: number
  readonly column?: ColumnLetter
  /** The field that was read, by its name in code. */
  readonly field?: string
  /** The earlier line that the problem refers to. */
  readonly otherLine?: number
}

/** What can be wrong only in the lists of one module, which brings the sentence along. */
export interface OwnProblem extends Message {
  readonly code: string
}

/** Something wrong in a list, with the place and a sentence that is free of personal data. */
export interface Problem extends Place {
  readonly code: string
  readonly severity: Severity
  readonly says: Text
}

const MESSAGES: Readonly<Record<ProblemCode, Message>> = {
  ...FILE_MESSAGES,
  ...ROW_MESSAGES,
  ...CELL_MESSAGES,
  ...CONTACT_MESSAGES,
}

/** Every code that reading any list can give. */
export const PROBLEM_CODES: readonly string[] = Object.keys(MESSAGES)

export function problem(which: ProblemCode | OwnProblem, place: Place = {}): Problem {
  const code = typeof which === 'string' ? which : which.code
  const { severity = 'error', nl, en } = typeof which === 'string' ? MESSAGES[which] : which
  const line = String(place.otherLine ?? '')
  const says = { nl: nl.replace('{line}', line), en: en.replace('{line}', line) }
  return { code, severity, ...place, says }
}

/** Tells whether any of the problems keeps the row or file out. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
