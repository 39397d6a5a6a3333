import { connectErasing } from '#duties/erasure/erasing-parts.ts'
import { runErasures } from '#duties/erasure/erasing.ts'
import { LOGINS, loginUrl } from '#store/install.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { type BenchInstallation, ORGANISATION, startInstallation } from './installation.ts'
import { DOSSIER, loadLeavers } from './leavers.ts'
import { type Measurement, type Result, toResult } from './report.ts'
import { median } from './rounds.ts'

const GOAL = 1 / 3
const HEAVY_MS = 200
const MEDIAN_ROWS = 250
const HEAVIEST_ROWS = 20_000
/** Of so many heaviest the slowest but one in twenty is told. */
const HEAVIEST = 20
const FOREGROUND_PERCENT = 7
const FOREGROUND_MS = 5_000
/** Erasures beside which people read: as many an hour as there are persons. */
const BESIDE_EVERY_MS = 240
const SCHEMA = `org_${ORGANISATION}`

interface Size {
  readonly persons: number
  readonly rounds: number
  /** Persons erased in a round by each of the two. */
  readonly each: number
}

const FULL: Size = { persons: 15_000, rounds: 5, each: 20 }
const QUICK: Size = { persons: 400, rounds: 5, each: 5 }

/** Erasing persons one by one, against the same deletes written by hand. */
export async function benchErase({ quick }: { readonly quick: boolean }): Promise<{
  races: Result[]
  measurements: Measurement[]
}> {
  const size = quick ? QUICK : FULL
  const installation = await startInstallation()
  try {
    const notesOf = (rank: number): number => rowsOf(rank, size.persons)
    await loadLeavers(installation, { dossiers: size.persons, notesOf, due: 0 })
    return await measure(installation, size)
  } finally {
    await installation.stop()
  }
}

/** By Zipf: the first has most rows, the one in the middle 250. */
function rowsOf(rank: number, persons: number): number {
  const slope = Math.log(HEAVIEST_ROWS / MEDIAN_ROWS) / Math.log(persons / 2)
  return Math.floor(HEAVIEST_ROWS / (rank + 1) ** slope)
}

async function measure(
  installation: BenchInstallation,
  { persons, rounds, each }: Size,
): Promise<{ races: Result[]; measurements: Measurement[] }> {
  const owner = createPool({ url: installation.url, max: 2, name: 'peer' })
  const worker = createPool({ url: loginUrl(installation, LOGINS.worker), max: 2, name: 'ours' })
  const { erasing, close } = connectErasing(installation, worker)
  const ours = new Ours(owner, erasing)
  const speeds = { peer: [] as number[], ours: [] as number[] }
  const heavy: number[] = []
  try {
    // Those in the middle, of whom there are many alike.
    let rank = Math.floor(persons / 2)
    for (let round = 0; round < rounds; round += 1) {
      const ranks = Array.from({ length: each }, () => rank++)
      speeds.peer.push(await perSecond(ranks, (one) => byHand(owner, one)))
      speeds.ours.push(await perSecond(ranks, (one) => ours.erase(one).then(() => undefined)))
    }
    for (let one = 0; one < HEAVIEST; one += 1) heavy.push(await ours.erase(one))
    const foreground = await compareReads(owner, ours, { persons, next: () => rank++ })
    const reread = await ours.finish()
    const left = await ours.countLeft()
    const proof = {
      correct: left === 0,
      verdict: `${left} rows or keys left of ${ours.erased} persons`,
    }
    return {
      races: [
        toResult({
          name: `erase a person of some ${MEDIAN_ROWS} rows among ${persons}, until all is gone`,
          peer: 'deletes written by hand',
          seed: 0,
          speeds,
          goal: GOAL,
          ...proof,
        }),
      ],
      measurements: [
        {
          name: `erase one of the ${HEAVIEST} heaviest, up to ${HEAVIEST_ROWS} rows: p95`,
          unit: 'ms',
          value: Math.round(heavy.toSorted((a, b) => a - b)[HEAVIEST - 2] ?? 0),
          atMost: HEAVY_MS,
          correct: proof.correct,
          verdict: `median ${Math.round(median(heavy))} ms`,
        },
        { ...foreground, correct: proof.correct },
        {
          name: `re-read every store for ${ours.erased} persons and close`,
          unit: 'ms',
          value: Math.round(reread),
          atMost: 60_000,
          ...proof,
        },
      ],
    }
  } finally {
    await close()
    await worker.end()
    await owner.end()
  }
}

async function perSecond(
  ranks: readonly number[],
  work: (rank: number) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  for (const rank of ranks) await work(rank)
  return (ranks.length * 1_000) / (performance.now() - began)
}

/** What somebody would write who knows the tables: children first, in one transaction. */
async function byHand(owner: Pool, rank: number): Promise<void> {
  const one = `(select ${DOSSIER} from (values (${rank})) as l (rank))`
  await owner.query(`
    begin;
    delete from peer.notes where dossier_id = ${one};
    delete from peer.events where dossier_id = ${one};
    delete from peer.relations where dossier_id = ${one};
    delete from peer.engagements where dossier_id = ${one};
    delete from peer.clients where dossier_id = ${one};
    delete from peer.due_dates where dossier_id = ${one};
    delete from peer.dossiers where id = ${one};
    delete from peer.persons where id = md5('person ' || ${rank})::uuid;
    commit`)
}

/** How many reads fewer there are when people are erased beside them. */
async function compareReads(
  owner: Pool,
  ours: Ours,
  { persons, next }: { readonly persons: number; readonly next: () => number },
): Promise<Omit<Measurement, 'correct'>> {
  const alone = await readsPerSecond(owner, persons)
  const beside = await ours.whileErasing(next, () => readsPerSecond(owner, persons))
  return {
    name: `reads fewer while one is erased each ${BESIDE_EVERY_MS} ms`,
    unit: '%',
    value: Math.round((1 - beside / alone) * 100),
    atMost: FOREGROUND_PERCENT,
    verdict: `${Math.round(alone)} a second, then ${Math.round(beside)}`,
  }
}

/** How many dossiers one person after the other can read in a second. */
async function readsPerSecond(owner: Pool, persons: number): Promise<number> {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < FOREGROUND_MS) {
    await owner.query(
      `select id, body from ${SCHEMA}.notes where dossier_id = (
         select ${DOSSIER} from (values ($1::integer)) as l (rank))`,
      [persons - 1 - (done % Math.floor(persons / 4))],
    )
    done += 1
  }
  return (done * 1_000) / (performance.now() - began)
}

class Gone extends Error {}

/** Erasures as the worker does them. The re-read of every store comes once, for all together. */
class Ours {
  readonly #owner: Pool
  readonly #erasing: Parameters<typeof runErasures>[0]
  erased = 0

  constructor(owner: Pool, erasing: Parameters<typeof runErasures>[0]) {
    this.#owner = owner
    this.#erasing = erasing
  }

  /** From the order until rows and key are gone, in milliseconds. */
  async erase(rank: number): Promise<number> {
    const began = performance.now()
    await this.#owner.query(
      `select ${SCHEMA}.order_erasure(${DOSSIER}, 'dossier', 'request')
       from (values (${rank})) as l (rank)`,
    )
    const stopping = {
      ...this.#erasing,
      after: (step: string): void => {
        if (step === 'deleted') throw new Gone()
      },
    }
    await runErasures(stopping, ORGANISATION).catch((error: unknown) => {
      if (!(error instanceof Gone)) throw error
    })
    this.erased += 1
    return performance.now() - began
  }

  /** Erases one person each so many milliseconds, for as long as `work` takes. */
  async whileErasing<T>(next: () => number, work: () => Promise<T>): Promise<T> {
    let under: Promise<unknown> = Promise.resolve()
    const timer = setInterval(() => {
      under = under.then(() => this.erase(next()))
    }, BESIDE_EVERY_MS)
    const result = await work()
    clearInterval(timer)
    await under
    return result
  }

  /** Re-reads and closes all that is gone, in milliseconds. */
  async finish(): Promise<number> {
    const began = performance.now()
    await runErasures(this.#erasing, ORGANISATION)
    return performance.now() - began
  }

  async countLeft(): Promise<number> {
    const { rows } = await this.#owner.query<{ id: string; left: number }>(
      `select o.dossier_id as id, (select count(*) from ${SCHEMA}.dossiers d
           where d.id = o.dossier_id)::int
         + (select count(*) from ${SCHEMA}.notes n where n.dossier_id = o.dossier_id)::int
         + (o.closed_at is null)::int as left
       from ${SCHEMA}.erasure_orders o`,
    )
    const keys = await this.#erasing.register.listKeys(
      ORGANISATION,
      rows.map(({ id }) => id),
    )
    return rows.reduce((sum, { left }) => sum + left, 0) + keys.length
  }
}
