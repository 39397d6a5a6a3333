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
  readonly #free: Socket[] = []

  constructor(port: number, cookie: string) {
    this.#port = port
    this.#request = `HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n\r\n`
  }

  /** The bytes of a page; anything but a page is an error. */
  async get(path: string): Promise<Buffer> {
    const socket = this.#free.pop() ?? (await this.#connect())
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
    return socket
  }
}

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
        reject(new Error(`no page at ${path}: ${header.slice(0, 60)}`))
      }
    }
    if (length < whole) return
    socket.off('data', take)
    resolve(Buffer.concat(pieces).subarray(start))
  }
  socket.on('data', take)
  return promise
}
