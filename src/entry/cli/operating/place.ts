import { UsageError } from '#entry/cli/command.ts'
import { type Config, readConfig } from '#entry/config.ts'
import { joinPlace } from '#entry/installation.ts'
import { install, type Installation } from '#store/install.ts'
import { asOwner, type Owner } from '#store/owner.ts'

/**
 * Runs a command on the installation that the environment names, beside a server that runs or
 * without one.
 *
 * @throws {UsageError} when the configuration is wrong.
 */
export async function onPlace<T>(
  work: (owner: Owner, installation: Installation, config: Config) => Promise<T>,
): Promise<T> {
  const config = configured()
  const place = await joinPlace(config)
  try {
    await install(place.installation)
    return await asOwner(place.installation.url, (owner) => work(owner, place.installation, config))
  } finally {
    await place.stop()
  }
}

/** @throws {UsageError} when the configuration is wrong. */
export function configured(): Config {
  const read = readConfig(process.env)
  if ('config' in read) return read.config
  throw new UsageError(read.problems.map((p) => `${p.variable} ${p.says.en}`).join('\n'))
}
