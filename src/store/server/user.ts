import { readFile } from 'node:fs/promises'

/** Who runs the server, as options of `spawn`. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

const CANDIDATES = ['postgres', '_postgres', 'nobody']

/**
 * Finds the user under which the server must run: none when we are an ordinary user ourselves.
 * PostgreSQL refuses to run as root, so then it is `postgres`, or `nobody` where the machine has no
 * such user.
 */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of CANDIDATES) {
    const line = lines.find(([candidate]) => candidate === name)
    const uid = Number(line?.[2])
    const gid = Number(line?.[3])
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  // Any user without rights will do: this is the number of `nobody` on Linux.
  return { uid: 65_534, gid: 65_534 }
}
