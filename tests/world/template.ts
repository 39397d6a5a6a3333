import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { install, type Installation } from '#store/install.ts'
import { asOwner, type Owner, urlFor } from '#store/owner.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { WORLD_MASTER } from './master.ts'

/** The organisation that tests are about unless they say otherwise: the example bureau. */
export const WORLD_ORGANISATION = 'reintegration'

/** The database of keys that all tests share: its rows are told apart by dossier. */
export const KEYS_DATABASE = 'gestand_test_keys'

/** A database of which tests get copies: what is in it is what they need and none changes. */
export interface Template {
  readonly name: string
  /**
   * Fills the empty database at an address for the superuser, and leaves no connection to it: one
   * in use is not copied.
   */
  readonly fill: (url: string) => Promise<void>
}

/** An example organisation with nobody in it. */
export function organisationTemplate(organisation: string): Template {
  return {
    name: organisation,
    fill: (url) =>
      filled(url, async (owner) => {
        const folder = await readStatementFolder(join(PROJECT, 'statements', organisation))
        await provision(owner, folder)
      }),
  }
}

/** Installs, and fills what was installed. */
export async function filled(
  url: string,
  fill: (owner: Owner, installation: Installation) => Promise<unknown>,
): Promise<void> {
  const keysUrl = urlFor(url, { database: KEYS_DATABASE })
  const installation = { url, keysUrl, master: WORLD_MASTER }
  await install(installation)
  await asOwner(url, (owner) => fill(owner, installation))
}
