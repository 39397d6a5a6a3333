import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import { remindOfAppointments } from '#modules/practice/index.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly installation: Installation
  readonly platform: Platform
  readonly tell: (line: string) => void
}

/** Each hour of the day: clients whose appointment begins within a day. Never at night. */
export function appointmentJob({ installation, platform, tell }: Parts): ScheduledJob {
  const outbox = new Outbox(installation.master)
  return {
    name: 'appointments',
    cron: '5 8-20 * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const titles = new Map(rows.map(({ id, label }) => [id, label]))
      const remind = (id: string): Promise<number> =>
        remindOfAppointments(platform, outbox, { id, title: titles.get(id) ?? id })
      await forEach([...titles.keys()], remind, (line) => tell(`appointments ${line}`))
    },
  }
}
