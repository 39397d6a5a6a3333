import { connectErasing } from '#duties/erasure/erasing-parts.ts'
import { runRetention } from '#duties/retention/destroying.ts'
import { LOGINS, loginUrl } from '#store/install.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { type BenchInstallation, ORGANISATION, startInstallation } from './installation.ts'
import { DOSSIER, loadLeavers } from './leavers.ts'
import { type Measurement, type Result, toResult } from './report.ts'

const GOAL = 1 / 1.5
const FOREGROUND_PERCENT = 10
const DUE_SHARE = 0.1
const NOTES = 3
const ROUNDS = 5
const SCHEMA = `org_${ORGANISATION}`

/** Destroying what is due, against a bare DELETE in batches of the same size. */
export async function benchRetention({ quick }: { readonly quick: boolean }): Promise<{
  races: Result[]
  measurements: Measurement[]
}> {
  const { dossiers, batch } = quick
    ? { dossiers: 30_000, batch: 500 }
    : { dossiers: 1_000_000, batch: 500 }
  const installation = await startInstallation()
  try {
    const due = Math.floor(dossiers * DUE_SHARE)
    await loadLeavers(installation, { dossiers, notesOf: () => NOTES, due })
    return await measure(installation, { dossiers, due, batch })
  } finally {
    await installation.stop()
  }
}

async function measure(
  installation: BenchInstallation,
  { dossiers, due, batch }: { dossiers: number; due: number; batch: number },
): Promise<{ races: Result[]; measurements: Measurement[] }> {
  const owner = createPool({ url: installation.url, max: 2, name: 'peer' })
  const reader = createPool({ url: installation.url, max: 1, name: 'foreground' })
  const worker = createPool({ url: loginUrl(installation, LOGINS.worker), max: 2, name: 'ours' })
  const { erasing, close } = connectErasing(installation, worker)
  const speeds = { peer: [] as number[], ours: [] as number[] }
  const batches = Math.max(1, Math.floor(due / batch / (ROUNDS + 1)))
  try {
    const quiet = await p95(reader, dossiers, 3_000)
    for (let round = 0; round < ROUNDS; round += 1) {
      speeds.peer.push(await rate(() => byHand(owner, batches, batch)))
      speeds.ours.push(
        await rate(async () => {
          const options = { batch, rest: 0, most: batches }
          return (await runRetention(erasing, ORGANISATION, options)).destroyed
        }),
      )
    }
    const [busy] = await Promise.all([
      p95(reader, dossiers, 3_000),
      runRetention(erasing, ORGANISATION, { batch: 100, most: 20 }),
    ])
    await runRetention(erasing, ORGANISATION, { batch, rest: 0 })
    const left = await countLeft(owner)
    const correct = left.due === 0 && left.others === dossiers - due
    const verdict = `${left.due} due and ${left.others} others left of ${dossiers}`
    return {
      races: [
        toResult({
          name: `destroy ${due} of ${dossiers} dossiers, re-read and closed`,
          peer: 'bare batched DELETE',
          seed: 0,
          speeds,
          goal: GOAL,
          correct,
          verdict,
        }),
      ],
      measurements: [
        {
          name: 'p95 of a read meanwhile, more than when all is quiet',
          unit: '%',
          value: Math.round((busy / quiet - 1) * 100),
          atMost: FOREGROUND_PERCENT,
          correct,
          verdict: `${quiet.toFixed(2)} ms, then ${busy.toFixed(2)} ms`,
        },
        {
          name: 'due and still there after the run',
          unit: 'dossiers',
          value: left.due,
          atMost: 0,
          correct,
          verdict,
        },
      ],
    }
  } finally {
    await close()
    await worker.end()
    await reader.end()
    await owner.end()
  }
}

async function rate(work: () => Promise<number>): Promise<number> {
  const began = performance.now()
  const done = await work()
  return (done * 1_000) / (performance.now() - began)
}

/** As who writes it by hand: what is due, some at a time, with person and all that hangs on it. */
async function byHand(owner: Pool, batches: number, batch: number): Promise<number> {
  let gone = 0
  for (let done = 0; done < batches; done += 1) {
    const { rowCount } = await owner.query(
      `with due as (
         select dossier_id from peer.due_dates where due_on <= current_date
         order by due_on limit $1),
       gone as (
         delete from peer.dossiers where id in (select dossier_id from due)
         returning person_id)
       delete from peer.persons where id in (select person_id from gone)`,
      [batch],
    )
    gone += rowCount ?? 0
  }
  return gone
}

/** The time within which nineteen of twenty reads of a dossier are done, in milliseconds. */
async function p95(reader: Pool, dossiers: number, forMs: number): Promise<number> {
  const began = performance.now()
  const times: number[] = []
  let rank = dossiers - 1
  while (performance.now() - began < forMs) {
    const start = performance.now()
    await reader.query(
      `select id, body from ${SCHEMA}.notes where dossier_id = (
         select ${DOSSIER} from (values ($1::integer)) as l (rank))`,
      [rank],
    )
    times.push(performance.now() - start)
    rank = rank > dossiers / 2 ? rank - 1 : dossiers - 1
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

async function countLeft(owner: Pool): Promise<{ due: number; others: number }> {
  const { rows } = await owner.query<{ due: number; others: number }>(
    `select count(*) filter (where expires_on <= current_date)::int as due,
       count(*) filter (where expires_on > current_date)::int as others
     from ${SCHEMA}.dossiers`,
  )
  return rows[0] ?? { due: 0, others: 0 }
}
