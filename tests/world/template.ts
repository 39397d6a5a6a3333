import { install } from '#store/install.ts'
import { asOwner, urlFor } from '#store/owner.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { WORLD_MASTER } from './master.ts'

/** The organisation that tests are about unless they say otherwise: the example bureau. */
export const WORLD_ORGANISATION = 'reintegration'

/** The example organisations, each with a template of its own. */
export const WORLD_ORGANISATIONS = [WORLD_ORGANISATION, 'casework', 'registry'] as const

/** The database of keys that all tests share: its rows are told apart by dossier. */
export const KEYS_DATABASE = 'gestand_test_keys'

/**
 * Fills the database of which every test gets a copy: what belongs here is what all tests need and
 * none changes.
 *
 * @param url Address of the template for the superuser. Close every connection to it: a template in
 * use is not copied.
 */
export async function prepareTemplate(url: string, organisation: string): Promise<void> {
  await install({ url, keysUrl: urlFor(url, { database: KEYS_DATABASE }), master: WORLD_MASTER })
  const folder = await readStatementFolder(join(PROJECT, 'statements', organisation))
  await asOwner(url, (owner) => provision(owner, folder))
}
