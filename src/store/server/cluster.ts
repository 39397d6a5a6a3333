import { execFile } from 'node:child_process'
import { chown, mkdir, rename, rm, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Installation, SERVER_ENVIRONMENT } from './postmaster.ts'

const run = promisify(execFile)

export async function hasCluster({ place }: Installation): Promise<boolean> {
  return (await stat(place.cluster).catch(() => undefined)) !== undefined
}

/**
 * Makes PostgreSQL's data directory, with the superuser `postgres` and the password of the place.
 * It gets its name only when it is whole, so that a crash halfway leaves nothing that looks like
 * data.
 */
export async function makeCluster(
  { place, binaries, user }: Installation,
  durable: boolean,
): Promise<void> {
  const unfinished = `${place.cluster}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (user) await chown(unfinished, user.uid, user.gid)
  const args = [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${place.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // PostgreSQL's own locale: the same order on every machine, whatever libraries it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  await run(binaries.initdb, args, { ...user, cwd: '/', env: SERVER_ENVIRONMENT })
  await rename(unfinished, place.cluster)
}
