import { readFile, rm, writeFile } from 'node:fs/promises'
import { AppError } from '#kernel/error.ts'
import type { ServerPlace } from './place.ts'

/**
 * Claims a place for this process, so that two applications never take each other's server away.
 *
 * @throws `SERVER_IN_USE` when the process that claimed it still lives.
 */
export async function claimPlace(place: ServerPlace): Promise<void> {
  const owner = await findOwner(place)
  if (owner !== undefined) throw new AppError('SERVER_IN_USE', { process: owner })
  await writeFile(place.owner, `${process.pid} ${await readStart(process.pid)}\n`)
}

export async function releasePlace(place: ServerPlace): Promise<void> {
  await rm(place.owner, { force: true })
}

/** Finds the number of the living process that claimed a place. */
export async function findOwner(place: ServerPlace): Promise<number | undefined> {
  const line = await readFile(place.owner, 'utf8').catch(() => '')
  const [pid, start] = line.trim().split(' ')
  if (!isAlive(Number(pid))) return undefined
  // Numbers of processes are used again, so on Linux the moment of its start must be the same too.
  return (await readStart(Number(pid))) === start ? Number(pid) : undefined
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * The start of a process in ticks since the machine's, or `unknown` where the system has no /proc.
 */
async function readStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name of the program stands between brackets and may hold spaces: count from its end.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields?.[0] === 'Z') return 'ended'
  return fields?.[19] ?? 'unknown'
}
