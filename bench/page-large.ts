import { noteConsult, writeNote, writeSummary } from '#modules/practice/index.ts'
import { connectStore } from '#store/connect.ts'
import { asOwner } from '#store/owner.ts'
import type { Bureau } from './bureau.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'
import type { PageClient } from './page-client.ts'
import type { Measurement } from './report.ts'
import { median } from './rounds.ts'
import type { Wire } from './wire.ts'

const CASELOAD = 5_000
const ITEMS = 2_000
const ITEMS_AT_ONCE = 100
const ASKED_TIMES = 15
const ROUNDS_GOAL = 2
const QUERY_GOAL_MS = 50
const TEXT = 'Wij spraken over de weken die komen, en over wat er al goed gaat. '.repeat(4)

/** A coach with very many clients, one of whom has been one for ten years. */
export interface LargeDesk {
  readonly coach: number
  readonly caseload: number
  readonly dossierId: string
}

/** Gives the last coach the clients of many others, and the first of them a long history. */
export async function fillLargeDesk(
  installation: BenchInstallation,
  bureau: Bureau,
): Promise<LargeDesk> {
  const coach = bureau.coaches - 1
  const caseload = Math.min(CASELOAD, bureau.size.dossiers / 2)
  const first = bureau.size.dossiers - caseload
  const ids = Array.from({ length: caseload }, (_, place) => bureau.dossier(first + place))
  await asOwner(installation.url, async (owner) => {
    await owner.query(`set search_path to org_${ORGANISATION}, gestand`)
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `update relations set holder_id = $1
       where dossier_id = any ($2) and relation = 'responsible-coach'`,
      [bureau.coachId(coach), ids],
    )
    await owner.query(
      `with shown as (
         insert into statement_notices (dossier_id, version, way, language)
         select i, (select max(version) from statements), 'shown', 'nl' from unnest($1::uuid[]) i
         returning id, dossier_id)
       insert into activations (dossier_id, notice_id) select dossier_id, id from shown`,
      [ids],
    )
    await owner.query(`update dossiers set service_state = 'active' where id = any ($1)`, [ids])
    // What was loaded is as long as a note, and is none.
    await owner.query('delete from notes where dossier_id = $1', [ids[0]])
    await owner.query('select renew_reach()')
    await owner.query('analyze')
  })
  const dossierId = bureau.dossier(first)
  await writeHistory(installation, bureau, { coach, dossierId })
  return { coach, caseload, dossierId }
}

/** Notes, and for every fifth a consult with its summary. */
async function writeHistory(
  installation: BenchInstallation,
  bureau: Bureau,
  { coach, dossierId }: Pick<LargeDesk, 'coach' | 'dossierId'>,
): Promise<void> {
  const { store, close } = connectStore(installation)
  const authority = bureau.authority(coach, 'coaching')
  const shared = { category: 'conversation-reports', source: 'own', channel: 'email' } as const
  for (let written = 0; written < ITEMS; written += ITEMS_AT_ONCE) {
    await store.changeDossier(authority, dossierId, async (tx) => {
      for (let item = 0; item < ITEMS_AT_ONCE; item += 1) {
        if (item % 5 < 3) await writeNote(tx, { ...shared, body: TEXT })
        else if (item % 5 === 3) {
          const heldOn = `20${10 + Math.floor(written / 200)}-0${1 + (item % 9)}-10`
          const consultId = await noteConsult(tx, { heldOn, minutes: 60, way: 'office' })
          await writeSummary(tx, { consultId, body: TEXT })
        }
      }
    })
  }
  await close()
}

/** Round trips of each page, and how long the longest of them took: the middle of many times. */
export async function measureLargeDesk(
  client: PageClient,
  wire: Wire,
  { caseload, dossierId }: LargeDesk,
): Promise<Measurement[]> {
  const dossier = `/werk/dossiers/${dossierId}`
  const pages = {
    [`list of ${caseload}`]: '/werk',
    [`page 20 of the list of ${caseload}`]: '/werk?pagina=20',
    [`list of ${caseload}, what waits first`]: '/werk?op=wacht',
    [`search in ${caseload}`]: '/werk?q=achternaam+99',
    [`dossier of ${ITEMS} items`]: dossier,
    [`consults of a dossier of ${ITEMS} items`]: `${dossier}/gesprekken`,
    [`notes of a dossier of ${ITEMS} items`]: `${dossier}/notities`,
  }
  const measurements: Measurement[] = []
  for (const [name, path] of Object.entries(pages)) {
    await client.get(path)
    await client.get(path)
    const traffic = []
    for (let time = 0; time < ASKED_TIMES; time += 1) {
      wire.take()
      await client.get(path)
      traffic.push(wire.take())
    }
    const rounds = median(traffic.map((each) => each.rounds))
    const slowestMs = median(traffic.map((each) => each.slowestMs))
    const shared = { correct: true, verdict: `asked ${ASKED_TIMES} times` }
    measurements.push(
      {
        name: `${name}: round trips`,
        unit: 'rounds',
        value: rounds,
        atMost: ROUNDS_GOAL,
        ...shared,
      },
      {
        name: `${name}: slowest round trip`,
        unit: 'ms',
        value: Math.round(slowestMs * 10) / 10,
        atMost: QUERY_GOAL_MS,
        ...shared,
      },
    )
  }
  return measurements
}
