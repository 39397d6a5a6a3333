import { sql } from 'kysely'
import type { MasterKey } from '#store/master-key.ts'
import type { Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { Reader } from './letter.ts'
import type { MailKind } from './mail-kind.ts'
import { MailSeal } from './mail-seal.ts'

/**
 * An account, whose name, address and language only the worker looks up; or somebody without one.
 */
export type Recipient = { readonly accountId: string } | Reader

/** Where mail is queued, in the transaction of what it tells about: both happen, or neither. */
export class Outbox {
  readonly #seal: MailSeal

  constructor(master: MasterKey) {
    this.#seal = new MailSeal(master)
  }

  /**
   * Queues a mail.
   *
   * @param tx The transaction of an activity, of the accounts or of the worker.
   * @param data What the kind needs: an organisation and a page, never what stands in a dossier.
   * @throws `SIGNED_OUT` when the transaction entered for nobody.
   */
  async queue<Data>(
    tx: Runner,
    kind: MailKind<Data>,
    data: Data,
    recipient: Recipient,
  ): Promise<void> {
    await this.queueToFollow(tx, kind, data, recipient)
  }

  /** Queues a mail, and answers with its id: what became of it is to be found again. */
  async queueToFollow<Data>(
    tx: Runner,
    kind: MailKind<Data>,
    data: Data,
    recipient: Recipient,
  ): Promise<string> {
    const accountId = 'accountId' in recipient ? recipient.accountId : null
    const place = { kind: kind.kind, accountId }
    const payload = this.#seal.seal(place, {
      data: kind.check(data),
      ...(accountId === null && { to: recipient }),
    })
    const [queued] = await tx.run(
      written(sql<{ id: string }>`select gestand.queue_mail(
        ${kind.kind}, ${accountId}::uuid, ${payload}::bytea, ${this.#seal.masterId}) as id`),
    )
    if (!queued) throw new Error('no id of a mail that was queued')
    return queued.id
  }

  /** Queues one mail of a kind to each of many accounts, in one statement. */
  async queueMany<Data>(
    tx: Runner,
    kind: MailKind<Data>,
    mails: readonly { readonly accountId: string; readonly data: Data }[],
  ): Promise<void> {
    if (mails.length === 0) return
    const accounts = mails.map(({ accountId }) => accountId)
    const payloads = mails.map(({ accountId, data }) =>
      this.#seal.seal({ kind: kind.kind, accountId }, { data: kind.check(data) }),
    )
    await tx.run(
      written(sql`select gestand.queue_mail(${kind.kind}, m.account, m.payload,
          ${this.#seal.masterId})
        from unnest(${accounts}::uuid[], ${payloads}::bytea[]) as m (account, payload)`),
    )
  }
}
