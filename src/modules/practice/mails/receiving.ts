import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { readMail } from './parsed-mail.ts'
import { sealWaiting } from './tray.ts'

const ADDRESS = /^([0-9a-f]{32})\.([a-z][a-z0-9]{1,30})$/

/** Where a mail goes: the tray of a coach, and the dossier that its address names. */
export interface MailPlace {
  readonly organisation: string
  readonly accountId: string
  readonly dossierId: string | null
}

/** What stands before the @ in an address that takes mail. */
export function mailboxName(token: string, organisation: string): string {
  return `${token}.${organisation}`
}

/** Puts mail that comes from outside in the tray of the coach whom its address names. */
export class MailReceiver {
  readonly #platform: Platform
  readonly #keys: DossierKeys

  /** @param platform With the login of the worker. */
  constructor(platform: Platform, keys: DossierKeys) {
    this.#platform = platform
    this.#keys = keys
  }

  /** Whom an address leads to; undefined when there is no such address. */
  async find(mailbox: string): Promise<MailPlace | undefined> {
    const [, token, organisation] = ADDRESS.exec(mailbox.toLowerCase()) ?? []
    if (token === undefined || organisation === undefined) return undefined
    const [known] = await this.#platform.run(
      written(sql<{ id: string }>`select id from gestand.organisations where id = ${organisation}`),
    )
    if (!known) return undefined
    const [row] = await this.#platform.run(
      written(sql<{ accountId: string; dossierId: string | null }>`
        select account_id as "accountId", dossier_id as "dossierId"
        from ${sql.id(`org_${organisation}`, 'mail_place')}(${token})`),
    )
    return row && { organisation, ...row }
  }

  /**
   * Keeps a mail, sealed, until its coach files it. A mail that is there already is taken for kept.
   *
   * @throws `MAIL_MALFORMED`, `MAIL_LOOP`; `TRAY_FULL` when nothing more fits.
   */
  async receive(place: MailPlace, raw: Buffer): Promise<void> {
    const { accountId, organisation } = place
    const mail = await readMail(raw)
    const schema = `org_${organisation}`
    const [sender] = await this.#platform.run(
      written(sql<{ dossierId: string | null }>`
        select ${sql.id(schema, 'mail_sender')}(${accountId}::uuid, ${mail.from}) as "dossierId"`),
    )
    const about = place.dossierId ?? sender?.dossierId ?? null
    const id = randomUUID()
    const tray = { keys: this.#keys, organisation }
    const summary = { sender: mail.sender, subject: mail.subject }
    const sealed = await sealWaiting(tray, { id, summary, raw })
    const [came] = await this.#platform.run(
      written(sql<{ outcome: string }>`
        select ${sql.id(schema, 'receive_mail')}(${id}::uuid, ${accountId}::uuid, ${about}::uuid,
          ${mail.digest}::bytea, ${sealed.summary}::bytea, ${raw.length}::integer,
          ${sealed.parts}::bytea[]) as outcome`),
    )
    if (came?.outcome === 'received') return
    await this.#keys.destroy(organisation, id)
    if (came?.outcome === 'full') throw new AppError('TRAY_FULL')
  }

  /** Destroys what nobody filed in time, with its keys. Returns how many mails went. */
  async expire(organisation: string): Promise<number> {
    const gone = await this.#platform.run(
      written(sql<{ id: string }>`
        select id from ${sql.id(`org_${organisation}`, 'expire_waiting_mails')}()`),
    )
    for (const { id } of gone) await this.#keys.destroy(organisation, id)
    return gone.length
  }
}
