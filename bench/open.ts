import { isDeepStrictEqual } from 'node:util'
import { connectStore } from '#store/connect.ts'
import { asOwner } from '#store/owner.ts'
import { createPool } from '#store/pool.ts'
import { from } from '#store/query.ts'
import type { Bureau } from './bureau.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'
import { type Result, toResult } from './report.ts'
import { type Effort, type Operation, race } from './rounds.ts'

const LEVELS = [
  { inFlight: 8, goal: 0.33 },
  { inFlight: 64, goal: 0.5 },
]
const CONNECTIONS = 10
const COMPARED = 100

const notes = from
  .selectFrom('notes')
  .select(['id', 'category', 'body', 'source', 'channel', 'written_at'])
  .orderBy('written_at')

/**
 * Opening a dossier with its notes, the opening in the ledger on disk, against the bare SELECT of
 * the same rows.
 */
export async function benchOpen(
  installation: BenchInstallation,
  bureau: Bureau,
  effort: Effort,
): Promise<Result[]> {
  const pool = createPool({ url: installation.url, max: CONNECTIONS, name: 'peer' })
  const { store, close } = connectStore(installation, { connections: CONNECTIONS })
  let opened = 0
  const readRaw = async (index: number): Promise<unknown[]> => {
    const { rows } = await pool.query<object>({
      name: 'notes',
      text: `select id, category, body, source, channel, written_at
        from org_${ORGANISATION}.notes where dossier_id = $1 order by written_at`,
      values: [bureau.dossier(index)],
    })
    return rows
  }
  const readOurs = async (index: number): Promise<unknown[]> => {
    const authority = bureau.authority(bureau.coachOf(index), 'coaching')
    const { answers } = await store.open(authority, bureau.dossier(index), { notes })
    opened++
    return answers.notes
  }
  const pick = (random: () => number): number => Math.floor(random() * bureau.size.dossiers)
  const peer: Operation = async (random) => void (await readRaw(pick(random)))
  const ours: Operation = async (random) => void (await readOurs(pick(random)))

  try {
    const results: Result[] = []
    for (const { inFlight, goal } of LEVELS) {
      const seed = bureau.seed + inFlight
      const speeds = await race({ peer, ours }, { inFlight, effort, seed })
      const same = await countSame(readRaw, readOurs, bureau)
      const entries = await countOpenings(installation)
      results.push(
        toResult({
          name: `open, ${inFlight} in flight`,
          peer: 'raw prepared SELECT',
          seed: bureau.seed,
          speeds,
          goal,
          correct: same === COMPARED && entries === opened,
          verdict: `${same} of ${COMPARED} dossiers equal, ${entries} ledger entries for ${opened} openings`,
        }),
      )
    }
    return results
  } finally {
    await close()
    await pool.end()
  }
}

type Read = (index: number) => Promise<unknown[]>

/** In how many dossiers both give the same rows, all that there should be. */
async function countSame(raw: Read, ours: Read, { size }: Bureau): Promise<number> {
  let same = 0
  for (let n = 0; n < COMPARED; n++) {
    const index = Math.floor((n * size.dossiers) / COMPARED)
    const [expected, rows] = await Promise.all([raw(index), ours(index)])
    if (rows.length === size.notesEach && isDeepStrictEqual(rows, expected)) same++
  }
  return same
}

async function countOpenings({ url }: BenchInstallation): Promise<number> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ entries: number }>(
      `select count(*)::int as entries from org_${ORGANISATION}.ledger where act = 'opened'`,
    )
    return rows[0]?.entries ?? 0
  })
}
