import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { agendaChangedMail } from '#jobs/mails/agenda-changed.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { AppError } from '#kernel/error.ts'
import { type CalendarReply, readReplies } from '#modules/practice/calendar/reply.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { readMailbox } from './mailbox.ts'
import { readMail } from './parsed-mail.ts'
import { sealWaiting } from './tray.ts'

/**
 * Where a mail goes: the tray of a coach, the dossier that its address names, or the appointment of
 * which it answers the invitation.
 */
export interface MailPlace {
  readonly organisation: string
  readonly accountId: string
  readonly dossierId: string | null
  /** The appointment or series of which this is the invitation's own address. */
  readonly invitationId: string | null
  /** The organisation, by the name that people know. */
  readonly title: string
}

/** Puts mail that comes from outside in the tray of the coach whom its address names. */
export class MailReceiver {
  readonly #platform: Platform
  readonly #keys: DossierKeys
  readonly #outbox: Outbox

  /** @param platform With the login of the worker. */
  constructor(platform: Platform, keys: DossierKeys, outbox: Outbox) {
    this.#platform = platform
    this.#keys = keys
    this.#outbox = outbox
  }

  /** Whom an address leads to; undefined when there is no such address. */
  async find(mailbox: string): Promise<MailPlace | undefined> {
    const { token, organisation } = readMailbox(mailbox) ?? {}
    if (token === undefined || organisation === undefined) return undefined
    const [known] = await this.#platform.run(
      written(sql<{ title: string }>`
        select name as title from gestand.organisations where id = ${organisation}`),
    )
    if (!known) return undefined
    const schema = `org_${organisation}`
    const [row] = await this.#platform.run(
      written(sql<Omit<MailPlace, 'organisation' | 'title'>>`
        select account_id as "accountId", dossier_id as "dossierId",
          null::uuid as "invitationId" from ${sql.id(schema, 'mail_place')}(${token})
        union all select account_id, dossier_id, invitation_id
        from ${sql.id(schema, 'appointment_place')}(${token}) limit 1`),
    )
    return row && { organisation, title: known.title, ...row }
  }

  /**
   * Keeps a mail, sealed, until its coach files it. A mail that is there already is taken for kept.
   * What a calendar answers to the invitation that the address stands in, is set on the appointment
   * and not kept.
   *
   * @throws `MAIL_MALFORMED`, `MAIL_LOOP`; `TRAY_FULL` when nothing more fits; `REPLY_STRANGE` for
   * an answer from somebody who was not invited, or about another appointment.
   */
  async receive(place: MailPlace, raw: Buffer): Promise<void> {
    const { accountId, organisation } = place
    const mail = await readMail(raw)
    const replies = mail.calendar === undefined ? [] : readReplies(mail.calendar)
    if (place.invitationId !== null && replies.length > 0) {
      return this.#takeReplies(place, mail.from, replies)
    }
    const schema = `org_${organisation}`
    const [subject] = await this.#platform.run(
      written(sql<{ dossierId: string | null }>`
        select ${sql.id(schema, 'mail_about')}(${accountId}::uuid, ${mail.from},
          ${mail.to}::text[]) as "dossierId"`),
    )
    const about = place.dossierId ?? subject?.dossierId ?? null
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

  /** The coach hears of it when the client will not or may not come. */
  async #takeReplies(
    place: MailPlace,
    from: string,
    replies: readonly CalendarReply[],
  ): Promise<void> {
    const { accountId, dossierId, invitationId, organisation, title } = place
    await this.#platform.change(async (tx) => {
      const refused: string[] = []
      for (const { answer, attendee, id, occurrence = null, sequence, stampedAt } of replies) {
        if (id !== invitationId || attendee !== from) throw new AppError('REPLY_STRANGE')
        const [row] = await tx.run(
          written(sql<{ outcome: string; about: string | null }>`
            select outcome, about from ${sql.id(`org_${organisation}`, 'receive_reply')}(
              ${id}::uuid, ${occurrence}::timestamptz, ${from}, ${answer}, ${sequence}::integer,
              ${stampedAt}::timestamptz)`),
        )
        if (row?.outcome === 'stranger') throw new AppError('REPLY_STRANGE')
        if (answer !== 'accepted' && row?.about) refused.push(row.about)
      }
      const [about] = refused
      if (about === undefined) return
      const path = `/werk/agenda/afspraak/${dossierId}/${about}`
      await this.#outbox.queue(tx, agendaChangedMail, { organisation: title, path }, { accountId })
    })
  }

  /** Destroys what nobody filed in time; its keys are spent. Returns how many mails went. */
  async expire(organisation: string): Promise<number> {
    const gone = await this.#platform.run(
      written(sql<{ id: string }>`
        select id from ${sql.id(`org_${organisation}`, 'expire_waiting_mails')}()`),
    )
    return gone.length
  }
}
