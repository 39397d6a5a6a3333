import fc from 'fast-check'
import { expect, test } from 'vitest'
import { erasingOf } from '#world/erasing.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import { listDue } from './calendar.ts'
import { runRetention } from './destroying.ts'

/**
 * A bureau in which a part has a term of its own: `planning` for so many years, where the dossier
 * has five. One table holds nothing else, one holds something of the dossier too, and one belongs
 * to the organisation.
 */
async function staged(years: number): Promise<Bureau> {
  const here = await bureau()
  await here.there.owner.query(`
    create table slots (dossier_id uuid not null references dossiers on delete cascade,
      id uuid primary key default gen_random_uuid(), said text not null);
    comment on table slots is 'Only of the part. @belongs dossiers';
    comment on column slots.said is '@category planning';
    create table mixed (dossier_id uuid not null references dossiers on delete cascade,
      id uuid primary key default gen_random_uuid(), said text not null, report text not null);
    comment on table mixed is 'Of both. @belongs dossiers';
    comment on column mixed.said is '@category planning';
    comment on column mixed.report is '@category conversation-reports';
    create table outside (dossier_id uuid, id uuid primary key default gen_random_uuid(),
      said text not null);
    comment on table outside is 'Outlives the dossier. @organisation';
    comment on column outside.dossier_id is '@key @subject';
    comment on column outside.said is '@category planning';
    alter table slots owner to gestand_owner;
    alter table mixed owner to gestand_owner;
    alter table outside owner to gestand_owner;
    update retention_terms set categories = array_remove(categories, 'planning')
      where part = 'dossier';
    delete from retention_terms where part = 'paper'`)
  await here.there.owner.query(
    `insert into retention_terms (part, events, keep, categories)
     values ('slots', '{engagement.ended}', make_interval(years => $1), '{planning}')`,
    [years],
  )
  await here.there.owner.query('select describe_columns()')
  return here
}

async function fill({ there, coach }: Bureau, endedDaysAgo: number): Promise<string> {
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await there.owner.query(`
    insert into slots (dossier_id, said) values ('${dossierId}', 'om tien uur');
    insert into mixed (dossier_id, said, report) values ('${dossierId}', 'om elf uur', 'Sanne');
    insert into outside (dossier_id, said) values ('${dossierId}', 'om twaalf uur');
    insert into events (dossier_id, event, occurred_at)
      values ('${dossierId}', 'engagement.ended', now() - interval '${endedDaysAgo} days')`)
  return dossierId
}

async function look({ there }: Bureau, dossierId: string) {
  const { rows } = await there.owner.query<Record<string, number | string | null>>(
    `select
       (select count(*)::integer from dossiers where id = $1) as dossiers,
       (select count(*)::integer from relations where dossier_id = $1) as relations,
       (select count(*)::integer from slots where dossier_id = $1) as slots,
       (select string_agg(said || '/' || report, ' ') from mixed where dossier_id = $1) as mixed,
       (select count(*)::integer from outside where dossier_id = $1) as outside`,
    [dossierId],
  )
  return rows[0]
}

/** The same, as the statement says it. */
function model(ended: number, { dossier, part }: { dossier: number; part: number }) {
  const [whole, own] = [ended < dossier, ended < part]
  if (!whole && !own) return { dossiers: 0, relations: 0, slots: 0, mixed: null, outside: 0 }
  const said = own ? 'om elf uur' : '–'
  return {
    dossiers: 1,
    relations: whole ? 1 : 0,
    slots: own ? 1 : 0,
    mixed: `${said}/${whole ? 'Sanne' : '–'}`,
    outside: own ? 1 : 0,
  }
}

const DAYS = 365.25

test.each([2, 7])('what is left follows from the terms of the parts: %i years', async (years) => {
  const here = await staged(years)
  const terms = { dossier: 5 * DAYS, part: years * DAYS }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8), { minLength: 4, maxLength: 8 }),
      async (ages) => {
        // A week off the anniversary: the model does not know leap years.
        const ended = ages.map((age) => Math.round(age * DAYS) - 7)
        const ids: string[] = []
        for (const days of ended) ids.push(await fill(here, days))
        await runRetention(erasingOf(here.there), here.there.organisation, { rest: 0 })
        for (const [index, id] of ids.entries()) {
          expect(await look(here, id)).toEqual(model(ended[index] ?? 0, terms))
        }
      },
    ),
    { numRuns: 3 },
  )
})

test('a stripped dossier is seen by nobody of before, and goes with its last part', async () => {
  const here = await staged(7)
  const { there } = here
  const id = await fill(here, Math.round(5.5 * DAYS))
  await there.owner.query(`update dossiers set service_state = 'closed' where id = $1`, [id])
  const officer = await there.account('Officer', ['officer'])
  const filter = { from: '2000-01-01', until: '2100-01-01', skip: 0, limit: 10 }
  const before = await there.store.list(officer.for('retention'), 'calendar', {
    due: listDue(filter),
  })
  expect(before.due.find(({ part }) => part === 'dossier')?.stays).toEqual(['slots'])
  await runRetention(erasingOf(there), there.organisation, { rest: 0 })
  const open = here.there.store.open(here.coach.for('coaching'), id, {})
  await expect(open).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await there.register.listKeys(there.organisation, [id])).toEqual([id])
  const left = await there.owner.query('select service_state from dossiers where id = $1', [id])
  expect(left.rows).toEqual([{ service_state: null }])
  const after = await there.store.list(officer.for('retention'), 'calendar', {
    due: listDue(filter),
  })
  expect(after.due.map(({ part, gone }) => [part, gone])).toEqual([['slots', ['rest']]])
  await there.owner.query(
    `update events set occurred_at = now() - interval '8 years' where dossier_id = $1`,
    [id],
  )
  await runRetention(erasingOf(there), there.organisation, { rest: 0 })
  expect(await look(here, id)).toMatchObject({ dossiers: 0, slots: 0 })
  expect(await there.register.listKeys(there.organisation, [id])).toEqual([])
})

test('a row that outlives its dossier goes on its own day, tied to nobody until then', async () => {
  const here = await staged(7)
  const { owner } = here.there
  const id = await fill(here, Math.round(5.5 * DAYS))
  await owner.query('drop table slots, mixed; select describe_columns()')
  await runRetention(erasingOf(here.there), here.there.organisation, { rest: 0 })
  const { rows } = await owner.query('select dossier_id, said from outside')
  expect(rows).toEqual([{ dossier_id: null, said: 'om twaalf uur' }])
  expect(await owner.query('select from dossiers where id = $1', [id])).toMatchObject({ rows: [] })
  await owner.query('update untied_rows set due_on = gestand.today()')
  await runRetention(erasingOf(here.there), here.there.organisation, { rest: 0 })
  expect((await owner.query('select from outside')).rows).toEqual([])
})
