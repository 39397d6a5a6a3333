import { AppError } from '#kernel/error.ts'
import type { Access } from '#store/access.ts'
import type { Opening, OpenedDossier } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { ContentCategory } from '#modules/practice/words.ts'

/** Longest reason, in characters. */
export const REASON_LIMIT = 500

/** A kind of data that was switched on in a file. */
export interface SwitchedCategory {
  readonly category: string
  readonly reason: string
  readonly switchedBy: Actor
  readonly switchedAt: Date
}

/**
 * Switches a kind of data on in the opened dossier.
 *
 * @param reason Why the guidance asks for it; the client can read it. At most 500 characters.
 * @throws `CATEGORY_BARRED` when the statement does not call it optional, or gives it to other
 * services; `DUPLICATE` when it is on already; `DOSSIER_CLOSED`.
 */
export async function switchOn(
  tx: OpenedDossier,
  { category, reason }: { readonly category: ContentCategory; readonly reason: string },
): Promise<void> {
  await tx.run(
    from.insertInto('switched_categories').values({
      dossier_id: tx.dossierId,
      category,
      reason: tx.seal('switched_categories.reason', reason),
    }),
  )
}

/**
 * Switches it off, which destroys what stands there.
 *
 * @throws `NOT_FOUND` when it was not on; `CATEGORY_HELD`.
 */
export async function switchOff(tx: OpenedDossier, category: string): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('switched_categories')
      .where('dossier_id', '=', tx.dossierId)
      .where('category', '=', category)
      .returning('category'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}

export type SwitchedReads = ReturnType<typeof buildReads>

/** What is switched on in a dossier, for the same round trip. */
export function switchedReads(access: Access, dossierId: string): SwitchedReads {
  return buildReads(access, dossierId)
}

function buildReads(access: Access, dossierId: string) {
  return {
    switched: selectReadable(access, 'switched_categories', {
      needs: ['category', 'reason', 'switched_by', 'switched_at'],
      where: { dossier_id: dossierId },
    }),
  }
}

/** What is switched on, by word. */
export function readSwitched(
  opening: Opening,
  rows: RowsOf<SwitchedReads['switched']>,
  actors: Actors,
): SwitchedCategory[] {
  return rows
    .map((row) => ({
      category: row.category,
      reason: opening.unseal('switched_categories.reason', row.reason),
      switchedBy: actors.who(row.switched_by),
      switchedAt: row.switched_at,
    }))
    .toSorted((a, b) => (a.category < b.category ? -1 : 1))
}
