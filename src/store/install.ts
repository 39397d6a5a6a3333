import { AppError } from '#kernel/error.ts'
import { checkServer, expectMaster, noteMaster } from './installed.ts'
import type { MasterKey } from './master-key.ts'
import { migrate, readSqlFiles } from './migrate.ts'
import { asOwner, type Owner, patiently, quoted, urlFor } from './owner.ts'
import { dropOwnSettings } from './own-settings.ts'
import { quieten } from './quiet-log.ts'

/**
 * The roles that sign in. None owns anything; the first may take the roles of activities, the
 * others may not.
 */
export const LOGINS = {
  app: 'gestand_app',
  accounts: 'gestand_accounts',
  worker: 'gestand_worker',
  keys: 'gestand_keys',
} as const

/** The logins of the data. That of the keys has no business there, nor they with the keys. */
export const DATA_LOGINS = [LOGINS.app, LOGINS.accounts, LOGINS.worker] as const

/** What PostgreSQL says of a database that is not there. */
const UNKNOWN_DATABASE = '3D000'
/** What it says when the role may not. */
const BARRED = '42501'

export interface Installation {
  /** URL of the owner's connection to the data. */
  readonly url: string
  /** URL of the owner's connection to the keys. */
  readonly keysUrl: string
  readonly master: MasterKey
}

/**
 * Makes the databases, the roles and the platform's schema, or brings them up to date.
 *
 * @param older The master key that is given up: for a rotation, which ends with `noteMaster`.
 * @throws `POSTGRES_TOO_OLD`, `DATABASE_NOT_UTF8`, `DATABASE_BARRED`, `OWNER_RIGHTS`,
 * `MASTER_KEY_CHANGED`, `MASTER_KEY_ROTATING`.
 */
export async function install(
  { url, keysUrl, master }: Installation,
  older?: MasterKey,
): Promise<void> {
  await createDatabase(url)
  await asOwner(url, async (owner) => {
    await checkServer(owner)
    // Two at once, a command beside a start, would change the same roles.
    await owner.query(`select pg_advisory_lock(hashtext('gestand install'))`)
    await expectMaster(owner, { present: master, older })
    // Locks are of one database and roles of all.
    await patiently(owner, () => createRoles(owner, master))
    await patiently(owner, () => dropOwnSettings(owner, DATA_LOGINS))
    await patiently(owner, () => quieten(owner, DATA_LOGINS))
    await lockDown(owner, DATA_LOGINS)
    await migrate(owner, 'gestand', await readSqlFiles('platform'))
    await grantPlatform(owner)
    if (!older) await noteMaster(owner, master)
  })
  await createDatabase(keysUrl)
  await asOwner(keysUrl, async (owner) => {
    await lockDown(owner, [LOGINS.keys])
    await migrate(owner, 'keys', await readSqlFiles('keys'))
    await owner.query(`
      grant usage on schema keys to ${LOGINS.keys};
      grant select, insert, update, delete on keys.dossier_keys to ${LOGINS.keys};
      alter role ${LOGINS.keys} set search_path = keys`)
  })
}

/** The URL with which a login reaches its database. */
export function loginUrl(
  { url, keysUrl, master }: Installation,
  login: (typeof LOGINS)[keyof typeof LOGINS],
): string {
  return urlFor(login === LOGINS.keys ? keysUrl : url, {
    user: login,
    password: master.password(login),
  })
}

async function createRoles(owner: Owner, master: MasterKey): Promise<void> {
  await createRole(owner, 'gestand_owner', 'nologin')
  await createRole(owner, 'gestand_nobody', 'nologin')
  await owner.query('grant gestand_owner to current_user with set true')
  for (const login of Object.values(LOGINS)) {
    await createRole(owner, login, 'login noinherit')
    const { rows } = await owner.query<{ statement: string }>(
      `select format('alter role %I login noinherit password %L', $1::text, $2::text) as statement`,
      [login, master.password(login)],
    )
    if (rows[0]) await owner.query(rows[0].statement)
  }
  await owner.query(`grant gestand_nobody to ${LOGINS.app} with inherit false, set true`)
  await letGoInSets(owner)
}

/**
 * Lets the owner's functions delete many dossiers at once without asking each foreign key for each
 * of them. Whoever may hand that right on does so: a superuser, or who was granted it that way.
 * Without it they go one by one, which takes longer.
 */
async function letGoInSets(owner: Owner): Promise<void> {
  await owner.query(`do $$ begin
    if has_parameter_privilege('session_replication_role', 'set with grant option')
      and not has_parameter_privilege('gestand_owner', 'session_replication_role', 'set') then
      grant set on parameter session_replication_role to gestand_owner;
    end if;
  end $$`)
}

/** Makes a role unless it is there; two that try at once both succeed. */
export async function createRole(owner: Owner, name: string, options: string): Promise<void> {
  await owner.query(`do $$ begin
    create role ${quoted(name)} ${options};
  exception when duplicate_object or unique_violation then null;
  end $$`)
}

/**
 * Leaves a database to these logins alone, without temporary tables or a schema to make things in:
 * what an attacker cannot make cannot stand in the way of a name that we use.
 */
export async function lockDown(
  owner: Owner,
  logins: readonly (typeof LOGINS)[keyof typeof LOGINS][],
): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  const database = quoted(rows[0]?.name ?? '')
  await owner.query(`
    revoke all on database ${database} from public, ${Object.values(LOGINS).join(', ')};
    grant create on database ${database} to gestand_owner;
    grant connect on database ${database} to ${logins.join(', ')};
    revoke all on schema public from public`)
  await barLargeObjects(owner)
}

/**
 * What anybody may put away in PostgreSQL outside all tables would stay there when its dossier
 * goes. Only a superuser may bar it.
 */
async function barLargeObjects(owner: Owner): Promise<void> {
  await owner.query(`do $$ begin
    if (select rolsuper from pg_roles where rolname = current_user) then
      revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea)
        from public;
    end if;
  end $$`)
}

async function grantPlatform(owner: Owner): Promise<void> {
  await owner.query(`
    grant usage on schema gestand to ${LOGINS.app}, ${LOGINS.accounts}, ${LOGINS.worker},
      gestand_nobody;
    grant select, insert, update, delete on all tables in schema gestand to ${LOGINS.accounts};
    revoke all on gestand.visit_salts, gestand.visit_marks, gestand.organisations,
      gestand.installation, gestand.migrations,
      gestand.endings, gestand.backups, gestand.restorations
      from ${LOGINS.accounts};
    grant select on gestand.organisations to ${LOGINS.app}, ${LOGINS.accounts}, ${LOGINS.worker}`)
}

async function createDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  if (await exists(url)) return
  await asOwner(urlFor(url, { database: 'postgres' }), async (owner) => {
    await makeDatabase(owner, name)
  })
}

/**
 * Makes an empty database in UTF-8.
 *
 * @throws `DATABASE_BARRED` when the owner may make none.
 */
async function makeDatabase(owner: Owner, name: string): Promise<void> {
  try {
    await owner.query(`create database ${quoted(name)} template template0 encoding 'UTF8'`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === BARRED)) throw error
    throw new AppError('DATABASE_BARRED', { database: name, owner: owner.user ?? '' })
  }
}

async function exists(url: string): Promise<boolean> {
  try {
    return await asOwner(url, async () => true)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNKNOWN_DATABASE) return false
    throw error
  }
}
