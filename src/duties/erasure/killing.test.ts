import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { erasingOf, grantErasure, MARKER, markedBureau } from '#world/erasing.ts'
import { WORLD_KEY } from '#world/master.ts'
import { anotherOwner } from '#world/worker.ts'
import type { World } from '#world/world.ts'
import { runErasures, STEPS } from './erasing.ts'

/** Runs erasures in a process of their own, which kills itself after a step. */
function dying({ installation, organisation }: World, step: string) {
  const script = `
    import { connectErasing } from '#duties/erasure/erasing-parts.ts'
    import { runErasures } from '#duties/erasure/erasing.ts'
    import { LOGINS, loginUrl } from '#store/install.ts'
    import { MasterKey } from '#store/master-key.ts'
    import { createPool } from '#store/pool.ts'
    const { url, keysUrl, key, organisation, step } = ${JSON.stringify({
      url: installation.url,
      keysUrl: installation.keysUrl,
      key: WORLD_KEY.toString('base64'),
      organisation,
      step,
    })}
    const installation = { url, keysUrl, master: new MasterKey(Buffer.from(key, 'base64')) }
    const pool = createPool({ url: loginUrl(installation, LOGINS.worker), max: 2, name: 'worker' })
    const after = (done) => { if (done === step) process.kill(process.pid, 'SIGKILL') }
    await runErasures({ ...connectErasing(installation, pool).erasing, after }, organisation)`
  const child = execFile(process.execPath, ['--input-type=module', '-e', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = new Promise((resolve) => {
    child.once('exit', (_, signal) => resolve(signal))
  })
  return { child, gone }
}

/** Kills it while it waits for a lock in the middle of the deletes. */
async function killWhileDeleting(there: World, table: string): Promise<unknown> {
  const blocker = await anotherOwner(there)
  await blocker.query(`begin; lock table ${table} in access exclusive mode`)
  const { child, gone } = dying(there, 'none')
  const waiting = `select from pg_locks where relation = $1::regclass and not granted`
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await there.owner.query(waiting, [table])).rows.length > 0) break
    await sleep(25)
  }
  child.kill('SIGKILL')
  const signal = await gone
  await blocker.query('rollback')
  return signal
}

test.each([...STEPS, 'the deletes began'] as const)(
  'killed after %s, an erasure is finished by the next run, and nothing was told done before',
  async (step) => {
    const here = await markedBureau()
    const { there, dossierId } = here
    const { owner, organisation, register } = there
    await grantErasure(here)
    const midway = step === 'the deletes began'
    const signal = midway ? killWhileDeleting(there, 'notes') : dying(there, step).gone
    expect(await signal).toBe('SIGKILL')
    const { rows: told } = await owner.query<{ closed: boolean; there: boolean }>(
      `select o.closed_at is not null as closed,
         exists (select from dossiers d where d.id = o.dossier_id) as there from erasure_orders o`,
    )
    expect(told).toHaveLength(1)
    expect(told.filter((order) => order.closed && order.there)).toEqual([])
    const finish = async () => {
      await runErasures(erasingOf(there), organisation)
      const { rows } = await owner.query<{ id: string }>(
        'select id from erasure_orders where closed_at is not null',
      )
      return rows[0]?.id
    }
    // The server notices that the client is gone only when it answers.
    await expect.poll(finish, { timeout: 10_000 }).toBeDefined()
    const id = (await finish()) ?? ''
    const [entry] = await register.find(organisation, [id])
    expect(entry).toMatchObject({ dossierId, cause: 'request', part: 'dossier' })
    expect(entry?.closedAt).toBeInstanceOf(Date)
    expect(await register.listTraces([id])).toEqual([])
    const { rows: places } = await owner.query(
      'select place from reread_words(array[$1], array[]::uuid[])',
      [`%${MARKER}%`],
    )
    expect(places).toEqual([])
    const { rows: mails } = await owner.query(
      'select kind from gestand.mails where sent_at is null',
    )
    expect(mails).toEqual([{ kind: 'erasure-done' }])
  },
)
