import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

/** A mail server keeps a message before it says that it has it. */
const ANSWER_MS = 5
const RECIPIENT = /^To: .*<([^<>]+)>\r?$/m

/** A mail server on this machine that only counts. */
export interface Post {
  readonly url: string
  /** How many mails came in for each address. */
  readonly received: ReadonlyMap<string, number>
  /** The most connections there were at once. */
  readonly connections: number
  close(): Promise<void>
}

export async function startPost(): Promise<Post> {
  const received = new Map<string, number>()
  let most = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: ANSWER_MS,
    onConnect: (_session, done) => {
      most = Math.max(most, server.connections.size)
      done()
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = RECIPIENT.exec(Buffer.concat(parts).toString())?.[1] ?? ''
        received.set(to, (received.get(to) ?? 0) + 1)
        void sleep(ANSWER_MS).then(() => done())
      })
    },
  })
  // A process that is killed leaves its connections behind.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const place = server.server.address()
  if (place === null || typeof place === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${place.port}`,
    received,
    get connections() {
      return most
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
