import type { Pool } from './pool.ts'

/** The part that is the whole dossier. */
export const WHOLE = 'dossier'

/** What is to be erased. Ids only: the register knows nobody. */
export interface NewErasure {
  /** Also the number by which a person is told of it. */
  readonly id: string
  readonly dossierId: string
  /** When nothing else of the person is left. */
  readonly personId: string | null
  /** When the account has no other use. */
  readonly accountId: string | null
  /** A part of the dossier that the statement gives a term of its own, or `WHOLE`. */
  readonly part: string
  /** Why: `request`, `retention`, `choice` … */
  readonly cause: string
}

/** By what somebody is looked for, and known again when they come back. */
export interface NewTrace {
  readonly erasureId: string
  /** What is looked for, sealed: forgotten when the erasure closes. */
  readonly sealed: Buffer
  /** Hashes that nobody can read a person from. */
  readonly marks: readonly Buffer[]
}

export interface Erasure extends NewErasure {
  /** In which order they were registered. */
  readonly place: number
  readonly registeredAt: Date
  readonly keyDestroyedAt: Date | null
  readonly deletedAt: Date | null
  readonly rereadAt: Date | null
  readonly closedAt: Date | null
}

export interface ErasureList {
  /** The place of the last of the page before. */
  readonly after?: number
  /** At most; 1,000 when left out. */
  readonly limit?: number
}

const PAGE = 1_000

const COLUMNS = `place, id, dossier_id as "dossierId", person_id as "personId",
  account_id as "accountId", part, cause, registered_at as "registeredAt",
  key_destroyed_at as "keyDestroyedAt", deleted_at as "deletedAt", reread_at as "rereadAt",
  closed_at as "closedAt"`

const REGISTER = `with registered as (
    insert into erasures
      (organisation, id, dossier_id, person_id, account_id, part, cause, key_destroyed_at)
    select $1, *, now() from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[],
      $7::text[])
    on conflict do nothing),
  destroyed as (
    delete from dossier_keys k using unnest($3::uuid[], $6::text[]) e (dossier_id, part)
    where e.part = $8 and k.organisation = $1 and k.dossier_id = e.dossier_id),
  traced as (
    insert into erasure_traces (erasure_id, sealed)
    select * from unnest($9::uuid[], $10::bytea[]) on conflict do nothing)
  insert into erased_marks (organisation, mark, erased_on)
  select $1, m, current_date from unnest($11::bytea[]) m on conflict do nothing`

/**
 * What was erased, in the database of keys: outside the backups of the data, so that a restored
 * backup can be made to forget it again. Signs in as `gestand_keys`.
 */
export class ErasureRegister {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /**
   * Registers erasures with what some of them look for, and destroys the keys of whole dossiers
   * among them, before any row goes: all of it or nothing. Doing it twice changes nothing more.
   */
  async register(
    organisation: string,
    erasures: readonly NewErasure[],
    traces: readonly NewTrace[] = [],
  ): Promise<void> {
    if (erasures.length === 0) return
    const values = [
      organisation,
      erasures.map(({ id }) => id),
      erasures.map(({ dossierId }) => dossierId),
      erasures.map(({ personId }) => personId),
      erasures.map(({ accountId }) => accountId),
      erasures.map(({ part }) => part),
      erasures.map(({ cause }) => cause),
      WHOLE,
      traces.map(({ erasureId }) => erasureId),
      traces.map(({ sealed }) => sealed),
      traces.flatMap(({ marks }) => marks),
    ]
    await this.#pool.query({ name: 'register erasures', text: REGISTER, values })
  }

  /** The erasures with these ids, in no order. */
  async find(organisation: string, ids: readonly string[]): Promise<Erasure[]> {
    const { rows } = await this.#pool.query<Erasure>(
      `select ${COLUMNS} from erasures where organisation = $1 and id = any ($2)`,
      [organisation, ids],
    )
    return rows
  }

  /** All erasures of an organisation, oldest first, a page at a time: for a replay. */
  async list(
    organisation: string,
    { after = 0, limit = PAGE }: ErasureList = {},
  ): Promise<Erasure[]> {
    const { rows } = await this.#pool.query<Erasure>(
      `select ${COLUMNS} from erasures
       where organisation = $1 and place > $2 order by place limit $3`,
      [organisation, after, limit],
    )
    return rows
  }

  /** Erasures that are not closed, oldest first. */
  async listUnfinished(organisation: string, limit = PAGE): Promise<Erasure[]> {
    const { rows } = await this.#pool.query<Erasure>(
      `select ${COLUMNS} from erasures where organisation = $1 and closed_at is null
       order by place limit $2`,
      [organisation, limit],
    )
    return rows
  }

  /** Which of these dossiers still have a key. */
  async listKeys(organisation: string, dossierIds: readonly string[]): Promise<string[]> {
    const { rows } = await this.#pool.query<{ id: string }>(
      'select dossier_id as id from dossier_keys where organisation = $1 and dossier_id = any ($2)',
      [organisation, dossierIds],
    )
    return rows.map(({ id }) => id)
  }

  /** Destroys the keys of cases of which nothing sealed is left. */
  async destroyKeys(organisation: string, ids: readonly string[]): Promise<void> {
    await this.#pool.query(
      'delete from dossier_keys where organisation = $1 and dossier_id = any ($2)',
      [organisation, ids],
    )
  }

  /** On which day the bearer of one of these marks was erased, if that ever happened. */
  async findMark(organisation: string, marks: readonly Buffer[]): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ erased_on: string }>(
      `select max(erased_on) as erased_on from erased_marks
       where organisation = $1 and mark = any ($2) having count(*) > 0`,
      [organisation, marks],
    )
    return rows[0]?.erased_on
  }

  /** On which day the bearer of each of these marks was erased, by the mark in hexadecimal. */
  async listMarks(organisation: string, marks: readonly Buffer[]): Promise<Map<string, string>> {
    const { rows } = await this.#pool.query<{ mark: Buffer; erased_on: string }>(
      'select mark, erased_on from erased_marks where organisation = $1 and mark = any ($2)',
      [organisation, marks],
    )
    return new Map(rows.map(({ mark, erased_on: on }) => [mark.toString('hex'), on]))
  }

  /** What these erasures look for. */
  async listTraces(
    ids: readonly string[],
  ): Promise<{ readonly erasureId: string; readonly sealed: Buffer }[]> {
    const { rows } = await this.#pool.query<{ erasureId: string; sealed: Buffer }>(
      `select erasure_id as "erasureId", sealed from erasure_traces where erasure_id = any ($1)`,
      [ids],
    )
    return rows
  }

  /**
   * Closes erasures, of which the rows are gone and nothing was found again, and forgets what they
   * looked for: both or neither.
   */
  async close(organisation: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#pool.query(
      `with forgotten as (delete from erasure_traces where erasure_id = any ($2))
       update erasures set deleted_at = now(), reread_at = now(), closed_at = now()
       where id = any ($2) and organisation = $1 and closed_at is null`,
      [organisation, ids],
    )
  }
}
