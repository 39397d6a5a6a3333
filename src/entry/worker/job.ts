import { AppError, isAppError } from '#kernel/error.ts'

/** Something that is done for each organisation. */
export type OrganisationWork = (organisation: string) => Promise<unknown>

/**
 * Does something for each organisation, one after another; where it fails the others still get
 * theirs.
 *
 * @throws `JOB_FAILED` when it failed anywhere, without what went wrong: that may quote personal
 *   data, and the queue keeps what a job fails with.
 */
export async function forEach(
  organisations: readonly string[],
  work: OrganisationWork,
  tell: (line: string) => void,
): Promise<void> {
  let failed = 0
  for (const organisation of organisations) {
    try {
      await work(organisation)
    } catch (error) {
      failed += 1
      tell(`for ${organisation}: ${describeKind(error)}`)
    }
  }
  if (failed > 0) throw new AppError('JOB_FAILED', { failed })
}

/**
 * The kind of an error, and where a defect is: never its message, which can quote what somebody
 * wrote.
 */
export function describeKind(error: unknown): string {
  if (isAppError(error)) return error.code
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const place = /^ {4}at .*$/m.exec(error.stack ?? '')?.[0] ?? ''
  return `${error.name}${code}${place.replace(/^ {4}/, ' ')}`
}
