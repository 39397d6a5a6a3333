import { AppError, isAppError } from '#kernel/error.ts'

/** Runs a write, and tells of which field a refusal is: by code, the name of the field. */
export async function pointing<T>(
  fields: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isAppError(error)) throw error
    const field = fields[error.code]
    throw field === undefined ? error : new AppError(error.code, { ...error.details, field })
  }
}
