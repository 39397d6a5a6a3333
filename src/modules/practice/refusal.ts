import { AppError } from '#kernel/error.ts'
import type { PracticeErrorCode } from './errors.ts'

interface Refusals {
  /** By the name of the constraint that was broken. */
  readonly [constraint: string]: PracticeErrorCode | 'NOT_FOUND'
}

const NOT_PERMITTED = '42501'

/**
 * Runs a write and tells in the practice's own words why the database refused it. What is not
 * among the refusals stays what the store makes of it.
 */
export async function refusing<T>(write: Promise<T>, refusals: Refusals): Promise<T> {
  try {
    return await write
  } catch (error) {
    const code = refusals[constraintOf(error)]
    throw code ? new AppError(code) : error
  }
}

/** Runs a write of content whose category must belong to the kind of dossier. */
export async function withinCategories<T>(write: Promise<T>): Promise<T> {
  return refusing(write, { [NOT_PERMITTED]: 'CATEGORY_BARRED' })
}

/** Name of the constraint, or the SQLSTATE when there is none. */
function constraintOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return String(error.code)
}
