import type { AppError } from '#kernel/error.ts'
import type { Config } from '#entry/config.ts'
import { KEYS_DATABASE } from '#entry/config.ts'
import type { Installation } from '#store/install.ts'
import { MasterKey } from '#store/master-key.ts'
import { type RunningServer, type ServerStep, startServer, useServer } from '#store/server.ts'

/** The database for the data, in the embedded server. */
const DATA_DATABASE = 'gestand'

export interface Place {
  readonly installation: Installation
  /** Stops the embedded server when this process started it. */
  stop(): Promise<void>
  /** Resolves when that server ends though nobody stopped it. */
  readonly lost: Promise<AppError> | undefined
}

/** Finds the databases that the configuration names, or starts the embedded server and owns it. */
export async function openPlace(
  config: Config,
  onProgress?: (step: ServerStep) => void,
): Promise<Place> {
  if (config.databases) return placeOf(config)
  const directory = config.dataDirectory
  return placeOf(config, await startServer({ directory, ...(onProgress && { onProgress }) }))
}

/**
 * The same for a command beside a running installation: it joins the embedded server where there is
 * one.
 */
export async function joinPlace(config: Config): Promise<Place> {
  return config.databases
    ? placeOf(config)
    : placeOf(config, await useServer({ directory: config.dataDirectory }))
}

function placeOf(config: Config, server?: RunningServer): Place {
  const master = new MasterKey(config.masterKey)
  const databases = config.databases ?? {
    url: server?.url(DATA_DATABASE) ?? '',
    keysUrl: server?.url(KEYS_DATABASE) ?? '',
  }
  return {
    installation: { ...databases, master },
    stop: async () => server?.stop(),
    lost: server?.lost,
  }
}
