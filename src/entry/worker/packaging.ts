import type { PackageMaker } from '#duties/package/maker.ts'
import { atMost } from '#entry/patience.ts'
import { startPolling } from '#jobs/polling.ts'
import { createPackageMaker, type PackageSource } from '#modules/packaging.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { organisations, Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import { describeKind, forEach } from './job.ts'

/** How soon an order is taken up that another process left, or was too busy for. */
const LOOK_EVERY_MS = 5_000
const CONNECTIONS = 2
/** Of the ten seconds in which everything stops: the next start makes the rest anew. */
const STOP_MS = 1_000

export interface Packaging {
  readonly packages: PackageMaker
  readonly stop: () => Promise<void>
}

/** Makes the packages that people order, and goes on with those of a process that stopped. */
export function startPackaging(installation: Installation, source: PackageSource): Packaging {
  const url = loginUrl(installation, LOGINS.worker)
  const platform = new Platform(createPool({ url, max: CONNECTIONS, name: 'packages' }))
  const tell = (line: string): void => void process.stderr.write(`worker: ${line}\n`)
  const packages = createPackageMaker(source, {
    platform,
    master: installation.master,
    onDefect: (error) => tell(`packages: ${describeKind(error)}`),
  })
  const look = async (): Promise<void> => {
    const rows = await platform.run(organisations)
    await forEach(
      rows.map(({ id }) => id),
      (id) => packages.takeUp(id),
      (line) => tell(`packages ${line}`),
    )
  }
  const stopLooking = startPolling(look, { everyMs: LOOK_EVERY_MS })
  return {
    packages,
    stop: async () => {
      await atMost(STOP_MS, Promise.all([stopLooking(), packages.stop()]))
      await atMost(STOP_MS, platform.close())
    },
  }
}
