import { AppError } from '#kernel/error.ts'

/** What the store refuses with, each explained to people by the doors. */
export type StoreErrorCode =
  /** The session is unknown, ended, idle for too long or of a disabled account. */
  | 'SIGNED_OUT'
  /** Staff signed in without a second factor. */
  | 'SECOND_FACTOR_MISSING'
  /** There is no such thing, or it is hidden. */
  | 'NOT_FOUND'
  /** The statement gives the activity no such column or act. */
  | 'NOT_DECLARED'
  /** The row exists already: usually a form that was sent twice. */
  | 'DUPLICATE'
  /** What was written refers to what is not there, does not fit, or breaks a rule of the table. */
  | 'INVALID'
  /** Somebody else changed it at the same moment. */
  | 'CONFLICT'
  /** The key of the dossier was destroyed, or does not fit. */
  | 'UNREADABLE'

interface DatabaseError {
  readonly code: string
  readonly message: string
  readonly constraint?: string
}

const CODES: Readonly<Record<string, StoreErrorCode>> = {
  '42501': 'NOT_DECLARED',
  '23505': 'DUPLICATE',
  '23503': 'INVALID',
  '23514': 'INVALID',
  '23502': 'INVALID',
  '22001': 'INVALID',
  '22P02': 'INVALID',
  '22003': 'INVALID',
  '22007': 'INVALID',
  '22008': 'INVALID',
  '22021': 'INVALID',
  '40001': 'CONFLICT',
  '40P01': 'CONFLICT',
}

/**
 * Turns what PostgreSQL says into an `AppError`: functions of ours raise class `GS` with a code as
 * message, refusals of the server get the store's own codes. Anything else is a defect and is
 * returned as it is.
 */
export function toAppError(error: unknown): unknown {
  if (!isDatabaseError(error)) return error
  if (error.code.startsWith('GS')) return new AppError(error.message)
  const code = CODES[error.code]
  return code ? new AppError(code, { constraint: error.constraint }) : error
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
