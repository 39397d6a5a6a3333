import { AppError } from '#kernel/error.ts'
import type { Authority } from '#kernel/authority.ts'
import { Batch, type Row, type Statement } from './batch.ts'
import { openedHereStatement, type Outcome, refuse } from './entering.ts'
import { toAppError } from './errors.ts'
import { Gathering } from './gathering.ts'
import { type Connection, type Pool, withConnection } from './pool.ts'

interface Wanted {
  readonly authority: Authority
  readonly dossierId: string
  /** What is read as soon as it is open. */
  readonly reads: readonly Statement[]
}

interface Answer {
  readonly outcome: Outcome
  /** The number of the line in the ledger. */
  readonly opening: string
  /** What was read; of what was not opened it is nothing. */
  readonly rows: Promise<Row[][]>
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const ROUND_LIMIT = 200

/**
 * Writes openings into the ledger before anything is read. They are committed and on disk when
 * `open` returns, so that nothing that comes after can undo them; those asked at the same time
 * share one transaction and one flush. What is only read goes along: the server comes to it when
 * the openings are on disk.
 */
export class Openings {
  readonly #pool: Pool
  readonly #organisations = new Map<string, Gathering<Wanted, Answer>>()

  /** @param pool Sends without waiting for answers. */
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
    const { opening } = await this.#ask({ authority, dossierId, reads: [] })
    return opening
  }

  /**
   * Opens a dossier and reads in it, in one round trip.
   *
   * @returns The rows of each statement.
   * @throws As `open`, and what a statement is refused with.
   */
  async read(
    authority: Authority,
    dossierId: string,
    reads: readonly Statement[],
  ): Promise<Row[][]> {
    const { rows } = await this.#ask({ authority, dossierId, reads })
    return rows
  }

  async #ask(wanted: Wanted): Promise<Answer> {
    if (!UUID.test(wanted.dossierId)) throw new AppError('NOT_FOUND')
    const answer = await this.#gathering(wanted.authority.organisation).ask(wanted)
    if (answer.outcome !== 'opened') refuse(answer.outcome)
    return answer
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
      wanted.map((dossierId) => ({ authority, dossierId, reads: [] })),
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
    const { promise, resolve, reject } = Promise.withResolvers<Answer[]>()
    withConnection(this.#pool, async (connection) => {
      const opening = new Batch([statement])
      connection.query(opening)
      const reads = wanted.map((each, index) => readAlong(connection, each, index + 1))
      const [rows = []] = await opening.result
      resolve(rows.map((row, index) => toAnswer(row, reads[index])))
      // Whoever asks next takes another connection; this one is free when all is read.
      await Promise.allSettled(reads)
    }).catch((error: unknown) => reject(toAppError(error)))
    return promise
  }
}

const NOTHING: Promise<Row[][]> = Promise.resolve([])

function readAlong(
  connection: Connection,
  { authority, reads }: Wanted,
  place: number,
): Promise<Row[][]> {
  if (reads.length === 0) return NOTHING
  const batch = new Batch([openedHereStatement(authority, place), ...reads])
  connection.query(batch)
  const rows = batch.result.then(
    ([, ...read]) => read,
    (error: unknown) => {
      throw toAppError(error)
    },
  )
  // What fails in a dossier that was not opened is not asked for.
  rows.catch(() => undefined)
  return rows
}

function toAnswer(row: Row, rows: Promise<Row[][]> = NOTHING): Answer {
  // The function answers with these words only.
  return { outcome: row['outcome'] as Outcome, opening: String(row['opening']), rows }
}
