import { sql } from 'kysely'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { problem } from '#modules/lists/index.ts'
import { REGISTER_PROBLEMS } from './problem.ts'
import type { RegisterRow, TakenRegistration } from './row.ts'

/** A row that can come in, by itself. */
export interface Candidate {
  readonly row: RegisterRow
  readonly taken: TakenRegistration
  /** Rows of one person have the same number. */
  readonly person: number
}

/** What became of some rows beside what is there already. */
export interface Judged {
  /** Those that come in. */
  readonly fresh: readonly Candidate[]
  /** Those that are there already. */
  readonly known: number
  /** Those that come in though somebody much like them is there. */
  readonly alike: number
  /** Those whose diploma number is another's. */
  readonly refused: readonly RegisterRow[]
}

/** Compares rows with what the register has. */
export async function judge(tx: Transaction, candidates: readonly Candidate[]): Promise<Judged> {
  const asked = candidates.map(({ taken }, place) => {
    const { given_names, family_name, born_on, email, version_id, starts_on } = taken
    return { place, given_names, family_name, born_on, email, version_id, starts_on }
  })
  const likely = await tx.run(
    written(sql<{ place: number; known: boolean }>`
      select place, known from likely_registrants(${JSON.stringify(asked)}::jsonb)`),
  )
  const taken = await readTaken(tx, candidates)
  const known = new Set(likely.filter((each) => each.known).map(({ place }) => place))
  const alike = new Set(likely.map(({ place }) => place))
  const rest = candidates.filter((_, place) => !known.has(place))
  const refused = rest.filter((each) => taken.has(each.taken.number ?? ''))
  return {
    fresh: rest.filter((each) => !taken.has(each.taken.number ?? '')),
    known: known.size,
    alike: alike.size - known.size,
    refused: refused.map(({ row }) => withTakenNumber(row)),
  }
}

function withTakenNumber(row: RegisterRow): RegisterRow {
  const { line, personReference } = row
  const field = 'diplomaNumber'
  const found = problem(REGISTER_PROBLEMS.numberTaken, { line, field })
  return { line, personReference, problems: [...row.problems, found] }
}

/** Diploma numbers that are given out, or stand on an earlier row. */
async function readTaken(
  tx: Transaction,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const numbers = candidates.flatMap(({ taken }) => taken.number ?? [])
  if (numbers.length === 0) return new Set()
  const rows = await tx.run(
    from
      .selectFrom('diplomas')
      .select('number')
      .where('number', '=', sql<string>`any (${numbers}::text[])`),
  )
  return new Set(rows.map(({ number }) => number))
}
