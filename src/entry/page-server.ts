import { once } from 'node:events'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'

/** Answers a request; Hono's `fetch` is one. */
export type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

export interface PageServer {
  /** The port on which it listens, also when it could choose. */
  readonly port: number
  /** Answers with this from now on. */
  answerWith(answer: Answer): void
  /**
   * Takes no more requests, and waits a moment for those that it answers. A second call waits for
   * the first.
   */
  stop(): Promise<void>
}

const PATIENCE_MS = 3_000

/**
 * Listens before there is anything to show, so that a port in use is told at once, and whoever
 * looks too early sees that it starts.
 *
 * @throws What the system says, with code `EADDRINUSE` when another program listens there.
 */
export async function openPageServer(
  { host, port }: { readonly host: string; readonly port: number },
  first: Answer,
): Promise<PageServer> {
  let answer = first
  const server = createAdaptorServer({
    // Only HTTP/1.1 is served, so these are its bindings.
    fetch: (request, bindings) => answer(request, bindings as HttpBindings),
    hostname: host,
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  let stopping: Promise<void> | undefined
  return {
    port: typeof address === 'object' && address ? address.port : port,
    answerWith: (next) => {
      answer = next
    },
    stop: () => {
      stopping ??= new Promise((resolve) => {
        const impatient = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections()
        }, PATIENCE_MS)
        server.close(() => {
          clearTimeout(impatient)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
      return stopping
    },
  }
}
