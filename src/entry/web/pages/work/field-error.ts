import { AppError, isAppError } from '#kernel/error.ts'

/** Tells a form beside which field a refusal belongs, by the code of the refusal. */
export async function atField<T>(
  work: Promise<T>,
  fields: Readonly<Record<string, string>>,
): Promise<T> {
  try {
    return await work
  } catch (error) {
    const field = isAppError(error) ? fields[error.code] : undefined
    throw isAppError(error) && field !== undefined ? new AppError(error.code, { field }) : error
  }
}
