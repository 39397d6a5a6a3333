import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Authority } from '#kernel/authority.ts'
import { AppError } from '#kernel/error.ts'
import { from, type RowsOf, written } from '#store/query.ts'
import type { Store } from '#store/store.ts'
import type { Transaction } from '#store/transaction.ts'
import { batches } from './check.ts'
import { type Candidate, judge } from './likely.ts'
import type { Register, RegisterMapping } from './register.ts'
import type { RegisterRow } from './row.ts'

/** Activity in which a register is taken over. */
export const TAKING_OVER = 'taking-over'

const ROWS_AT_ONCE = 300
/** Imports on a page of the list. */
export const IMPORTS_PAGE = 50

/** Lists that were taken over before, and how far each came; the newest first. */
export const registerImports = from
  .selectFrom('register_imports')
  .select(['id', 'digest', 'rows', 'chosen', 'done', 'taken', 'left_out', 'likenesses'])
  .select(['started_at', 'touched_at', 'finished_at'])
  .orderBy('started_at', 'desc')
  .orderBy('id')
  .limit(IMPORTS_PAGE)

/** The same for a list by pages: each tells how many there are in all. */
export const countedImports = registerImports.select(
  sql<number>`count(*) over ()::integer`.as('total'),
)

/** A list that was taken over, and how far. */
export type RegisterImport = Omit<RowsOf<typeof registerImports>[number], 'chosen'> & {
  readonly chosen: RegisterMapping
}

/** By which a file is known again. */
export function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** How far a list came before; undefined for one that is new. */
export async function findImport(
  tx: Transaction,
  digest: Buffer,
): Promise<RegisterImport | undefined> {
  const [found] = await tx.run(registerImports.where('digest', '=', digest))
  // What was chosen was written here, by beginImport.
  return found && { ...found, chosen: found.chosen as RegisterMapping }
}

/**
 * Notes that a list is going to be taken over, or finds how far that was.
 *
 * @param tx In activity `taking-over`.
 */
export async function beginImport(
  tx: Transaction,
  digest: Buffer,
  { rows, chosen }: { readonly rows: number; readonly chosen: RegisterMapping },
): Promise<RegisterImport> {
  const before = await findImport(tx, digest)
  if (before) return before
  await tx.run(from.insertInto('register_imports').values({ digest, rows, chosen }))
  const begun = await findImport(tx, digest)
  if (!begun) throw new AppError('NOT_FOUND')
  return begun
}

/**
 * Takes over what was not dealt with yet, some hundreds of rows in each transaction: what is noted
 * as done is in, and nothing else, whenever it is stopped.
 *
 * @param told Hears how many rows were dealt with.
 * @throws `IMPORT_MOVED_ON` when somebody else goes on with the same list.
 */
export async function takeOver(
  store: Store,
  authority: Authority,
  { register, begun }: { readonly register: Register; readonly begun: RegisterImport },
  told: (rows: number) => void,
): Promise<void> {
  let done = 0
  for (const batch of batches(register, ROWS_AT_ONCE)) {
    const upto = done + batch.reduce((sum, rows) => sum + rows.length, 0)
    if (upto > begun.done) await takeBatch(store, authority, { begun, since: done, upto, batch })
    done = upto
    told(done)
  }
}

interface Batch {
  readonly begun: RegisterImport
  readonly since: number
  readonly upto: number
  readonly batch: readonly (readonly RegisterRow[])[]
}

function takeBatch(
  store: Store,
  authority: Authority,
  { begun, since, upto, batch }: Batch,
): Promise<void> {
  return store.change(authority, async (tx) => {
    const { fresh } = await judge(tx, candidatesOf(batch))
    const given = firstOfEachNumber(fresh).map(({ taken, person }) => ({ ...taken, person }))
    const ids = await tx.run(
      written(sql<{ id: string }>`
        select take_over_registrations(${begun.id}, ${since}, ${upto},
          ${JSON.stringify(given)}::jsonb) as id`),
    )
    tx.adopt(ids.map(({ id }) => id))
  })
}

function candidatesOf(batch: readonly (readonly RegisterRow[])[]): Candidate[] {
  return batch.flatMap((rows, person) =>
    rows.flatMap((row) => (row.taken ? [{ row, taken: row.taken, person }] : [])),
  )
}

/** Of two rows in one batch with the same diploma number the first comes in. */
function firstOfEachNumber(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ taken: { number } }) => {
    if (number === null) return true
    const fresh = !seen.has(number)
    seen.add(number)
    return fresh
  })
}
