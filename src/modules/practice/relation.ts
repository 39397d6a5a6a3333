import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'

export interface NewRelation {
  /** An account or a party. */
  readonly holderId: string
  /** A relation that opens nothing before the client consented: `partner-coach`. */
  readonly relation: string
  readonly absenceId?: string
}

/**
 * Puts an account or a party in a relation to the dossier, or again in one that was ended. It
 * opens nothing by itself.
 *
 * @throws `NOT_DECLARED` for a relation that would open the dossier without the client's consent.
 */
export async function relate(
  tx: OpenedDossier,
  { holderId, relation, absenceId }: NewRelation,
): Promise<void> {
  await tx.run(
    from
      .insertInto('relations')
      .values({
        dossier_id: tx.dossierId,
        holder_id: holderId,
        relation,
        ...(absenceId && { absence_id: absenceId }),
      })
      .onConflict((conflict) => conflict.doNothing()),
  )
  await tx.run(
    from
      .updateTable('relations')
      .set({ until: null })
      .where('dossier_id', '=', tx.dossierId)
      .where('holder_id', '=', holderId)
      .where('relation', '=', relation)
      .where('until', 'is not', null),
  )
}

/**
 * Ends a relation, whatever was consented to.
 *
 * @throws `NOT_FOUND` when there is none, or when it is one that only leaving ends.
 */
export async function endRelation(tx: OpenedDossier, relationId: string): Promise<void> {
  const ended = await tx.run(
    from
      .updateTable('relations')
      .set({ until: sql<Date>`now()` })
      .where('id', '=', relationId)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (ended.length === 0) throw new AppError('NOT_FOUND')
}
