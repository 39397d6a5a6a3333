import type { Text } from '#kernel/language.ts'
import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { Source } from '#modules/practice/words.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { OTHER_MAIL, SENT_MAILS } from './words.ts'

/** The mails of one dossier, for the opened dossier. */
export function mailReads(access: Access, dossierId: string): MailReads {
  return buildReads(access, dossierId)
}

export type MailReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    filedMails: selectReadable(access, 'filed_mails', {
      needs: ['id', 'sent_at', 'source', 'sender', 'receivers', 'subject', 'body', 'filed_by'],
      where,
    }),
    mailAttachments: selectReadable(access, 'mail_attachments', {
      needs: ['mail_id', 'document_id'],
      where,
    }),
    sentMails: selectReadable(access, 'sent_mails', {
      needs: ['id', 'kind', 'receiver', 'sent_at', 'sent_by'],
      where,
    }),
    mailAddresses: selectReadable(access, 'mail_addresses', { needs: ['token'], where }),
  }
}

/** A mail that the software sent about the client: which, and not what it said. */
export interface SentMailView {
  readonly id: string
  readonly title: Text
  readonly receiver: 'client' | 'party'
  readonly sentAt: Date
  /** Whose act it tells of; left out for a reminder. */
  readonly sentBy?: Actor
}

/** A mail in a dossier. */
export interface MailView {
  readonly id: string
  readonly sentAt: Date
  readonly source: Source
  readonly sender: string
  readonly receivers: string
  readonly subject: string
  readonly body: string
  readonly filedBy: Actor
  /** Ids of the documents that came with it. */
  readonly documents: readonly string[]
}

export interface DossierMails {
  /** The newest first. */
  readonly mails: readonly MailView[]
  /** What the software sent, the newest first. */
  readonly sent: readonly SentMailView[]
  /** What stands in the address of the dossier before the organisation; undefined for none. */
  readonly token?: string
}

type Rows = { readonly [Name in keyof MailReads]: RowsOf<MailReads[Name]> }

/** Unseals what `mailReads` answered. */
export function readDossierMails(opening: Opening, rows: Rows, actors: Actors): DossierMails {
  const [address] = rows.mailAddresses
  const mails = rows.filedMails
    .map(
      (row): MailView => ({
        id: row.id,
        sentAt: row.sent_at,
        source: row.source as Source, // as in the table
        sender: opening.unseal('filed_mails.sender', row.sender),
        receivers: opening.unseal('filed_mails.receivers', row.receivers),
        subject: opening.unseal('filed_mails.subject', row.subject),
        body: opening.unseal('filed_mails.body', row.body),
        filedBy: actors.who(row.filed_by),
        documents: rows.mailAttachments
          .filter(({ mail_id }) => mail_id === row.id)
          .map(({ document_id }) => document_id),
      }),
    )
    .toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
  const sent = rows.sentMails
    .map(
      (row): SentMailView => ({
        id: row.id,
        title: SENT_MAILS[row.kind] ?? OTHER_MAIL,
        receiver: row.receiver as SentMailView['receiver'], // as in the table
        sentAt: row.sent_at,
        ...(row.sent_by !== null && { sentBy: actors.who(row.sent_by) }),
      }),
    )
    .toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
  return { mails, sent, ...(address && { token: address.token }) }
}
