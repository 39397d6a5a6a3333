import type { Authority } from '#kernel/authority.ts'
import { AppError } from '#kernel/error.ts'
import type { Column, Problem } from '#modules/lists/index.ts'
import { hasError } from '#modules/lists/index.ts'
import type { Spool } from '#store/spool.ts'
import type { Store } from '#store/store.ts'
import { checkRegister, type RegisterReport } from './check.ts'
import type { RegisterTarget } from './field.ts'
import { Places, placeReads } from './places.ts'
import { Register, type RegisterMapping } from './register.ts'
import { beginImport, digestOf, findImport, type RegisterImport, takeOver } from './take-over.ts'

/** How long a list that was looked at waits for somebody to go on with it. */
const WAITING_MS = 60 * 60_000

/** A list on its way in, in this process alone. */
export interface Undertaking {
  readonly spool: Spool
  state: 'checking' | 'checked' | 'taking' | 'done' | 'failed'
  /** Rows that were dealt with, and rows that there are. */
  progress: { readonly done: number; readonly of: number }
  columns: readonly Column<RegisterTarget>[]
  /** What is wrong with the file as a whole. */
  problems: readonly Problem[]
  report?: RegisterReport
  /** How far the same list came before, or has come now. */
  begun?: RegisterImport
  /** What stopped it. */
  failure?: unknown
  /** Ends when what goes on has come to an end. */
  done: Promise<void>
}

/** Who brings a list, and how. */
export interface Bringing {
  readonly store: Store
  /** In activity `taking-over`. */
  readonly authority: Authority
  /** ISO date of today. */
  readonly today: string
}

/**
 * Lists that are looked at and taken over while whoever brought them waits, or does something else.
 * The file stands in a spool that only this process can read: when it stops, the same file is
 * chosen again, and what was noted as done stays done.
 */
export class Undertakings {
  readonly #all = new Map<string, Undertaking>()
  /** One list at a time is held whole in memory. */
  #turn: Promise<void> = Promise.resolve()

  /** What an owner brought, and was not let go. */
  find(owner: string): Undertaking | undefined {
    return this.#all.get(owner)
  }

  /**
   * Looks at a list; what its owner had here before goes.
   *
   * @param chosen What some columns are used for; the others are guessed by their headings.
   */
  async bring(
    owner: string,
    spool: Spool,
    bringing: Bringing,
    chosen?: RegisterMapping,
  ): Promise<Undertaking> {
    await this.letGo(owner)
    const undertaking: Undertaking = {
      spool,
      state: 'checking',
      progress: { done: 0, of: 0 },
      columns: [],
      problems: [],
      done: Promise.resolve(),
    }
    this.#all.set(owner, undertaking)
    this.check(undertaking, bringing, chosen)
    setTimeout(() => void this.#expire(owner, undertaking), WAITING_MS).unref()
    return undertaking
  }

  /** Looks again, with other choices for its columns. */
  check(undertaking: Undertaking, bringing: Bringing, chosen?: RegisterMapping): void {
    this.#start(undertaking, 'checking', async () => {
      const { bytes, places } = await this.#read(undertaking, bringing)
      const begun = await bringing.store.change(bringing.authority, (tx) =>
        findImport(tx, digestOf(bytes)),
      )
      // A list that was begun goes on as it was begun, or its rows would count otherwise.
      const choice = begun ? begun.chosen : chosen
      const how = { places, today: bringing.today, ...(choice && { chosen: choice }) }
      const register = new Register(bytes, how)
      const { columns, problems } = register.list
      Object.assign(undertaking, { columns, problems, begun, report: undefined })
      if (hasError(problems) || begun?.finished_at) return
      undertaking.report = await checkRegister(
        bringing.store,
        bringing.authority,
        register,
        (done) => (undertaking.progress = { done, of: register.size }),
      )
    })
  }

  /**
   * Takes over what was looked at, from where it was.
   *
   * @throws `CONFLICT` when it was not looked at yet, or goes on already.
   */
  carryOut(undertaking: Undertaking, bringing: Bringing): void {
    if (undertaking.state !== 'checked' || !undertaking.report) throw new AppError('CONFLICT')
    const { columns } = undertaking
    const chosen = Object.fromEntries(
      columns.map(({ letter, target }) => [letter, target ?? ('left-out' as const)]),
    )
    this.#start(undertaking, 'taking', async () => {
      const { bytes, places } = await this.#read(undertaking, bringing)
      const register = new Register(bytes, { places, today: bringing.today, chosen })
      const { store, authority } = bringing
      const digest = digestOf(bytes)
      const rows = register.size
      const begun = await store.change(authority, (tx) => beginImport(tx, digest, { rows, chosen }))
      await takeOver(store, authority, { register, begun }, (done) => {
        undertaking.progress = { done, of: rows }
      })
      undertaking.begun = await store.change(authority, (tx) =>
        beginImport(tx, digest, { rows, chosen }),
      )
    })
  }

  /** Lets a list go. What goes on in the same moment stops at its next step. */
  async letGo(owner: string): Promise<void> {
    const undertaking = this.#all.get(owner)
    this.#all.delete(owner)
    await undertaking?.spool.discard()
  }

  #start(undertaking: Undertaking, state: 'checking' | 'taking', work: () => Promise<void>): void {
    undertaking.state = state
    undertaking.progress = { done: 0, of: undertaking.progress.of }
    delete undertaking.failure
    const before = this.#turn
    undertaking.done = before.then(work).then(
      () => void (undertaking.state = state === 'taking' ? 'done' : 'checked'),
      (failure: unknown) => void Object.assign(undertaking, { state: 'failed', failure }),
    )
    this.#turn = undertaking.done
  }

  async #read(
    { spool }: Undertaking,
    { store, authority }: Bringing,
  ): Promise<{ bytes: Buffer; places: Places }> {
    const pieces: Buffer[] = []
    // Each piece is overwritten by the next.
    for await (const piece of spool.parts()) pieces.push(Buffer.from(piece))
    const places = new Places(await store.list(authority, 'register-import', placeReads))
    return { bytes: Buffer.concat(pieces), places }
  }

  async #expire(owner: string, undertaking: Undertaking): Promise<void> {
    await undertaking.done
    if (this.#all.get(owner) === undertaking) await this.letGo(owner)
  }
}
