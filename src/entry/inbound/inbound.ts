import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server'
import { isAppError } from '#kernel/error.ts'
import type { MailPlace, MailReceiver } from '#modules/practice/index.ts'

/** Largest mail, in bytes: 25 MB, as other servers have it. */
export const MAIL_BYTES_MAX = 26_214_400
const CLIENTS_MAX = 20
const RECIPIENTS_MAX = 20
const SOCKET_MS = 60_000

export interface InboundOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** What stands after the @. */
  readonly domain: string
  /** The server before ours, whose judgement of senders is believed; nobody's when left out. */
  readonly trusted?: string | undefined
  readonly receiver: MailReceiver
  readonly tell: (line: string) => void
}

export interface Inbound {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Takes mail in. What it does not take it refuses while the sender's server still listens, so that
 * nothing is lost without somebody knowing: an unknown address, mail that is too large, malformed,
 * goes round, or is not from whom it says.
 */
export async function startInbound(options: InboundOptions): Promise<Inbound> {
  const { domain, host, port, receiver, tell } = options
  const places = new WeakMap<object, Map<string, MailPlace>>()
  const server = new SMTPServer({
    name: domain,
    banner: 'Gestand',
    size: MAIL_BYTES_MAX,
    maxClients: CLIENTS_MAX,
    socketTimeout: SOCKET_MS,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onMailFrom: ({ address }, _, done) => {
      done(address === '' ? refusal('MAIL_AUTOMATIC') : null)
    },
    onRcptTo: (to, session, done) => {
      void accept(options, to)
        .then((place) => {
          const known = places.get(session.envelope) ?? new Map<string, MailPlace>()
          if (known.size >= RECIPIENTS_MAX) return done(refusal('MAIL_RECIPIENTS'))
          places.set(session.envelope, known.set(to.address, place))
          done()
        })
        .catch((error: unknown) => done(refusalOf(error, tell)))
    },
    onData: (stream, session, done) => {
      void collect(stream)
        .then(async (raw) => {
          refuseSpoofed(raw, options)
          const known = places.get(session.envelope)?.values() ?? []
          for (const place of known) await receiver.receive(place, raw)
          done()
        })
        .catch((error: unknown) => done(refusalOf(error, tell)))
    },
  })
  server.on('error', () => tell('inbound mail: a connection failed'))
  server.listen(port, host)
  await once(server.server, 'listening')
  const bound = server.server.address() as AddressInfo // it listens on a port
  return {
    port: bound.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** @throws `MAIL_UNKNOWN` */
async function accept(
  { domain, receiver }: InboundOptions,
  { address }: SMTPServerAddress,
): Promise<MailPlace> {
  const at = address.lastIndexOf('@')
  const isOurs = address.slice(at + 1).toLowerCase() === domain.toLowerCase()
  const place = isOurs ? await receiver.find(address.slice(0, at)) : undefined
  if (!place) throw new Refusal('MAIL_UNKNOWN')
  return place
}

async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) {
    // What is too large is read to its end, as the protocol wants, and not kept.
    if (!stream.sizeExceeded)
      pieces.push(Buffer.from(piece as Uint8Array)) // the stream is binary
    else pieces.length = 0
  }
  if (stream.sizeExceeded) throw new Refusal('MAIL_TOO_LARGE')
  return Buffer.concat(pieces)
}

/** Mail that says to be from us, or of which the server before us found that it lies. */
function refuseSpoofed(raw: Buffer, { domain, trusted }: InboundOptions): void {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.subarray(0, end < 0 ? raw.length : end).toString('latin1')
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const from = lines.find((line) => /^from:/i.test(line)) ?? ''
  if (from.toLowerCase().includes(`@${domain.toLowerCase()}`)) throw new Refusal('MAIL_SPOOFED')
  const judged = lines.find((line) => /^authentication-results:/i.test(line)) ?? ''
  const [, by = '', found = ''] = /^[^:]+:\s*([^;\s]+)\s*;(.*)$/.exec(judged) ?? []
  const isBelieved = trusted !== undefined && by.toLowerCase() === trusted.toLowerCase()
  if (isBelieved && /\bdmarc=fail\b/i.test(found)) throw new Refusal('MAIL_SPOOFED')
}

/** What is said to the server that brings a mail: a code of SMTP, one of RFC 3463, and a reason. */
const REFUSALS = {
  MAIL_UNKNOWN: [550, '5.1.1 No such address here'],
  MAIL_AUTOMATIC: [550, '5.7.1 Automatic messages are not taken'],
  MAIL_RECIPIENTS: [452, '4.5.3 Too many recipients'],
  MAIL_TOO_LARGE: [552, '5.3.4 Message is larger than 25 MB'],
  MAIL_SPOOFED: [550, '5.7.1 Sender is not who it says to be'],
  MAIL_MALFORMED: [550, '5.6.0 Message has no one sender or cannot be read'],
  MAIL_LOOP: [554, '5.4.6 Message goes round or is an automatic answer'],
  REPLY_STRANGE: [550, '5.7.1 Answer is not from who was invited, or about something else'],
  TRAY_FULL: [452, '4.2.2 Mailbox is full, try again later'],
  MAIL_LATER: [451, '4.3.0 Cannot keep the message now, try again later'],
} as const satisfies Record<string, readonly [number, string]>

type RefusalCode = keyof typeof REFUSALS

class Refusal extends Error {
  readonly responseCode: number

  constructor(code: RefusalCode) {
    const [responseCode, says] = REFUSALS[code]
    super(says)
    this.responseCode = responseCode
  }
}

function refusal(code: RefusalCode): Refusal {
  return new Refusal(code)
}

/** What failed on our side is to be sent again; nothing of the mail is told. */
function refusalOf(error: unknown, tell: (line: string) => void): Refusal {
  if (error instanceof Refusal) return error
  const code = isAppError(error) ? error.code : ''
  if (Object.hasOwn(REFUSALS, code)) return refusal(code as RefusalCode) // it is one of them
  tell(`inbound mail: ${code || 'failed'}`)
  return refusal('MAIL_LATER')
}
