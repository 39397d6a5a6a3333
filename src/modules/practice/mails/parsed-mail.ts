import { createHash } from 'node:crypto'
import type { AddressObject, ParsedMail as Parsed } from 'mailparser'
import { AppError } from '#kernel/error.ts'

/** Longest text of a mail that is kept, in characters; what is longer is cut off, and says so. */
const MAIL_TEXT_LIMIT = 200_000
const SUBJECT_LIMIT = 300
const PARTIES_LIMIT = 1_000
const ATTACHMENTS_LIMIT = 20
const RECEIVERS_LIMIT = 50
/** A mail that passed more servers than this goes round. */
const HOPS_LIMIT = 30

/** A mail as it is kept: plain text, and what came with it. */
export interface Mail {
  /** SHA-256 of the Message-ID, or of the whole where there is none: the same mail once. */
  readonly digest: Buffer
  readonly sentAt: Date
  /** Address of the sender, in lower case. */
  readonly from: string
  /** Name and address of the sender. */
  readonly sender: string
  readonly receivers: string
  /** Addresses that it was sent to, in lower case. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly attachments: readonly MailAttachment[]
  /** What of it is meant for calendars, as iCalendar. */
  readonly calendar?: string
}

export interface MailAttachment {
  readonly name: string
  readonly content: Buffer
}

/**
 * Reads a mail. Of HTML only the words are kept.
 *
 * @throws `MAIL_MALFORMED` when it has no one sender; `MAIL_LOOP` when it goes round, or is an
 *   automatic answer.
 */
export async function readMail(raw: Buffer): Promise<Mail> {
  const parsed = await parse(raw)
  const [from, ...others] = parsed.from?.value ?? []
  const address = from?.address?.toLowerCase()
  if (address === undefined || !address.includes('@') || others.length > 0) {
    throw new AppError('MAIL_MALFORMED')
  }
  refuseLoops(parsed)
  const calendar = parsed.attachments.find(({ contentType }) => contentType === 'text/calendar')
  return {
    digest: createHash('sha256')
      .update(parsed.messageId ?? raw)
      .digest(),
    sentAt: parsed.date ?? new Date(),
    from: address,
    sender: cut(parsed.from?.text ?? address, PARTIES_LIMIT),
    receivers: cut(addressesOf(parsed.to, parsed.cc), PARTIES_LIMIT),
    to: mailboxesOf(parsed.to, parsed.cc),
    subject: cut((parsed.subject ?? '').replaceAll(/\s+/g, ' ').trim(), SUBJECT_LIMIT),
    text: cut(await textOf(parsed), MAIL_TEXT_LIMIT),
    attachments: parsed.attachments
      .filter(({ related }) => !related)
      .slice(0, ATTACHMENTS_LIMIT)
      .map(({ content, filename }, rank) => ({
        name: filename ?? `${rank + 1}.bin`,
        content,
      })),
    ...(calendar && { calendar: calendar.content.toString('utf8') }),
  }
}

async function parse(raw: Buffer): Promise<Parsed> {
  // It takes 8 MB of memory, which a server that gets no mail has another use for.
  const { simpleParser } = await import('mailparser')
  try {
    return await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true })
  } catch {
    throw new AppError('MAIL_MALFORMED')
  }
}

/**
 * The words of a mail. The parser makes words of HTML only where that is the whole message, so that
 * HTML beside attachments is read once more as such.
 */
async function textOf({ html, text = '' }: Parsed): Promise<string> {
  if (text.trim() !== '' || typeof html !== 'string') return text.trim()
  const head = 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  const alone = await parse(Buffer.from(head + Buffer.from(html).toString('base64')))
  return (alone.text ?? '').trim()
}

function refuseLoops({ headerLines, headers }: Parsed): void {
  const hops = headerLines.filter(({ key }) => key === 'received').length
  const automatic = headers.get('auto-submitted')
  const answered = typeof automatic === 'string' && /^auto-replied\b/i.test(automatic)
  if (hops > HOPS_LIMIT || answered) throw new AppError('MAIL_LOOP')
}

type Addresses = AddressObject | AddressObject[] | undefined

function addressesOf(...lists: readonly Addresses[]): string {
  return lists
    .flatMap((list) => list ?? [])
    .map(({ text }) => text)
    .join(', ')
}

function mailboxesOf(...lists: readonly Addresses[]): string[] {
  return lists
    .flatMap((list) => list ?? [])
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => address?.toLowerCase() ?? [])
    .slice(0, RECEIVERS_LIMIT)
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 2)} …`
}
