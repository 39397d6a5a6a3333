import { AppError } from '#kernel/error.ts'

/** Codes by the name of the constraint that was broken, or by SQLSTATE where there is none. */
export type Refusals = Readonly<Record<string, string>>

/**
 * Runs a write and tells in words of its own why the database refused it. What is not among the
 * refusals stays what the store makes of it.
 */
export async function refusing<T>(write: Promise<T>, refusals: Refusals): Promise<T> {
  try {
    return await write
  } catch (error) {
    const code = refusals[constraintOf(error)]
    throw code ? new AppError(code) : error
  }
}

/** Name of the constraint, or the SQLSTATE when there is none. */
function constraintOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return String(error.code)
}
