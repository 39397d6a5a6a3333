import { readApplied } from '#duties/promises/statements-applied.ts'
import { RequestSeal } from '#duties/rights/request-seal.ts'
import { requestSweep } from '#duties/rights/sweep.ts'
import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { DossierKeys } from '#store/dossier-keys.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly installation: Installation
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
  const { installation, platform, pool } = parts
  const { master } = installation
  const catalogue = await readWholeCatalogue()
  const [applied] = await inProof(pool, id, (tx) => readApplied(tx, catalogue))
  const { responsible } = applied.statement.declarations.contacts
  const keys = createPool({ url: loginUrl(installation, LOGINS.keys), max: 1, name: 'requests' })
  try {
    const seal = new RequestSeal(new DossierKeys(keys, master), master)
    const to = responsible && { name: responsible.name ?? title, email: responsible.email }
    await requestSweep(
      { platform, outbox: new Outbox(master), seal },
      { id, title, ...(to && { responsible: to }) },
    )
  } finally {
    await keys.end()
  }
}
