import { isAppError } from '#kernel/error.ts'

/** What became of acts that happened at once: `done`, or the code with which each was refused. */
export async function outcomes(acts: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts)
  return settled.map((each) => {
    if (each.status === 'fulfilled') return 'done'
    if (isAppError(each.reason)) return each.reason.code
    throw each.reason
  })
}
