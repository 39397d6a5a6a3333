import { PgBoss } from 'pg-boss'
import { AppError } from '#kernel/error.ts'

/** Something that is done again and again. */
export interface ScheduledJob {
  /** Letters, digits and hyphens. */
  readonly name: string
  /** When, in cron's five fields and Dutch time: "15 3 * * *" is every day at 03:15. */
  readonly cron: string
  /** Does it. When it throws it is tried again after a minute, twice. */
  readonly run: () => Promise<void>
}

export interface JobsOptions {
  /** Signed in as the worker. */
  readonly url: string
  readonly jobs: readonly ScheduledJob[]
  /** Told when a job fails or the queue cannot be reached; by default nobody is. */
  readonly onError?: (error: unknown, job?: string) => void
  /** How long stopping waits for jobs that are being done; half a minute when left out. */
  readonly stopMs?: number
  /** How soon a job that is due is noticed; 30 seconds unless a test cannot wait. */
  readonly noticeSeconds?: number
}

export interface RunningJobs {
  /** Does a job as soon as may be, beside its schedule; when it waits already, once. */
  readonly runSoon: (name: string) => Promise<void>
  /** Waits for jobs that are being done, but not for ever, and stops. */
  readonly stop: () => Promise<void>
}

const SCHEMA = 'gestand_jobs'
const TIME_ZONE = 'Europe/Amsterdam'
const CONNECTIONS = 3
const EXPIRE_SECONDS = 60 * 60
const RETRIES = 2
const RETRY_SECONDS = 60
const STOP_MS = 30_000
const NOTICE_SECONDS = 30
const POLL_SECONDS = 2

/**
 * Does jobs on a schedule. However many processes do so, a job that is due is done once, and never
 * twice at the same time. A job whose time came while no process ran is done once at the next
 * start.
 *
 * @throws `JOB_UNKNOWN` from `runSoon` for a name that is not among the jobs.
 */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { url, jobs, onError = () => undefined } = options
  const { noticeSeconds = NOTICE_SECONDS, stopMs = STOP_MS } = options
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'gestand jobs',
    schema: SCHEMA,
    createSchema: false,
    max: CONNECTIONS,
    cronMonitorIntervalSeconds: noticeSeconds,
    cronWorkerIntervalSeconds: Math.min(noticeSeconds, POLL_SECONDS),
  })
  boss.on('error', (error) => onError(error))
  await boss.start()
  await forgetOthers(boss, jobs)
  for (const job of jobs) await start(boss, job, onError)
  return {
    runSoon: async (name) => {
      if (!jobs.some((job) => job.name === name)) throw new AppError('JOB_UNKNOWN')
      await boss.send(name)
    },
    stop: () => boss.stop({ graceful: true, timeout: stopMs }),
  }
}

async function start(
  boss: PgBoss,
  { name, cron, run }: ScheduledJob,
  onError: (error: unknown, job?: string) => void,
): Promise<void> {
  // At most one of a name waits and one is being done, in all processes together.
  const policy = {
    policy: 'stately',
    expireInSeconds: EXPIRE_SECONDS,
    retryLimit: RETRIES,
    retryDelay: RETRY_SECONDS,
  }
  await boss.createQueue(name, policy)
  await boss.schedule(name, cron, null, { tz: TIME_ZONE, missed: 'once' })
  await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
    try {
      await run()
    } catch (error) {
      onError(error, name)
      throw error
    }
  })
}

/** Takes jobs of an earlier version off the schedule. */
async function forgetOthers(boss: PgBoss, jobs: readonly ScheduledJob[]): Promise<void> {
  const names = new Set(jobs.map(({ name }) => name))
  for (const { name, key } of await boss.getSchedules()) {
    if (!names.has(name)) await boss.unschedule(name, key)
  }
}
