import { UsageError } from '#entry/cli/command.ts'
import { readConfig } from '#entry/config.ts'
import { joinPlace } from '#entry/installation.ts'
import { install, type Installation } from '#store/install.ts'
import { asOwner, type Owner } from '#store/owner.ts'

/**
 * Runs a command on the installation that the environment names, beside a server that runs or without one.
 *
 * @throws {UsageError} when the configuration is wrong.
 */
export async function onPlace<T>(
  work: (owner: Owner, installation: Installation) => Promise<T>,
): Promise<T> {
  const read = readConfig(process.env)
  if ('problems' in read) {
    throw new UsageError(read.problems.map((p) => `${p.variable} ${p.says.en}`).join('\n'))
  }
  const place = await joinPlace(read.config)
  try {
    await install(place.installation)
    return await asOwner(place.installation.url, (owner) => work(owner, place.installation))
  } finally {
    await place.stop()
  }
}
