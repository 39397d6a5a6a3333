import { sql } from 'kysely'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { written } from '#store/query.ts'

/** When a part of the opened dossier goes, and what the person may say about that. */
export interface OwnTerm {
  readonly part: string
  /** ISO date on which it goes. */
  readonly dueOn: string
  /** ISO date on which it would go by the statement alone. */
  readonly byStatement: string
  readonly chosen: boolean
  /** ISO date: no sooner than a law allows, nor than tomorrow. */
  readonly earliest: string
  readonly maySooner: boolean
  readonly mayLater: boolean
  /** ISO date until which it is held. */
  readonly heldUntil: string | null
  /** It goes by hand. */
  readonly tangible: boolean
}

export const ownTerms = written(sql<OwnTerm>`
  select part, due_on as "dueOn", by_statement as "byStatement", chosen, earliest,
    may_sooner as "maySooner", may_later as "mayLater", held_until as "heldUntil", tangible
  from own_terms()`)

/**
 * Chooses the day on which a part goes; undefined gives the choice back to the statement.
 *
 * @param on ISO date, ten years past the term at most.
 * @throws `TERM_NOT_YOURS` when the statement does not leave it to the person; `TERM_OUTSIDE`;
 *   `NOT_FOUND` for a part that has no term, or an activity that is not the person's own.
 */
export async function chooseTerm(
  tx: OpenedDossier,
  part: string,
  on: string | undefined,
): Promise<void> {
  await tx.run(written(sql`select choose_term(${part}, ${on ?? null}::date)`))
}

/** What of the opened dossier must go by hand within a month, or should have gone. */
export const partsToDestroy = written(sql<{ part: string; dueOn: string }>`
  select part, due_on as "dueOn" from parts_to_destroy()`)

/**
 * Says that a part that is not in the database was destroyed.
 *
 * @throws `ERASURE_HELD`; `NOT_FOUND` for a part that has no term, or an activity that does not
 *   write it.
 */
export async function confirmGone(tx: OpenedDossier, part: string): Promise<void> {
  await tx.run(written(sql`select confirm_gone(${part})`))
}
