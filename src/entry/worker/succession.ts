import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import { carryOutSuccession } from '#modules/practice/index.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly installation: Installation
  readonly platform: Platform
  readonly tell: (line: string) => void
}

/** Every hour: tells clients of a practice that ends, and carries out what they chose. */
export function successionJob({ installation, platform, tell }: Parts): ScheduledJob {
  return {
    name: 'succession',
    cron: '25 * * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const labels = new Map(rows.map(({ id, label }) => [id, label]))
      const outbox = new Outbox(installation.master)
      await forEach(
        [...labels.keys()],
        async (id) =>
          void (await carryOutSuccession(
            { platform, outbox },
            { id, label: labels.get(id) ?? id },
          )),
        (line) => tell(`succession ${line}`),
      )
    },
  }
}
