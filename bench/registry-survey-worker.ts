/** One process that asks people for the surveys that are on their way, as the worker does. */
import { setTimeout as sleep } from 'node:timers/promises'
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
}

const PAUSE_MS = 20

// The process that measures gives exactly this.
const { url, keysUrl, master } = JSON.parse(process.env['BENCH'] ?? '') as AskedToMail
const installation: Installation = {
  url,
  keysUrl,
  master: new MasterKey(Buffer.from(master, 'base64')),
}
const pool = createPool({ url: loginUrl(installation, LOGINS.worker), max: 2, name: 'worker' })
const platform = new Platform(pool)
for (;;) {
  const asked = await mailSurveys(platform, installation.master, {
    id: REGISTER,
    title: 'Register',
  })
  if (asked === 0) await sleep(PAUSE_MS)
}
