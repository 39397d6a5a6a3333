import { seeToTerms } from '#duties/register/terms.ts'
import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import type { MasterKey } from '#store/master-key.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { destroyTaxRecords } from '#modules/finance/index.ts'
import type { Pool } from '#store/pool.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly master: MasterKey
  readonly platform: Platform
  readonly pool: Pool
  readonly tell: (line: string) => void
}

/** Twice an hour: terms of incidents, complaints, agreements, assessments, reviews and invoices. */
export function termJob({ master, platform, pool, tell }: Parts): ScheduledJob {
  const outbox = new Outbox(master)
  return {
    name: 'terms',
    cron: '10,40 * * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const titles = new Map(rows.map(({ id, label }) => [id, label]))
      const see = (id: string) => seeToTerms(pool, outbox, { id, title: titles.get(id) ?? id })
      const sweep = async (id: string): Promise<void> => {
        await see(id)
        await destroyTaxRecords(pool, id)
      }
      await forEach([...titles.keys()], sweep, (line) => tell(`terms ${line}`))
    },
  }
}
