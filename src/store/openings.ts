import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import { Batch, type Statement } from './batch.ts'
import { type Outcome, refuse } from './entering.ts'
import { toAppError } from './errors.ts'
import { Gathering } from './gathering.ts'
import { type Pool, withConnection } from './pool.ts'

interface Wanted {
  readonly authority: Authority
  readonly dossierId: string
}

interface Answer {
  readonly outcome: Outcome
  /** The number of the line in the ledger. */
  readonly opening: string
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const ROUND_LIMIT = 200

/**
 * Writes openings into the ledger before anything is read. They are committed and on disk when
 * `open` returns, so that nothing that comes after can undo them; those asked at the same time
 * share one transaction and one flush.
 */
export class Openings {
  readonly #pool: Pool
  readonly #organisations = new Map<string, Gathering<Wanted, Answer>>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /**
   * Opens a dossier for the next ten seconds, to the account that asks.
   *
   * @returns The number of the line in the ledger, which opens it.
   * @throws `SIGNED_OUT`, `SECOND_FACTOR_MISSING`, and `NOT_FOUND` when the activity is not
   * declared or there is no such dossier within its reach; the refusal is in the ledger then.
   */
  async open(authority: Authority, dossierId: string): Promise<string> {
    if (!UUID.test(dossierId)) throw new AppError('NOT_FOUND')
    const { outcome, opening } = await this.#gathering(authority.organisation).ask({
      authority,
      dossierId,
    })
    if (outcome !== 'opened') refuse(outcome)
    return opening
  }

  /**
   * Opens many dossiers in one transaction. Those that are out of reach are left out; that they
   * were asked for is in the ledger.
   *
   * @returns The number of the line of each that is open.
   * @throws As `open`, save for what is out of reach.
   */
  async openMany(
    authority: Authority,
    dossierIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(dossierIds)].filter((id) => UUID.test(id))
    if (wanted.length === 0) return new Map()
    const answers = await this.#openAll(
      authority.organisation,
      wanted.map((dossierId) => ({ authority, dossierId })),
    )
    const other = answers.find(({ outcome }) => outcome !== 'opened' && outcome !== 'refused')
    if (other) refuse(other.outcome)
    return new Map(
      answers.flatMap(({ outcome, opening }, index) => {
        const id = wanted[index]
        return id !== undefined && outcome === 'opened' ? [[id, opening] as const] : []
      }),
    )
  }

  #gathering(organisation: string): Gathering<Wanted, Answer> {
    const known = this.#organisations.get(organisation)
    if (known) return known
    const gathering = new Gathering<Wanted, Answer>(
      (wanted) => this.#openAll(organisation, wanted),
      ROUND_LIMIT,
    )
    this.#organisations.set(organisation, gathering)
    return gathering
  }

  async #openAll(organisation: string, wanted: readonly Wanted[]): Promise<Answer[]> {
    const statement: Statement = {
      name: `open ${organisation}`,
      text: `select outcome, opening
        from "org_${organisation}".open_dossiers($1, $2, $3) order by place`,
      values: [
        wanted.map(({ authority }) => authority.session),
        wanted.map(({ authority }) => authority.activity),
        wanted.map(({ dossierId }) => dossierId),
      ],
    }
    return withConnection(this.#pool, async (connection) => {
      const batch = new Batch([statement])
      connection.query(batch)
      try {
        const [rows] = await batch.result
        return (rows ?? []).map((row) => ({
          // The function answers with these words only.
          outcome: row['outcome'] as Outcome,
          opening: String(row['opening']),
        }))
      } catch (error) {
        throw toAppError(error)
      }
    })
  }
}
