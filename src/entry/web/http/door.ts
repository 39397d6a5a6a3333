import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import type { Frame } from '#entry/web/components/index.ts'
import type { Language } from '#kernel/language.ts'
import { frameOf } from './surroundings.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import type { Answers, Reads } from '#store/store.ts'
import { type Whoami, whoami } from '#store/whoami.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Me } from './me.ts'
import type { Visit } from './visit.ts'

/**
 * One request's way to the store: it knows the visit, adds who is signed in to every read, and so
 * keeps a page at one round trip.
 */
export class Door {
  readonly visit: Visit
  readonly #formToken: string
  #me: Me | undefined

  constructor(visit: Visit, formToken: string) {
    this.visit = visit
    this.#formToken = formToken
  }

  get language(): Language {
    return this.visit.language
  }

  /** What stands around the page: to be asked after the reads, which tell who is signed in. */
  get frame(): Frame {
    return frameOf(this.visit, this.#me, this.#formToken)
  }

  /** Who is signed in; undefined before the first read and for visitors. */
  get me(): Me | undefined {
    return this.#me
  }

  /**
   * The secret of the session.
   *
   * @throws `SIGNED_OUT` when there is none.
   */
  get session(): Buffer {
    if (!this.visit.session) throw new AppError('SIGNED_OUT')
    return this.visit.session
  }

  /**
   * The signed-in account's authority for an activity; an empty activity can only ask who it is.
   */
  authority(activity: string): Authority {
    return { organisation: this.visit.organisation, session: this.session, activity }
  }

  async list<R extends Reads>(activity: string, name: string, reads: R): Promise<Answers<R>> {
    const answers = await this.visit.site.store.list(this.authority(activity), name, {
      ...reads,
      me: whoami,
    })
    return this.#takeMe(answers)
  }

  async open<R extends Reads>(
    activity: string,
    dossierId: string,
    reads: R,
  ): Promise<{ readonly dossier: Opening; readonly answers: Answers<R> }> {
    const opened = await this.visit.site.store.open(this.authority(activity), dossierId, {
      ...reads,
      me: whoami,
    })
    return { dossier: opened.dossier, answers: this.#takeMe(opened.answers) }
  }

  change<T>(activity: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.visit.site.store.change(this.authority(activity), work)
  }

  changeDossier<T>(
    activity: string,
    dossierId: string,
    work: (tx: OpenedDossier) => Promise<T>,
  ): Promise<T> {
    return this.visit.site.store.changeDossier(this.authority(activity), dossierId, work)
  }

  /** The same work in each of many dossiers, in one transaction, save those out of reach. */
  changeEachDossier<T>(
    activity: string,
    dossierIds: readonly string[],
    work: (tx: OpenedDossier) => Promise<T>,
  ): Promise<ReadonlyMap<string, T>> {
    return this.visit.site.store.changeEachDossier(this.authority(activity), dossierIds, work)
  }

  /**
   * What the statement gives an activity: for leaving out of a page what is not there, never for
   * permission.
   */
  access(activity: string): Promise<Access> {
    return this.visit.site.store.access(this.visit.organisation, activity)
  }

  /** Reads what anyone may see; whoever is signed in stays so. */
  async publicly<R extends Reads>(reads: R): Promise<Answers<R>> {
    if (this.visit.session) {
      try {
        return await this.list('', 'public', reads)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    return this.visit.site.store.publicly(this.visit.organisation, reads)
  }

  #takeMe<R extends Reads>(answers: Answers<R & { me: typeof whoami }>): Answers<R> {
    // The read was added here and has these columns.
    const { me, ...rest } = answers as { me: Whoami[] } & Answers<R>
    const [row] = me
    if (row) {
      const { account_id: accountId, name, member, activities } = row
      this.#me = { accountId, name, member, activities }
    }
    return rest as unknown as Answers<R>
  }
}
