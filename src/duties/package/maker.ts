import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { AppError, isAppError } from '#kernel/error.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'
import { PART_BYTES, Spool } from '#store/spool.ts'
import { type Ordered, OrderSeal, PartSeal } from './order.ts'
import { type PackageOrder, type PackageProgress, writePackage } from './write.ts'

/** Packages that one process makes at the same time; the others wait for their turn. */
const AT_ONCE = 3
const PARTS_LIMIT = 4096
/** After half a minute without a word another process takes an order up. */
const TELL_EVERY_MS = 5_000

export interface MakerParts {
  /** Signed in as the worker. */
  readonly platform: Platform
  readonly master: MasterKey
  /** All that a package needs beside its order. */
  readonly prepare: (organisation: string, ordered: Ordered) => Promise<PackageOrder>
  /** Told of an order that failed for a reason that nobody expected. */
  readonly onDefect?: (error: unknown) => void
}

/** An order that this process has taken, with the number of the try. */
interface Taken {
  readonly id: string
  readonly sealed: Buffer
  readonly tries: number
}

/**
 * Makes the packages that were ordered, in whichever process there is: what one begins and does
 * not end, because it was stopped, another makes anew.
 */
export class PackageMaker {
  readonly #parts: MakerParts
  readonly #seal: OrderSeal
  readonly #running = new Map<string, Promise<void>>()
  #isStopping = false

  constructor(parts: MakerParts) {
    this.#parts = parts
    this.#seal = new OrderSeal(parts.master)
  }

  /** Takes orders up for as long as there are any and room for them. Waits for none. */
  async takeUp(organisation: string): Promise<void> {
    while (!this.#isStopping && this.#running.size < AT_ONCE) {
      const taken = await this.#take(organisation)
      if (!taken) return
      const done = this.#carryOut(organisation, taken).finally(() => {
        this.#running.delete(taken.id)
        // What waited for a turn has one now.
        void this.takeUp(organisation).catch((error: unknown) => this.#parts.onDefect?.(error))
      })
      this.#running.set(taken.id, done)
    }
  }

  /** Ends when an order is made, or at once where another process makes it. */
  async made(id: string): Promise<void> {
    await this.#running.get(id)
  }

  /** Seals what is ordered. */
  seal(id: string, ordered: Ordered): Buffer {
    return this.#seal.seal(id, ordered)
  }

  /** Waits for what is being made here, and begins no more. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#running.values())
  }

  async #take(organisation: string): Promise<Taken | undefined> {
    const take = sql.id(schemaOf(organisation), 'take_package_order')
    const [row] = await this.#parts.platform.run(
      written(sql<{ id: string | null; sealed: Buffer; tries: number }>`
        select id, sealed, tries from ${take}()`),
    )
    return row?.id ? { ...row, id: row.id } : undefined
  }

  async #carryOut(organisation: string, taken: Taken): Promise<void> {
    const order = new TakenOrder(this.#parts.platform, organisation, taken)
    const telling = setInterval(() => void order.tell().catch(() => undefined), TELL_EVERY_MS)
    try {
      const ordered = this.#seal.unseal(taken.id, taken.sealed)
      const asked = await this.#parts.prepare(organisation, ordered)
      await order.fill(asked, new PartSeal(ordered.session, taken.id))
    } catch (error) {
      // Nobody wants it any more, or another makes it: that is told by the failure itself.
      if (!isAppError(error)) this.#parts.onDefect?.(error)
      await order.fail(isAppError(error) ? error.code : 'PACKAGE_STOPPED').catch(() => undefined)
    } finally {
      clearInterval(telling)
    }
  }
}

/** What is told to the database of one order, by whoever makes it. */
class TakenOrder {
  readonly #platform: Platform
  readonly #schema: string
  readonly #taken: Taken
  #progress: PackageProgress = { done: 0, of: 0, lines: 0 }

  constructor(platform: Platform, organisation: string, taken: Taken) {
    this.#platform = platform
    this.#schema = schemaOf(organisation)
    this.#taken = taken
  }

  /** Makes the package whole, and keeps it part by part. */
  async fill(asked: PackageOrder, seal: PartSeal): Promise<void> {
    const told = (progress: PackageProgress): void => void (this.#progress = progress)
    const spool = await Spool.fill(writePackage({ ...asked, told }))
    try {
      const parts = Math.ceil(spool.bytes / PART_BYTES)
      if (parts > PARTS_LIMIT) throw new AppError('PACKAGE_TOO_LARGE')
      const digest = createHash('sha256')
      let part = 0
      for await (const plain of spool.parts()) {
        digest.update(plain)
        await this.#call('put_package_order_part', sql`${part}, ${seal.seal(part, plain)}::bytea`)
        part += 1
      }
      await this.#end(null, { bytes: spool.bytes, parts, digest: digest.digest() })
    } finally {
      await spool.discard()
    }
  }

  async tell(): Promise<void> {
    const { done, lines } = this.#progress
    await this.#call('tell_package_order', sql`${done}, ${lines}`)
  }

  fail(code: string): Promise<void> {
    return this.#end(code, { bytes: null, parts: null, digest: null })
  }

  #end(
    failure: string | null,
    made: { bytes: number | null; parts: number | null; digest: Buffer | null },
  ): Promise<void> {
    const { bytes, parts, digest } = made
    return this.#call(
      'end_package_order',
      sql`${failure}, ${bytes}::bigint, ${parts}::integer, ${digest}::bytea`,
    )
  }

  /** @throws `NOT_FOUND` when the order is no longer this process's to make. */
  async #call(name: string, rest: ReturnType<typeof sql>): Promise<void> {
    const { id, tries } = this.#taken
    const [row] = await this.#platform.run(
      written(sql<{ mine: boolean }>`
        select ${sql.id(this.#schema, name)}(${id}::uuid, ${tries}, ${rest}) as mine`),
    )
    if (!row?.mine) throw new AppError('NOT_FOUND')
  }
}
