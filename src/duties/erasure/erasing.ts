import { sql } from 'kysely'
import { erasureDoneMail } from '#jobs/mails/erasure-done.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { type ErasureRegister, type NewTrace, WHOLE } from '#store/erasure-register.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Platform } from '#store/platform.ts'
import type { Pool } from '#store/pool.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'
import { type Leftover, type Order, Orders } from './order.ts'
import { Outside } from './outside.ts'
import { patternsOf, type Trace, TraceSeal } from './trace.ts'

/** After each of these it can stop, and goes on where it was. */
export const STEPS = ['registered', 'deleted', 'closed', 'register-closed'] as const
export type Step = (typeof STEPS)[number]

export interface Erasing {
  /** Connections with the login of the worker. */
  readonly worker: Pool
  /** The same login, for mail. */
  readonly platform: Platform
  readonly register: ErasureRegister
  readonly master: MasterKey
  readonly outbox: Outbox
  /** Told after each step: a test stops there. */
  readonly after?: (step: Step) => void
}

export interface ErasingResult {
  /** Dossiers of which the rows went. */
  readonly deleted: number
  /** Erasures that are finished. */
  readonly closed: number
  /** Erasures that left something and wait for somebody to look. */
  readonly waiting: number
}

export interface ErasingOptions {
  /**
   * Whether what is gone is re-read and closed too; otherwise a later run does so, for many at
   * once.
   */
  readonly settle?: boolean
}

const BATCH = 500
/** The re-read goes through every store: it takes as long for many as for one. */
const SETTLED_AT_ONCE = 20_000

/**
 * Carries out what was ordered, and goes on with what was left half-way. Every step is noted before
 * the next begins and can be done twice; nothing is closed before the re-read found nothing.
 */
export async function runErasures(
  parts: Erasing,
  organisation: string,
  { settle = true }: ErasingOptions = {},
): Promise<ErasingResult> {
  const run = new ErasingRun(parts, organisation)
  return run.finish(settle)
}

class ErasingRun {
  readonly #parts: Erasing
  readonly #orders: Orders
  readonly #outside: Outside
  readonly #traces: TraceSeal
  #deleted = 0
  #closed = 0

  constructor(parts: Erasing, organisation: string) {
    this.#parts = parts
    this.#orders = new Orders(parts.worker, organisation)
    this.#outside = new Outside(parts.platform, parts.master)
    this.#traces = new TraceSeal(parts.master)
  }

  /** Rows and keys of everything that was ordered go first, and then all of it is re-read. */
  async finish(settle: boolean): Promise<ErasingResult> {
    await this.#orders.orderRequested()
    let waiting = 0
    await this.#each(
      () => this.#orders.listOpen(BATCH, false),
      (orders) => this.#carryOut(orders),
    )
    await this.#destroySpentKeys()
    if (settle) {
      await this.#closeRegister()
      await this.#each(
        () => this.#orders.listOpen(SETTLED_AT_ONCE, true),
        async (orders) => {
          waiting += await this.#settle(orders)
        },
      )
    }
    return { deleted: this.#deleted, closed: this.#closed, waiting }
  }

  /** Goes through open orders in batches, each of them once. */
  async #each(
    list: () => Promise<Order[]>,
    work: (orders: readonly Order[]) => Promise<void>,
  ): Promise<void> {
    const seen = new Set<string>()
    for (;;) {
      const open = await list()
      const fresh = open.filter(({ id }) => !seen.has(id))
      if (fresh.length === 0) return
      for (const { id } of fresh) seen.add(id)
      await work(fresh)
    }
  }

  /** Registers orders with their keys destroyed, and deletes their rows. */
  async #carryOut(orders: readonly Order[]): Promise<void> {
    const asked = orders.filter(({ cause, part }) => cause !== 'retention' && part === WHOLE)
    const traces = await this.#trace(asked)
    await this.#parts.register.register(this.#orders.organisation, orders, traces)
    this.#after('registered')
    this.#deleted += await this.#orders.carryOut(orders.map(({ id }) => id))
    this.#after('deleted')
  }

  /** Destroys the keys of cases that went or were emptied, whatever made them go. */
  async #destroySpentKeys(): Promise<void> {
    for (;;) {
      const ids = await this.#orders.listSpentKeys(BATCH)
      if (ids.length === 0) return
      await this.#parts.register.destroyKeys(this.#orders.organisation, ids)
      await this.#orders.forgetSpentKeys(ids)
    }
  }

  /** Re-reads every store for what is gone, and closes what left nothing. Returns how many did. */
  async #settle(orders: readonly Order[]): Promise<number> {
    const ids = orders.map(({ id }) => id)
    const { register } = this.#parts
    const { organisation } = this.#orders
    const traces = await this.#readTraces(ids)
    await this.#outside.deleteMails([...traces.values()].flatMap(({ words }) => words))
    const leftovers = await this.#reread(orders, traces)
    const closed = await this.#close(ids, leftovers, traces)
    this.#closed += closed.length
    this.#after('closed')
    await register.close(organisation, closed)
    this.#after('register-closed')
    return ids.length - closed.length
  }

  /** What the re-read will look for, of those who asked to go. */
  async #trace(orders: readonly Order[]): Promise<NewTrace[]> {
    if (orders.length === 0) return []
    const [spoken, told] = await Promise.all([
      this.#orders.words(orders.map(({ dossierId }) => dossierId)),
      this.#orders.readers(orders.map(({ id }) => id)),
    ])
    const found = Map.groupBy(spoken, ({ dossierId }) => dossierId)
    const readers = new Map(told.map((each) => [each.orderId, each]))
    return orders.map(({ id, dossierId }) => {
      const words = (found.get(dossierId) ?? []).map(({ word }) => word)
      const reader = readers.get(id)
      const trace: Trace = {
        words,
        ...(reader && {
          reader: {
            name: reader.name,
            email: reader.email,
            language: reader.language === 'en' ? 'en' : 'nl',
          },
        }),
      }
      return {
        erasureId: id,
        sealed: this.#traces.seal(id, trace),
        marks: this.#traces.marks(this.#orders.organisation, words),
      }
    })
  }

  async #readTraces(ids: readonly string[]): Promise<Map<string, Trace>> {
    const rows = await this.#parts.register.listTraces(ids)
    return new Map(
      rows.map(({ erasureId, sealed }) => [erasureId, this.#traces.unseal(erasureId, sealed)]),
    )
  }

  /** Looks everywhere for ids, and as text for whoever asked to go. */
  async #reread(orders: readonly Order[], traces: ReadonlyMap<string, Trace>): Promise<Leftover[]> {
    const ids = orders.map(({ id }) => id)
    const found = [...(await this.#orders.rereadIds(ids))]
    const keys = new Set(
      await this.#parts.register.listKeys(
        this.#orders.organisation,
        orders.filter(({ part }) => part === WHOLE).map(({ dossierId }) => dossierId),
      ),
    )
    for (const { id, dossierId } of orders) {
      if (keys.has(dossierId)) found.push({ orderId: id, place: 'dossier_keys', amount: 1 })
    }
    const traced = orders.filter(({ id }) => traces.has(id))
    const all = [...traces.values()].flatMap(({ words }) => words)
    if (traced.length === 0 || (await this.#lookFor(all, traced)).length === 0) return found
    for (const order of traced) {
      const places = await this.#lookFor(traces.get(order.id)?.words ?? [], [order])
      found.push(...places.map((place) => ({ orderId: order.id, ...place })))
    }
    return found
  }

  async #lookFor(
    words: readonly string[],
    orders: readonly Order[],
  ): Promise<{ place: string; amount: number }[]> {
    const own = orders.flatMap(({ dossierId, personId, accountId }) =>
      [dossierId, personId, accountId].filter((id) => id !== null),
    )
    return [
      ...(await this.#orders.rereadWords(patternsOf(words), own)),
      ...(await this.#outside.reread(words)),
    ]
  }

  /** Closes what left nothing, and tells those who asked: both, or neither. */
  #close(
    ids: readonly string[],
    leftovers: readonly Leftover[],
    traces: ReadonlyMap<string, Trace>,
  ): Promise<string[]> {
    const { platform, outbox } = this.#parts
    const { organisation } = this.#orders
    const orders = leftovers.map(({ orderId }) => orderId)
    const places = leftovers.map(({ place }) => place)
    const amounts = leftovers.map(({ amount }) => amount)
    return platform.change(async (tx) => {
      const closed = await tx.run(
        written(sql<{ id: string; label: string }>`
          select c.id, o.name as label
          from ${sql.id(schemaOf(organisation))}.settle_erasures(${[...ids]}::uuid[],
              ${orders}::uuid[], ${places}::text[], ${amounts}::bigint[]) as c (id),
            gestand.organisations o where o.id = ${organisation}`),
      )
      for (const { id, label } of closed) {
        const reader = traces.get(id)?.reader
        if (!reader) continue
        const data = { organisation: label, path: `/verwijderingen/${id}` }
        await outbox.queue(tx, erasureDoneMail, data, reader)
      }
      return closed.map(({ id }) => id)
    })
  }

  /** What was closed here just before everything stopped is closed in the register too. */
  async #closeRegister(): Promise<void> {
    const { register } = this.#parts
    const { organisation } = this.#orders
    const open = await register.listUnfinished(organisation)
    if (open.length === 0) return
    const closed = await this.#orders.listClosed(open.map(({ id }) => id))
    await register.close(organisation, closed)
  }

  #after(step: Step): void {
    this.#parts.after?.(step)
  }
}
