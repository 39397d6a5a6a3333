import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { UsageError } from './command.ts'
import { requireOrganisation } from './operating/in-organisation.ts'
import { onPlace } from './operating/place.ts'

const CONNECTIONS = 2

/**
 * Runs a command on an organisation with the login of the worker, which checks and never serves.
 *
 * @throws {UsageError} when there is no such organisation, or the configuration is wrong.
 */
export function asWorker<T>(
  organisation: string,
  work: (worker: Pool, installation: Installation) => Promise<T>,
): Promise<T> {
  return onPlace(async (owner, installation) => {
    await requireOrganisation(owner, organisation)
    const url = loginUrl(installation, LOGINS.worker)
    const worker = createPool({ url, max: CONNECTIONS, name: 'command' })
    try {
      return await work(worker, installation)
    } finally {
      await worker.end()
    }
  })
}

/** The one organisation that a command is about. */
export function readOrganisation(positionals: readonly string[]): string {
  const [organisation] = positionals
  if (organisation === undefined || positionals.length > 1) {
    throw new UsageError('give one organisation')
  }
  return organisation
}
