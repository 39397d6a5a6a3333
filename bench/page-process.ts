import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PROJECT } from '#kernel/project.ts'
import { BENCH_MASTER, type BenchInstallation } from './installation.ts'
import { PageClient } from './page-client.ts'
import type { Asked } from './page-server.ts'

const PROGRAM = 'bench-page.js'
const START = ['--max-semi-space-size=16', '--heap-growing-percent=25']

/** Builds what pages need, and a program that serves them, as `npm start` does. */
export async function bundlePages(): Promise<void> {
  const script = join(PROJECT, 'scripts/build.ts')
  const run = promisify(execFile)
  await run(process.execPath, [script, join(PROJECT, 'bench/page-server.ts'), PROGRAM])
}

/** A process that serves pages, and who asks for them. */
export interface PageProcess {
  readonly port: number
  readonly client: PageClient
  cpuMs(): Promise<number>
  stop(): Promise<void>
}

/** Starts one, of what was bundled before. */
export async function startPages(
  { url, keysUrl }: BenchInstallation,
  { enforced, cookie }: { readonly enforced: boolean; readonly cookie: string },
): Promise<PageProcess> {
  const asked: Asked = { url, keysUrl, master: BENCH_MASTER.toString('base64'), enforced }
  const child = fork(join(PROJECT, 'dist', PROGRAM), {
    execArgv: START,
    env: { ...process.env, BENCH: JSON.stringify(asked) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { port } = await told<{ port: number }>(child)
  const client = new PageClient(port, cookie)
  return {
    port,
    client,
    cpuMs: async () => {
      child.send('cpu')
      return (await told<{ cpuMs: number }>(child)).cpuMs
    },
    stop: async () => {
      client.close()
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function told<M>(child: ChildProcess): Promise<M> {
  const { promise, resolve, reject } = Promise.withResolvers<M>()
  const end = (): void => reject(new Error('the server ended'))
  child.once('exit', end)
  child.once('message', (message) => resolve(message as M)) // of `page-server.ts`
  const message = await promise
  child.off('exit', end)
  return message
}
