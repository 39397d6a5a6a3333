import { isDeepStrictEqual } from 'node:util'
import { confirmMany, listRegistrations, type RegistrationLine } from '#modules/registry/index.ts'
import { connectStore } from '#store/connect.ts'
import type { Store } from '#store/store.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import { sql } from 'kysely'
import { startInstallation } from './installation.ts'
import { step } from './progress.ts'
import { type LoadedRegister, loadRegister, REGISTER, WHOLE } from './register.ts'
import { measureCheckPage } from './registry-check.ts'
import { measureExport } from './registry-export.ts'
import { timeImport } from './registry-import.ts'
import { timeLists } from './registry-lists.ts'
import { measureSurvey } from './registry-survey.ts'
import { type Measurement, type Result, toLine, toResult } from './report.ts'
import { type Effort, median, type Operation, race } from './rounds.ts'

const IN_FLIGHT = 8
const CONNECTIONS = 10
const LIST_GOAL = 0.5
const CHECKS_GOAL = 2_000
const BULK = 2_000
const BULK_SECONDS = 10
const IMPORTED = 100_000

interface Outcome {
  readonly races: Result[]
  readonly measurements: Measurement[]
}

/**
 * A register of a country: its lists, the check of a diploma, verification of many at once, a list
 * that is taken over, a survey and an export. Prints what it is doing.
 */
export async function benchRegistry(
  effort: Effort,
  { scale, seed }: { readonly scale: number; readonly seed: number },
): Promise<Outcome> {
  const installation = await step('start', () => startInstallation(REGISTER))
  try {
    const size = {
      persons: Math.round(WHOLE.persons * scale),
      registrations: Math.round(WHOLE.registrations * scale),
      largest: Math.round(WHOLE.largest * scale),
      waiting: Math.min(Math.round(WHOLE.waiting * scale), 2 * BULK),
    }
    const register = await step('load', () => loadRegister(installation, size))
    const connected = connectStore(installation, { connections: CONNECTIONS })
    const peer = createPool({ url: installation.url, max: CONNECTIONS, name: 'peer' })
    try {
      const { store } = connected
      const at: Bench = { register, store, peer, effort, seed }
      const numbers = await diplomaNumbers(peer)
      const races = [
        await part('race of lists', () => raceLists(at)),
        await part('race of checks', () => raceChecks(at, numbers)),
      ]
      const imported = Math.round(IMPORTED * scale)
      const measurements = [
        ...(await parts('lists', () => timeLists(at))),
        ...(await parts('check page', () => measureCheckPage(installation, numbers, at))),
        await part('verification', () => timeBulk(at)),
        await part('survey', () => measureSurvey(installation)),
        await part('import', () => timeImport(at, imported)),
        await part('export', () => measureExport(installation, at)),
      ]
      return { races, measurements }
    } finally {
      await peer.end()
      await connected.close()
    }
  } finally {
    await installation.stop()
  }
}

/** Does a part and prints what came of it: a long bench that ends badly has said what it saw. */
async function parts<T extends Result | Measurement>(
  name: string,
  work: () => Promise<T[]>,
): Promise<T[]> {
  const outcomes = await step(name, work)
  for (const outcome of outcomes) console.error(toLine(outcome))
  return outcomes
}

async function part<T extends Result | Measurement>(
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const outcome = await step(name, work)
  console.error(toLine(outcome))
  return outcome
}

interface Bench {
  readonly store: Store
  readonly register: LoadedRegister
  readonly peer: Pool
  readonly effort: Effort
  readonly seed: number
}

async function raceLists({ store, register, peer, effort, seed }: Bench): Promise<Result> {
  const access = await store.access(REGISTER, 'verification')
  const list = listRegistrations(access, { of: { side: 'institution' } })
  const authority = register.authority('largest', 'verification')
  const readOurs = async (): Promise<unknown[]> => {
    const { list: rows } = await store.list(authority, 'bench', { list })
    return rows.map(({ dossierId }) => dossierId)
  }
  const readPeer = async (): Promise<unknown[]> => {
    const { rows } = await peer.query<RegistrationLine>({
      name: 'list',
      text: `select g.dossier_id as "dossierId", d.reference, r.given_names, r.prefix,
          r.family_name, g.announced_name, p.name_nl, p.name_en, i.name, j.name,
          g.starts_on::text, g.planned_end_on::text, g.state, g.state_since, s.id, s.about,
          s.submitted_at
        from (select * from org_${REGISTER}.registrations where institution_id = $1
          order by starts_on desc, dossier_id desc limit 51) g
        join org_${REGISTER}.dossiers d on d.id = g.dossier_id
        join org_${REGISTER}.programme_versions v on v.id = g.version_id
        join org_${REGISTER}.programmes p on p.id = v.programme_id
        join org_${REGISTER}.parties i on i.id = g.institution_id
        join org_${REGISTER}.parties j on j.id = g.institute_id
        left join org_${REGISTER}.registrants r on r.dossier_id = g.dossier_id
        left join org_${REGISTER}.submissions s on s.id = g.open_submission_id
        where d.restricted_at is null
        order by g.starts_on desc, g.dossier_id desc limit 51`,
      values: [register.party('largest')],
    })
    return rows.map(({ dossierId }) => dossierId)
  }
  const speeds = await race(
    { peer: async () => void (await readPeer()), ours: async () => void (await readOurs()) },
    { inFlight: IN_FLIGHT, effort, seed },
  )
  const [expected, rows] = [await readPeer(), await readOurs()]
  const correct = isDeepStrictEqual(expected, rows) && rows.length === 51
  return toResult({
    name: `list of 50 of ${register.size.largest} students, ${IN_FLIGHT} in flight`,
    peer: 'raw prepared SELECT',
    seed,
    speeds,
    goal: LIST_GOAL,
    correct,
    verdict: correct ? 'the same rows' : `${rows.length} rows, other ones`,
  })
}

async function diplomaNumbers(peer: Pool): Promise<string[]> {
  const { rows } = await peer.query<{ number: string }>(
    `select number from org_${REGISTER}.diplomas order by md5(number) limit 2000`,
  )
  return rows.map(({ number }) => number)
}

async function raceChecks(
  { store, peer, effort, seed }: Bench,
  numbers: readonly string[],
): Promise<Result> {
  const pick = (random: () => number): string =>
    numbers[Math.floor(random() * numbers.length)] ?? ''
  const check = async (number: string): Promise<string | undefined> => {
    const state: WrittenQuery<{ state: string }> = written(
      sql<{ state: string }>`select diploma_state(${number}) as state`,
    )
    const answers = await store.publicly(REGISTER, { state })
    return answers.state[0]?.state
  }
  const text = `select case when r.number is null then 'valid' else 'revoked' end as state
    from org_${REGISTER}.diplomas d left join org_${REGISTER}.diploma_revocations r using (number)
    where d.number = $1`
  const ours: Operation = async (random) => void (await check(pick(random)))
  const others: Operation = async (random) => {
    await peer.query({ name: 'check', text, values: [pick(random)] })
  }
  const speeds = await race({ peer: others, ours }, { inFlight: 64, effort, seed })
  const correct =
    (await check(numbers[0] ?? '')) === 'valid' && ((await check('x')) ?? undefined) === undefined
  const perSecond = Math.round(median(speeds.ours))
  return toResult({
    name: `check of one of ${numbers.length} diplomas by number, 64 in flight`,
    peer: 'raw prepared SELECT',
    seed,
    speeds,
    goal: 0.3,
    correct: correct && perSecond >= CHECKS_GOAL,
    verdict: `${perSecond} a second, of at least ${CHECKS_GOAL}`,
  })
}

/** Verification of many students at once, and the same work by hand for as many others. */
async function timeBulk({ store, register, peer }: Bench): Promise<Measurement> {
  const half = Math.floor(register.waiting.length / 2)
  const [ours, others] = [register.waiting.slice(0, half), register.waiting.slice(half)]
  const authority = register.authority('largest', 'verification')
  const began = performance.now()
  const { confirmed } = await confirmMany(store, authority, {
    dossierIds: ours,
    verifier: 'institution',
  })
  const seconds = (performance.now() - began) / 1_000
  const beganPeer = performance.now()
  await peer.query(
    `insert into org_${REGISTER}.verifications (submission_id, dossier_id, verifier, decision)
     select s.id, s.dossier_id, 'institution', 'confirmed' from org_${REGISTER}.submissions s
     where s.dossier_id = any ($1)`,
    [others],
  )
  const peerSeconds = (performance.now() - beganPeer) / 1_000
  const { rows } = await peer.query<{ n: number }>(
    `select count(*)::int as n from org_${REGISTER}.verifications where dossier_id = any ($1)`,
    [ours],
  )
  return {
    name: `verification of ${half} students at once`,
    unit: 's',
    value: Math.round(seconds * 100) / 100,
    atMost: BULK_SECONDS,
    correct: confirmed.length === half && rows[0]?.n === half,
    verdict: `${confirmed.length} confirmed; one insert with the same triggers as the owner ${peerSeconds.toFixed(2)} s`,
  }
}
