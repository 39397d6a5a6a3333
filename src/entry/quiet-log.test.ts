import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Line } from '#duties/package/line.ts'
import { takeOver } from '#duties/package/takeover/takeover.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { DATA_LOGINS, install, loginUrl } from '#store/install.ts'
import type { Owner } from '#store/owner.ts'
import { written } from '#store/query.ts'
import { findLoudLogins } from '#store/quiet-log.ts'
import { asSuperuser, withMaster, worldOfOwner } from '#world/own-server.ts'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'

/** What somebody typed where it does not fit. Another in each process: the log is that of all. */
const TYPED = `Zeldzame-${process.pid}-van-Achternaam`

/** Ways in which PostgreSQL quotes what it cannot read, in its first message or below it. */
const MISFITS = [
  sql`select ${TYPED}::uuid`,
  sql`select ${TYPED}::date`,
  sql`select ${TYPED}::timestamptz`,
  sql`select ${TYPED}::integer`,
  sql`select ${TYPED}::boolean`,
  sql`select ${TYPED}::interval`,
  sql`select ${`{${TYPED}`}::text[]`,
  sql`select ${`{"name": ${TYPED}`}::jsonb`,
  sql`select ${`\\x${TYPED}`}::bytea`,
  sql`select ${TYPED}::regclass`,
  sql`select now() at time zone ${TYPED}`,
  sql`select set_config('datestyle', ${TYPED}, true)`,
]

/** Sends every misfit with the login of the application. */
async function misfit(there: World): Promise<void> {
  const officer = await there.account('Ruben Smit', ['officer'])
  for (const query of MISFITS) {
    const answer = there.store.list(officer.for('oversight'), 'misfit', { asked: written(query) })
    const came = await answer.then(() => 'answered').catch(() => 'refused')
    expect(came).toBe('refused')
  }
}

/** Types it at the doors of people: in addresses, in forms, and in a package that is taken over. */
async function typeAtDoors(there: World): Promise<void> {
  const coach = await there.account('Ilse Kramer', ['coach'])
  const at = (...functions: string[]) =>
    there.account('B. de Boer', functions).then((account) => new Browser(siteOf(there), account))
  const finance = await at('finance')
  const far = await finance.get(`/financien/facturen?q=${TYPED}&pagina=${'9'.repeat(22)}`)
  expect(far.status).toBe(200)
  const officer = await at('officer')
  expect((await officer.get(`/privacy/klachten/${TYPED}`)).status).toBe(404)
  const entered = { channel: TYPED, receivedOn: TYPED, language: TYPED, about: [TYPED] }
  expect((await officer.submit('/privacy/klachten/nieuw', entered)).status).toBe(422)
  const report = { what: TYPED, discoveredOn: TYPED }
  expect((await officer.submit('/incident', report)).status).toBe(422)
  const clients = [{ family_name: TYPED }]
  const profiles = [{ born_on: TYPED, city: TYPED }]
  const lines = new Map<string, Line[]>([
    ['clients', clients],
    ['profiles', profiles],
  ])
  const dossier = { reference: TYPED, kind: 're-integration', lines, files: [] }
  const made = { madeAt: '2026-11-02T10:00:00Z', kind: 'access', language: 'nl' } as const
  const about = { controller: TYPED, ...made }
  const catalogue = await readWholeCatalogue()
  const access = await there.store.access(there.organisation, 'intake')
  const [taken] = await takeOver(
    there.store,
    coach.for('intake'),
    { ...about, digest: Buffer.alloc(32), dossiers: [dossier] },
    { catalogue, access },
  )
  expect(taken?.tables).toMatchObject([
    { table: 'clients', taken: 1, refused: [] },
    { table: 'profiles', taken: 0, refused: ['INVALID'] },
  ])
}

/** The lines of the log of the server that quote what was typed. */
async function quotedIn(superuser: Owner): Promise<string[]> {
  const { rows } = await superuser.query<{ directory: string }>(
    `select current_setting('data_directory') as directory`,
  )
  const log = await readFile(join(dirname(rows[0]?.directory ?? ''), 'server.log'), 'utf8')
  return log.split('\n').filter((line) => line.includes(TYPED))
}

function loud({ installation }: World): Promise<string[]> {
  const logins = DATA_LOGINS.map((login) => loginUrl(installation, login))
  return findLoudLogins([installation.url, ...logins])
}

test('what somebody types where it does not fit is not in the log of our own server', async () => {
  const there = await world()
  expect(await loud(there)).toEqual([])
  await misfit(there)
  expect(await quotedIn(there.owner)).toEqual([])
})

test('a server of others quotes it, that is told, and it ends when the owner may set it', async () => {
  const there = await worldOfOwner({
    log_min_messages: 'warning',
    log_error_verbosity: 'default',
    log_min_error_statement: 'error',
    log_parameter_max_length: '-1',
  })
  expect(await loud(there)).toEqual(['owner', ...DATA_LOGINS])
  // What does not fit is found before it is sent, wherever people type.
  await typeAtDoors(there)
  expect(await asSuperuser(there, quotedIn)).toEqual([])
  await misfit(there)
  const lines = await asSuperuser(there, quotedIn)
  expect(lines.length).toBeGreaterThan(8)
  await asSuperuser(there, (superuser) =>
    superuser.query(
      `grant set on parameter log_min_messages, log_error_verbosity, log_parameter_max_length
       to owner`,
    ),
  )
  await install(there.installation)
  const after = await withMaster(there, there.installation.master)
  expect(await loud(after)).toEqual([])
  await misfit(after)
  expect(await asSuperuser(there, quotedIn)).toEqual(lines)
})
