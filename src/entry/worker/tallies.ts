import type { ScheduledJob } from '#jobs/schedule.ts'
import { makeTallies } from '#modules/registry/index.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly platform: Platform
  readonly tell: (line: string) => void
}

/** Counts what is due, every two minutes. */
export function tallyJob({ platform, tell }: Parts): ScheduledJob {
  return {
    name: 'tallies',
    cron: '*/2 * * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const ids = rows.map(({ id }) => id)
      await forEach(
        ids,
        (id) => makeTallies(platform, id),
        (line) => tell(`tallies ${line}`),
      )
    },
  }
}
