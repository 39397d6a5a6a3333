import { remindOfConsents } from '#duties/consent/reminding.ts'
import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import type { MasterKey } from '#store/master-key.ts'
import { organisations, type Platform } from '#store/platform.ts'
import type { Pool } from '#store/pool.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly master: MasterKey
  readonly platform: Platform
  readonly pool: Pool
  readonly tell: (line: string) => void
}

/** Every morning: people hear that a consent of theirs ends soon. */
export function consentJob({ master, platform, pool, tell }: Parts): ScheduledJob {
  const outbox = new Outbox(master)
  return {
    name: 'consents',
    cron: '30 7 * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const titles = new Map(rows.map(({ id, label }) => [id, label]))
      const remind = async (id: string) => {
        await remindOfConsents(pool, outbox, { id, title: titles.get(id) ?? id })
      }
      await forEach([...titles.keys()], remind, (line) => tell(`consents ${line}`))
    },
  }
}
