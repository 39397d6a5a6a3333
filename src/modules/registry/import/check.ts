import type { Authority } from '#kernel/authority.ts'
import { type Problem, problem } from '#modules/lists/index.ts'
import type { Store } from '#store/store.ts'
import { type Candidate, judge } from './likely.ts'
import { REGISTER_PROBLEMS } from './problem.ts'
import type { Register } from './register.ts'
import type { RegisterRow } from './row.ts'

/** Problems of rows that a report shows one by one. */
const SHOWN_PROBLEMS = 200
const ROWS_AT_ONCE = 1_000

/** What would come of a register, without doing it. */
export interface RegisterReport {
  readonly rows: number
  /** Rows that come in. */
  readonly ready: number
  /** Rows of a registration that is there already. */
  readonly known: number
  /** Rows that cannot come in. */
  readonly refused: number
  /** Rows that come in and may well be of somebody who is there already. */
  readonly alike: number
  /** The first problems, in the order of the file. */
  readonly problems: readonly Problem[]
  /** How often each problem occurs, most often first. */
  readonly counts: readonly { readonly problem: Problem; readonly count: number }[]
}

/**
 * Tells what would come of a register, and writes nothing.
 *
 * @param authority In activity `taking-over`.
 * @param told Hears how many rows were looked at.
 */
export async function checkRegister(
  store: Store,
  authority: Authority,
  register: Register,
  told: (rows: number) => void,
): Promise<RegisterReport> {
  const tally = new Tally()
  for (const batch of batches(register, ROWS_AT_ONCE)) {
    const candidates = tally.take(batch)
    const judged = await store.change(authority, (tx) => judge(tx, candidates))
    tally.ready += judged.fresh.length
    tally.known += judged.known
    tally.alike += judged.alike
    for (const row of judged.refused) tally.refuse(row)
    told(tally.seen)
  }
  return tally.report()
}

/** Rows in groups of about this many, in which those of one person are never parted. */
export function* batches(
  register: Register,
  size: number,
): Generator<readonly (readonly RegisterRow[])[]> {
  let batch: (readonly RegisterRow[])[] = []
  let rows = 0
  for (const person of register.persons()) {
    batch.push(person)
    rows += person.length
    if (rows < size) continue
    yield batch
    batch = []
    rows = 0
  }
  if (rows > 0) yield batch
}

class Tally {
  seen = 0
  ready = 0
  known = 0
  alike = 0
  refused = 0
  readonly #numbers = new Set<string>()
  readonly #problems: Problem[] = []
  readonly #counts = new Map<string, { problem: Problem; count: number }>()

  /** Counts rows by themselves, and gives those that can come in. */
  take(batch: readonly (readonly RegisterRow[])[]): Candidate[] {
    const candidates: Candidate[] = []
    for (const [person, rows] of batch.entries()) {
      for (const read of rows) {
        const row = this.#withOwnNumber(read)
        this.seen += 1
        if (row.taken) {
          this.#note(row.problems)
          candidates.push({ row, taken: row.taken, person })
        } else this.refuse(row)
      }
    }
    return candidates
  }

  refuse(row: RegisterRow): void {
    this.refused += 1
    this.#note(row.problems)
  }

  report(): RegisterReport {
    const counts = [...this.#counts.values()].toSorted((a, b) => b.count - a.count)
    const { seen: rows, ready, known, refused, alike } = this
    return { rows, ready, known, refused, alike, problems: this.#problems, counts }
  }

  /** A diploma number on two rows is the first one's. */
  #withOwnNumber(row: RegisterRow): RegisterRow {
    const number = row.taken?.number
    if (!number) return row
    if (!this.#numbers.has(number)) {
      this.#numbers.add(number)
      return row
    }
    const { line, personReference } = row
    const found = problem(REGISTER_PROBLEMS.numberTaken, { line, field: 'diplomaNumber' })
    return { line, personReference, problems: [...row.problems, found] }
  }

  #note(problems: readonly Problem[]): void {
    for (const each of problems) {
      if (this.#problems.length < SHOWN_PROBLEMS) this.#problems.push(each)
      const key = `${each.code} ${each.field ?? ''}`
      const counted = this.#counts.get(key)
      if (counted) counted.count += 1
      else {
        const { line: _, otherLine: __, ...anywhere } = each
        this.#counts.set(key, { problem: anywhere, count: 1 })
      }
    }
  }
}
