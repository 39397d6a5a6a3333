import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import {
  enrolled,
  exported,
  LAST_YEAR,
  look,
  make,
  PAYER,
  plan,
  register,
  RESEARCH,
  sum,
} from '#world/tallies.ts'
import { tableCsv, tableWorkbook } from './sheet.ts'
import { callOffTally, exportTable, tallyReads, type WantedTable } from './tally.ts'

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
