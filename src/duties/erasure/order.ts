import { schemaOf } from '#store/store.ts'
import { quoted } from '#store/owner.ts'
import type { Pool } from '#store/pool.ts'

/** An erasure that is under way, as the organisation's database keeps it. */
export interface Order {
  readonly id: string
  readonly dossierId: string
  readonly personId: string | null
  readonly accountId: string | null
  readonly part: string
  readonly cause: 'request' | 'choice' | 'retention' | 'restored'
  readonly deletedAt: Date | null
}

/** Where the re-read found something. */
export interface Leftover {
  readonly orderId: string
  readonly place: string
  readonly amount: number
}

/** Whom an erasure tells that it is done. */
export interface OrderReader {
  readonly orderId: string
  readonly name: string
  readonly email: string
  readonly language: string
}

/** Asks the functions of one organisation by which orders go on, with the login of the worker. */
export class Orders {
  readonly organisation: string
  readonly #worker: Pool
  readonly #schema: string

  constructor(worker: Pool, organisation: string) {
    this.#worker = worker
    this.organisation = organisation
    this.#schema = quoted(schemaOf(organisation))
  }

  /** Makes orders of the requests for erasure that were granted. Returns how many. */
  async orderRequested(): Promise<number> {
    return this.#count('order_requested()', [])
  }

  /** Makes orders of what is due, at most so many. Returns how many. */
  async orderDue(most: number): Promise<number> {
    return this.#count('order_due($1)', [most])
  }

  /** Destroys accounts, and names of members, that are past their term. Returns how many. */
  async destroyAccounts(): Promise<number> {
    return this.#count('destroy_closed_accounts()', [])
  }

  /** Destroys rows that outlived their dossier, on the day of their own term. Returns how many. */
  async destroyUntied(): Promise<number> {
    return this.#count('destroy_untied()', [])
  }

  /** Orders of which the rows are still to go, or those to be re-read, without leftovers first. */
  listOpen(most: number, gone: boolean): Promise<Order[]> {
    return this.#rows<Order>(
      `id, dossier_id as "dossierId", person_id as "personId", account_id as "accountId", part,
       cause, deleted_at as "deletedAt"`,
      'open_erasures($1, $2)',
      [most, gone],
    )
  }

  words(dossierIds: readonly string[]): Promise<{ dossierId: string; word: string }[]> {
    return this.#rows('distinct dossier_id as "dossierId", word', 'erasure_words($1)', [dossierIds])
  }

  readers(ids: readonly string[]): Promise<OrderReader[]> {
    return this.#rows('order_id as "orderId", name, email, language', 'erasure_readers($1)', [ids])
  }

  /** Deletes the rows of what is registered. Returns how many dossiers went. */
  carryOut(ids: readonly string[]): Promise<number> {
    return this.#count('carry_out_erasures($1)', [ids])
  }

  rereadIds(ids: readonly string[]): Promise<Leftover[]> {
    return this.#rows('order_id as "orderId", place, amount', 'reread_ids($1)', [ids])
  }

  rereadWords(
    patterns: readonly string[],
    ids: readonly string[],
  ): Promise<Omit<Leftover, 'orderId'>[]> {
    return this.#rows('place, amount', 'reread_words($1, $2)', [patterns, ids])
  }

  /** Which of these are closed. */
  async listClosed(ids: readonly string[]): Promise<string[]> {
    const rows = await this.#rows<{ id: string }>('c.id', 'closed_erasures($1) as c (id)', [ids])
    return rows.map(({ id }) => id)
  }

  /** Keys that seal nothing any more and are still there, at most so many. */
  async listSpentKeys(most: number): Promise<string[]> {
    const rows = await this.#rows<{ id: string }>('k.id', 'list_spent_keys($1) as k (id)', [most])
    return rows.map(({ id }) => id)
  }

  /** Lets go of keys that were destroyed. */
  async forgetSpentKeys(ids: readonly string[]): Promise<void> {
    await this.#rows('1', 'forget_spent_keys($1)', [ids])
  }

  async #rows<Row extends object>(
    columns: string,
    call: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const text = `select ${columns} from ${this.#schema}.${call}`
    const { rows } = await this.#worker.query<Row>(text, [...values])
    return rows
  }

  async #count(call: string, values: readonly unknown[]): Promise<number> {
    const text = `select ${this.#schema}.${call}::integer as n`
    const { rows } = await this.#worker.query<{ n: number }>(text, [...values])
    return rows[0]?.n ?? 0
  }
}
