import { expect, test } from 'vitest'
import type { LedgerLine } from '#ledger/telling.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { pageOfDays, takeByDay } from './look-days.ts'

function clientOf({ there, client }: Bureau, language: 'nl' | 'en' = 'nl'): Browser {
  return new Browser(siteOf(there), client, language)
}

test('rei-11, zor-01: the client sees who opened the dossier, when and for what', async () => {
  const here = await bureau()
  await here.view(here.coach, 'coaching')
  await here.view(here.coach, 'coaching')
  const path = `/mijn/dossiers/${here.dossierId}/wie-keek`
  const { body } = await clientOf(here).get(path)
  expect(body).toContain('Ilse Kramer opende uw dossier voor begeleiding, 2 keer.')
  expect(body).not.toContain('U opende')
  expect(body).toContain('/verklaring#rei-11')
  const own = await clientOf(here).get(`${path}?toon=alles`)
  expect(own.body).toContain('U opende uw dossier')
  const english = await clientOf(here, 'en').get(path)
  expect(english.body).toContain('Ilse Kramer opened your dossier for coaching, 2 times.')
})

test('rei-11, zor-01: what others did is told when asked, and a refused attempt always', async () => {
  const here = await bureau()
  await here.summary()
  const other = await here.there.account('Bert Loos', ['coach'])
  await expect(here.view(other, 'coaching')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const path = `/mijn/dossiers/${here.dossierId}/wie-keek`
  const looks = (await clientOf(here).get(path)).body
  expect(looks).toContain('Bert Loos probeerde tevergeefs uw dossier te openen')
  expect(looks).not.toContain('stuurde u een samenvatting')
  const acts = (await clientOf(here).get(`${path}?toon=doen`)).body
  expect(acts).toContain('stuurde u een samenvatting')
})

test('rei-11, zor-01: the looks come by page, and a page ends with a day', async () => {
  const here = await bureau()
  await here.there.owner.query(
    `insert into ledger (at, account_id, activity, act, dossier_id)
     select now() - make_interval(days => day), $1, 'coaching', 'opened', $2
     from generate_series(1, 45) as day`,
    [here.coach.id, here.dossierId],
  )
  const path = `/mijn/dossiers/${here.dossierId}/wie-keek`
  const first = (await clientOf(here).get(path)).body
  const next = first.match(/voor=\d+/)?.[0] ?? ''
  const second = (await clientOf(here).get(`${path}?${next}`)).body
  const count = (body: string) => body.match(/opende uw dossier/g)?.length ?? 0
  expect(count(first)).toBe(40)
  expect(count(first) + count(second)).toBeGreaterThanOrEqual(45)
  expect(second).not.toContain('Verder terug')
  expect((await clientOf(here).get(`${path}?voor=onzin`)).status).toBe(200)
})

test('rei-11, zor-01: what others did long ago is on the first page when nobody else looked since', async () => {
  const here = await bureau()
  await here.there.owner.query(
    `insert into ledger (at, account_id, activity, act, dossier_id)
     select now() - interval '1 day', $1::uuid, 'coaching', 'opened', $3::uuid
     union all
     select now(), $2::uuid, 'self-service', 'opened', $3::uuid from generate_series(1, 700)`,
    [here.coach.id, here.client.id, here.dossierId],
  )
  const path = `/mijn/dossiers/${here.dossierId}/wie-keek`
  const { body } = await clientOf(here).get(path)
  expect(body).toContain('Ilse Kramer opende uw dossier')
  expect(body).not.toContain('Verder terug')
})

const COACH = '11111111-1111-4111-8111-111111111111'

function line(id: number, at: string, act = 'opened', subject: string | null = null): LedgerLine {
  const shared = { accountId: COACH, activity: 'coaching', dossierId: null, item: null }
  return { id, at: new Date(at), act, subject, amount: null, ...shared }
}

test('what was done on one day is told once, with how often', () => {
  const lines = [
    line(4, '2026-11-03T15:00:00Z'),
    line(3, '2026-11-03T09:00:00Z', 'inserted', 'document_contents'),
    line(2, '2026-11-03T08:00:00Z'),
    line(1, '2026-11-02T08:00:00Z'),
  ]
  const days = takeByDay(lines, ['document_contents'])
  expect(days.map(({ line: { id }, times }) => [id, times])).toEqual([
    [4, 2],
    [1, 1],
  ])
  expect(days[0]?.firstAt).toEqual(new Date('2026-11-03T08:00:00Z'))
})

test('a page holds whole days: half of a day that was read is left to the next page', () => {
  const lines = [
    line(4, '2026-11-03T15:00:00Z'),
    line(3, '2026-11-02T15:00:00Z'),
    line(2, '2026-11-02T08:00:00Z'),
    line(1, '2026-11-01T08:00:00Z'),
  ]
  const choice = { silent: [], limit: 2 }
  const ids = ({ looks }: ReturnType<typeof pageOfDays>) => looks.map((look) => look.line.id)
  const cut = pageOfDays({ lines, next: undefined }, choice)
  expect([ids(cut), cut.next]).toEqual([[4, 3], 2])
  const half = pageOfDays({ lines, next: 1 }, { ...choice, limit: 9 })
  expect([ids(half), half.next]).toEqual([[4, 3], 2])
  const last = pageOfDays({ lines, next: undefined }, { ...choice, limit: 9 })
  expect([ids(last), last.next]).toEqual([[4, 3, 1], undefined])
  const single = pageOfDays({ lines: lines.slice(0, 1), next: 4 }, choice)
  expect([ids(single), single.next]).toEqual([[4], 4])
})
