import { AppError } from '#kernel/error.ts'
import { Spool } from '#store/spool.ts'
import { type PackageOrder, type PackageProgress, writePackage } from './write.ts'

/** Packages that one process makes at the same time; the others wait for their turn. */
const AT_ONCE = 3
/** Packages that are made, wait or are ready at the same time. */
const MOST = 200
/** A package that is ready can be fetched for so long. */
const READY_MS = 30 * 60_000

/** A package on its way. What stops it is kept for the page, where the person begins again. */
export interface Making {
  readonly kind: PackageOrder['kind']
  /** Files that were left out because they are about others too. */
  readonly leftOut: number
  readonly begunAt: Date
  state: 'waiting' | 'making' | 'ready' | 'failed'
  progress: PackageProgress
  /** The whole of it, once it is ready: taken as often as wanted until it is let go. */
  spool?: Spool
  /** Until when it can be fetched. */
  until?: Date
  /** What stopped it. */
  failure?: unknown
  /** Ends when it is ready, or failed. */
  readonly done: Promise<void>
}

/**
 * Packages that are made while their person waits, or does something else. They live in this
 * process alone: outside memory, sealed under a key that nobody has, and gone when it stops.
 */
export class Makings {
  readonly #all = new Map<string, Making>()
  readonly #turns: (() => void)[] = []
  #busy = 0

  /**
   * Begins a package; what its owner had here before goes.
   *
   * @param owner Who may fetch it, as a key of the caller's own making.
   * @throws `PACKAGE_BUSY` when too many are on their way.
   */
  async begin(owner: string, order: PackageOrder): Promise<Making> {
    await this.letGo(owner)
    if (this.#all.size >= MOST) throw new AppError('PACKAGE_BUSY')
    const { promise, resolve } = Promise.withResolvers<void>()
    const making: Making = {
      kind: order.kind,
      leftOut: order.blanking?.files.length ?? 0,
      begunAt: new Date(),
      state: 'waiting',
      progress: { done: 0, of: order.dossiers.length + 1, lines: 0 },
      done: promise,
    }
    this.#all.set(owner, making)
    void this.#carryOut(owner, making, order).then(resolve)
    return making
  }

  /** What an owner had begun, and was not let go. */
  find(owner: string): Making | undefined {
    return this.#all.get(owner)
  }

  /** Lets a package go, also while it is being made: then it goes as soon as it is. */
  async letGo(owner: string): Promise<void> {
    const making = this.#all.get(owner)
    this.#all.delete(owner)
    await making?.spool?.discard()
  }

  async #carryOut(owner: string, making: Making, order: PackageOrder): Promise<void> {
    if (this.#busy >= AT_ONCE) await new Promise<void>((turn) => void this.#turns.push(turn))
    else this.#busy += 1
    try {
      making.state = 'making'
      const spool = await Spool.fill(
        writePackage({ ...order, told: (progress) => (making.progress = progress) }),
      )
      if (this.#all.get(owner) !== making) return await spool.discard()
      Object.assign(making, { spool, state: 'ready', until: new Date(Date.now() + READY_MS) })
    } catch (error) {
      Object.assign(making, { state: 'failed', failure: error })
    } finally {
      const next = this.#turns.shift()
      if (next) next()
      else this.#busy -= 1
      setTimeout(() => void this.#expire(owner, making), READY_MS).unref()
    }
  }

  async #expire(owner: string, making: Making): Promise<void> {
    if (this.#all.get(owner) === making) await this.letGo(owner)
  }
}
