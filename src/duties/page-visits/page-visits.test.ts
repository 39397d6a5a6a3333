import { expect, test } from 'vitest'
import { platformOf } from '#world/platform.ts'
import { type World, world } from '#world/world.ts'
import { forgetVisitors } from './forgetting.ts'
import { type PageVisit, VisitLog } from './visit-log.ts'

/** A world whose statement says that visits are counted. */
async function counting(): Promise<World> {
  const there = await world()
  await there.owner.query(
    `insert into activities (activity, role, opens) values ('page-statistics', 'nobody', false);
     insert into retention_rules (part, events, keep)
       values ('page-visit', '{page.visited}', '2 years')`,
  )
  return there
}

async function show(there: World, ...visits: Partial<PageVisit>[]): Promise<void> {
  const log = new VisitLog(platformOf(there, 'accounts'))
  for (const visit of visits) {
    const { organisation } = there
    log.note({ organisation, page: '/', language: 'nl', place: '192.0.2.1\nFirefox', ...visit })
  }
  await log.flush()
}

async function rows(there: World, table: string): Promise<Record<string, unknown>[]> {
  const { rows: found } = await there.owner.query<Record<string, unknown>>(`select * from ${table}`)
  return found
}

test('pages are counted as often as they are shown, and a visitor once a day', async () => {
  const there = await counting()
  await show(there, {}, { page: '/verklaring' }, { place: '192.0.2.2\nFirefox', language: 'en' })
  await show(there, {})
  const { rows: visits } = await there.owner.query(
    'select page, language, visits::int from page_visits order by page, language',
  )
  expect(visits).toEqual([
    { page: '/', language: 'en', visits: 1 },
    { page: '/', language: 'nl', visits: 2 },
    { page: '/verklaring', language: 'nl', visits: 1 },
  ])
  const [day] = await rows(there, 'day_visitors')
  expect(day?.['visitors']).toBe(2)
})

test('a statement that does not say that visits are counted counts none', async () => {
  const there = await world()
  await show(there, {}, {})
  expect(await rows(there, 'page_visits')).toEqual([])
  expect(await rows(there, 'gestand.visit_marks')).toEqual([])
})

test('what a visitor is known by is neither address nor browser, and differs by day and organisation', async () => {
  const there = await counting()
  await show(there, {})
  const [first] = await rows(there, 'gestand.visit_marks')
  await there.owner.query(
    `update gestand.visit_marks set day = day - 1; update gestand.visit_salts set day = day - 1`,
  )
  await show(there, {})
  const marks = await rows(there, 'gestand.visit_marks')
  expect(marks).toHaveLength(1)
  expect(marks[0]?.['mark']).not.toEqual(first?.['mark'])
})

test('the salt of a day is gone with its marks when the day is over, also when nobody comes', async () => {
  const there = await counting()
  await show(there, {})
  await there.owner.query(
    `update gestand.visit_marks set day = day - 1; update gestand.visit_salts set day = day - 1;
     update page_visits set day = day - 1; update day_visitors set day = day - interval '3 years'`,
  )
  await forgetVisitors(platformOf(there, 'worker'), there.organisation)
  expect(await rows(there, 'gestand.visit_salts')).toEqual([])
  expect(await rows(there, 'gestand.visit_marks')).toEqual([])
  expect(await rows(there, 'page_visits')).toHaveLength(1)
  expect(await rows(there, 'day_visitors')).toEqual([])
})

test('salts and marks never reach the log of the database, so that no copy of it holds one', async () => {
  const there = await world()
  const { rows: kept } = await there.owner.query<{ relname: string }>(
    `select relname from pg_class where relname in ('visit_salts', 'visit_marks')
       and relpersistence = 'u' order by 1`,
  )
  expect(kept.map(({ relname }) => relname)).toEqual(['visit_marks', 'visit_salts'])
})

test('nobody reads salts or marks: not the application, not the worker, not the accounts', async () => {
  const there = await counting()
  await show(there, {})
  for (const login of ['app', 'worker', 'accounts'] as const) {
    const client = await there.attack(login)
    for (const table of ['visit_salts', 'visit_marks']) {
      await expect(client.query(`select * from gestand.${table}`)).rejects.toThrow('denied')
    }
  }
})
