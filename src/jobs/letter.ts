import type { Language, Text } from '#kernel/language.ts'
import { type CalendarEvent, writeCalendarFile } from './calendar-file.ts'

/** What a mail says: a few sentences and one link, never what stands in a dossier. */
export interface Letter {
  readonly subject: Text
  readonly paragraphs: readonly Text[]
  readonly link: { readonly label: Text; readonly path: string }
  /** What the reader should know below the link, such as how long it is good. */
  readonly after?: readonly Text[]
  /** By which the reader gets no more of these, with one press and without signing in. */
  readonly stop?: { readonly label: Text; readonly path: string }
  /** A time that calendars take in, beside the words. */
  readonly calendar?: LetterCalendar
  /** Files that go along; nothing of a dossier but what passed the gate. */
  readonly attachments?: readonly Attachment[]
}

/** A file that goes along with a mail. */
export interface Attachment {
  readonly name: string
  /** Media type. */
  readonly type: string
  /** Base64. */
  readonly content: string
}

/** A time in a mail: an invitation, or its cancellation. */
export interface LetterCalendar {
  readonly method: 'REQUEST' | 'CANCEL'
  /** Who invites, by the name that people know. */
  readonly organizer: string
  readonly event: CalendarEvent
  /** What stands before the @ in the address where answers come in. */
  readonly mailbox?: string
}

/** A mail as it goes out: the same words as plain text and as HTML. */
export interface Mail {
  readonly to: { readonly name: string; readonly email: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** An iCalendar file, with the method that its part of the message must name (RFC 6047). */
  readonly calendar?: { readonly method: LetterCalendar['method']; readonly content: string }
  readonly attachments?: readonly Attachment[]
  /** Where mail programs send the wish to get no more of these (RFC 8058). */
  readonly unsubscribeUrl?: string
}

/** Who gets a mail. */
export interface Reader {
  readonly name: string
  readonly email: string
  readonly language: Language
}

/**
 * Writes a letter to its reader.
 *
 * @param address Where the application is reached; the link's path is resolved against it.
 * @param post The address that invitations come from, one at the application's host when left out;
 *   and the domain where answers to them come in, if any do.
 */
export function writeMail(
  letter: Letter,
  reader: Reader,
  address: URL,
  { sender = `post@${address.hostname}`, domain }: LetterPost = {},
): Mail {
  const { language } = reader
  const url = new URL(letter.link.path, address).href
  const before = [GREETING[language](reader.name), ...letter.paragraphs.map((p) => p[language])]
  const after = [...(letter.after ?? []), AUTOMATIC].map((p) => p[language])
  const stop = letter.stop && {
    label: letter.stop.label[language],
    url: new URL(letter.stop.path, address).href,
  }
  const label = letter.link.label[language]
  return {
    to: { name: reader.name, email: reader.email },
    subject: letter.subject[language],
    text: `${[...before, `${label}:\n${url}`, ...after, ...linkText(stop)].join('\n\n')}\n`,
    html: page(language, letter.subject[language], [
      ...before.map(paragraph),
      linkParagraph({ label, url }),
      ...after.map(paragraph),
      ...(stop ? [linkParagraph(stop)] : []),
    ]),
    ...(stop && { unsubscribeUrl: stop.url }),
    ...(letter.attachments && { attachments: letter.attachments }),
    ...(letter.calendar && {
      calendar: attach(letter.calendar, reader, { address, sender, domain }),
    }),
  }
}

/** Where mail comes from and goes to. */
export interface LetterPost {
  readonly sender?: string | undefined
  readonly domain?: string | undefined
}

function attach(
  { method, organizer, event, mailbox }: LetterCalendar,
  { name, email, language }: Reader,
  { address, sender, domain }: LetterPost & { readonly address: URL; readonly sender: string },
): NonNullable<Mail['calendar']> {
  const answersTo = mailbox && domain ? `${mailbox}@${domain}` : sender
  const invitation = {
    method,
    organizer: { name: organizer, email: answersTo },
    attendee: { name, email },
  }
  const file = { language, host: address.hostname, events: [event], invitation }
  return { method, content: writeCalendarFile(file) }
}

const GREETING: Readonly<Record<Language, (name: string) => string>> = {
  nl: (name) => `Dag ${name},`,
  en: (name) => `Dear ${name},`,
}

const AUTOMATIC: Text = {
  nl: 'Dit bericht is automatisch verstuurd. Antwoorden op dit adres worden niet gelezen.',
  en: 'This message was sent automatically. Replies to this address are not read.',
}

function page(language: Language, title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>`,
    '<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">',
    ...body,
    '</body></html>',
    '',
  ].join('\n')
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`
}

interface Link {
  readonly label: string
  readonly url: string
}

function linkText(link: Link | undefined): string[] {
  return link ? [`${link.label}:\n${link.url}`] : []
}

function linkParagraph({ label, url }: Link): string {
  return `<p><a href="${escape(url)}">${escape(label)}</a></p>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
