import { isDeepStrictEqual } from 'node:util'
import { connectStore } from '#store/connect.ts'
import { createPool } from '#store/pool.ts'
import { loadBureau } from './bureau.ts'
import { type Answer, LOGS_MOST, Oracle } from './gdpr-oracle.ts'
import { byHand, byTheStore, type Contender, loadRecords, readAll, TABLES } from './gdpr-places.ts'
import {
  type GdprOperation,
  makeOperations,
  makeRecord,
  type Mix,
  PURPOSES,
} from './gdpr-records.ts'
import { type BenchInstallation, startInstallation } from './installation.ts'
import { type Result, toResult } from './report.ts'
import { randomFrom } from './rounds.ts'

/** Done within 1.3 times as long as statements by hand. */
const GOAL = 1 / 1.3
const CONNECTIONS = 10
const ROUNDS = 5
const FULL = { records: 100_000, users: 10_000, operations: 10_000 }
const QUICK = { records: 2_000, users: 200, operations: 400 }

/** Each keeps to what is its own, so that the answers can be foretold. */
const RUNS: readonly { readonly mix: Mix; readonly lanes: number }[] = [
  { mix: 'processor', lanes: 1 },
  { mix: 'processor', lanes: 8 },
  { mix: 'regulator', lanes: 1 },
  { mix: 'regulator', lanes: 8 },
  { mix: 'customer', lanes: 1 },
  { mix: 'customer', lanes: 8 },
  { mix: 'controller', lanes: 1 },
  { mix: 'controller', lanes: 8 },
]

type Place = keyof typeof TABLES

/**
 * GDPRbench by the mixes of its paper, on records of an organisation under roles, column grants,
 * policies and the ledger, against the same by hand, and against the same without any of it. Every
 * answer and what is left at the end are compared with an oracle in memory.
 */
export async function benchGdpr({
  quick,
  seed,
}: {
  readonly quick: boolean
  readonly seed: number
}): Promise<Result[]> {
  const size = quick ? QUICK : FULL
  const installation = await startInstallation()
  const pool = createPool({ url: installation.url, max: CONNECTIONS, name: 'peer', planOnce: true })
  const { store, close } = connectStore(installation, { connections: CONNECTIONS })
  try {
    const dossiers = { dossiers: size.users, notesEach: 0, caseload: 1 }
    const bureau = await loadBureau(installation, dossiers, seed)
    const records = Array.from({ length: size.records }, (_, i) => makeRecord(i, size.users))
    await loadRecords(installation, bureau, records)
    const run = new GdprRun({
      contenders: {
        ours: byTheStore(store, bureau),
        peer: byHand(pool, bureau, true),
        bare: byHand(pool, bureau, false),
      },
      oracle: new Oracle(records),
      size,
      seed,
    })
    const results: Result[] = []
    for (const { mix, lanes } of RUNS) results.push(...(await run.mix(mix, lanes)))
    const wrong = await run.countWrong(installation)
    return results.map((result) => ({
      ...result,
      correct: result.correct && wrong === 0,
      verdict: `${result.verdict}; ${wrong} tables differ at the end`,
    }))
  } finally {
    await close()
    await pool.end()
    await installation.stop()
  }
}

interface Parts {
  readonly contenders: Readonly<Record<Place, Omit<Contender, 'all'>>>
  readonly oracle: Oracle
  readonly size: typeof FULL
  readonly seed: number
}

class GdprRun {
  readonly #parts: Parts
  readonly #random: () => number
  #fresh: number

  constructor(parts: Parts) {
    this.#parts = parts
    this.#random = randomFrom(parts.seed)
    this.#fresh = parts.size.records
  }

  /** Each round every contender does the same operations, so that all have the same records. */
  async mix(mix: Mix, lanes: number): Promise<Result[]> {
    const { contenders, size, seed } = this.#parts
    const speeds: Record<Place, number[]> = { ours: [], peer: [], bare: [] }
    const counts = { right: 0, all: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = this.#ask(mix, lanes)
      const expected = asked.map((own) => own.map((each) => this.#parts.oracle.apply(each)))
      for (const place of ['bare', 'peer', 'ours'] as const) {
        const began = performance.now()
        const answers = await Promise.all(
          asked.map((own) => inTurn(own, (each) => contenders[place].apply(mix, each))),
        )
        const amount = asked.flat().length
        speeds[place].push((amount * 1_000) / (performance.now() - began))
        // Term and person are for the bare one nobody's concern.
        if (place === 'bare') continue
        counts.all += amount
        counts.right += countRight(asked.flat(), answers.flat(), expected.flat())
      }
    }
    const shared = {
      seed,
      correct: counts.right === counts.all,
      verdict: `${counts.right} of ${counts.all} answers right`,
    }
    const name = `${mix}, ${size.records} records, ${lanes} at once`
    return [
      toResult({
        ...shared,
        name,
        peer: 'the same by hand, with a log',
        speeds: { ours: speeds.ours, peer: speeds.peer },
        goal: GOAL,
      }),
      toResult({
        ...shared,
        name,
        peer: 'without enforcement or log',
        speeds: { ours: speeds.ours, peer: speeds.bare },
        goal: 0,
      }),
    ]
  }

  /** How many tables are not what the oracle has. */
  async countWrong(installation: BenchInstallation): Promise<number> {
    const wanted = this.#parts.oracle.all()
    const tables = await Promise.all(
      [TABLES.ours, TABLES.peer].map((table) => readAll(installation, table)),
    )
    return tables.filter((lines) => !isDeepStrictEqual(lines, wanted)).length
  }

  #ask(mix: Mix, lanes: number): GdprOperation[][] {
    const { records, users, operations } = this.#parts.size
    const each = Math.floor(operations / ROUNDS / lanes)
    return Array.from({ length: lanes }, (_, lane) => {
      const fresh = this.#fresh
      this.#fresh += each * PURPOSES
      const random = this.#random
      return makeOperations(mix, each, { records, users, random, lane, lanes, fresh })
    })
  }
}

async function inTurn(
  operations: readonly GdprOperation[],
  work: (operation: GdprOperation) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const operation of operations) answers.push(await work(operation))
  return answers
}

function countRight(
  operations: readonly GdprOperation[],
  answers: readonly Answer[],
  expected: readonly Answer[],
): number {
  return operations.filter(({ act }, n) =>
    // Which lines stand in a log differs; that there are some does not.
    act === 'logs'
      ? (answers[n]?.length ?? 0) > 0 && (answers[n]?.length ?? 0) <= LOGS_MOST
      : isDeepStrictEqual(answers[n], expected[n]),
  ).length
}
