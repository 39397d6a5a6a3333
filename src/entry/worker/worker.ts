import type { Config } from '#entry/config.ts'
import { Delivery } from '#jobs/delivery.ts'
import { createSmtp } from '#jobs/smtp.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'

const CONNECTIONS = 3
const MAIL_EVERY_MS = 2_000

export interface Worker {
  readonly delivery: Delivery
  stop(): Promise<void>
}

/** Starts what happens by itself: mail goes out, the ledger is closed, promises are checked. */
export async function startWorker(config: Config, installation: Installation): Promise<Worker> {
  const url = loginUrl(installation, LOGINS.worker)
  const pool = createPool({ url, max: CONNECTIONS, name: 'worker' })
  const delivery = new Delivery({
    platform: new Platform(pool),
    master: installation.master,
    address: new URL(config.publicUrl),
    ...(config.smtpUrl && { transport: createSmtp(config.smtpUrl, config.mailFrom) }),
  })
  let delivering: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    delivering = delivering.then(() => delivery.deliver()).catch(() => undefined)
  }, MAIL_EVERY_MS)
  return {
    delivery,
    stop: async () => {
      clearInterval(timer)
      await delivering
      await pool.end()
    },
  }
}
