import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MasterKey } from '#store/master-key.ts'
import { PROJECT } from '#kernel/project.ts'
import { compile, parseStatement } from '#statement/index.ts'
import { drift } from '#store/drift.ts'
import { install } from '#store/install.ts'
import { claimMode } from '#store/installed.ts'
import { asOwner } from '#store/owner.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { from } from '#store/query.ts'
import { emptyDirectory, ownServer, worldOfOwner } from '#world/own-server.ts'
import { startServer } from '#store/server.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { readWholeCatalogue } from './catalogue.ts'
import { provision, upgrade } from './provision.ts'

const FOLDER = join(PROJECT, 'statements/reintegration')

test('an owner who is no superuser makes an organisation in which a coach opens a dossier', async () => {
  const there = await worldOfOwner()
  const { rows } = await there.owner.query(
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
  const coach = await there.account('Ilse Kramer', ['coach'])
  const other = await there.account('Another', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  await there.store.changeDossier(coach.for('coaching'), dossierId, (tx) =>
    tx.run(
      from.insertInto('notes').values({
        dossier_id: dossierId,
        category: 'conversation-reports',
        body: tx.seal('notes.body', 'Wil graag weer aan het werk.'),
        source: 'client',
        channel: 'conversation',
      }),
    ),
  )
  const notes = from.selectFrom('notes').select(['id', 'body'])
  const { dossier, answers } = await there.store.open(coach.for('coaching'), dossierId, { notes })
  expect(answers.notes.map(({ body }) => dossier.unseal('notes.body', body))).toEqual([
    'Wil graag weer aan het werk.',
  ])
  const refused = there.store.open(other.for('coaching'), dossierId, { notes })
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
}, 40_000)

test('such an owner applies a statement again, and upgrades, without drift', async () => {
  const { installation, owner } = await worldOfOwner()
  const folder = await readStatementFolder(FOLDER)
  await asOwner(installation.url, (again) => provision(again, folder))
  await asOwner(installation.url, (again) => upgrade(again, 'reintegration'))
  await install(installation)
  const { statement } = parseStatement(folder)
  if (!statement) throw new Error('the example cannot be read')
  expect(await drift(owner, compile(statement, await readWholeCatalogue()))).toEqual([])
}, 40_000)

test('an owner who may make no roles is told so, before anything is made', async () => {
  const installation = { ...(await ownServer()), master: WORLD_MASTER }
  const weak = new URL(installation.url)
  await asOwner(new URL('/postgres', installation.url).href, async (owner) => {
    await owner.query(`create role weak login createdb password 'weak'`)
  })
  weak.username = weak.password = 'weak'
  const tried = install({ ...installation, url: weak.href })
  await expect(tried).rejects.toMatchObject({ code: 'OWNER_RIGHTS' })
  const { rows } = await asOwner(weak.href, (owner) =>
    owner.query(`select from pg_roles where rolname like 'gestand%'`),
  )
  expect(rows).toEqual([])
})

test('another master key opens nothing and changes nothing', async () => {
  const { installation } = await worldOfOwner()
  const other = { ...installation, master: new MasterKey(Buffer.alloc(32, 'other')) }
  await expect(install(other)).rejects.toMatchObject({ code: 'MASTER_KEY_CHANGED' })
  await expect(install(other, new MasterKey(Buffer.alloc(32, 'third')))).rejects.toMatchObject({
    code: 'OLDER_KEY_WRONG',
  })
  await install(installation)
})

test('a demonstration never becomes production, nor production a demonstration', async () => {
  const { installation } = await worldOfOwner()
  await asOwner(installation.url, async (owner) => {
    await claimMode(owner, 'demo')
    await claimMode(owner, 'demo')
    await expect(claimMode(owner, 'production')).rejects.toMatchObject({ code: 'MADE_FOR_DEMO' })
    await owner.query('update gestand.installation set mode = null')
    await claimMode(owner, 'production')
    await expect(claimMode(owner, 'demo')).rejects.toMatchObject({ code: 'MADE_FOR_PRODUCTION' })
  })
})

test('a server whose template is no UTF-8 gets databases that are', async () => {
  const server = await startServer({
    directory: await emptyDirectory(),
    settings: { fsync: 'off' },
  })
  try {
    const [url, keysUrl] = [server.url('gestand'), server.url('gestand_keys')]
    await asOwner(server.url(), (owner) =>
      owner.query(`create database ascii template template0 encoding 'SQL_ASCII' locale 'C'
        locale_provider libc`),
    )
    await install({ url, keysUrl, master: WORLD_MASTER })
    const wrong = install({ url: server.url('ascii'), keysUrl, master: WORLD_MASTER })
    await expect(wrong).rejects.toMatchObject({ code: 'DATABASE_NOT_UTF8' })
  } finally {
    await server.stop()
  }
})
