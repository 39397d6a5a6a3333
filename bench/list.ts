import { isDeepStrictEqual } from 'node:util'
import { connectStore } from '#store/connect.ts'
import { asOwner } from '#store/owner.ts'
import { createPool } from '#store/pool.ts'
import { from } from '#store/query.ts'
import type { Bureau } from './bureau.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'
import { type Result, toResult } from './report.ts'
import { type Effort, type Operation, race } from './rounds.ts'

const GOAL = 0.9
const IN_FLIGHT = [8, 64]
const CONNECTIONS = 10
const COMPARED = 20
const LIST = 'bench'

const caseload = from
  .selectFrom('clients')
  .select(['dossier_id', 'given_name', 'prefix', 'family_name', 'email'])
  .orderBy('family_name')

/** A caseload, with the list in the ledger, against the bare SELECT with an explicit WHERE. */
export async function benchList(
  installation: BenchInstallation,
  bureau: Bureau,
  effort: Effort,
): Promise<Result[]> {
  const pool = createPool({ url: installation.url, max: CONNECTIONS, name: 'peer' })
  const { store, close } = connectStore(installation, { connections: CONNECTIONS })
  let listed = 0
  const readRaw = async (coach: number): Promise<unknown[]> => {
    const { rows } = await pool.query<object>({
      name: 'caseload',
      text: `select c.dossier_id, c.given_name, c.prefix, c.family_name, c.email
        from org_${ORGANISATION}.clients c
        join org_${ORGANISATION}.relations r on r.dossier_id = c.dossier_id
        where r.holder_id = $1 and r.relation = 'responsible-coach' order by c.family_name`,
      values: [bureau.coachId(coach)],
    })
    return rows
  }
  const readOurs = async (coach: number): Promise<unknown[]> => {
    const authority = bureau.authority(coach, 'coaching')
    const { clients } = await store.list(authority, LIST, { clients: caseload })
    listed++
    return clients
  }
  const pick = (random: () => number): number => Math.floor(random() * bureau.coaches)
  const peer: Operation = async (random) => void (await readRaw(pick(random)))
  const ours: Operation = async (random) => void (await readOurs(pick(random)))

  const results: Omit<Result, 'correct' | 'verdict'>[] = []
  let same = 0
  try {
    for (const inFlight of IN_FLIGHT) {
      const speeds = await race({ peer, ours }, { inFlight, effort, seed: bureau.seed + inFlight })
      const name = `list of ${bureau.size.caseload} from ${bureau.size.dossiers}, ${inFlight} in flight`
      const peerName = 'raw prepared SELECT'
      results.push({ name, peer: peerName, seed: bureau.seed, speeds, ratio: 0, goal: GOAL })
    }
    for (let coach = 0; coach < COMPARED; coach++) {
      const [expected, rows] = await Promise.all([readRaw(coach), readOurs(coach)])
      if (rows.length === bureau.size.caseload && isDeepStrictEqual(rows, expected)) same++
    }
  } finally {
    await close()
    await pool.end()
  }
  const entries = await countLists(installation)
  const correct = same === COMPARED && entries === listed
  const verdict = `${same} of ${COMPARED} lists equal, ${entries} ledger entries for ${listed} lists`
  return results.map((result) => toResult({ ...result, correct, verdict }))
}

async function countLists({ url }: BenchInstallation): Promise<number> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ entries: number }>(
      `select count(*)::int as entries from org_${ORGANISATION}.ledger where act = 'listed' and subject = $1`,
      [LIST],
    )
    return rows[0]?.entries ?? 0
  })
}
