import { AppError } from '#kernel/error.ts'
import { Batch, type Row } from './batch.ts'
import type { DossierKeys, FreshKey } from './dossier-keys.ts'
import { OpenedDossier, Opening } from './opened-dossier.ts'
import type { Connection } from './pool.ts'
import type { Query, RowsOf } from './query.ts'
import { runQuery } from './run-query.ts'
import { unsealCells } from './sealed-cells.ts'
import { newKey } from './sealing.ts'

export interface DossierStart {
  /** Kind of dossier, a word that the statement declares. */
  readonly kind: string
  /** The member who gets the relation that the activity gives; whoever acts, when left out. */
  readonly holderId?: string
  /** An earlier dossier of the same person within reach. */
  readonly samePersonAs?: string
}

/** A transaction in which an authority acts. Queries run one after another, in its role. */
export class Transaction {
  protected readonly connection: Connection
  protected readonly role: string
  readonly #organisation: string
  readonly #keys: DossierKeys
  readonly #fresh: FreshKey[] = []

  constructor(connection: Connection, role: string, organisation: string, keys: DossierKeys) {
    this.connection = connection
    this.role = role
    this.#organisation = organisation
    this.#keys = keys
  }

  async run<Q extends Query>(query: Q): Promise<RowsOf<Q>> {
    const rows = await runQuery(this.connection, this.role, query)
    const from = { keys: this.#keys, organisation: this.#organisation }
    // A query that seals answers with rows, as every other.
    if (query.sealed) await unsealCells(from, rows as Row[], query.sealed)
    return rows
  }

  /** Opens a case that is no dossier, such as a complaint, to write in; a new one gets a key. */
  async openCase(id: string): Promise<Opening> {
    const own = this.#fresh.find(({ dossierId }) => dossierId === id)
    if (own) return new Opening(this.#organisation, id, own.key)
    const { opening, fresh } = await this.#keys.prepare(this.#organisation, id)
    this.#fresh.push(...fresh)
    return opening
  }

  /**
   * Starts a dossier and leaves it opened.
   *
   * @throws `DOSSIER_NOT_STARTED` when the activity starts none of that kind for this account;
   * `MEMBER_UNKNOWN`; `NOT_FOUND`.
   */
  async startDossier({ kind, holderId, samePersonAs }: DossierStart): Promise<OpenedDossier> {
    const schema = `org_${this.#organisation}`
    const batch = new Batch([
      {
        name: `start ${schema}`,
        text: `select "${schema}".start_dossier($1, $2, $3) as id`,
        values: [kind, holderId ?? null, samePersonAs ?? null],
      },
    ])
    this.connection.query(batch)
    const [rows] = await batch.result
    const id = rows?.[0]?.['id']
    if (typeof id !== 'string') throw new AppError('NOT_FOUND')
    const key = newKey()
    this.#fresh.push({ dossierId: id, key })
    return new OpenedDossier(this.connection, this.role, new Opening(this.#organisation, id, key))
  }

  /** Makes keys for dossiers that a function of the database started, many at once. */
  adopt(dossierIds: readonly string[]): void {
    for (const dossierId of dossierIds) this.#fresh.push({ dossierId, key: newKey() })
  }

  /**
   * Stores the keys of the dossiers and cases that are new, all at once. It comes right before the
   * commit: a transaction that is taken back leaves no keys, and no dossier is there without its
   * key.
   *
   * @throws `CONFLICT` when somebody else just wrote in a case that had no key.
   */
  async storeKeys(): Promise<void> {
    await this.#keys.storeNew(this.#organisation, this.#fresh)
  }
}
