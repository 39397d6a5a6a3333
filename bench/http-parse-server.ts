/** A process that serves the Parse Server of a given folder, on a database of its own. */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { freePort } from './port.ts'

/** What the process that measures tells this one. */
export interface AskedParse {
  /** Where `parse-server` was installed. */
  readonly folder: string
  readonly url: string
  readonly masterKey: string
}

interface Parse {
  readonly ParseServer: new (
    options: object,
  ) => {
    readonly app: RequestListener
    start(): Promise<unknown>
  }
}

// The process that measures gives exactly this.
const { folder, url, masterKey } = JSON.parse(process.env['BENCH'] ?? '') as AskedParse
// Nothing of it is a dependency: this is the part of its face that is used.
const { ParseServer } = createRequire(join(folder, 'package.json'))('parse-server') as Parse
const port = await freePort()
const parse = new ParseServer({
  databaseURI: url,
  appId: 'bench',
  masterKey,
  maintenanceKey: `${masterKey} maintenance`,
  serverURL: `http://127.0.0.1:${port}`,
  silent: true,
  logLevel: 'error',
  allowClientClassCreation: false,
})
await parse.start()
const server = createServer(parse.app)
server.listen(port, '127.0.0.1')
await once(server, 'listening')
process.send?.({ port })
