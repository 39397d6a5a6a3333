// Builds what has changed, in a process of its own that takes its memory along when it ends, and
// then becomes the server: under the same number, so that a signal reaches it. In plain JavaScript:
// what Node needs to run TypeScript would take memory.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// The memory that is asked of the system directly, which glibc on Linux keeps after it was given
// back: in a pool for each thread, and in blocks of up to 32 MB where it saw such before. Two pools
// and blocks of at most 1 MB leave some 30 MB to the machine. Others do not know these names.
// What Node keeps of what it compiled makes a command quick; a server that runs for days holds some
// 12 MB for it.
const MEMORY = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  NODE_DISABLE_COMPILE_CACHE: '1',
}

process.stdout.write('pages …\n')
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (status !== 0) process.exit(status ?? 1)
const server = join(import.meta.dirname, '../dist/main.js')
if (process.platform === 'win32') await import(pathToFileURL(server).href)
else {
  const command = [process.execPath, ...process.execArgv, server]
  process.execve(process.execPath, command, { ...MEMORY, ...process.env })
}
