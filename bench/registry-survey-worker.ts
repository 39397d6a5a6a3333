/** One process that asks people for the surveys that are on their way, and mails them. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Delivery } from '#jobs/delivery.ts'
import { startPolling } from '#jobs/polling.ts'
import { createSmtp } from '#jobs/smtp.ts'
import { mailSurveys } from '#modules/registry/index.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { MasterKey } from '#store/master-key.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import { REGISTER } from './register.ts'

/** What the process that measures tells this one; the master key in base 64. */
export interface AskedToMail {
  readonly url: string
  readonly keysUrl: string
  readonly master: string
  readonly smtpUrl: string
}

/** The worker looks less often; here what it does is measured and not how long it waits. */
const LOOK_MS = 20
/** So often that there is always mail to send. */
const ASK_MS = 1_000
/** As many as the worker has for everything. */
const CONNECTIONS = 3

// The process that measures gives exactly this.
const { url, keysUrl, master, smtpUrl } = JSON.parse(process.env['BENCH'] ?? '') as AskedToMail
const installation: Installation = {
  url,
  keysUrl,
  master: new MasterKey(Buffer.from(master, 'base64')),
}
const pool = createPool({
  url: loginUrl(installation, LOGINS.worker),
  max: CONNECTIONS,
  name: 'worker',
})
const platform = new Platform(pool)
const delivery = new Delivery({
  platform,
  master: installation.master,
  address: new URL('https://register.example.org'),
  transport: createSmtp(smtpUrl, 'Register <post@example.org>'),
})
startPolling((signal) => delivery.deliver(signal), { everyMs: LOOK_MS })
for (;;) {
  const asked = await mailSurveys(platform, installation.master, {
    id: REGISTER,
    title: 'Register',
  })
  if (asked === 0) await sleep(ASK_MS)
}
