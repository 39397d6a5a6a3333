import { isAppError } from '#kernel/error.ts'
import { parseStatement, type StatementFolder } from '#statement/index.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { listWaiting, noteProblem } from '#store/publication.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { publish } from './provision.ts'

/**
 * Announces the versions that were decided on, and makes those true of which the day has come. It
 * is the owner who does so: nobody else can change grants and policies. Each is one transaction, so
 * that a process that dies in between has changed nothing, and the next one does it.
 *
 * A version that cannot be made true is marked with why, and the others go on.
 *
 * @param url Address of the owner's connection.
 * @returns The versions that are true now and were not.
 */
export function publishDue(url: string, organisation: string): Promise<number[]> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>(
      'select pg_try_advisory_lock(hashtext($1)) as mine',
      [`publishing ${organisation}`],
    )
    // Another process is at it; its lock goes with its connection.
    return rows[0]?.mine ? publishWaiting(owner, organisation) : []
  })
}

async function publishWaiting(owner: Owner, organisation: string): Promise<number[]> {
  const applied: number[] = []
  for (const { version, source } of await listWaiting(owner, organisation)) {
    const folder = toStatementFolder(organisation, source)
    const problem = await tryPublish(owner, folder, version)
    if (problem === undefined) applied.push(version)
    else if (problem !== 'LATER') await noteProblem(owner, organisation, { version, problem })
  }
  return applied
}

/** Why it is not true now: its day is later, or something is wrong with it. */
async function tryPublish(
  owner: Owner,
  folder: StatementFolder,
  version: number,
): Promise<string | undefined> {
  // The row says which version it is, and so does the text that was approved.
  const { statement } = parseStatement(folder)
  if (statement?.declarations.version !== version) return 'STATEMENT_OTHER'
  try {
    const { applied } = await publish(owner, folder)
    return applied ? undefined : 'LATER'
  } catch (error) {
    if (isAppError(error)) return error.code
    throw error
  }
}
