import { sql } from 'kysely'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'

/**
 * Counts what is due, each in a transaction of its own. Returns how many were counted.
 *
 * @param platform Signed in as the worker.
 */
export async function makeTallies(platform: Platform, organisation: string): Promise<number> {
  const of = (name: string) => sql.id(schemaOf(organisation), name)
  const due = await platform.run(
    written(sql<{ id: string }>`select id from ${of('tallies_due')}() as id`),
  )
  let made = 0
  for (const { id } of due) {
    const rows = await platform.run(
      written(sql<{ made: boolean }>`select ${of('make_tally')}(${id}::uuid) as made`),
    )
    if (rows[0]?.made) made += 1
  }
  return made
}
