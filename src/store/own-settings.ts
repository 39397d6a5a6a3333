import { type Owner, quoted } from './owner.ts'
import { QUIET_SETTINGS } from './quiet-log.ts'

/**
 * Takes away what logins set for themselves, for every database or this one. A login may always do
 * so, and whoever stole its password would leave something behind: names looked up elsewhere, or
 * answers before they are on disk.
 */
export async function dropOwnSettings(owner: Owner, logins: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ role: string; database: string | null; name: string }>(
    `select r.rolname as role, d.datname as database, split_part(s.setting, '=', 1) as name
     from pg_db_role_setting g
     join pg_roles r on r.oid = g.setrole
     left join pg_database d on d.oid = g.setdatabase
     cross join unnest(g.setconfig) as s (setting)
     where r.rolname = any ($1) and (g.setdatabase = 0 or d.datname = current_database())
       and split_part(s.setting, '=', 1) <> all ($2)`,
    [logins, QUIET_SETTINGS],
  )
  for (const { role, database, name } of rows) {
    const where = database === null ? '' : `in database ${quoted(database)}`
    await owner.query(`alter role ${quoted(role)} ${where} reset ${quoted(name)}`)
  }
}
