import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { type World, world } from '#world/world.ts'
import { type ReportAsked, readReport, reportReads, type ReportTable } from './report.ts'
import { reportCsv, reportWorkbook } from './sheet.ts'

const YEAR = { since: '2025-01-01', until: '2026-01-01' }
const SERVICES: ReportAsked = { report: 'outcomes', line: 'service', ...YEAR }

/** A world in which so many services of a kind were completed in 2025. */
async function withClosed(
  amounts: Readonly<Record<string, number>>,
  { there: given, endedOn = '2025-06-02' }: { there?: World; endedOn?: string } = {},
): Promise<World> {
  const there = given ?? (await world())
  await there.owner.query('set session_replication_role = replica')
  for (const [kind, amount] of Object.entries(amounts)) {
    for (let index = 0; index < amount; index += 1) {
      const [person, dossier] = [randomUUID(), randomUUID()]
      await there.owner.query(
        `with p as (insert into persons (id) values ($1)),
           d as (insert into dossiers (id, kind, person_id) values ($2, $3, $1)),
           a as (insert into activations (dossier_id, notice_id, activated_at)
             values ($2, $2, '2025-02-03'))
         insert into closures (dossier_id, outcome, ended_on)
           values ($2, 'completed', $4)`,
        [person, dossier, kind, endedOn],
      )
    }
  }
  await there.owner.query('set session_replication_role = origin')
  return there
}

async function report(
  there: World,
  asked = SERVICES,
  functions = ['manager'],
): Promise<ReportTable> {
  const account = await there.account('B. van der Brug', functions)
  const access = await there.store.access(there.organisation, 'reporting')
  const rows = await there.store.list(
    account.for('reporting'),
    'report',
    reportReads(access, asked),
  )
  return readReport(rows, asked)
}

function amounts({ groups }: ReportTable) {
  return groups.map(({ label, amounts: by }) => [label, by.get('completed')])
}

test('a figure about fewer than five people is not told', async () => {
  const there = await withClosed({ 're-integration': 9, outplacement: 3, 'career-check': 2 })
  expect(amounts(await report(there))).toEqual([
    ['career-check', undefined],
    ['outplacement', undefined],
    ['re-integration', 9],
  ])
})

test('one small figure takes the smallest of the others along', async () => {
  const there = await withClosed({ 're-integration': 9, outplacement: 6, 'career-check': 2 })
  expect(amounts(await report(there))).toEqual([
    ['career-check', undefined],
    ['outplacement', undefined],
    ['re-integration', 9],
  ])
})

test('where all together are too few, no figure leaves the database', async () => {
  const there = await withClosed({ outplacement: 3, 'career-check': 1 })
  expect(amounts(await report(there))).toEqual([
    ['career-check', undefined],
    ['outplacement', undefined],
  ])
})

test('periods are whole quarters, so that two of them do not differ by a day', async () => {
  const there = await withClosed({})
  const odd = report(there, { ...SERVICES, since: '2025-01-02' })
  await expect(odd).rejects.toMatchObject({ code: 'REPORT_PERIOD' })
})

test('a year minus its other quarters leaves nothing that a quarter hid', async () => {
  const there = await withClosed({ outplacement: 6 })
  await withClosed({ outplacement: 7 }, { there, endedOn: '2025-01-20' })
  const quarter = { since: '2025-01-01', until: '2025-04-01' }
  expect(amounts(await report(there, { ...SERVICES, ...quarter }))).toEqual([['outplacement', 7]])
  await withClosed({ outplacement: 2 }, { there, endedOn: '2025-12-09' })
  expect(amounts(await report(there))).toEqual([['outplacement', 15]])
  expect(amounts(await report(there, { ...SERVICES, ...quarter }))).toEqual([
    ['outplacement', undefined],
  ])
  const half = report(there, { ...SERVICES, until: '2025-07-01' })
  await expect(half).rejects.toMatchObject({ code: 'REPORT_PERIOD' })
})

test('how many run is not told where it gives away how few ended', async () => {
  const there = await withClosed({ outplacement: 2 })
  await withClosed({ outplacement: 9 }, { there, endedOn: '2026-03-02' })
  const caseload = { report: 'caseload', line: 'service', ...YEAR } as const
  const [group] = (await report(there, caseload)).groups
  expect([...(group?.amounts ?? [])].filter(([, amount]) => amount !== undefined)).toEqual([
    ['started', 11],
  ])
})

test('how many run is told in fives, so that two years do not tell what happened between', async () => {
  const there = await withClosed({ outplacement: 8 }, { endedOn: '2026-03-02' })
  const caseload = { report: 'caseload', line: 'service', ...YEAR } as const
  const running = async () => (await report(there, caseload)).groups[0]?.amounts.get('running')
  expect(await running()).toBe(5)
  await withClosed({ outplacement: 1 }, { there, endedOn: '2026-03-02' })
  expect(await running()).toBe(5)
  await withClosed({ outplacement: 1 }, { there, endedOn: '2026-03-02' })
  expect(await running()).toBe(10)
})

test('only who reports gets figures: no coach, no administrator', async () => {
  const there = await withClosed({ outplacement: 6 })
  expect(amounts(await report(there))).toEqual([['outplacement', 6]])
  for (const functions of [['coach'], ['administrator']]) {
    expect(await report(there, SERVICES, functions).catch(() => undefined)).toBeUndefined()
  }
  const coach = await there.account('Ilse Kramer', ['coach'])
  const access = await there.store.access(there.organisation, 'coaching')
  const asCoach = there.store.list(coach.for('coaching'), 'report', reportReads(access, SERVICES))
  expect((await asCoach).figures).toEqual([])
})

test('caseload, terms, hours and income are told too, along each of their lines', async () => {
  const there = await withClosed({ outplacement: 6 })
  const caseload = await report(there, { report: 'caseload', line: 'month', ...YEAR })
  expect(caseload.groups.map(({ label }) => label)).toEqual(['2025-02', '2025-06'])
  for (const line of ['coach', 'principal'] as const) {
    expect((await report(there, { report: 'caseload', line, ...YEAR })).groups).toHaveLength(1)
  }
  expect((await report(there, { report: 'terms', line: 'sort', ...YEAR })).groups).toEqual([])
  expect((await report(there, { report: 'hours', line: 'coach', ...YEAR })).groups).toEqual([])
  expect((await report(there, { report: 'income', line: 'month', ...YEAR })).groups).toEqual([])
})

test('a report leaves as CSV and as a workbook with the same figures', async () => {
  const there = await withClosed({ 're-integration': 9, outplacement: 3, 'career-check': 2 })
  const table = await report(there)
  const sayLabel = (label: string): string => label
  expect(reportCsv(table, 'nl', sayLabel)).toBe(
    [
      'Dienst,Afgerond,Gestopt door cliënt,Gestopt door opdrachtgever,Anders',
      'career-check,niet getoond,0,0,0',
      'outplacement,niet getoond,0,0,0',
      're-integration,9,0,0,0',
      '',
    ].join('\r\n'),
  )
  const files = unzipSync(await reportWorkbook(table, 'en', sayLabel))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('<v>9</v>')
})
