import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'

/** Longest summary, in characters. */
export const SUMMARY_LIMIT = 20_000

export interface NewSummary {
  /** UUID of the form. */
  readonly id?: string
  readonly consultId: string
  /** At most 20,000 characters. */
  readonly body: string
}

/**
 * Writes the first version of the summary of a consult, as a draft. The client sees drafts too.
 * Returns its id.
 *
 * @throws `SUMMARY_EXISTS` when the consult has one; `NOT_FOUND`; `DOSSIER_CLOSED`; `DUPLICATE`
 * when this form was sent before.
 */
export async function writeSummary(
  tx: OpenedDossier,
  { id = randomUUID(), consultId, body }: NewSummary,
): Promise<string> {
  await insertSummary(tx, { id, consultId, replaces: null, body })
  return id
}

/**
 * Writes a new version, as a draft, of a summary that was sent and not approved. Returns its id.
 *
 * @throws `SUMMARY_APPROVED`, `SUMMARY_REPLACED` when there is a newer version,
 * `SUMMARY_NOT_SENT`, `NOT_FOUND`, `DOSSIER_CLOSED`, `DUPLICATE`.
 */
export async function replaceSummary(
  tx: OpenedDossier,
  { id = randomUUID(), replaces, body }: { id?: string; replaces: string; body: string },
): Promise<string> {
  const [before] = await tx.run(
    from
      .selectFrom('summaries')
      .select('consult_id')
      .where('id', '=', replaces)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!before) throw new AppError('NOT_FOUND')
  await insertSummary(tx, { id, consultId: before.consult_id, replaces, body })
  return id
}

export interface SummaryChange {
  readonly id: string
  readonly body: string
  /**
   * When the draft was written that this was made from: it is refused when somebody changed it
   * since.
   */
  readonly writtenAt?: Date | undefined
}

/**
 * Changes a draft.
 *
 * @throws `SUMMARY_SENT`, `SUMMARY_CHANGED`, `NOT_FOUND`, `DOSSIER_CLOSED`.
 */
export async function changeSummary(
  tx: OpenedDossier,
  { id, body, writtenAt }: SummaryChange,
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('summaries')
      .set({ body: tx.seal('summaries.body', body) })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .$if(writtenAt !== undefined, (query) =>
        // A moment in JavaScript has no microseconds.
        query.where(sql`date_trunc('milliseconds', written_at)`, '=', writtenAt),
      )
      .returning('id'),
  )
  if (changed.length > 0) return
  const there = await tx.run(
    from
      .selectFrom('summaries')
      .select('id')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId),
  )
  throw new AppError(there.length > 0 ? 'SUMMARY_CHANGED' : 'NOT_FOUND')
}

interface SummaryRow {
  readonly id: string
  readonly consultId: string
  readonly replaces: string | null
  readonly body: string
}

async function insertSummary(
  tx: OpenedDossier,
  { id, consultId, replaces, body }: SummaryRow,
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('summaries').values({
        id,
        dossier_id: tx.dossierId,
        consult_id: consultId,
        replaces,
        body: tx.seal('summaries.body', body),
      }),
    ),
    { summaries_first: 'SUMMARY_EXISTS', summaries_replaces_key: 'SUMMARY_REPLACED' },
  )
}
