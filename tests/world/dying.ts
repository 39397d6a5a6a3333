import { execFile } from 'node:child_process'
import { expect, onTestFinished } from 'vitest'
import { WORLD_KEY } from './master.ts'
import type { World } from './world.ts'

const START_MS = 20_000

interface Death {
  /** Of which a row is written when it happens. */
  readonly table: string
  /** Of which `new`, as SQL. */
  readonly when: string
  /** Finds an `installation` and the values that it is given. */
  readonly script: string
  readonly given?: Readonly<Record<string, unknown>>
}

/**
 * Runs a script in a process of its own, and kills that in the middle of a transaction: as it
 * updates a certain row. What the process did before is there, and nothing of this transaction.
 */
export async function killAtUpdate(
  there: World,
  { table, when, script, given = {} }: Death,
): Promise<void> {
  const { owner, installation } = there
  await owner.query(`
    create function stall() returns trigger language plpgsql as $$
      begin perform pg_sleep(60); return new; end $$;
    create trigger stall before update on ${table} for each row when (${when})
      execute function stall()`)
  const { url, keysUrl } = installation
  const values = { ...given, url, keysUrl, key: WORLD_KEY.toString('base64') }
  const head = `import { MasterKey } from '#store/master-key.ts'
    const given = ${JSON.stringify(values)}
    const master = new MasterKey(Buffer.from(given.key, 'base64'))
    const installation = { url: given.url, keysUrl: given.keysUrl, master }`
  const child = execFile(process.execPath, ['--input-type=module', '-e', `${head}\n${script}`])
  onTestFinished(() => void child.kill('SIGKILL'))
  let told = ''
  child.stderr?.on('data', (text: string) => (told += text))
  const gone = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const waiting = `from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`
  const sleeps = async (): Promise<boolean> => {
    expect(child.exitCode, told).toBeNull()
    return (await owner.query(`select ${waiting}`)).rows.length > 0
  }
  await expect.poll(sleeps, { timeout: START_MS }).toBe(true)
  child.kill('SIGKILL')
  expect(await gone).toBe('SIGKILL')
  // The server would notice when it answers.
  await owner.query(`select pg_cancel_backend(pid) ${waiting}`)
  await owner.query('drop function stall cascade')
}
