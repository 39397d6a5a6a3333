// Builds what has changed, in a process of its own that takes its memory along when it ends, and
// then starts the server in this process, so that a signal reaches it. In plain JavaScript: what
// Node needs to run TypeScript would stay in the memory of the server.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

process.stdout.write('pages …\n')
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (status !== 0) process.exit(status ?? 1)
// Made just above: nobody else can find it before.
const server = '../dist/main.js'
await import(server)
