import { asOwner, type Owner, quoted } from './owner.ts'

/**
 * What keeps values that people typed out of PostgreSQL's log. Its first message of an error can
 * quote a value that it cannot read, details quote rows, and slow statements come with parameters.
 * Errors are not lost: each is answered to who sent the statement, and handled there.
 */
const QUIET = {
  log_min_messages: { value: 'log', also: ['fatal', 'panic'] },
  log_error_verbosity: { value: 'terse', also: [] },
  log_parameter_max_length: { value: '0', also: [] },
} as const satisfies Readonly<Record<string, { value: string; also: readonly string[] }>>

/** The settings of a login that are ours. */
export const QUIET_SETTINGS = Object.keys(QUIET)

/**
 * Gives logins, and an owner who is no superuser, the settings that keep values out of the log.
 * Only a superuser may, or who was granted to set them; for others it does nothing, and
 * `findLoudLogins` tells what is left to do.
 */
export async function quieten(owner: Owner, logins: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ role: string }>(
    `select r.rolname as role from pg_roles me, pg_roles r
     where me.rolname = current_user
       and (me.rolsuper or (select bool_and(has_parameter_privilege(me.rolname, p, 'set'))
         from unnest($1::text[]) p))
       and (r.rolname = any ($2) or r.rolname = me.rolname and not me.rolsuper)
       and not coalesce(r.rolconfig, '{}') @> $3::text[]`,
    [QUIET_SETTINGS, logins, Object.entries(QUIET).map(([name, { value }]) => `${name}=${value}`)],
  )
  for (const { role } of rows) await owner.query(quietStatements(role).join('; '))
}

/** The statements that keep what a role sends out of the log, for whoever may run them. */
export function quietStatements(role: string): string[] {
  return Object.entries(QUIET).map(
    ([name, { value }]) => `alter role ${quoted(role)} set ${name} = '${value}'`,
  )
}

/** Which of these, each by the URL of its connection, would have values in the log. */
export async function findLoudLogins(urls: readonly string[]): Promise<string[]> {
  const found = await Promise.all(urls.map((url) => asOwner(url, findLoud)))
  return found.flat()
}

async function findLoud(login: Owner): Promise<string[]> {
  const { rows } = await login.query<{ role: string; name: string; value: string }>(
    `select current_user as role, name, setting as value from pg_settings where name = any ($1)`,
    [QUIET_SETTINGS],
  )
  const loud = rows.filter(({ name, value }) =>
    Object.entries(QUIET).some(
      ([known, { value: wanted, also }]) =>
        known === name && ![wanted, ...also].some((enough) => enough === value),
    ),
  )
  return [...new Set(loud.map(({ role }) => role))]
}
