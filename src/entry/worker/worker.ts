import { createAccounts, sweepAccounts } from '#accounts/index.ts'
import { expirePackages } from '#duties/package/expiry.ts'
import { forgetVisitors } from '#duties/page-visits/forgetting.ts'
import { recentProof } from '#duties/promises/proof.ts'
import type { Config } from '#entry/config.ts'
import { atMost } from '#entry/patience.ts'
import { Delivery } from '#jobs/delivery.ts'
import { startPolling } from '#jobs/polling.ts'
import { type RunningJobs, type ScheduledJob, startJobs } from '#jobs/schedule.ts'
import { addressIn, createSmtp } from '#jobs/smtp.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { Prover } from '#modules/prover.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { organisations, Platform } from '#store/platform.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { appointmentJob } from './appointments.ts'
import { type BackupWork, startBackups } from './backups.ts'
import { consentJob } from './consents.ts'
import { describeKind, forEach, type OrganisationWork } from './job.ts'
import { startErasing } from './erasing.ts'
import { MailFailures } from './mail-failures.ts'
import { startPublishing } from './publishing.ts'
import { startSettlements } from './settlements.ts'
import { startSurveys } from './surveys.ts'
import { reminderJob } from './reminders.ts'
import { requestJob } from './requests.ts'
import { successionJob } from './succession.ts'
import { tallyJob } from './tallies.ts'
import { termJob } from './terms.ts'
import { trayJob } from './tray.ts'

const CONNECTIONS = 3
const MAIL_EVERY_MS = 2_000
/** Of the ten seconds in which everything stops. */
const STOP_MS = 3_000

export interface Worker {
  readonly delivery: Delivery
  /** Runs the checks when somebody asks; never twice at once. */
  readonly prover: Prover
  /** Makes the backups that are due now, and not only when the hour strikes. */
  backUpSoon(): Promise<void>
  /** Waits a few seconds for what is being done; a second call waits for the first. */
  stop(): Promise<void>
}

/**
 * Starts what happens by itself: statements become true on their day, mail goes out, the ledger is
 * closed, promises are checked, accounts are swept.
 */
export async function startWorker(config: Config, installation: Installation): Promise<Worker> {
  const { master } = installation
  let stopping: Promise<void> | undefined
  // What breaks off because everything stops is no failure: the queue gives it out again.
  const tell = (line: string): void => {
    if (!stopping) process.stderr.write(`worker: ${line}\n`)
  }
  const pool = createPool({
    url: loginUrl(installation, LOGINS.worker),
    max: CONNECTIONS,
    name: 'worker',
  })
  const platform = new Platform(pool)
  const transport = config.smtpUrl ? createSmtp(config.smtpUrl, config.mailFrom) : undefined
  const mailFailures = new MailFailures()
  const delivery = new Delivery({
    platform,
    onFailure: mailFailures.add,
    master,
    address: new URL(config.publicUrl),
    sender: addressIn(config.mailFrom),
    ...(config.inbound && { inboundDomain: config.inbound.domain }),
    ...(transport && { transport }),
  })
  const erasing = startErasing({ platform, pool }, installation, tell)
  const prover = new Prover(pool, master, erasing.findKeys)
  const each = forAll(platform, tell)
  const backups = startBackups(config, { installation, pool, each, tell })
  const jobs = await startJobs({
    url: loginUrl(installation, LOGINS.worker),
    jobs: [
      ...listJobs({ prover, platform, installation, each, backups }),
      ...backups.jobs,
      ...erasing.jobs,
      requestJob({ master, platform, pool, tell }),
      termJob({ master, platform, pool, tell }),
      tallyJob({ platform, tell }),
      reminderJob({ installation, platform, tell }),
      trayJob({ installation, platform, tell }),
      appointmentJob({ installation, platform, tell }),
      consentJob({ master, platform, pool, tell }),
      successionJob({ installation, platform, tell }),
    ],
    onError: (error, job) => tell(`${job ?? 'queue'}: ${describeKind(error)}`),
    stopMs: STOP_MS,
  })
  const stopMail = startSending(delivery, mailFailures, tell)
  const stopPublishing = startPublishing(platform, installation, tell)
  const stopSurveys = startSurveys(platform, installation, tell)
  const stopSettlements = startSettlements(platform, installation, tell)
  await proveIfDue(platform, pool, jobs)
  const stop = async (): Promise<void> => {
    const streams = [stopMail(), stopPublishing(), stopSurveys(), stopSettlements()]
    await atMost(STOP_MS, Promise.all([jobs.stop(), ...streams, backups.stop(), erasing.stop()]))
    transport?.close()
    await atMost(STOP_MS, pool.end())
  }
  return {
    delivery,
    prover,
    backUpSoon: () => jobs.runSoon('backups'),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

interface JobParts {
  readonly prover: Prover
  readonly platform: Platform
  readonly installation: Installation
  readonly each: Each
  readonly backups: BackupWork
}

/** Does something for every organisation there is. */
type Each = (name: string, work: OrganisationWork) => () => Promise<void>

function forAll(platform: Platform, tell: (line: string) => void): Each {
  return (name, work) => async () => {
    const rows = await platform.run(organisations)
    const ids = rows.map(({ id }) => id)
    await forEach(ids, work, (line) => tell(`${name} ${line}`))
  }
}

/** What is done when, in Dutch time. */
function listJobs({ prover, platform, installation, each, backups }: JobParts): ScheduledJob[] {
  return [
    { name: 'promises', cron: '15 3 * * *', run: each('promises', (id) => prover.prove(id)) },
    {
      name: 'checkpoints',
      cron: '*/5 * * * *',
      run: each('checkpoints', backups.closeLedger),
    },
    {
      name: 'packages',
      cron: '20 * * * *',
      run: each('packages', (id) => expirePackages(platform, id)),
    },
    {
      name: 'page-visits',
      cron: '1 * * * *',
      run: each('page-visits', (id) => forgetVisitors(platform, id)),
    },
    { name: 'sweep', cron: '45 3 * * *', run: () => sweep(installation) },
  ]
}

/** Signs in for this only: the worker itself has no access to accounts. */
async function sweep(installation: Installation): Promise<void> {
  const url = loginUrl(installation, LOGINS.accounts)
  const platform = new Platform(createPool({ url, max: 1, name: 'sweep' }))
  try {
    await sweepAccounts(createAccounts({ platform, master: installation.master }))
  } finally {
    await platform.close()
  }
}

/** Checks promises soon after a start, unless that was done within a day. */
async function proveIfDue(platform: Platform, pool: Pool, jobs: RunningJobs): Promise<void> {
  for (const { id } of await platform.run(organisations)) {
    const proved = await inProof(pool, id, (tx) => tx.run(recentProof)).catch(() => [])
    if (proved.length === 0) return jobs.runSoon('promises')
  }
}

/** Hands over the mail that waits, every few seconds, and tells what could not be. */
function startSending(
  delivery: Delivery,
  failures: MailFailures,
  tell: (line: string) => void,
): () => Promise<void> {
  const send = async (signal: AbortSignal): Promise<void> => {
    await delivery.deliver(signal)
    failures.tellThem(tell)
  }
  return startPolling(send, {
    everyMs: MAIL_EVERY_MS,
    onError: (error) => tell(`mail: ${describeKind(error)}`),
  })
}
