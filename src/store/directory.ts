import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a directory, and those above it that are missing. One that is there stays as it is. Node's
 * own `recursive` never ends where the system makes nothing in a directory that is there, as in
 * `/proc`.
 *
 * @throws What the system says, with `syscall` `mkdir`.
 */
export async function makeDirectory(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode })
  } catch (error) {
    if (await isDirectory(path)) return
    const above = dirname(path)
    if (above === path || !isMissing(error) || (await isDirectory(above))) throw error
    await makeDirectory(above, mode)
    await makeDirectory(path, mode)
  }
}

async function isDirectory(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
