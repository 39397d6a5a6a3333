import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const END_OF_HEADER = '\r\n\r\n'

/**
 * Asks for pages over connections that stay open, with as little work as can be: the one that is
 * measured is the server, on a machine that both share.
 */
export class PageClient {
  readonly #port: number
  readonly #request: string
  #free: Socket[] = []

  /** @param more Other headers that go with every request. */
  constructor(port: number, cookie: string, more: Readonly<Record<string, string>> = {}) {
    this.#port = port
    const headers = Object.entries({ Host: '127.0.0.1', Cookie: cookie, ...more })
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
    this.#request = `HTTP/1.1\r\n${lines.join('')}\r\n`
  }

  /** The bytes of a page; anything but a page is an error. */
  async get(path: string): Promise<Buffer> {
    const free = this.#free.pop()
    if (!free) return this.#ask(await this.#connect(), path)
    try {
      return await this.#ask(free, path)
    } catch (error) {
      if (!(error instanceof Gone)) throw error
      return this.#ask(await this.#connect(), path)
    }
  }

  async #ask(socket: Socket, path: string): Promise<Buffer> {
    socket.write(`GET ${path} ${this.#request}`)
    const body = await readAnswer(socket, path)
    this.#free.push(socket)
    return body
  }

  close(): void {
    for (const socket of this.#free) socket.destroy()
  }

  async #connect(): Promise<Socket> {
    const socket = connect(this.#port, '127.0.0.1')
    await once(socket, 'connect')
    socket.setNoDelay(true)
    // A server closes what is idle for a few seconds, such as while another one is measured.
    socket.on('error', () => undefined)
    socket.once('close', () => {
      this.#free = this.#free.filter((free) => free !== socket)
    })
    return socket
  }
}

/** The server closed the connection before it answered. */
class Gone extends Error {}

function readAnswer(socket: Socket, path: string): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const pieces: Buffer[] = []
  let [length, whole] = [0, Number.POSITIVE_INFINITY]
  let start = 0
  const take = (piece: Buffer): void => {
    pieces.push(piece)
    length += piece.length
    if (start === 0) {
      const header = Buffer.concat(pieces).toString('latin1')
      const end = header.indexOf(END_OF_HEADER)
      if (end < 0) return
      start = end + END_OF_HEADER.length
      whole = start + Number(/content-length: (\d+)/i.exec(header)?.[1] ?? Number.NaN)
      if (!header.startsWith('HTTP/1.1 200') || Number.isNaN(whole)) {
        reject(
          new Error(
            `no page at ${path}: ${header.slice(0, 40)} ${header.slice(start, start + 200)}`,
          ),
        )
      }
    }
    if (length < whole) return
    socket.off('data', take)
    socket.off('close', end)
    resolve(Buffer.concat(pieces).subarray(start))
  }
  const end = (): void => reject(new Gone(`no answer at ${path}`))
  socket.once('close', end)
  if (socket.destroyed) end()
  socket.on('data', take)
  return promise
}
