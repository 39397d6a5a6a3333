import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** How far an erasure is. */
export interface Progress {
  readonly part: string
  readonly cause: string
  readonly orderedAt: Date
  readonly registeredAt: Date | null
  readonly deletedAt: Date | null
  readonly rereadAt: Date | null
  readonly closedAt: Date | null
  /** When the disk was gone over too. */
  readonly scrubbedAt: Date | null
}

/** What anyone who has the number of an erasure may see of it. */
export function findProgress(id: string): WrittenQuery<Progress & { readonly held: boolean }> {
  return written(sql`
    select part, cause, ordered_at as "orderedAt", registered_at as "registeredAt",
      deleted_at as "deletedAt", reread_at as "rereadAt", closed_at as "closedAt",
      scrubbed_at as "scrubbedAt", held
    from erasure_progress(${id}::uuid)`)
}

/** What stands in the way of erasing the opened dossier: no row when nothing does. */
export const erasureBar = written(sql<{ reason: string; until: string | null }>`
  select reason, until from erasure_bar() where reason is not null`)

/** An erasure as whoever keeps the terms sees it. */
export interface ErasureLine extends Progress {
  readonly id: string
  readonly kind: string
  /** The year in which the dossier began. */
  readonly year: number
  readonly leftovers: number
  /** Where the re-read found something, with how much. */
  readonly places: readonly string[]
  readonly total: number
}

/** Erasures, those under way first. */
export function listErasures(skip: number, limit: number): WrittenQuery<ErasureLine> {
  return written(sql`
    select id, kind, year, part, cause, ordered_at as "orderedAt",
      registered_at as "registeredAt", deleted_at as "deletedAt", reread_at as "rereadAt",
      closed_at as "closedAt", scrubbed_at as "scrubbedAt", leftovers, places, total
    from list_erasures(${skip}::integer, ${limit}::integer)`)
}

/** Why what a re-read found is not of whoever was erased. */
export const LEFTOVER_REASONS = ['namesake', 'shared-address'] as const

/** Says that what the re-read found is somebody else's. @throws `NOT_FOUND`. */
export async function acceptLeftovers(
  tx: Transaction,
  id: string,
  reason: (typeof LEFTOVER_REASONS)[number],
): Promise<void> {
  await tx.run(written(sql`select accept_leftovers(${id}::uuid, ${reason})`))
}

/** How many went: of which kind, begun in which year, and why. */
export interface Figure {
  /** ISO date, the first of the month in which they went. */
  readonly month: string
  readonly kind: string
  readonly year: number
  readonly part: string
  readonly cause: string
  readonly amount: number
  /** A hash of the numbers of these erasures: the register can be compared with it. */
  readonly digest: string
}

/** Figures between two days, the second not included, as ISO dates. */
export function listFigures(from: string, until: string): WrittenQuery<Figure> {
  return written(sql`
    select month, kind, year, part, cause, amount, digest
    from destroyed_figures(${from}::date, ${until}::date)`)
}

/** What goes with the opened dossier, and what stays of it. */
export const erasurePreview = written(
  sql<{
    place: string
    category: string
    amount: number
    stays: boolean
  }>`select place, category, amount, stays from erasure_preview() where amount > 0`,
)
