import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { withinCategories } from './refusal.ts'
import { sealSource } from './files/value-source.ts'
import type { ContentCategory, Placed, Provenance } from './words.ts'

/** Longest note, in characters. */
export const NOTE_LIMIT = 20_000

export interface NewNote extends Provenance, Placed {
  /** UUID of the form. */
  readonly id?: string
  readonly category: ContentCategory
  /** At most 20,000 characters. */
  readonly body: string
}

/**
 * Writes a note.
 *
 * @throws `CATEGORY_BARRED` when the statement gives this kind of service, or this activity, no
 * such data; `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function writeNote(
  tx: OpenedDossier,
  { id = randomUUID(), category, body, source, sourceName, channel, placed }: NewNote,
): Promise<void> {
  await withinCategories(
    tx.run(
      from.insertInto('notes').values({
        id,
        dossier_id: tx.dossierId,
        category,
        body: tx.seal('notes.body', body),
        source,
        ...sealSource(tx, 'notes', sourceName),
        channel,
        ...(placed && { file: placed }),
      }),
    ),
  )
}

/**
 * Changes what a note says.
 *
 * @throws `NOT_FOUND`, `DOSSIER_CLOSED`.
 */
export async function changeNote(
  tx: OpenedDossier,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('notes')
      .set({ body: tx.seal('notes.body', body) })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Removes a note, as when it stands in the wrong dossier.
 *
 * @throws `NOT_FOUND`
 */
export async function removeNote(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('notes')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}
