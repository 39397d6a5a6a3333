import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type World, world } from '#world/world.ts'
import { LOGINS, loginUrl } from '#store/install.ts'
import { type RunningJobs, type ScheduledJob, startJobs } from './schedule.ts'

const NEVER = '0 0 29 2 *'

async function start(
  { installation }: World,
  jobs: readonly ScheduledJob[],
  onError?: (error: unknown, job?: string) => void,
): Promise<RunningJobs> {
  const url = loginUrl(installation, LOGINS.worker)
  const running = await startJobs({ url, jobs, noticeSeconds: 1, ...(onError && { onError }) })
  onTestFinished(() => running.stop())
  return running
}

async function readSchedules({ owner }: World): Promise<unknown> {
  const { rows } = await owner.query(
    'select name, cron, timezone from gestand_jobs.schedule order by name',
  )
  return rows
}

test('the worker keeps its queue in a schema of its own, and jobs in Dutch time', async () => {
  const there = await world()
  await start(there, [{ name: 'checks', cron: '15 3 * * *', run: async () => undefined }])
  expect(await readSchedules(there)).toEqual([
    { name: 'checks', cron: '15 3 * * *', timezone: 'Europe/Amsterdam' },
  ])
  const { rows } = await there.owner.query(
    `select distinct tableowner from pg_tables where schemaname = 'gestand_jobs'`,
  )
  expect(rows).toEqual([{ tableowner: LOGINS.worker }])
  const attacker = await there.attack('app')
  const read = attacker.query('select * from gestand_jobs.schedule')
  await expect(read).rejects.toThrow('permission denied')
})

test('a job runs when it is due', { timeout: 90_000 }, async () => {
  const there = await world()
  let times = 0
  const run = async (): Promise<void> => {
    times += 1
  }
  await start(there, [{ name: 'minutely', cron: '* * * * *', run }])
  await expect.poll(() => times, { timeout: 75_000, interval: 500 }).toBeGreaterThan(0)
})

test('a job runs once in all processes, and never twice at the same time', async () => {
  const there = await world()
  const seen = { now: 0, most: 0, times: 0 }
  const run = async (): Promise<void> => {
    seen.now += 1
    seen.most = Math.max(seen.most, seen.now)
    await sleep(300)
    seen.now -= 1
    seen.times += 1
  }
  const jobs = [{ name: 'checks', cron: NEVER, run }]
  const [one, two] = [await start(there, jobs), await start(there, jobs)]
  await Promise.all([one, two, one, two].map((running) => running.runSoon('checks')))
  await expect.poll(() => seen.times, { timeout: 10_000 }).toBeGreaterThan(0)
  await sleep(3_000)
  expect(seen.most).toBe(1)
  expect(seen.times).toBeLessThanOrEqual(2)
})

test('a job that fails is told and does not stop the others', async () => {
  const there = await world()
  const told: string[] = []
  let done = false
  const fail = async (): Promise<void> => {
    throw new Error('not today')
  }
  const succeed = async (): Promise<void> => {
    done = true
  }
  const jobs = [
    { name: 'failing', cron: NEVER, run: fail },
    { name: 'working', cron: NEVER, run: succeed },
  ]
  const running = await start(there, jobs, (error, job) => told.push(`${job}: ${String(error)}`))
  await running.runSoon('failing')
  await running.runSoon('working')
  await expect.poll(() => done, { timeout: 10_000 }).toBe(true)
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['failing: Error: not today'])
})

test('stopping waits for the job that is being done', async () => {
  const there = await world()
  const steps: string[] = []
  const run = async (): Promise<void> => {
    steps.push('begun')
    await sleep(1_000)
    steps.push('done')
  }
  const running = await start(there, [{ name: 'checks', cron: NEVER, run }])
  await running.runSoon('checks')
  await expect.poll(() => steps, { timeout: 10_000 }).toEqual(['begun'])
  await running.stop()
  expect(steps).toEqual(['begun', 'done'])
})

test('a job of an earlier version is off the schedule at the next start', async () => {
  const there = await world()
  const run = async (): Promise<void> => undefined
  const before = await start(there, [{ name: 'old', cron: NEVER, run }])
  await before.stop()
  await start(there, [{ name: 'new', cron: NEVER, run }])
  expect(await readSchedules(there)).toMatchObject([{ name: 'new' }])
})

test('a job that nobody knows is not run', async () => {
  const running = await start(await world(), [])
  await expect(running.runSoon('checks')).rejects.toMatchObject({ code: 'JOB_UNKNOWN' })
})

test('a job whose time came while nothing ran is done once at the next start', async () => {
  const there = await world()
  let times = 0
  const run = async (): Promise<void> => {
    times += 1
  }
  const hour = (new Date().getHours() + 23) % 24
  const jobs = [{ name: 'daily', cron: `0 ${hour} * * *`, run }]
  const before = await start(there, jobs)
  await expect
    .poll(async () => (await there.owner.query(PASSED)).rowCount, { timeout: 10_000 })
    .toBe(1)
  await before.stop()
  expect(times).toBe(0)
  await there.owner.query(`update gestand_jobs.version set cron_on = now() - interval '3 days'`)
  await there.owner.query(`update gestand_jobs.schedule set created_on = now() - interval '9 days'`)
  await start(there, jobs)
  await expect.poll(() => times, { timeout: 15_000 }).toBe(1)
})

const PASSED = 'select from gestand_jobs.version where cron_on is not null'
