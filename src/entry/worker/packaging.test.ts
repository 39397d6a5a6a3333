import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { askOrder, findOrder, type Making } from '#duties/package/order.ts'
import { SUBJECT_ACCESS } from '#duties/package/reading.ts'
import { WORLD_KEY } from '#world/master.ts'
import { platformOf } from '#world/platform.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import { anotherOwner } from '#world/worker.ts'
import { createPackageMaker } from '#modules/packaging.ts'

async function ordering() {
  const here = await bureau()
  const { there, client, dossierId } = here
  const { master } = there.installation
  const maker = createPackageMaker(there, { platform: platformOf(there, 'worker'), master })
  const { rows } = await there.owner.query<{ reference: string; personId: string }>(
    'select reference, person_id as "personId" from dossiers',
  )
  const dossiers = rows.map((row) => ({ id: dossierId, kind: 're-integration', ...row }))
  const [id, session, at] = [randomUUID(), client.session, new Date()]
  const asked = { kind: 'access', language: 'nl', session, at, dossiers } as const
  const query = askOrder({ id, what: 'own' }, asked, maker.seal(id, asked))
  await there.store.change(client.for(SUBJECT_ACCESS), (tx) => tx.run(query))
  return { here, id, maker }
}

async function look({ there, client }: Bureau): Promise<Making | undefined> {
  const reads = { making: findOrder('own') }
  return (await there.store.list(client.for(SUBJECT_ACCESS), 'package', reads)).making[0]
}

/** Makes packages in a process of its own, which waits for a lock in the middle and dies. */
async function killWhileMaking({ there }: Bureau): Promise<void> {
  const { url, keysUrl } = there.installation
  const blocker = await anotherOwner(there)
  await blocker.query('begin; lock table summaries in access exclusive mode')
  const script = `
    import { startPackaging } from '#entry/worker/packaging.ts'
    import { connectStore } from '#store/connect.ts'
    import { MasterKey } from '#store/master-key.ts'
    const master = new MasterKey(Buffer.from('${WORLD_KEY.toString('base64')}', 'base64'))
    const installation = { ...${JSON.stringify({ url, keysUrl })}, master }
    startPackaging(installation, connectStore(installation))`
  const child = execFile(process.execPath, ['--input-type=module', '-e', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const waiting = `select from pg_locks where relation = 'summaries'::regclass and not granted`
  await expect
    .poll(async () => (await there.owner.query(waiting)).rowCount, { timeout: 15_000 })
    .toBe(1)
  child.kill('SIGKILL')
  await gone
  await blocker.query('rollback')
}

test('killed while it makes a package, another process makes it; not while the first is heard of', async () => {
  const { here, id, maker } = await ordering()
  const { there } = here
  await killWhileMaking(here)
  expect(await look(here)).toMatchObject({ state: 'making', parts: 0 })
  await maker.takeUp(there.organisation)
  await maker.made(id)
  expect((await look(here))?.state).toBe('making')
  await there.owner.query(`update package_orders set told_at = now() - interval '31 seconds'`)
  await maker.takeUp(there.organisation)
  await maker.made(id)
  expect(await look(here)).toMatchObject({ id, state: 'ready', failure: null })
  const { rows } = await there.owner.query('select tries, sealed from package_orders')
  expect(rows).toEqual([{ tries: 2, sealed: null }])
})

test('what stops three processes is given up, and nothing of who ordered it stays', async () => {
  const { here, id, maker } = await ordering()
  const { owner, organisation } = here.there
  await owner.query(
    `update package_orders set state = 'making', tries = 3, told_at = now() - interval '31 seconds'`,
  )
  await maker.takeUp(organisation)
  expect(await look(here)).toMatchObject({ id, state: 'failed', failure: 'PACKAGE_STOPPED' })
  expect((await owner.query('select sealed from package_orders')).rows).toEqual([{ sealed: null }])
})

test('whoever signed out cannot fetch, and what nobody fetched is gone in time', async () => {
  const { here, id, maker } = await ordering()
  const { owner, organisation } = here.there
  await maker.takeUp(organisation)
  await maker.made(id)
  await owner.query(`update package_orders set until = now() - interval '1 second'`)
  expect(await look(here)).toBeUndefined()
  await maker.takeUp(organisation)
  expect((await owner.query('select from package_orders')).rowCount).toBe(0)
  await owner.query('update gestand.sessions set ended_at = now()')
  await expect(look(here)).rejects.toMatchObject({ code: 'SIGNED_OUT' })
})
