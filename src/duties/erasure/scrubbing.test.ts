import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { Delivery } from '#jobs/delivery.ts'
import { createSmtp } from '#jobs/smtp.ts'
import { asOwner } from '#store/owner.ts'
import { erasingOf, grantErasure, MARKER, markedBureau } from '#world/erasing.ts'
import { startMailServer } from '#world/mail.ts'
import { worldOfOwner } from '#world/own-server.ts'
import { platformOf } from '#world/platform.ts'
import type { Bureau } from '#world/practice.ts'
import type { World } from '#world/world.ts'
import { runErasures } from './erasing.ts'
import { scrub } from './scrubbing.ts'

interface Relation {
  readonly name: string
  readonly path: string
}

/** Every relation of a database that has a file: tables, indexes, TOAST, sequences. */
async function relationsOf(url: string): Promise<Relation[]> {
  return asOwner(url, async (owner) => {
    await owner.query('checkpoint')
    const { rows } = await owner.query<Relation>(
      `select c.oid::regclass::text as name,
         current_setting('data_directory') || '/' || pg_relation_filepath(c.oid) as path
       from pg_class c where pg_relation_filepath(c.oid) is not null`,
    )
    return rows
  })
}

/** Which relations have the marker in their bytes. */
async function markedRelations(url: string): Promise<string[]> {
  const found: string[] = []
  const directories = new Map<string, string[]>()
  for (const { name, path } of await relationsOf(url)) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (!directories.has(folder)) directories.set(folder, await readdir(folder))
    const base = path.slice(folder.length + 1)
    const files = directories.get(folder)?.filter((file) => fileOf(file) === base) ?? []
    for (const file of files) {
      const bytes = await readFile(join(folder, file)).catch(() => Buffer.alloc(0))
      if (bytes.includes(MARKER)) found.push(name)
    }
  }
  return [...new Set(found)].toSorted()
}

/** `16384`, of `16384`, `16384.1` and `16384_fsm`. */
function fileOf(file: string): string {
  return /^\d+/.exec(file)?.[0] ?? file
}

/** A file as itself, a folder as every file in it. */
async function filesOf(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const inside = await readdir(path, { recursive: true, withFileTypes: true })
  return inside.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
}

/**
 * Which files of the server have the marker in them: the log of changes and whatever lies beside
 * the tables included, and the log that people read. Other databases are of other tests, which
 * take them away meanwhile.
 */
async function markedFiles({ owner, installation }: World): Promise<string[]> {
  const { rows } = await owner.query<{ home: string; own: string[] }>(
    `select current_setting('data_directory') as home, array(select oid::text from pg_database
       where datname in (current_database(), $1)) as own`,
    [new URL(installation.keysUrl).pathname.slice(1)],
  )
  const { home = '', own = [] } = rows[0] ?? {}
  const shared = (await readdir(home)).filter((name) => name !== 'base')
  const ours = own.map((database) => join('base', database))
  const places = await Promise.all([...shared, ...ours].map((name) => filesOf(join(home, name))))
  const found: string[] = []
  for (const path of [...places.flat(), join(dirname(home), 'server.log')]) {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    if (bytes.includes(MARKER)) found.push(relative(home, path))
  }
  return found
}

async function sendMails(there: World, url: string): Promise<void> {
  const delivery = new Delivery({
    platform: platformOf(there, 'worker'),
    master: there.installation.master,
    address: new URL('https://gestand.example.org'),
    transport: createSmtp(url, 'bureau@example.org'),
  })
  await delivery.deliver()
}

/** A complaint of the client: its words are sealed, the address is not. */
async function complain({ there, client }: Bureau): Promise<void> {
  const id = randomUUID()
  const opening = await there.keys.make(there.organisation, id)
  const words = { name: MARKER, subject: MARKER, words: `Ik ben ${MARKER}.` }
  const { name, subject, words: said } = opening.sealEach('complaints', words)
  await there.owner.query(
    `insert into complaints (id, channel, account_id, email, name, subject, words)
     values ($1, 'mine', $2, $3, $4, $5, $6)`,
    [id, client.id, `${MARKER}@example.org`, name, subject, said],
  )
}

test('no byte of who was erased is left in any file of the server: tables, indexes, TOAST, logs', async () => {
  const here = await markedBureau()
  const { there } = here
  const { url, keysUrl } = there.installation
  const mailServer = await startMailServer()
  await complain(here)
  await grantErasure(here)
  // What the server tells of an error has no place for whom it was about.
  const twice = there.owner.query(
    'insert into gestand.accounts (id, email, name) select gen_random_uuid(), email, name from gestand.accounts',
  )
  await expect(twice).rejects.toThrow('duplicate key')
  expect(await markedFiles(there)).toContainEqual(expect.stringMatching(/^pg_wal\//))
  expect(await markedRelations(url)).toEqual(
    expect.arrayContaining(['org_reintegration.clients', 'org_reintegration.clients_name']),
  )
  await runErasures(erasingOf(there), there.organisation)
  await sendMails(there, mailServer.url)
  expect(mailServer.received.map(({ subject }) => subject)).toEqual([
    'Uw dossier is verwijderd (Bureau De Brug)',
  ])
  // Deleting alone leaves bytes behind, and so does an ordinary vacuum.
  await there.owner.query('vacuum')
  expect((await markedRelations(url)).length).toBeGreaterThan(0)
  expect(await scrub(there.installation)).toEqual({ erasures: 1, busy: [] })
  expect(await markedRelations(url)).toEqual([])
  expect(await markedRelations(keysUrl)).toEqual([])
  expect(await markedFiles(there)).toEqual([])
})

test('a table in use is left for the next night, and the erasure is not told to be wiped', async () => {
  const here = await markedBureau()
  const { there } = here
  await grantErasure(here)
  await runErasures(erasingOf(there), there.organisation)
  await there.owner.query('begin; lock table clients in access share mode')
  const { erasures, busy } = await scrub(there.installation)
  await there.owner.query('commit')
  expect(erasures).toBe(0)
  expect(busy).toEqual([expect.stringContaining('clients')])
  expect(await scrub(there.installation)).toMatchObject({ erasures: 1, busy: [] })
})

test('an owner who is no superuser wipes as well', async () => {
  const there = await worldOfOwner()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await asOwner(there.installation.url, async (owner) => {
    await owner.query('set role gestand_owner')
    const schema = `org_${there.organisation}`
    await owner.query(`select ${schema}.order_erasure($1, 'dossier', 'request')`, [dossierId])
  })
  await runErasures(erasingOf(there), there.organisation)
  expect(await scrub(there.installation)).toEqual({ erasures: 1, busy: [] })
})
