import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDocument } from '#modules/practice/document.ts'
import { receiveFile, type ReceivedFile } from '#modules/practice/received-file.ts'
import type { Source } from '#modules/practice/words.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { type Mail, type MailAttachment, readMail } from './parsed-mail.ts'

const TITLE_LIMIT = 200
const FILE_CODES = ['FILE_EMPTY', 'FILE_TOO_LARGE', 'FILE_KIND_BARRED', 'FILE_DISGUISED']

/** A mail with its attachments looked through, ready to be filed. They stand outside memory. */
export class MailToFile implements AsyncDisposable {
  readonly mail: Mail
  readonly files: readonly ReceivedFile[]
  /** Names of what came along and is not taken: kinds of files that could run. */
  readonly refused: readonly string[]

  constructor(mail: Mail, files: readonly ReceivedFile[], refused: readonly string[]) {
    this.mail = mail
    this.files = files
    this.refused = refused
  }

  /**
   * Reads a mail and looks its attachments through.
   *
   * @throws `MAIL_MALFORMED`, `MAIL_LOOP`.
   */
  static async read(raw: Buffer): Promise<MailToFile> {
    const mail = await readMail(raw)
    const files: ReceivedFile[] = []
    const refused: string[] = []
    for (const attachment of mail.attachments) {
      const file = await receive(attachment)
      if (file) files.push(file)
      else refused.push(attachment.name)
    }
    return new MailToFile(mail, files, refused)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.files.map((file) => file[Symbol.asyncDispose]()))
  }
}

async function receive({ content, name }: MailAttachment): Promise<ReceivedFile | undefined> {
  try {
    return await receiveFile(onePiece(content), name)
  } catch (error) {
    if (FILE_CODES.some((code) => isAppError(error, code))) return undefined
    throw error
  }
}

async function* onePiece(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}

/**
 * Files a mail in the opened dossier, its attachments as documents.
 *
 * @param refusedLine Said below the text of each attachment that was not taken.
 * @throws `DOSSIER_CLOSED`; `DUPLICATE` when it is in this dossier already.
 */
export async function fileMail(
  tx: OpenedDossier,
  { mail, files, refused }: MailToFile,
  refusedLine: (name: string) => string = (name) => `[${name}]`,
): Promise<string> {
  const id = randomUUID()
  const { dossierId } = tx
  const source = await sourceOf(tx, mail)
  const text = [mail.text, ...refused.map(refusedLine)].join('\n\n')
  await tx.run(
    from.insertInto('filed_mails').values({
      id,
      dossier_id: dossierId,
      message_digest: mail.digest,
      sent_at: mail.sentAt,
      source,
      sender: tx.seal('filed_mails.sender', mail.sender),
      receivers: tx.seal('filed_mails.receivers', mail.receivers),
      subject: tx.seal('filed_mails.subject', mail.subject),
      body: tx.seal('filed_mails.body', text),
    }),
  )
  for (const file of files) {
    const documentId = await addDocument(tx, {
      category: 'correspondence',
      title: file.name.slice(0, TITLE_LIMIT),
      file,
      source,
      ...(source !== 'client' && { sourceName: mail.sender.slice(0, TITLE_LIMIT) }),
      channel: 'email',
    })
    await tx.run(
      from
        .insertInto('mail_attachments')
        .values({ document_id: documentId, mail_id: id, dossier_id: dossierId }),
    )
  }
  return id
}

/** By the address that it came from: of the client, of a colleague, or of somebody else. */
async function sourceOf(tx: OpenedDossier, mail: Mail): Promise<Source> {
  const [client] = await tx.run(
    from.selectFrom('clients').select('email').where('dossier_id', '=', tx.dossierId),
  )
  if (client?.email?.toLowerCase() === mail.from) return 'client'
  const [row] = await tx.run(written(sql<{ own: boolean }>`select sent_by_us(${mail.from}) as own`))
  return row?.own ? 'own' : 'third-party'
}

/**
 * Takes a mail out of the dossier; its attachments stay, as documents.
 *
 * @throws `NOT_FOUND`
 */
export async function removeMail(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('filed_mails')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

/** Makes the dossier an address of its own for mail, or does away with it. */
export async function switchAddress(tx: OpenedDossier, on: boolean): Promise<void> {
  const { dossierId } = tx
  await tx.run(from.deleteFrom('mail_addresses').where('dossier_id', '=', dossierId))
  if (on) {
    await tx.run(from.insertInto('mail_addresses').values({ dossier_id: dossierId }))
  }
}
