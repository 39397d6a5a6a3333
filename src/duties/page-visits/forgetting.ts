import { sql } from 'kysely'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

/**
 * Destroys by what visitors of earlier days were told apart, and figures whose term is over.
 *
 * @param platform With the login of the worker.
 */
export async function forgetVisitors(platform: Platform, organisation: string): Promise<void> {
  const sweep = sql.id(`org_${organisation}`, 'sweep_page_visits')
  await platform.run(written(sql`select ${sweep}()`))
}
