import { createTransport } from 'nodemailer'
import type { Mail } from './letter.ts'

/** Hands mails to a mail server. */
export interface MailTransport {
  /** How many mails it takes at the same moment. */
  readonly atOnce: number
  /** @param id Stands in the message, so that one that was sent twice can be recognised. */
  send(id: string, mail: Mail): Promise<void>
  close(): void
}

/** What an invitation is called among what is enclosed. */
export const CALENDAR_NAME = 'afspraak.ics'
const TIMEOUT_MS = 20_000
/** Connections to the mail server: more than most grant to one sender gains nothing. */
const CONNECTIONS = 5
/** A connection is kept for the next mails, and no longer than servers keep one. */
const IDLE_MS = 10_000
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Sends by SMTP, over at most five connections that serve many mails each. Between machines a
 * connection is encrypted, or there is none.
 *
 * @param url `smtp://` or `smtps://`, with user and password where the server asks for them.
 * @param from The sender, "Name <address>".
 */
export function createSmtp(url: string, from: string): MailTransport {
  const { hostname } = new URL(url)
  const domain = from.match(/@([^\s<>@]+)>?$/)?.[1] ?? 'localhost'
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    idleTimeout: IDLE_MS,
    url,
    requireTLS: !LOCAL.test(hostname),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    atOnce: CONNECTIONS,
    send: async (id, { to, subject, text, html, calendar, attachments, unsubscribeUrl }) => {
      await transport.sendMail({
        from,
        to: { name: to.name, address: to.email },
        subject,
        text,
        html,
        ...(attachments && {
          attachments: attachments.map(({ name, type, content }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(content, 'base64'),
          })),
        }),
        ...(calendar && { icalEvent: { filename: CALENDAR_NAME, ...calendar } }),
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribeUrl) },
      })
    },
    close: () => transport.close(),
  }
}

/** One press in a mail program is enough, and a link that is merely followed does nothing. */
function unsubscribing(url: string | undefined): Readonly<Record<string, string>> {
  return url === undefined
    ? {}
    : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** The address in "Name <address>", or the text itself. */
export function addressIn(from: string): string {
  return from.match(/<([^<>]+)>\s*$/)?.[1] ?? from.trim()
}

/**
 * What went wrong, as codes: "EENVELOPE 550". The server's own words may hold an address and are
 * left out.
 */
export function describeFailure(error: unknown): string {
  const { code, responseCode } = error instanceof Error ? (error as SmtpError) : {}
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'UNKNOWN'
}

/**
 * Whether trying again is useless: the server refuses this recipient for good (RFC 5321, 4.2.1).
 */
export function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error instanceof Error ? (error as SmtpError) : {}
  return code === 'EENVELOPE' && responseCode >= 500
}

interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
}
