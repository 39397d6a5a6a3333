import { readApplied } from '#duties/promises/statements-applied.ts'
import { RequestLinks } from '#duties/rights/request-links.ts'
import { requestSweep } from '#duties/rights/sweep.ts'
import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
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

/** Every hour: terms that end, restrictions that are lifted today, recipients that must hear. */
export function requestJob(parts: Parts): ScheduledJob {
  const { platform, tell } = parts
  return {
    name: 'requests',
    cron: '20 * * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const titles = new Map(rows.map(({ id, label }) => [id, label]))
      const sweep = (id: string) => sweepOne(parts, id, titles.get(id) ?? id)
      await forEach([...titles.keys()], sweep, (line) => tell(`requests ${line}`))
    },
  }
}

async function sweepOne(parts: Parts, id: string, title: string): Promise<void> {
  const { master, platform, pool } = parts
  const catalogue = await readWholeCatalogue()
  const [applied] = await inProof(pool, id, (tx) => readApplied(tx, catalogue))
  const { responsible } = applied.statement.declarations.contacts
  const to = responsible && { name: responsible.name ?? title, email: responsible.email }
  await requestSweep(
    { platform, outbox: new Outbox(master), links: new RequestLinks(master) },
    { id, title, ...(to && { responsible: to }) },
  )
}
