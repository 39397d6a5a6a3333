import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { anotherOwner } from '#world/worker.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { tableCsv, tableWorkbook } from './sheet.ts'
import {
  callOffTally,
  type ExportedTable,
  exportTable,
  planTally,
  type TallyGroup,
  tallyReads,
  type WantedTable,
} from './tally.ts'
import type { Measure } from './words.ts'

const LAST_YEAR = new Date().getFullYear() - 1
const today = (): string => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' })

interface Register {
  readonly there: World
  readonly registrar: WorldAccount
}

/** Four programmes, six care institutions and two institutes, and nobody in training. */
async function register(): Promise<Register> {
  const there = await world('registry')
  await there.owner.query(`
    insert into programmes (code, name_nl, name_en)
      select 'P-' || n, 'Opleiding ' || n, 'Programme ' || n from generate_series(1, 4) n;
    insert into programme_versions (programme_id, number, starts_on, months)
      select id, 1, '2000-01-01', 24 from programmes;
    insert into parties (name) select 'Zorg ' || n from generate_series(1, 6) n
      union all select 'Instituut ' || n from generate_series(1, 2) n;
    insert into institutions (party_id, sort)
      select id, case when name like 'Zorg%' then 'care' else 'training' end from parties;`)
  return { there, registrar: await there.account('Registrar', ['registrar']) }
}

/**
 * So many people who began in a year, spread over everything there is by their numbers. In one
 * statement and past the triggers: what is counted is what stands there.
 */
async function enrolled({ there }: Register, people: number, year = LAST_YEAR, seed = 7) {
  await there.owner.query(
    `set session_replication_role = replica;
     create temp table new_people on commit preserve rows as
       select n, gen_random_uuid() as person, gen_random_uuid() as dossier
       from generate_series(1, ${people}) n;
     insert into persons (id) select person from new_people;
     insert into dossiers (id, kind, person_id) select dossier, 'student', person from new_people;
     insert into registrants (dossier_id, given_names, family_name, born_on)
       select dossier, 'Iemand', 'Nummer ' || n,
         date '1960-01-01' + abs(hashint4(n + ${seed})) % 14000
       from new_people;
     insert into registrations (dossier_id, version_id, institution_id, institute_id, starts_on,
         planned_end_on, state)
       select dossier,
         (array(select id from programme_versions order by id))
           [1 + abs(hashint4(n + ${seed} + 1000)) % 4],
         (array(select party_id from institutions where sort = 'care' order by 1))
           [1 + abs(hashint4(n + ${seed} + 2000)) % 6],
         (array(select party_id from institutions where sort = 'training' order by 1))[1 + n % 2],
         make_date(${year}, 1 + abs(hashint4(n)) % 12, 1), make_date(${year} + 2, 1, 1), 'enrolled'
       from new_people;
     drop table new_people;
     set session_replication_role = origin;`,
  )
}

interface Asked {
  readonly year?: number
  readonly measure?: Measure
  readonly smallest?: number
  readonly rounding?: number
  readonly plannedOn?: string
}

const PAYER: WantedTable = {
  recipient: 'contribution-payer',
  fields: ['programme', 'institution'],
}
const RESEARCH: WantedTable = {
  recipient: 'labour-market-research',
  fields: ['programme', 'age', 'quarter'],
}

async function plan(
  { there, registrar }: Register,
  tables: readonly WantedTable[] = [PAYER, RESEARCH],
  asked: Asked = {},
): Promise<string> {
  const id = randomUUID()
  await there.store.change(registrar.for('research-exports'), (tx) =>
    planTally(tx, {
      id,
      measure: 'enrolments',
      year: LAST_YEAR,
      smallest: 5,
      rounding: 1,
      plannedOn: today(),
      tables,
      ...asked,
    }),
  )
  return id
}

async function make({ there }: Register, id: string): Promise<boolean> {
  const { rows } = await there.owner.query<{ made: boolean }>('select make_tally($1) as made', [id])
  return rows[0]?.made ?? false
}

async function look({ there, registrar }: Register, id: string) {
  return there.store.list(registrar.for('research-exports'), 'tally', tallyReads(id, 10_000))
}

function exported(here: Register, id: string, number: number): Promise<ExportedTable> {
  const authority = here.registrar.for('research-exports')
  return here.there.store.change(authority, (tx) => exportTable(tx, { tallyId: id, number }))
}

const sum = (groups: readonly TallyGroup[]): number =>
  groups.reduce((all, { amount }) => all + amount, 0)

test('reg-06: a count tells of everybody in groups that are large enough, in each table', async () => {
  const here = await register()
  await enrolled(here, 400)
  await enrolled(here, 50, LAST_YEAR - 1)
  const id = await plan(here)
  expect((await look(here, id)).groups).toEqual([])
  expect(await make(here, id)).toBe(true)
  expect(await make(here, id)).toBe(false)
  const { groups, tables, tally } = await look(here, id)
  expect(tally[0]?.made_at).toBeInstanceOf(Date)
  expect(tables.map(({ fields }) => fields)).toEqual([PAYER.fields, RESEARCH.fields])
  for (const number of [1, 2]) {
    const own = groups.filter((group) => group.number === number)
    expect(own.length).toBeGreaterThan(8)
    expect(sum(own)).toBe(400)
    expect(Math.min(...own.map(({ amount }) => amount))).toBeGreaterThanOrEqual(5)
  }
})

test('reg-06: each export is recorded with its recipient and purpose before it is handed out', async () => {
  const here = await register()
  await enrolled(here, 120)
  const id = await plan(here, [PAYER], { rounding: 5 })
  await expect(exported(here, id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await make(here, id)
  const table = await exported(here, id, 1)
  const csv = tableCsv(table, 'nl')
  expect(csv.split('\r\n')[0]).toBe('Opleiding,Zorginstelling,Aantal')
  expect(csv).toContain('Opleiding 1,')
  const sheet = unzipSync(await tableWorkbook(table, 'nl'))['xl/worksheets/sheet1.xml']
  const rows = strFromU8(sheet ?? new Uint8Array()).match(/<row /g)
  expect(rows, 'as many rows as the CSV has').toHaveLength(csv.trim().split('\r\n').length)
  expect(table.groups.every(({ amount }) => amount % 5 === 0)).toBe(true)
  const { exports } = await look(here, id)
  expect(exports).toMatchObject([
    { recipient: 'contribution-payer', purpose: 'research-exports', by: 'Registrar' },
  ])
  const written = await here.there.owner.query(
    `select act, subject from ledger where subject = 'tally_exports'`,
  )
  expect(written.rows).toEqual([{ act: 'inserted', subject: 'tally_exports' }])
})

test('reg-06: a year is counted once, also when two ask at the same moment', async () => {
  const here = await register()
  await enrolled(here, 60)
  const both = await Promise.allSettled([plan(here), plan(here)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'TALLY_PLANNED' },
  })
  const won = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))[0] ?? ''
  // Called off before it was made, the year is free again; made, it never is.
  const { there, registrar } = here
  const callOff = (id: string) =>
    there.store.change(registrar.for('research-exports'), (tx) => callOffTally(tx, id))
  await callOff(won)
  const next = await plan(here)
  await make(here, next)
  await expect(callOff(next)).rejects.toMatchObject({ code: 'TALLY_MADE' })
  await expect(plan(here)).rejects.toMatchObject({ code: 'TALLY_PLANNED' })
  await expect(plan(here, [PAYER], { year: LAST_YEAR + 1 })).rejects.toMatchObject({
    code: 'YEAR_NOT_OVER',
  })
})

test('reg-06: tables that can be subtracted are refused by the database', async () => {
  const here = await register()
  await enrolled(here, 60)
  const payer = { recipient: 'contribution-payer' }
  const refused: WantedTable[][] = [
    [PAYER, { ...payer, fields: ['institution'] }],
    [PAYER, { ...payer, fields: ['programme', 'institute'] }],
    [RESEARCH, { ...payer, fields: ['programme', 'institution', 'quarter'] }],
  ]
  for (const tables of refused) {
    await expect(plan(here, tables)).rejects.toMatchObject({ code: 'TABLES_SUBTRACT' })
  }
  const id = await plan(here, [PAYER, RESEARCH, { ...payer, fields: ['programme'] }])
  await make(here, id)
  // Only the guard keeps such a table out.
  const other = await plan(here, [PAYER], { measure: 'diplomas' })
  const beside = `insert into tally_tables (tally_id, number, recipient, fields)
    values ('${other}', 2, 'contribution-payer', '{institution}')`
  const { owner } = here.there
  await expect(owner.query(beside)).rejects.toThrow('TABLES_SUBTRACT')
  await owner.query('alter table tally_tables disable trigger guard_tally_table')
  expect((await owner.query(beside)).rowCount).toBe(1)
})

test('reg-07: numbers go to a recipient and for a purpose that the statement names, or not at all', async () => {
  const here = await register()
  await enrolled(here, 60)
  const { owner } = here.there
  const to = (recipient: string): Promise<string> => plan(here, [{ ...PAYER, recipient }])
  await expect(to('newspaper')).rejects.toMatchObject({ code: 'RECIPIENT_UNDECLARED' })
  await expect(to('hosting')).rejects.toMatchObject({ code: 'PURPOSE_UNDECLARED' })
  const id = await to('contribution-payer')
  await make(here, id)
  await owner.query(`update recipient_rules set gets = '{}' where recipient = 'contribution-payer'`)
  await expect(exported(here, id, 1)).rejects.toMatchObject({ code: 'CATEGORY_UNDECLARED' })
  await owner.query(`delete from recipient_rules where recipient = 'contribution-payer'`)
  await expect(exported(here, id, 1)).rejects.toMatchObject({ code: 'RECIPIENT_UNDECLARED' })
  expect((await look(here, id)).exports).toEqual([])
})

test('reg-14: whoever objects before it is counted is in no table, also of what was planned', async () => {
  const here = await register()
  await enrolled(here, 100)
  const id = await plan(here)
  await here.there.owner.query(
    `update dossiers set paused_activities = '{research-exports}'
     where id in (select dossier_id from registrations order by dossier_id limit 3)`,
  )
  await make(here, id)
  const { groups } = await look(here, id)
  expect([1, 2].map((number) => sum(groups.filter((each) => each.number === number)))).toEqual([
    97, 97,
  ])
  // What was told stays as it was: a second version would tell who objected in between.
  await here.there.owner.query(
    `update dossiers set paused_activities = '{research-exports}'
     where id in (select dossier_id from registrations order by dossier_id desc limit 3)`,
  )
  expect((await look(here, id)).groups).toEqual(groups)
})

test('reg-06: nobody else plans, reads or hands out numbers', async () => {
  const here = await register()
  await enrolled(here, 60)
  const id = await plan(here)
  await make(here, id)
  const { there } = here
  const officer = await there.account('Officer', ['officer'])
  const reading = there.store.list(officer.for('research-exports'), 'tally', tallyReads(id, 10))
  await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' })
  // Another activity of the same account has nothing to do with them.
  for (const activity of ['registry-keeping', 'surveys']) {
    const authority = here.registrar.for(activity)
    const exporting = there.store.change(authority, (tx) =>
      exportTable(tx, { tallyId: id, number: 1 }),
    )
    await expect(exporting, activity).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  }
})

/** Erases so many of those who began in a year, as far as that touches what is counted. */
const erasing = (year: number, people: number): string =>
  `delete from dossiers where id in (select dossier_id from registrations
   where extract(year from starts_on) = ${year} order by 1 limit ${people})`

test('reg-06: an erasure while a year is counted waits for nothing, and all tables are of one moment', async () => {
  const here = await register()
  await enrolled(here, 60)
  const { there } = here
  const [counter, eraser] = [await anotherOwner(there), await anotherOwner(there)]
  const tables = async (id: string) => {
    const { groups } = await look(here, id)
    return [1, 2].map((number) => sum(groups.filter((group) => group.number === number)))
  }
  const before = await plan(here)
  await counter.query('begin')
  await counter.query('select make_tally($1)', [before])
  await eraser.query(erasing(LAST_YEAR, 1))
  await counter.query('commit')
  expect(await tables(before), 'counted before it was erased').toEqual([60, 60])

  await enrolled(here, 60, LAST_YEAR - 1)
  const during = await plan(here, [PAYER, RESEARCH], { year: LAST_YEAR - 1 })
  await eraser.query('begin')
  await eraser.query(erasing(LAST_YEAR - 1, 1))
  await counter.query('select make_tally($1)', [during])
  await eraser.query('commit')
  expect(await tables(during), 'still there when it was counted').toEqual([60, 60])

  await enrolled(here, 60, LAST_YEAR - 2)
  const among = await plan(here, [PAYER, RESEARCH], { year: LAST_YEAR - 2 })
  const five = erasing(LAST_YEAR - 2, 5)
  await Promise.all([counter.query('select make_tally($1)', [among]), eraser.query(five)])
  const [one, other] = await tables(among)
  expect(one).toBe(other)
  expect([55, 60]).toContain(one)
  await Promise.all([exported(here, among, 1), eraser.query(five), exported(here, among, 2)])
  expect(await tables(among), 'what was counted stays').toEqual([one, one])
})

test('reg-06: whatever happens in between, no two exports differ', async () => {
  const here = await register()
  await enrolled(here, 90)
  const { owner } = here.there
  const id = await plan(here)
  await make(here, id)
  const before = await exported(here, id, 2)
  const acts = fc.array(fc.constantFrom('erase', 'object', 'add', 'move'), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(acts, async (happened) => {
      for (const act of happened) {
        if (act === 'add') await enrolled(here, 3)
        else await owner.query(HAPPENS[act])
      }
      expect(await make(here, id)).toBe(false)
      expect(await exported(here, id, 2)).toEqual(before)
    }),
    { numRuns: 6 },
  )
})

const HAPPENS = {
  erase: `delete from dossiers where id in (select id from dossiers order by id limit 1)`,
  object: `update dossiers set paused_activities = '{research-exports}'
    where id in (select id from dossiers order by random() limit 2)`,
  move: `update registrations set starts_on = starts_on + 40
    where dossier_id in (select id from dossiers order by random() limit 2)`,
} as const
