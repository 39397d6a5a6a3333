import { AppError } from '#kernel/error.ts'
import type { MasterKey } from './master-key.ts'
import type { Owner } from './owner.ts'

/** What the owner of the databases must be able to do. */
const VERSION_MIN = 160_000

/**
 * Checks that a server can hold an installation, and that who owns it may make roles.
 *
 * @throws `POSTGRES_TOO_OLD`, `DATABASE_NOT_UTF8`, `OWNER_RIGHTS`.
 */
export async function checkServer(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{
    version: number
    encoding: string
    creates: boolean
    owns: boolean
  }>(
    `select current_setting('server_version_num')::integer as version,
       current_setting('server_encoding') as encoding,
       r.rolsuper or r.rolcreaterole as creates,
       r.rolsuper or pg_has_role(d.datdba, 'usage') as owns
     from pg_roles r, pg_database d
     where r.rolname = current_user and d.datname = current_database()`,
  )
  const [found] = rows
  if (!found) return
  const { version, encoding, creates, owns } = found
  if (version < VERSION_MIN) {
    throw new AppError('POSTGRES_TOO_OLD', { version: Math.floor(version / 10_000) })
  }
  if (encoding !== 'UTF8') throw new AppError('DATABASE_NOT_UTF8', { encoding })
  if (!creates || !owns) throw new AppError('OWNER_RIGHTS')
}

/**
 * Which master keys may open an installation: the present one, and an older one during a rotation.
 */
export interface MasterKeys {
  readonly present: MasterKey
  readonly older?: MasterKey | undefined
}

/**
 * Checks that everything is sealed under this master key. Another one would change the passwords of
 * the logins, read nothing and seal what is new so that the right one cannot read it.
 *
 * With an older key it begins a rotation, or goes on with one.
 *
 * @throws `MASTER_KEY_CHANGED` when it is another, `MASTER_KEY_OF_DEMO` when that is a
 *   demonstration's; `MASTER_KEY_ROTATING` when a rotation was not finished; `OLDER_KEY_WRONG`;
 *   `NOT_INSTALLED`.
 */
export async function expectMaster(owner: Owner, { present, older }: MasterKeys): Promise<void> {
  const row = await findInstallation(owner)
  if (!row) {
    if (older) throw new AppError('NOT_INSTALLED')
    return
  }
  const rotating = older !== undefined && row.master === older.id
  if (row.next_master !== null) {
    if (rotating && row.next_master === present.id) return
    throw new AppError('MASTER_KEY_ROTATING')
  }
  if (row.master === present.id) return
  if (older && !rotating) throw new AppError('OLDER_KEY_WRONG')
  if (!rotating) {
    throw new AppError(row.mode === 'demo' ? 'MASTER_KEY_OF_DEMO' : 'MASTER_KEY_CHANGED')
  }
  await owner.query('update gestand.installation set next_master = $1', [present.id])
}

/** Notes that everything is sealed under this master key and no other. */
export async function noteMaster(owner: Owner, present: MasterKey): Promise<void> {
  await owner.query(
    `insert into gestand.installation (master) values ($1)
     on conflict (single) do update set master = excluded.master, next_master = null`,
    [present.id],
  )
}

/**
 * Makes an installation a demonstration or production at its first start, for good.
 *
 * @throws `MADE_FOR_DEMO`, `MADE_FOR_PRODUCTION` when it is the other.
 */
export async function claimMode(owner: Owner, mode: 'demo' | 'production'): Promise<void> {
  const { rows } = await owner.query<{ mode: string }>(
    'update gestand.installation set mode = coalesce(mode, $1) returning mode',
    [mode],
  )
  const claimed = rows[0]?.mode
  if (claimed === 'demo' && mode !== 'demo') throw new AppError('MADE_FOR_DEMO')
  if (claimed === 'production' && mode === 'demo') throw new AppError('MADE_FOR_PRODUCTION')
}

interface InstallationRow {
  readonly master: string
  readonly next_master: string | null
  readonly mode: string | null
}

async function findInstallation(owner: Owner): Promise<InstallationRow | undefined> {
  const { rows: made } = await owner.query<{ made: boolean }>(
    `select to_regclass('gestand.installation') is not null as made`,
  )
  if (!made[0]?.made) return undefined
  const { rows } = await owner.query<InstallationRow>(
    'select master, next_master, mode from gestand.installation',
  )
  return rows[0]
}
