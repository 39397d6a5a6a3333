import { sql } from 'kysely'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'

/**
 * Deletes the packages that nobody may fetch any more: their days are over, or the code was guessed
 * at too often.
 *
 * @param platform Signed in as the worker.
 */
export async function expirePackages(platform: Platform, organisation: string): Promise<void> {
  const expire = sql.id(schemaOf(organisation), 'expire_packages')
  await platform.run(written(sql`select ${expire}()`))
}
