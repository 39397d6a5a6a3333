import { expect, test } from 'vitest'
import type { RestorationReport } from '#duties/backups/report.ts'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'

const REPORT: RestorationReport = {
  takenAt: '2026-11-23T03:00:00.000Z',
  tables: 100,
  rows: 1_234,
  dossiers: 12,
  erasures: 2,
  endings: 3,
  ledgerEntries: 400,
  milliseconds: 5,
  lines: [{ kind: 'taken-out', code: 'ENDED', subject: 'withdrawals', count: 3 }],
}

async function rehearsed(
  { owner, organisation }: World,
  state: 'good' | 'bad',
  lines = REPORT.lines,
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into gestand.restorations (organisation, backup, rehearsal, state, ended_at, report)
     values ($1, 'one', true, $2, now(), $3) returning id`,
    [organisation, state, JSON.stringify({ ...REPORT, lines })],
  )
  return rows[0]?.id ?? ''
}

test('the officer sees the backups, how the last rehearsal went, and its report', async () => {
  const there = await world()
  const officer = new Browser(siteOf(there), await there.account('Olga Mol', ['officer']))
  const empty = await officer.get('/privacy/reservekopieen')
  expect(empty.body).toContain('Er is nog niet geoefend')
  expect(empty.body).toContain('Nog geen reservekopieën')
  await there.owner.query(
    `insert into gestand.backups
       (name, organisation, taken_at, finished_at, rows, bytes, removed_at)
     values ('one', $1, now(), now(), 1234, 5000000, null),
       ('old', $1, now() - interval '15 days', now(), 999, 4000000, now()),
       ('other', 'another', now(), now(), 77777, 1, null)`,
    [there.organisation],
  )
  const id = await rehearsed(there, 'good')
  const { status, body } = await officer.get('/privacy/reservekopieen')
  expect(status).toBe(200)
  expect(body).toContain('De laatste oefening verliep goed')
  expect(body).toContain('veertien dagen')
  expect(body).toContain('Vernietigd')
  expect(body).not.toContain('77.777')
  const report = await officer.get(`/privacy/reservekopieen/${id}`)
  expect(report.body).toContain(
    'opnieuw beëindigd, ingetrokken of beperkt: de intrekking van een toestemming (3)',
  )
  await rehearsed(there, 'bad', [
    { kind: 'problem', code: 'ERASED_BACK', subject: 'notes', count: 1 },
  ])
  const { body: after } = await officer.get('/privacy/reservekopieen')
  expect(after).toContain('Bij de laatste oefening klopte iets niet')
  expect(after).toContain('er staat nog iets van een gewist dossier: een notitie (1)')
})

test('nobody but the officer sees the backups', async () => {
  const there = await world()
  const site = siteOf(there)
  const id = await rehearsed(there, 'good')
  for (const functions of [['coach'], ['administrator'], ['manager'], []]) {
    const other = new Browser(site, await there.account('Other', functions))
    expect((await other.get('/privacy/reservekopieen')).status).toBe(404)
    expect((await other.get(`/privacy/reservekopieen/${id}`)).status).toBe(404)
  }
})
