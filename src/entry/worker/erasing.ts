import { runErasures } from '#duties/erasure/erasing.ts'
import { connectErasing } from '#duties/erasure/erasing-parts.ts'
import { scrub } from '#duties/erasure/scrubbing.ts'
import type { FindKeys } from '#duties/retention/checks.ts'
import { runRetention } from '#duties/retention/destroying.ts'
import { startPolling } from '#jobs/polling.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import type { Pool } from '#store/pool.ts'
import { describeKind, forEach, type OrganisationWork } from './job.ts'

/** Who asks for an erasure waits no longer than this for it to begin. */
const LOOK_EVERY_MS = 3_000

export interface ErasingJobs {
  readonly jobs: readonly ScheduledJob[]
  readonly findKeys: FindKeys
  readonly stop: () => Promise<void>
}

/**
 * Erases what was asked for at once, destroys what is due every night, and goes on with what an
 * earlier process left half-way.
 */
export function startErasing(
  { platform, pool }: { readonly platform: Platform; readonly pool: Pool },
  installation: Installation,
  tell: (line: string) => void,
): ErasingJobs {
  const { erasing, close } = connectErasing(installation, pool)
  const each = (name: string, work: OrganisationWork) => async () => {
    const rows = await platform.run(organisations)
    await forEach(
      rows.map(({ id }) => id),
      work,
      (line) => tell(`${name} ${line}`),
    )
  }
  const stopPolling = startPolling(
    each('erasures', (id) => runErasures(erasing, id)),
    {
      everyMs: LOOK_EVERY_MS,
      onError: (error) => tell(`erasures: ${describeKind(error)}`),
    },
  )
  return {
    findKeys: (organisation, ids) => erasing.register.listKeys(organisation, ids),
    jobs: [
      {
        name: 'retention',
        cron: '15 2 * * *',
        run: each('retention', (id) => runRetention(erasing, id)),
      },
      {
        name: 'scrub',
        cron: '15 4 * * *',
        run: async () => {
          const { busy } = await scrub(installation)
          for (const table of busy) tell(`scrub: ${table} was in use`)
        },
      },
    ],
    stop: async () => {
      await stopPolling()
      await close()
    },
  }
}
