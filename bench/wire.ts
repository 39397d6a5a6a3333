import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What went over the wire while something was asked. */
export interface Traffic {
  /** How often the database was ready for the next question. */
  readonly rounds: number
  /** The longest that one of them took, in milliseconds. */
  readonly slowestMs: number
}

const READY = 'Z'.charCodeAt(0)
const HEAD = 5

/**
 * A wire between a server and PostgreSQL that lets everything through and counts the round trips:
 * whatever library asks, each ends with one message that says ready.
 */
export class Wire {
  readonly #target: { readonly host: string; readonly port: number }
  readonly #server = createServer((near) => this.#join(near))
  readonly #sockets = new Set<Socket>()
  #rounds = 0
  #slowestMs = 0

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.#target = { host: hostname, port: Number(port) }
  }

  /** The same address by way of this wire. */
  async open(url: string): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    const through = new URL(url)
    through.hostname = '127.0.0.1'
    through.port = typeof address === 'object' && address ? String(address.port) : ''
    return through.href
  }

  /** What passed since the last time this was asked. */
  take(): Traffic {
    const taken = { rounds: this.#rounds, slowestMs: this.#slowestMs }
    this.#rounds = 0
    this.#slowestMs = 0
    return taken
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #join(near: Socket): void {
    const far = connect(this.#target)
    let asked = 0
    let held = Buffer.alloc(0)
    near.on('data', (piece) => {
      if (asked === 0) asked = performance.now()
      far.write(piece)
    })
    far.on('data', (piece) => {
      near.write(piece)
      held = Buffer.concat([held, piece])
      while (held.length >= HEAD && held.length > held.readUInt32BE(1)) {
        if (held[0] === READY) {
          this.#rounds += 1
          this.#slowestMs = Math.max(this.#slowestMs, performance.now() - asked)
          asked = 0
        }
        held = held.subarray(held.readUInt32BE(1) + 1)
      }
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one)
      one.setNoDelay(true)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        this.#sockets.delete(one)
        other.destroy()
      })
    }
  }
}
