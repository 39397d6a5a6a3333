import { expect, test } from 'vitest'
import type { RestorationReport } from '#duties/backups/report.ts'
import { bureau, runCheck } from '#world/bureau.ts'

const REPORT: RestorationReport = {
  takenAt: '2026-11-23T03:00:00.000Z',
  tables: 1,
  rows: 10,
  dossiers: 1,
  erasures: 2,
  endings: 3,
  ledgerEntries: 4,
  milliseconds: 5,
  lines: [],
}

test('a new organisation has a day for its first backup and a week for its first rehearsal', async () => {
  const there = await bureau()
  const { owner } = there.there
  for (const name of ['backups-in-time', 'backups-rehearsed', 'endings-registered']) {
    expect((await runCheck(there, name)).codes).toEqual([])
  }
  await owner.query(`update gestand.organisations set created_at = now() - interval '9 days'`)
  expect((await runCheck(there, 'backups-in-time')).codes).toEqual(['BACKUP_LATE'])
  expect((await runCheck(there, 'backups-rehearsed')).codes).toEqual(['NOT_REHEARSED'])
})

test('a backup that is not made or not destroyed in time breaks the promise', async () => {
  const there = await bureau()
  const { owner, organisation } = there.there
  await owner.query(`update gestand.organisations set created_at = now() - interval '30 days'`)
  const age = (name: string, days: number) =>
    owner.query(
      `insert into gestand.backups (name, organisation, taken_at, finished_at, rows, bytes)
       values ($1, $2, now() - $3 * interval '1 day', now(), 1, 1)`,
      [name, organisation, days],
    )
  await age('fresh', 1.1)
  expect((await runCheck(there, 'backups-in-time')).codes).toEqual([])
  await owner.query(
    `update gestand.backups set taken_at = now() - interval '31 hours' where name = 'fresh'`,
  )
  expect((await runCheck(there, 'backups-in-time')).codes).toEqual(['BACKUP_LATE'])
  await age('newer', 0)
  await age('old', 14.5)
  const { codes, findings } = await runCheck(there, 'backups-in-time')
  expect(codes).toEqual(['BACKUP_KEPT'])
  expect(findings).toMatchObject([{ subject: 'old' }])
  await owner.query(`update gestand.backups set removed_at = now() where name = 'old'`)
  expect(await runCheck(there, 'backups-in-time')).toMatchObject({ lookedAt: 3, codes: [] })
})

test('what the last rehearsal found is what the promise shows', async () => {
  const there = await bureau()
  const { owner, organisation } = there.there
  const rehearse = (state: 'good' | 'bad', days: number, report: RestorationReport) =>
    owner.query(
      `insert into gestand.restorations (organisation, backup, rehearsal, state, begun_at, ended_at,
         report) values ($1, 'one', true, $2, now() - $3 * interval '1 day', now(), $4)`,
      [organisation, state, days, JSON.stringify(report)],
    )
  await owner.query(`update gestand.organisations set created_at = now() - interval '30 days'`)
  await rehearse('good', 9, REPORT)
  expect((await runCheck(there, 'backups-rehearsed')).codes).toEqual(['NOT_REHEARSED'])
  await rehearse('good', 2, REPORT)
  expect(await runCheck(there, 'backups-rehearsed')).toMatchObject({ lookedAt: 15, codes: [] })
  await rehearse('bad', 1, {
    ...REPORT,
    lines: [{ kind: 'problem', code: 'ERASED_BACK', subject: 'notes', count: 2 }],
  })
  const { codes, findings } = await runCheck(there, 'backups-rehearsed')
  expect(codes).toEqual(['REHEARSAL_FAILED'])
  expect(findings).toMatchObject([{ subject: 'ERASED_BACK notes' }])
})

test('an ending that does not reach its register is noticed', async () => {
  const there = await bureau()
  const { owner } = there.there
  await owner.query('update relations set until = now() where dossier_id = $1', [there.dossierId])
  expect((await runCheck(there, 'endings-registered')).codes).toEqual([])
  await owner.query(`update gestand.endings set noted_at = now() - interval '6 minutes'`)
  expect((await runCheck(there, 'endings-registered')).codes).toEqual(['NOT_REGISTERED'])
})
