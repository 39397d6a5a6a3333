import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { databaseLedger } from '#ledger/source.ts'
import { type Verification, verifyLedger } from '#ledger/verification.ts'
import { LOGINS, loginUrl } from '#store/install.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { type BenchInstallation, ORGANISATION, startInstallation } from './installation.ts'
import { type Measurement, type Result, toResult } from './report.ts'
import { type Effort, race } from './rounds.ts'

const SCHEMA = `org_${ORGANISATION}`
const IN_FLIGHT = 8
const CONNECTIONS = 10
/** Not asked for: a line costs what it costs, and is shown beside a plain insert. */
const LINE_GOAL = 0.5
const VERIFIED_WITHIN_MS = 30_000
const FULL = { entries: 1_000_000, checkpoints: 100 }
const QUICK = { entries: 20_000, checkpoints: 20 }

/** Changes that somebody with the rights of the owner makes, each in a checkpoint of its own. */
const CHANGES: readonly ((row: string) => string)[] = [
  (row) => `update ledger set act = 'listed' where ${row}`,
  (row) => `update ledger set account_id = gen_random_uuid() where ${row}`,
  (row) => `update ledger set at = at - interval '1 day' where ${row}`,
  (row) => `update ledger set dossier_id = gen_random_uuid() where ${row}`,
  (row) => `update ledger set statement = statement + 1 where ${row}`,
  (row) => `delete from ledger where ${row}`,
  (row) => `insert into ledger (xid, act) select xid, 'opened' from ledger where ${row}`,
]

/**
 * Writing a line against a plain insert into a table without triggers, policies or checkpoints; and
 * how long it takes to verify all, and whether each change is found.
 */
export async function benchLedger(
  effort: Effort,
  { quick, seed }: { readonly quick: boolean; readonly seed: number },
): Promise<{ races: Result[]; measurements: Measurement[] }> {
  const installation = await startInstallation()
  const worker = createPool({
    url: loginUrl(installation, LOGINS.worker),
    max: 2,
    name: 'worker',
  })
  try {
    const size = quick ? QUICK : FULL
    const lines = await raceLines(installation, effort, seed)
    await fill(installation, worker, size)
    const key = ledgerKey(installation.master, ORGANISATION)
    const verify = (): Promise<Verification> =>
      inProof(worker, ORGANISATION, (tx) => verifyLedger(databaseLedger(tx), { key }))
    const began = performance.now()
    const whole = await verify()
    const took = performance.now() - began
    const changed = await asOwner(installation.url, (owner) => change(owner, size.checkpoints))
    const found = new Set((await verify()).problems.map(({ checkpoint }) => checkpoint))
    const missed = changed.filter((checkpoint) => !found.has(checkpoint))
    return {
      races: [lines],
      measurements: [
        {
          name: `verify ${whole.entries} entries in ${whole.checkpoints} checkpoints`,
          unit: 'ms',
          value: Math.round(took),
          atMost: VERIFIED_WITHIN_MS,
          correct: whole.entries >= size.entries && whole.problems.length === 0,
          verdict: `${whole.problems.length} problems in what nobody changed`,
        },
        {
          name: 'changes by somebody with all rights that are not found',
          unit: `of ${changed.length}`,
          value: missed.length,
          atMost: 0,
          correct: missed.length === 0 && found.size === changed.length,
          verdict: `${found.size} checkpoints told broken`,
        },
      ],
    }
  } finally {
    await worker.end()
    await installation.stop()
  }
}

async function raceLines(
  { url }: BenchInstallation,
  effort: Effort,
  seed: number,
): Promise<Result> {
  const pool = createPool({ url, max: CONNECTIONS, name: 'lines' })
  let written = 0
  try {
    await pool.query(`create schema peer; create table peer.lines (
      id bigint generated always as identity primary key, at timestamptz default clock_timestamp(),
      account_id uuid, activity text, act text, dossier_id uuid, subject text, item text,
      amount integer, statement integer)`)
    const values = `'opened', 'coaching', gen_random_uuid(), gen_random_uuid(), null, null, null`
    const speeds = await race(
      {
        peer: async () => {
          await pool.query({
            name: 'plain',
            text: `insert into peer.lines
              (act, activity, account_id, dossier_id, subject, item, amount, statement)
              values (${values}, 4)`,
          })
        },
        ours: async () => {
          await pool.query({ name: 'line', text: `select ${SCHEMA}.record(${values})` })
          written++
        },
      },
      { inFlight: IN_FLIGHT, effort, seed },
    )
    const { rows } = await pool.query<{ lines: number }>(
      `select count(*)::int as lines from ${SCHEMA}.ledger where act = 'opened'`,
    )
    const lines = rows[0]?.lines ?? 0
    return toResult({
      name: `a line in the ledger, on disk, ${IN_FLIGHT} in flight`,
      peer: 'plain insert',
      seed,
      speeds,
      goal: LINE_GOAL,
      correct: lines === written,
      verdict: `${lines} lines for ${written} acts`,
    })
  } finally {
    await pool.end()
  }
}

/** Writes lines and closes them into checkpoints, as the worker does. */
async function fill(
  installation: BenchInstallation,
  worker: Pool,
  { entries, checkpoints }: typeof FULL,
): Promise<void> {
  const key = ledgerKey(installation.master, ORGANISATION)
  await asOwner(installation.url, async (owner) => {
    for (let n = 0; n < checkpoints; n++) {
      await owner.query(
        `insert into ${SCHEMA}.ledger (account_id, activity, act, dossier_id, statement)
         select md5('reader ' || n % 50)::uuid, 'coaching', 'opened', md5('read ' || n)::uuid, 4
         from generate_series(1, $1::int) n`,
        [Math.ceil(entries / checkpoints)],
      )
      await closeCheckpoint(worker, ORGANISATION, key)
    }
  })
}

/** Makes each change in another checkpoint. Returns which those are. */
async function change(owner: Owner, checkpoints: number): Promise<number[]> {
  await owner.query(`set search_path to ${SCHEMA}, gestand`)
  await owner.query('set session_replication_role = replica')
  const apart = Math.floor(checkpoints / CHANGES.length)
  const changed: number[] = []
  for (const [index, make] of CHANGES.entries()) {
    const checkpoint = 2 + index * apart
    await owner.query(
      make(`id = (select min(l.id) + 3 from ledger l where l.xid < (
          select until_xid from checkpoints where id = ${checkpoint})
        and l.xid >= (select until_xid from checkpoints where id = ${checkpoint} - 1))`),
    )
    changed.push(checkpoint)
  }
  return changed
}
