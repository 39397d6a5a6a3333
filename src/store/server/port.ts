import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { ServerPlace } from './place.ts'

/** Takes the port that the place had before, or another one when a program listens there. */
export async function choosePort(place: ServerPlace): Promise<number> {
  const kept = Number(await readFile(place.port, 'utf8').catch(() => '0'))
  const port = (await findFreePort(kept)) ?? (await findFreePort(0)) ?? kept
  await writeFile(place.port, String(port))
  return port
}

async function findFreePort(port: number): Promise<number | undefined> {
  const probe = createServer()
  try {
    probe.listen(port, '127.0.0.1')
    await once(probe, 'listening')
    const address = probe.address()
    return typeof address === 'object' ? address?.port : undefined
  } catch {
    return undefined
  } finally {
    probe.close()
  }
}
