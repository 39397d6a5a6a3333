import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { install, type Installation } from '#store/install.ts'
import { MasterKey } from '#store/master-key.ts'
import { asOwner } from '#store/owner.ts'
import { startServer } from '#store/server.ts'
import { readStatementFolder } from '#store/statement-files.ts'

/** The master key of every bench. */
export const BENCH_MASTER: Buffer = Buffer.alloc(32, 'bench')

/** The organisation whose statement the benches run under. */
export const ORGANISATION = 'reintegration'

export interface BenchInstallation extends Installation {
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts a server with the settings of production in a directory of its own, with an example
 * organisation and nobody in it.
 */
export async function startInstallation(organisation = ORGANISATION): Promise<BenchInstallation> {
  const directory = await mkdtemp(join(tmpdir(), 'gestand-bench-'))
  const server = await startServer({ directory })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    const installation: Installation = {
      url: server.url(),
      keysUrl: server.url('gestand_keys'),
      master: new MasterKey(BENCH_MASTER),
    }
    await install(installation)
    const folder = await readStatementFolder(join(PROJECT, 'statements', organisation))
    await asOwner(installation.url, (owner) => provision(owner, folder))
    return { ...installation, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
