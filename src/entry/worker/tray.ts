import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import { MailReceiver } from '#modules/practice/index.ts'
import { DossierKeys } from '#store/dossier-keys.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly installation: Installation
  readonly platform: Platform
  readonly tell: (line: string) => void
}

/** Every night: mail that nobody filed within its term is destroyed. */
export function trayJob({ installation, platform, tell }: Parts): ScheduledJob {
  return {
    name: 'tray',
    cron: '50 1 * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const url = loginUrl(installation, LOGINS.keys)
      const keys = createPool({ url, max: 1, name: 'tray' })
      try {
        const receiver = new MailReceiver(
          platform,
          new DossierKeys(keys, installation.master),
          new Outbox(installation.master),
        )
        const ids = rows.map(({ id }) => id)
        await forEach(
          ids,
          (id) => receiver.expire(id),
          (line) => tell(`tray ${line}`),
        )
      } finally {
        await keys.end()
      }
    },
  }
}
