import type { Text } from '#kernel/language.ts'
import { CATALOGUE_MESSAGES } from './problems/catalogue.ts'
import type { Message } from './problems/message.ts'
import { PROMISE_MESSAGES } from './problems/promises.ts'
import { SHAPE_MESSAGES } from './problems/shape.ts'
import { TEXT_MESSAGES } from './problems/texts.ts'
import { WORD_MESSAGES } from './problems/words.ts'
import { compareWords } from './sorting.ts'

/**
 * Something wrong, or doubtful, in a statement or in the comments of the database; the code is
 * stable.
 */
export interface Problem extends Place {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly message: Text
  /** The word that was probably meant. */
  readonly suggestion?: string
}

/** Where something stands: lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** An error stops the statement from being applied; a warning is for people to judge. */
export type Severity = 'error' | 'warning'

const MESSAGES = {
  ...SHAPE_MESSAGES,
  ...WORD_MESSAGES,
  ...PROMISE_MESSAGES,
  ...TEXT_MESSAGES,
  ...CATALOGUE_MESSAGES,
} satisfies Record<string, Message>

export type ProblemCode = keyof typeof MESSAGES

/** Every code there is, for lists and tests. */
export const PROBLEM_CODES = Object.keys(MESSAGES).filter(isProblemCode)

/** Tells whether a word is the code of a problem. */
export function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(MESSAGES, word)
}

/** Makes a problem; the details fill the words in its message. */
export function problem(
  code: ProblemCode,
  place: Place,
  details: Readonly<Record<string, string | number>> = {},
  suggestion?: string,
): Problem {
  const message: Message = MESSAGES[code]
  return {
    code,
    file: place.file,
    line: place.line,
    column: place.column,
    severity: message.severity ?? 'error',
    message: { nl: fill(message.nl, details), en: fill(message.en, details) },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** Problems in the order in which a reader meets them: by file, line, column and code. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareWords(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareWords(a.code, b.code),
  )
}

function fill(template: string, details: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}
