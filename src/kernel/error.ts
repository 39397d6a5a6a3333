/**
 * What an `AppError` may carry: ids, numbers and codes. Never a name, an address or a text somebody
 * wrote.
 */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * A failure that we expect and can explain to a person. The code is stable: pages, the API and
 * tests refer to it, and each language has a sentence for it. Whatever is not an `AppError` is a
 * defect and may crash the request.
 */
export class AppError extends Error {
  readonly code: string
  readonly details: ErrorDetails

  constructor(code: string, details: ErrorDetails = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Tells whether an unknown error is an `AppError`, with this code if one is given. */
export function isAppError(error: unknown, code?: string): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code)
}
