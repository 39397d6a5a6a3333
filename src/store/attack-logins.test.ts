// The other logins, and a thief of one of the databases: none of them reads what is in a dossier.
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { Attacker, OPEN, SCHEMA, scene } from '#world/attacker.ts'
import { DossierKeys } from './dossier-keys.ts'
import { LOGINS, loginUrl } from './install.ts'
import { MasterKey } from './master-key.ts'
import { Opening } from './opened-dossier.ts'
import { dropOwnSettings } from './own-settings.ts'
import { asOwner, urlFor } from './owner.ts'
import { createPool } from './pool.ts'
import { newKey, seal } from './sealing.ts'

const REFUSED = '42501'

async function columnsOf(
  owner: pg.Client,
  tag: string,
): Promise<{ name: string; column: string }[]> {
  const { rows } = await owner.query<{ name: string; column: string }>(
    `select c.relname as name, a.attname as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       and col_description(c.oid, a.attnum) ~ $2`,
    [SCHEMA, tag],
  )
  return rows
}

test.each(['accounts', 'worker'] as const)(
  'the login of the %s reads no table of an organisation, enters nothing and takes no activity',
  async (login) => {
    const { there, coach, dossierId } = await scene()
    const eve = new Attacker(await there.attack(login))
    for (const { name, column } of await columnsOf(there.owner, '@category')) {
      const read = `select ${column} from ${SCHEMA}.${name}`
      expect(await eve.attempt(read), read).toBe(REFUSED)
    }
    const { rows: roles } = await there.owner.query<{ role: string }>('select role from activities')
    expect(roles.length).toBeGreaterThan(5)
    for (const { role } of roles) expect(await eve.attempt(`set role ${role}`), role).toBe(REFUSED)
    const wanted = [[coach.session], ['coaching'], [dossierId]]
    expect(await eve.attempt(OPEN, wanted)).toBe(REFUSED)
    const enter = `select ${SCHEMA}.enter($1, 'coaching')`
    expect(await eve.attempt(enter, [coach.session])).toBe(REFUSED)
    await eve.client.query(`set gestand.session = '${coach.session.toString('hex')}'`)
    for (const ask of ['actor()', `reached('coaching')`, `opened('coaching')`]) {
      expect(await eve.attempt(`select ${SCHEMA}.${ask}`), ask).toBe(REFUSED)
    }
  },
)

test('the role of the checks reads ids and moments, and no column with a category but the ledger', async () => {
  const { there } = await scene()
  const eve = new Attacker(await there.attack('worker'))
  await eve.client.query(`set role ${SCHEMA}__proof; set search_path to ${SCHEMA}`)
  expect(await eve.attempt('select id from dossiers')).toBe(1)
  const columns = await columnsOf(there.owner, '@category')
  const readable: string[] = []
  for (const { name, column } of columns) {
    const read = await eve.attempt(`select ${column} from ${name}`)
    if (read !== REFUSED) readable.push(name)
  }
  expect(columns.length).toBeGreaterThan(60)
  expect([...new Set(readable)].toSorted()).toEqual(['findings', 'ledger'])
  for (const statement of ['delete from notes', 'update dossiers set restricted_at = now()']) {
    expect(await eve.attempt(statement)).toBe(REFUSED)
  }
})

test('what a login sets for itself lasts until the next start', async () => {
  const { there } = await scene()
  const eve = await there.attack()
  const { rows } = await eve.query<{ name: string }>('select current_database() as name')
  const own = `alter role gestand_app in database ${rows[0]?.name} set`
  await eve.query(`${own} search_path = pg_temp; ${own} lock_timeout = '1ms'`)
  const settings = async (): Promise<unknown> => {
    const next = await there.attack()
    const shown = await next.query(
      `select current_setting('search_path') as path, current_setting('lock_timeout') as waits`,
    )
    return shown.rows[0]
  }
  expect(await settings()).toEqual({ path: 'pg_temp', waits: '1ms' })
  await dropOwnSettings(there.owner, [LOGINS.app])
  expect(await settings()).toEqual({ path: '"$user", public', waits: '0' })
})

test('each login reaches its own database only', async () => {
  const { there } = await scene()
  const knock = async (login: keyof typeof LOGINS, url: string): Promise<string> => {
    const own = new URL(loginUrl(there.installation, LOGINS[login]))
    const client = new pg.Client({
      connectionString: urlFor(url, { user: own.username, password: own.password }),
    })
    onTestFinished(() => client.end())
    return client.connect().then(
      () => 'in',
      (error: unknown) => (error as { code: string }).code, // from the driver
    )
  }
  const { url, keysUrl } = there.installation
  for (const login of ['app', 'accounts', 'worker'] as const) {
    expect(await knock(login, url)).toBe('in')
    expect(await knock(login, keysUrl)).toBe(REFUSED)
  }
  expect(await knock('keys', keysUrl)).toBe('in')
  expect(await knock('keys', url)).toBe(REFUSED)
})

test('the keys alone open nothing: they are wrapped by a master key that is in no database', async () => {
  const { there, dossierId } = await scene()
  const url = loginUrl(there.installation, LOGINS.keys)
  const pool = createPool({ url, max: 1, name: 'thief' })
  onTestFinished(() => pool.end())
  const thief = new DossierKeys(pool, new MasterKey(Buffer.alloc(32, 'guess')))
  const reading = thief.read(there.organisation, dossierId)
  await expect(reading).rejects.toMatchObject({ code: 'UNREADABLE' })
  const owned = new DossierKeys(pool, there.installation.master)
  expect(await owned.read(there.organisation, dossierId)).toHaveLength(32)
})

test('a key that is moved to another dossier, or to another organisation, opens nothing', async () => {
  const { there, dossierId } = await scene()
  const other = '00000000-0000-4000-8000-000000000001'
  await asOwner(there.installation.keysUrl, async (owner) => {
    for (const [organisation, id] of [
      [there.organisation, other],
      ['another', dossierId],
    ]) {
      await owner.query(
        `insert into keys.dossier_keys select $1, $2, wrapped, master from keys.dossier_keys
         where organisation = $3 and dossier_id = $4 on conflict do nothing`,
        [organisation, id, there.organisation, dossierId],
      )
    }
  })
  const moved = there.keys.read(there.organisation, other)
  await expect(moved).rejects.toMatchObject({ code: 'UNREADABLE' })
  const abroad = there.keys.read('another', dossierId)
  await expect(abroad).rejects.toMatchObject({ code: 'UNREADABLE' })
})

test('cas-03: the data alone tell nothing that was sealed', async () => {
  const { there } = await scene()
  const sealed = await columnsOf(there.owner, '@sealed')
  expect(sealed.length).toBeGreaterThan(8)
  const { rows: notes } = await there.owner.query<{ body: Buffer }>('select body from notes')
  expect(notes).toHaveLength(2)
  for (const { body } of notes) expect(body.includes('Over')).toBe(false)
  const { rows: types } = await there.owner.query(
    `select distinct data_type from information_schema.columns
     where table_schema = $1 and (table_name, column_name) in (
       select * from unnest($2::text[], $3::text[]))`,
    [SCHEMA, sealed.map(({ name }) => name), sealed.map(({ column }) => column)],
  )
  expect(types).toEqual([{ data_type: 'bytea' }])
})

test('cas-03: a sealed value is readable in its own place only', () => {
  const [key, otherKey] = [newKey(), newKey()]
  const place = new Opening('one', 'a', key)
  const value = place.seal('notes.body', 'geheim')
  expect(place.unseal('notes.body', value)).toBe('geheim')
  const elsewhere: [Opening, string][] = [
    [new Opening('one', 'a', otherKey), 'notes.body'],
    [new Opening('one', 'b', key), 'notes.body'],
    [new Opening('two', 'a', key), 'notes.body'],
    [place, 'summaries.body'],
  ]
  for (const [opening, column] of elsewhere) {
    expect(() => opening.unseal(column, value)).toThrow('UNREADABLE')
  }
  expect(seal(key, 'x', 'geheim')).not.toEqual(seal(key, 'x', 'geheim'))
})
