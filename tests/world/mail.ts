import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

export interface MailServer {
  readonly url: string
  /** What came in, in order. */
  readonly received: ParsedMail[]
  /** With which code the next recipients are refused; none when undefined. */
  refuseWith: number | undefined
  /** Takes mails without saying so: it hangs up when it has the whole of one. */
  hangsUp: boolean
  /** How many connections were made, and the most that lasted at the same moment. */
  readonly connections: { made: number; most: number }
}

/** Connections that are kept for a next mail need not be waited for. */
const CLOSE_MS = 20

/** Starts a mail server for one test. Addresses at refused.example.org it refuses for good. */
export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = []
  const connections = { made: 0, most: 0 }
  const mailServer: MailServer = {
    url: '',
    received,
    refuseWith: undefined,
    hangsUp: false,
    connections,
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: CLOSE_MS,
    onConnect: (_session, done) => {
      connections.made += 1
      connections.most = Math.max(connections.most, server.connections.size)
      done()
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = address.endsWith('@refused.example.org') ? 550 : mailServer.refuseWith
      if (code === undefined) return done()
      done(Object.assign(new Error(`no mail for ${address}`), { responseCode: code }))
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          received.push(mail)
          if (mailServer.hangsUp) for (const connection of server.connections) connection.close()
          else done()
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('unreadable mail')),
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = z.object({ port: z.number() }).parse(server.server.address())
  return Object.assign(mailServer, { url: `smtp://127.0.0.1:${port}` })
}
