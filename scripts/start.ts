// Builds what has changed and starts the server in this process, so that a signal reaches it.
import { build } from './build.ts'

process.stdout.write('pages …\n')
await build()
// The file is made just above, so its name is not for the type checker.
const server: string = '../dist/main.js'
await import(server)
