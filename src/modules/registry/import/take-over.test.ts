import { expect, test } from 'vitest'
import { type Registry, registry } from '#world/registry.ts'
import { checkRegister, type RegisterReport } from './check.ts'
import { openLikenesses, settleLikeness } from './likeness.ts'
import { Places, placeReads } from './places.ts'
import { Register } from './register.ts'
import { beginImport, digestOf, type RegisterImport, TAKING_OVER, takeOver } from './take-over.ts'

const TODAY = '2026-11-23'
const HEAD =
  'Studentnummer;Voornaam;Tussenvoegsel;Achternaam;Geboortedatum;E-mail;Opleiding;Werkgever;School;Startdatum;Diplomadatum;Diplomanummer;Gestopt'
const WHERE = 'IC-1;Ziekenhuis Voorbeeld;academie voorbeeld'
const EVA = `1;Eva;de;Vos;01-02-1990;eva@example.org;${WHERE};01-09-2025;;;`
const EVA_BEFORE = `1;Eva;de;Vos;01-02-1990;eva@example.org;${WHERE};01-09-2018;01-09-2020;IC-1812;`
const BO = `2;Bo;;Mol;03-04-1985;;${WHERE};01-09-2024;;;01-03-2025`

let here: Registry

/** A list, with a line of its own so that no two tests have the same file. */
let lists = 0
function file(...lines: readonly string[]): Buffer {
  lists += 1
  return Buffer.from([HEAD, ...lines, ';'.repeat(12 + lists)].join('\n'))
}

async function read(bytes: Buffer): Promise<Register> {
  const authority = here.registrar.for(TAKING_OVER)
  const places = new Places(await here.there.store.list(authority, 'import', placeReads))
  return new Register(bytes, { places, today: TODAY })
}

async function check(bytes: Buffer): Promise<RegisterReport> {
  const { store } = here.there
  return checkRegister(store, here.registrar.for(TAKING_OVER), await read(bytes), () => undefined)
}

function begin(bytes: Buffer, rows: number): Promise<RegisterImport> {
  return here.change(here.registrar, TAKING_OVER, (tx) =>
    beginImport(tx, digestOf(bytes), { rows, chosen: {} }),
  )
}

async function bring(bytes: Buffer, told: (rows: number) => void = () => undefined) {
  const register = await read(bytes)
  const begun = await begin(bytes, register.size)
  const { store } = here.there
  await takeOver(store, here.registrar.for(TAKING_OVER), { register, begun }, told)
  return begin(bytes, register.size)
}

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await here.there.owner.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${where}`,
  )
  return rows[0]?.n ?? -1
}

test('reg-01: a register comes in as students and graduated professionals, one person with one number in the file', async () => {
  here = await registry()
  const bytes = file(EVA, BO, EVA_BEFORE)
  expect(await check(bytes)).toMatchObject({ rows: 3, ready: 3, refused: 0, known: 0, alike: 0 })
  expect(await count('dossiers')).toBe(0)
  expect(await bring(bytes)).toMatchObject({ done: 3, taken: 3, left_out: 0, likenesses: 0 })
  const { rows } = await here.there.owner.query(
    `select t.family_name, d.kind, g.state, g.planned_end_on, x.number, t.source,
       dense_rank() over (order by t.family_name, d.person_id) as person
     from dossiers d join registrants t on t.dossier_id = d.id
       join registrations g on g.dossier_id = d.id left join diplomas x on x.dossier_id = d.id
     order by t.family_name, g.starts_on`,
  )
  const shared = { source: 'import', number: null }
  expect(rows).toMatchObject([
    { ...shared, family_name: 'Mol', kind: 'student', state: 'ended', person: 1 },
    { family_name: 'Vos', kind: 'professional', state: 'graduated', number: 'IC-1812', person: 2 },
    { ...shared, family_name: 'Vos', kind: 'student', state: 'enrolled', person: 2 },
  ])
  expect(rows[2]).toMatchObject({ planned_end_on: '2027-03-01' })
  // Each has a key, is in the ledger, and is there for its institutions as long as it goes on.
  const { keys, organisation } = here.there
  const ids = await here.there.owner.query<{ id: string }>('select id from dossiers')
  await Promise.all(ids.rows.map(({ id }) => keys.read(organisation, id)))
  expect(await count('ledger', `act = 'started' and activity = 'taking-over'`)).toBe(3)
  expect(await count('standing_relations', `activity = 'verification'`)).toBe(2)
})

test('what is there already is left out, and the same file goes on where it was: nothing is in twice', async () => {
  here = await registry()
  const lines = Array.from(
    { length: 340 },
    (_, n) => `P${n};Anna;;${letters(n)};01-02-1980;;${WHERE};01-09-2025;;;`,
  )
  await bring(file(EVA))
  const bytes = file(...lines, EVA)
  const stop = new Error('killed')
  const stopped = bring(bytes, (rows) => {
    if (rows >= 300) throw stop
  })
  await expect(stopped).rejects.toBe(stop)
  const before = await begin(bytes, 341)
  expect(before).toMatchObject({ done: 300, taken: 300, finished_at: null })
  expect(await bring(bytes)).toMatchObject({ done: 341, taken: 340, left_out: 1 })
  expect(await count('registrants', `given_names = 'Anna'`)).toBe(340)
  expect(await check(bytes)).toMatchObject({ rows: 341, known: 341, ready: 0 })
})

test('two who go on with one list at the same moment bring it in once', async () => {
  here = await registry()
  const bytes = file(`Z1;Zoe;;Zes;01-02-1981;;${WHERE};01-09-2025;;;`)
  const both = await Promise.allSettled([bring(bytes), bring(bytes)])
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(await count('registrants', `family_name = 'Zes'`)).toBe(1)
})

test('rows that cannot come in are told with what to do, and the others come in', async () => {
  here = await registry()
  await bring(file(EVA_BEFORE))
  const bytes = file(
    `a;Kim;;Kok;01-02-1991;;Piloot;Ziekenhuis Voorbeeld;Academie Voorbeeld;01-09-2025;;;`,
    `b;Kim;;Kok;01-02-1991;;${WHERE};;;;`,
    `c;Kim;;Kok;01-02-1991;;${WHERE};01-09-2018;01-09-2020;IC-1812;`,
    `d;Kim;;Kok;01-02-1991;;${WHERE};01-09-2018;01-09-2020;123456789;`,
    `e;;;Kok;;;${WHERE};01-09-2025;01-09-2024;;`,
    `f;Kim;;Kok;01-02-1991;;${WHERE};01-09-2025;;;`,
  )
  const { counts, ...report } = await check(bytes)
  expect(report).toMatchObject({ rows: 6, ready: 1, refused: 5 })
  expect(counts.map(({ problem }) => problem.code).toSorted()).toEqual([
    'BIRTH_MISSING',
    'DIPLOMA_NUMBER_OF_OURS',
    'DIPLOMA_NUMBER_TAKEN',
    'END_BEFORE_START',
    'GIVEN_NAME_MISSING',
    'NAME_ONLY_FAMILY',
    'PROGRAMME_UNKNOWN',
    'START_MISSING',
  ])
  expect(await bring(bytes)).toMatchObject({ taken: 1, left_out: 5 })
})

test('whoever may be one person is proposed and stays two, until a registrar says so', async () => {
  here = await registry()
  const bytes = file(
    `k;Fatima;;El Amrani;05-06-1992;f@example.org;${WHERE};01-09-2024;;;`,
    `l;F.;;El Amrani;05-06-1992;;${WHERE};01-09-2025;;;`,
    `m;Fem;;Amrani;05-06-1993;F@example.org;${WHERE};01-09-2025;;;`,
  )
  expect(await bring(bytes)).toMatchObject({ taken: 3, likenesses: 2 })
  const persons = `(select distinct person_id
    from dossiers d join registrants t on t.dossier_id = d.id
    where t.family_name like '%Amrani') p`
  expect(await count(persons)).toBe(3)
  const { open } = await here.there.store.list(here.registrar.for(TAKING_OVER), 'likenesses', {
    open: openLikenesses,
  })
  expect(open.map(({ reason, family_name }) => `${reason} ${family_name}`).toSorted()).toEqual([
    'birth El Amrani',
    'email Amrani',
  ])
  for (const { dossier_id: dossierId, other_id: otherId, reason } of open) {
    const settle = () =>
      here.change(here.registrar, TAKING_OVER, (tx) =>
        settleLikeness(tx, { dossierId, otherId }, reason === 'birth'),
      )
    await settle()
    await expect(settle()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await count(persons)).toBe(2)
  expect(await count('registrants', `family_name = 'El Amrani' and given_names = 'F.'`)).not.toBe(1)
})

test('two who each have an account are never made one, and what a person entered leads', async () => {
  here = await registry()
  const anna = { familyName: 'Twee', givenNames: 'Anna', bornOn: '1970-01-01', birthPlace: '' }
  const one = await here.enrol(undefined, { ...anna, prefix: 'ter' })
  await bring(file(`t;Anna;van;Twee;01-01-1970;;${WHERE};01-09-2019;;;`))
  const pair = async () => {
    const { rows } = await here.there.owner.query<{ dossier_id: string; other_id: string }>(
      `select dossier_id, other_id from likenesses where other_id = $1`,
      [one.dossierId],
    )
    return { dossierId: rows[0]?.dossier_id ?? '', otherId: rows[0]?.other_id ?? '' }
  }
  const { dossierId, otherId } = await pair()
  const other = await here.there.account('Anna Twee')
  await here.there.relate(other.id, dossierId, 'registrant')
  const settle = () =>
    here.change(here.registrar, TAKING_OVER, (tx) =>
      settleLikeness(tx, { dossierId, otherId }, true),
    )
  await expect(settle()).rejects.toMatchObject({ code: 'TWO_ACCOUNTS' })
  await here.there.owner.query('delete from relations where holder_id = $1', [other.id])
  await settle()
  expect(await count('registrants', `family_name = 'Twee' and prefix = 'ter'`)).toBe(2)
  expect(await count('registrants', `family_name = 'Twee' and source = 'person'`)).toBe(2)
})

test('who is no registrar takes nothing over, and sees no list', async () => {
  here = await registry()
  const bytes = file(EVA)
  const register = await read(bytes)
  const begun = await begin(bytes, register.size)
  for (const who of [here.employer, here.teacher]) {
    const authority = who.for(TAKING_OVER)
    const tried = takeOver(here.there.store, authority, { register, begun }, () => undefined)
    await expect(tried).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

/** A family name for a number. */
function letters(n: number): string {
  return `B${String(n).replaceAll(/\d/g, (digit) => 'aeioubdfkl'.charAt(Number(digit)))}s`
}
