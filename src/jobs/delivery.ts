import { sql, type UpdateObject } from 'kysely'
import { z } from 'zod'
import { isAppError } from '#kernel/error.ts'
import { LANGUAGES } from '#kernel/language.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { PlatformTables } from '#store/platform-tables.ts'
import { fromPlatform, type Platform } from '#store/platform.ts'
import { type Mail, type Reader, writeMail } from './letter.ts'
import type { MailWriter } from './mail-kind.ts'
import { MailSeal } from './mail-seal.ts'
import { MAIL_KINDS } from './mails.ts'
import { describeFailure, isFinal, type MailTransport } from './smtp.ts'

const TRIES_MAX = 10
/** As long as one try can take: a worker that dies with a mail in hand gives it up after this. */
const LEASE = '2 minutes'
const WAIT_MAX = '6 hours'

export interface DeliveryOptions {
  /** Hears what a mail failed with, as codes. */
  readonly onFailure?: (failure: string) => void
  /** Signed in as the worker. */
  readonly platform: Platform
  readonly master: MasterKey
  /** Where the application is reached: links in mails begin with it. */
  readonly address: URL
  /** The address that mail comes from, which invitations name. */
  readonly sender?: string
  /** The domain at which answers to invitations come in; left out where no mail does. */
  readonly inboundDomain?: string
  /** Left out in a demonstration: then mail stays where it is and `listMails` shows it. */
  readonly transport?: MailTransport
  readonly kinds?: readonly MailWriter[]
}

/** What became of the mails that were tried. */
export interface DeliveryResult {
  readonly sent: number
  readonly postponed: number
  readonly failed: number
}

export interface WaitingMail {
  readonly id: string
  readonly kind: string
  readonly queuedAt: Date
  readonly mail: Mail
}

/** Takes mail out of the outbox and to its readers. */
export class Delivery {
  readonly #options: DeliveryOptions
  readonly #seal: MailSeal

  constructor(options: DeliveryOptions) {
    this.#options = options
    this.#seal = new MailSeal(options.master)
  }

  /**
   * Sends what waits, until nothing does, as many at once as the transport takes. Any number of
   * processes may do so at once: one of them claims a mail, just before it is handed over, and one
   * of many that say the same only when no other waits. One that cannot be sent is tried again
   * after 1, 2, 4 … minutes, ten times; after that it has failed. A payload is wiped as soon as it
   * is of no more use. A crash sends twice only what was on its way at that moment, and nothing is
   * ever not sent at all.
   *
   * @param signal Ends it when what is on its way is done.
   */
  async deliver(signal?: AbortSignal): Promise<DeliveryResult> {
    const { transport } = this.#options
    const result = { sent: 0, postponed: 0, failed: 0 }
    if (!transport) return result
    const next = (): Promise<MailRow | undefined> | undefined =>
      signal?.aborted ? undefined : this.#claim()
    const lane = async (): Promise<void> => {
      for (let mail = await next(); mail; mail = await next()) {
        result[await this.#try(transport, mail)] += 1
      }
    }
    // What goes wrong with one is told when the others have handed over what they claimed.
    const lanes = await Promise.allSettled(Array.from({ length: transport.atOnce }, lane))
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
    return result
  }

  /**
   * Shows the newest mails that were not sent, as they would be, and those of many alike last: the
   * mailbox of a demonstration.
   */
  async listMails(limit = 100): Promise<WaitingMail[]> {
    const rows = await this.#options.platform.run(
      readableMails
        .select('mails.queued_at')
        .where('mails.payload', 'is not', null)
        .orderBy('mails.bulk')
        .orderBy('mails.queued_at', 'desc')
        .orderBy('mails.id')
        .limit(limit),
    )
    return rows.flatMap((row) => {
      const mail = this.#write(row)
      if (typeof mail === 'string') return []
      return [{ id: row.id, kind: row.kind, queuedAt: row.queued_at, mail }]
    })
  }

  /** Takes one mail that waits, for as long as a try can take: one statement, one commit. */
  async #claim(): Promise<MailRow | undefined> {
    const [row] = await this.#options.platform.run(claimedMail)
    return row
  }

  async #try(transport: MailTransport, row: MailRow): Promise<keyof DeliveryResult> {
    const mail = this.#write(row)
    if (typeof mail === 'string') return this.#fail(row, mail)
    try {
      await transport.send(row.id, mail)
    } catch (error) {
      const failure = describeFailure(error)
      this.#options.onFailure?.(failure)
      if (isFinal(error) || row.tries >= TRIES_MAX) return this.#fail(row, failure)
      return this.#postpone(row, failure)
    }
    // Also of one that was called back while it was on its way: it went out.
    await this.#note(row, { sent_at: sql`now()`, failed_at: null, payload: null, failure: null })
    return 'sent'
  }

  async #postpone(row: MailRow, failure: string): Promise<'postponed'> {
    const minutes = 2 ** (row.tries - 1)
    const wait = sql`least(${minutes}::integer * interval '1 minute', ${WAIT_MAX}::interval)`
    await this.#note(row, { next_try_at: sql`now() + ${wait}`, failure }, 'waiting')
    return 'postponed'
  }

  async #fail(row: MailRow, failure: string): Promise<'failed'> {
    await this.#note(row, { failed_at: sql`now()`, payload: null, failure }, 'waiting')
    return 'failed'
  }

  /** @param only `waiting` for what holds of a mail unless it was called back meanwhile. */
  async #note(
    row: MailRow,
    change: UpdateObject<PlatformTables, 'mails'>,
    only?: 'waiting',
  ): Promise<void> {
    const update = fromPlatform.updateTable('mails').set(change).where('id', '=', row.id)
    await this.#options.platform.run(only ? update.where('failed_at', 'is', null) : update)
  }

  /** The mail, or why it cannot be written. */
  #write(row: MailRow): Mail | string {
    const { kinds = MAIL_KINDS, address, inboundDomain, sender } = this.#options
    const kind = kinds.find((known) => known.kind === row.kind)
    if (!kind) return 'UNKNOWN_KIND'
    if (!row.payload) return 'NO_PAYLOAD'
    try {
      const { data, to } = this.#seal.unseal(
        { kind: row.kind, accountId: row.account_id },
        row.payload,
      )
      const reader = row.account_id === null ? READER.parse(to) : readerOf(row)
      return reader
        ? writeMail(kind.write(data), reader, address, { sender, domain: inboundDomain })
        : 'NO_READER'
    } catch (error) {
      return isAppError(error) ? error.code : 'MALFORMED'
    }
  }
}

type MailRow = Awaited<ReturnType<(typeof readableMails)['execute']>>[number]

const readableMails = fromPlatform
  .selectFrom('mails')
  .leftJoin('accounts', 'accounts.id', 'mails.account_id')
  .select(['mails.id', 'mails.kind', 'mails.account_id', 'mails.payload', 'mails.tries'])
  .select(['accounts.email', 'accounts.name', 'accounts.language', 'accounts.disabled_at'])

const READER = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
})

const claimedMail = fromPlatform
  .with('claimed', (db) =>
    db
      .updateTable('mails')
      .set({ tries: sql`tries + 1`, next_try_at: sql`now() + ${LEASE}::interval` })
      .where('id', '=', (waiting) =>
        waiting
          .selectFrom('mails')
          .select('id')
          .where('sent_at', 'is', null)
          .where('failed_at', 'is', null)
          .where('next_try_at', '<=', sql<Date>`now()`)
          .orderBy('bulk')
          .orderBy('next_try_at')
          .limit(1)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'kind', 'account_id', 'payload', 'tries']),
  )
  .selectFrom('claimed as mails')
  .leftJoin('accounts', 'accounts.id', 'mails.account_id')
  .select(['mails.id', 'mails.kind', 'mails.account_id', 'mails.payload', 'mails.tries'])
  .select(['accounts.email', 'accounts.name', 'accounts.language', 'accounts.disabled_at'])

/** An account that was disabled gets no mail. */
function readerOf({ name, email, language, disabled_at: disabledAt }: MailRow): Reader | undefined {
  return disabledAt ? undefined : READER.parse({ name, email, language })
}
