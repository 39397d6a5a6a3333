import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { from, type RowsOf, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** As many as are listed at most. */
export const TRAY_MOST = 500

/** The mails in one's own tray, the oldest first. */
export const trayReads = {
  waiting: from
    .selectFrom('waiting_mails')
    .select(['id', 'dossier_id', 'summary', 'bytes', 'arrived_at', 'expires_on'])
    .orderBy('arrived_at')
    .limit(TRAY_MOST),
}

/** A mail that waits in a tray. */
export interface WaitingMail {
  readonly id: string
  /** The dossier that it seems to be about. */
  readonly suggestion?: string
  readonly sender: string
  readonly subject: string
  readonly bytes: number
  readonly arrivedAt: Date
  /** ISO date after which it is destroyed. */
  readonly expiresOn: string
}

export interface MailSummary {
  readonly sender: string
  readonly subject: string
}

/** What the keys of waiting mails lie under: the organisation and the store of keys. */
export interface TrayKeys {
  readonly keys: DossierKeys
  readonly organisation: string
}

/** Unseals what `trayReads` answered. */
export async function readTray(
  { waiting }: { readonly waiting: RowsOf<(typeof trayReads)['waiting']> },
  tray: TrayKeys,
): Promise<WaitingMail[]> {
  return Promise.all(
    waiting.map(async (row) => {
      const opening = await tray.keys.open(tray.organisation, row.id)
      // What was sealed here was written as such.
      const said = JSON.parse(opening.unseal(SUMMARY, row.summary)) as MailSummary
      return {
        id: row.id,
        ...(row.dossier_id !== null && { suggestion: row.dossier_id }),
        sender: said.sender,
        subject: said.subject,
        bytes: row.bytes,
        arrivedAt: row.arrived_at,
        expiresOn: row.expires_on,
      }
    }),
  )
}

const SUMMARY = 'waiting_mails.summary'
const BODY = 'waiting_mail_parts.body'

/** What a mail in the tray was, byte by byte. */
export function waitingParts(id: string): WaitingParts {
  return partsOf(id)
}

export type WaitingParts = ReturnType<typeof partsOf>

function partsOf(id: string) {
  return from
    .selectFrom('waiting_mail_parts')
    .select(['part', 'body'])
    .where('mail_id', '=', id)
    .orderBy('part')
}

/**
 * Puts the parts of a waiting mail together.
 *
 * @throws `NOT_FOUND` when there is none in one's own tray; `UNREADABLE`.
 */
export async function joinParts(
  tray: TrayKeys,
  id: string,
  parts: readonly { readonly body: Buffer }[],
): Promise<Buffer> {
  if (parts.length === 0) throw new AppError('NOT_FOUND')
  const opening = await tray.keys.open(tray.organisation, id)
  return Buffer.concat(parts.map(({ body }) => opening.unsealBytes(BODY, body)))
}

/** Seals a mail for a tray under a new key of its own. */
export async function sealWaiting(
  { keys, organisation }: TrayKeys,
  mail: { readonly id: string; readonly summary: MailSummary; readonly raw: Buffer },
): Promise<{ readonly summary: Buffer; readonly parts: readonly Buffer[] }> {
  const opening = await keys.make(organisation, mail.id)
  const parts: Buffer[] = []
  for (let place = 0; place < mail.raw.length; place += PART_BYTES) {
    parts.push(opening.seal(BODY, mail.raw.subarray(place, place + PART_BYTES)))
  }
  return { summary: opening.seal(SUMMARY, JSON.stringify(mail.summary)), parts }
}

const PART_BYTES = 1_048_576

/**
 * Takes a mail out of one's own tray.
 *
 * @throws `NOT_FOUND`
 */
export async function removeWaiting(tx: Transaction, id: string): Promise<void> {
  const removed = await tx.run(
    from.deleteFrom('waiting_mails').where('id', '=', id).returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

/** The token of one's own tray, made when it is asked for the first time. */
export async function readTrayToken(tx: Transaction): Promise<string> {
  const [row] = await tx.run(written(sql<{ token: string }>`select own_mail_tray() as token`))
  if (!row) throw new AppError('NOT_FOUND')
  return row.token
}
