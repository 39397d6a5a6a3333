import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { type WrittenQuery, written } from '#store/query.ts'

/** What was granted and waits to be put right in the opened dossier, its words still sealed. */
export interface AskedRectification {
  readonly id: string
  readonly number: string
  /** ISO date. */
  readonly dueOn: string
  readonly words: Buffer | null
  /** How many values were put right for it. */
  readonly done: number
}

export const listAskedRectifications: WrittenQuery<AskedRectification> = written(sql`
  select id, number, due_on::text as "dueOn", words, done::int as done from rectifications_asked()`)

/** One value of the opened dossier. */
export interface Place {
  readonly table: string
  readonly column: string
  /** The column that is the key of the row, and its value there. */
  readonly key: { readonly column: string; readonly value: string }
  readonly sealed: boolean
}

export interface Rectification {
  /** UUID of the form: the same one twice is one rectification, the second is `DUPLICATE`. */
  readonly id: string
  readonly requestId: string
  readonly place: Place
  /** What it should be; null for nothing. */
  readonly value: string | null
  /** Why, at most 2000 characters: the person can read it. */
  readonly reason: string
}

/**
 * Puts one value right. What it was, and why, is kept sealed where only the person sees it.
 *
 * @throws `NOT_FOUND` when nobody granted it or there is no such row; `NOT_DECLARED` when the
 * activity may not change it.
 */
export async function rectify(
  tx: OpenedDossier,
  { id, requestId, place, value, reason }: Rectification,
): Promise<void> {
  const name = `${place.table}.${place.column}`
  const old = await readValue(tx, place)
  await tx.run(
    written(sql`
      insert into rectifications (id, dossier_id, request_id, place, item, old_value, reason)
      values (${id}, ${tx.dossierId}, ${requestId}, ${name}, ${place.key.value},
        ${tx.seal('rectifications.old_value', old)}, ${tx.seal('rectifications.reason', reason)})`),
  )
  const stored = place.sealed && value !== null ? tx.seal(name, value) : value
  await tx.run(
    written(sql`
      update ${sql.table(place.table)} set ${sql.id(place.column)} = ${stored}
      where dossier_id = ${tx.dossierId}
        and ${sql.id(place.key.column)} = ${place.key.value}`),
  )
}

async function readValue(
  tx: OpenedDossier,
  { table, column, key, sealed }: Place,
): Promise<string> {
  const [row] = await tx.run(
    written(sql<{ value: unknown }>`
      select ${sql.id(column)} as value from ${sql.table(table)}
      where dossier_id = ${tx.dossierId} and ${sql.id(key.column)} = ${key.value}`),
  )
  if (!row) throw new AppError('NOT_FOUND')
  const { value } = row
  if (sealed && value instanceof Buffer) return tx.unseal(`${table}.${column}`, value)
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * Says that what was asked is put right, all of it or a part; the request ends, and recipients are
 * told.
 *
 * @throws `REQUEST_STEP_IMPOSSIBLE` when nothing was put right for it; `NOT_FOUND`.
 */
export async function finishRectification(
  tx: OpenedDossier,
  requestId: string,
  outcome: 'fulfilled' | 'partly',
): Promise<void> {
  await tx.run(written(sql`select finish_rectification(${requestId}, ${outcome})`))
}

/** A value that was put right, for the person: what it was and why it was changed. */
export interface RectifiedRow {
  readonly id: string
  /** Table and column. */
  readonly place: string
  readonly oldValue: Buffer
  readonly reason: Buffer
  readonly rectifiedAt: Date
}

/** What was put right in the opened dossier, for who may read it. */
export const listRectified: WrittenQuery<RectifiedRow> = written(sql`
  select id, place, old_value as "oldValue", reason, rectified_at as "rectifiedAt"
  from rectifications where dossier_id = opened() order by rectified_at desc limit 200`)
