import { isDeepStrictEqual } from 'node:util'
import {
  confirmMany,
  listRegistrations,
  listToVerify,
  type RegistrationLine,
  TAKING_OVER,
  Undertakings,
} from '#modules/registry/index.ts'
import { connectStore } from '#store/connect.ts'
import { Spool } from '#store/spool.ts'
import type { Store } from '#store/store.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import { sql } from 'kysely'
import { startInstallation } from './installation.ts'
import { type LoadedRegister, loadRegister, REGISTER, type Viewer, WHOLE } from './register.ts'
import { type Measurement, type Result, toResult } from './report.ts'
import { type Effort, median, type Operation, race } from './rounds.ts'

const IN_FLIGHT = 8
const CONNECTIONS = 10
/** At most this long takes a list, wherever it is of. */
const LIST_MS = 50
const LIST_GOAL = 0.5
const CHECKS_GOAL = 2_000
const BULK = 2_000
const BULK_SECONDS = 10
const TRIES = 15
const IMPORTED = 100_000
const IMPORT_PER_SECOND = 500

interface Outcome {
  readonly races: Result[]
  readonly measurements: Measurement[]
}

/** A register of a country: its lists, the check of a diploma, and verification of many at once. */
export async function benchRegistry(
  effort: Effort,
  { scale, seed }: { readonly scale: number; readonly seed: number },
): Promise<Outcome> {
  const installation = await startInstallation(REGISTER)
  try {
    const size = {
      persons: Math.round(WHOLE.persons * scale),
      registrations: Math.round(WHOLE.registrations * scale),
      largest: Math.round(WHOLE.largest * scale),
      waiting: Math.min(Math.round(WHOLE.waiting * scale), 2 * BULK),
    }
    const register = await loadRegister(installation, size)
    const connected = connectStore(installation, { connections: CONNECTIONS })
    const peer = createPool({ url: installation.url, max: CONNECTIONS, name: 'peer' })
    try {
      const { store } = connected
      const at: Bench = { register, store, peer, effort, seed }
      return {
        races: [await raceLists(at), await raceChecks(at)],
        measurements: [
          ...(await timeLists(at)),
          ...(await timeBulk(at)),
          await timeImport(at, Math.round(IMPORTED * scale)),
        ],
      }
    } finally {
      await peer.end()
      await connected.close()
    }
  } finally {
    await installation.stop()
  }
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

async function raceChecks({ store, peer, effort, seed }: Bench): Promise<Result> {
  const { rows: known } = await peer.query<{ number: string }>(
    `select number from org_${REGISTER}.diplomas order by md5(number) limit 2000`,
  )
  const numbers = known.map(({ number }) => number)
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

/** Lists that pages show, each with who looks. */
async function timeLists({ store, register }: Bench): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  const time = async (
    name: string,
    viewer: Viewer,
    activity: string,
    build: (access: Awaited<ReturnType<typeof store.access>>) => WrittenQuery<RegistrationLine>,
  ): Promise<number> => {
    const list = build(await store.access(REGISTER, activity))
    const authority = register.authority(viewer, activity)
    const times: number[] = []
    let rows = 0
    for (let turn = 0; turn < TRIES; turn += 1) {
      const began = performance.now()
      rows = (await store.list(authority, 'bench', { list })).list.length
      times.push(performance.now() - began)
    }
    const value = Math.round(median(times) * 10) / 10
    measurements.push({
      name,
      unit: 'ms',
      value,
      atMost: LIST_MS,
      correct: rows > 0,
      verdict: `${rows} rows`,
    })
    return value
  }
  const { largest } = register.size
  const side = 'institution' as const
  const after = { startsOn: '2025-01-01', dossierId: register.dossier(0) }
  await time('students of an institution with 20', 'smallest', 'verification', (access) =>
    listRegistrations(access, { of: { side } }),
  )
  await time(`students of an institution with ${largest}`, 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side } }),
  )
  await time('a later page of those', 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side }, after }),
  )
  await time('those whose name begins so', 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side }, search: 'ab' }),
  )
  await time('those who are interrupted or so', 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side }, state: 'submitted' }),
  )
  await time('what it is to verify', 'largest', 'verification', (access) =>
    listToVerify(access, { side }),
  )
  await time('the register', 'registrar', 'registry-keeping', (access) =>
    listRegistrations(access, {}),
  )
  await time('the register, by name', 'registrar', 'registry-keeping', (access) =>
    listRegistrations(access, { search: 'ab' }),
  )
  await time('the register, by state', 'registrar', 'registry-keeping', (access) =>
    listRegistrations(access, { state: 'submitted' }),
  )
  return measurements
}

/** Verification of many students at once, and the same work by hand for as many others. */
async function timeBulk({ store, register, peer }: Bench): Promise<Measurement[]> {
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
  return [
    {
      name: `verification of ${half} students at once`,
      unit: 's',
      value: Math.round(seconds * 100) / 100,
      atMost: BULK_SECONDS,
      correct: confirmed.length === half && rows[0]?.n === half,
      verdict: `${confirmed.length} confirmed; one insert with the same triggers as the owner ${peerSeconds.toFixed(2)} s`,
    },
  ]
}

/** A list that is looked at and taken over, as the page does. */
async function timeImport({ store, register }: Bench, rows: number): Promise<Measurement> {
  const lines = Array.from({ length: rows }, (_, n) => {
    const born = `${1 + (n % 28)}-${1 + (n % 12)}-${1960 + (n % 40)}`
    const where = 'PRG-1;care 1;school 1;1-9-2025'
    return `${n};Voornaam;Van${letters(n)};${born};p${n}@example.org;${where}`
  })
  const head =
    'Studentnummer;Voornaam;Achternaam;Geboortedatum;E-mail;Opleiding;Werkgever;School;Start'
  const spool = await Spool.fill(once(Buffer.from([head, ...lines].join('\n'))))
  const undertakings = new Undertakings()
  const authority = register.authority('registrar', TAKING_OVER)
  const bringing = { store, authority, today: '2026-11-23' }
  const began = performance.now()
  const undertaking = await undertakings.bring('bench', spool, bringing)
  await undertaking.done
  const looked = (performance.now() - began) / 1_000
  undertakings.carryOut(undertaking, bringing)
  await undertaking.done
  const seconds = (performance.now() - began) / 1_000 - looked
  await undertakings.letGo('bench')
  return {
    name: `taking over a list of ${rows} rows`,
    unit: 'rows/s',
    value: Math.round(rows / seconds),
    atLeast: IMPORT_PER_SECOND,
    correct: undertaking.begun?.taken === rows,
    verdict: `${undertaking.begun?.taken} taken over, looked at in ${looked.toFixed(1)} s`,
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** A family name for a number. */
function letters(n: number): string {
  return String(n).replaceAll(/\d/g, (digit) => 'aeioubdfkl'.charAt(Number(digit)))
}
