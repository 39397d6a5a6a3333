import { UsageError } from '#entry/cli/command.ts'
import { suggest } from '#statement/suggestion.ts'
import { listOrganisations } from '#store/organisation.ts'
import { inTransaction, type Owner } from '#store/owner.ts'
import type { Runner } from '#store/platform.ts'
import { runQuery } from '#store/run-query.ts'
import { schemaOf } from '#store/store.ts'

/** @throws {UsageError} when there is no such organisation. */
export async function requireOrganisation(
  owner: Owner,
  organisation: string | undefined,
): Promise<string> {
  const known = await listOrganisations(owner)
  if (organisation === undefined) {
    throw new UsageError(`say which organisation with --org: ${known.join(', ') || 'none yet'}`)
  }
  if (known.includes(organisation)) return organisation
  const meant = suggest(organisation, known)
  const help =
    meant === undefined
      ? `Known: ${known.join(', ') || 'none; gestand apply makes one'}`
      : `Did you mean "${meant}"?`
  throw new UsageError(`there is no organisation "${organisation}". ${help}`)
}

/**
 * Runs `work` in one transaction of the owner, where names without a schema are the organisation's.
 */
export function inOrganisation<T>(
  owner: Owner,
  organisation: string,
  work: (tx: Runner) => Promise<T>,
): Promise<T> {
  return inTransaction(owner, async () => {
    await owner.query(`select set_config('search_path', $1, true)`, [
      `${schemaOf(organisation)}, gestand, pg_temp`,
    ])
    return work({ run: (query) => runQuery(owner, 'owner', query) })
  })
}
