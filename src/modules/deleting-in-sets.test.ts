import { expect, test } from 'vitest'
import { markEverything } from '#world/markers.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import { asOwner, quoted } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'
import { readWholeCatalogue } from './catalogue.ts'

/** More than are followed one by one. */
const MANY = 10

/** Rows of rows of rows: as deep as tables hang on each other. */
const PASSES = 4
/** Markers refer to nothing: here each refers to the row of the same dossier. */
const TIE = `do $$ declare k record; begin
  for k in
    select c.relname as child, a.attname as tie, p.relname as parent, b.attname as key
    from pg_constraint f cross join lateral unnest(f.conkey, f.confkey) u (own, other)
    join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = u.own
    join pg_attribute b on b.attrelid = p.oid and b.attnum = u.other
    where f.contype = 'f' and c.relnamespace = current_schema()::regnamespace and c.oid <> p.oid
      and a.attname <> 'dossier_id' and b.attname not in ('dossier_id', 'account_id')
      and exists (select from pg_attribute d where d.attrelid = c.oid and d.attname = 'dossier_id')
      and exists (select from pg_attribute d where d.attrelid = p.oid and d.attname = 'dossier_id')
  loop
    begin
      execute format('update %1$I t set %2$I = p.%4$I from %3$I p where p.dossier_id = t.dossier_id',
        k.child, k.tie, k.parent, k.key);
    exception when others then null;
    end;
  end loop;
end $$`

/** A bureau with one dossier, and others with nothing. */
async function crowd(): Promise<{ here: Bureau; ids: string[] }> {
  const here = await bureau()
  const { rows } = await here.there.owner.query<{ id: string }>(
    `with made as (insert into persons (id) select gen_random_uuid() from generate_series(1, $1)
       returning id)
     insert into dossiers (kind, person_id, reference)
     select 're-integration', id, left(id::text, 8) from made returning id`,
    [MANY],
  )
  return { here, ids: [here.dossierId, ...rows.map(({ id }) => id)] }
}

/** Writes a row for the one dossier in every table. */
async function fillEverything({ there, client, dossierId }: Bureau): Promise<void> {
  await markEverything(there, await readWholeCatalogue(), {
    mark: 'ALL',
    accountId: client.id,
    email: `${client.id}@example.org`,
    dossierId,
    kind: 're-integration',
  })
  for (let pass = 0; pass < PASSES; pass += 1) await there.owner.query(TIE)
  await there.owner.query('set session_replication_role = origin')
}

async function goInSets({ there }: Bureau): Promise<boolean> {
  const { rows } = await there.owner.query<{ ok: boolean }>('select go_in_sets($1) as ok', [MANY])
  return rows[0]?.ok ?? false
}

/** How many rows every table has left after these dossiers went; undone then. */
async function countsAfter({ there }: Bureau, ids: readonly string[]) {
  const { owner } = there
  await owner.query('begin')
  try {
    const { rows: gone } = await owner.query('select delete_dossiers($1, false)::int as n', [ids])
    const { rows } = await owner.query<{ counts: string }>(
      `select string_agg(format('select %L as place, count(*)::int as n from %I', c.relname,
         c.relname), ' union all ' order by c.relname) as counts
       from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`,
    )
    const { rows: left } = await owner.query<{ place: string; n: number }>(rows[0]?.counts ?? '')
    await owner.query('set constraints all immediate')
    return { gone, left: Object.fromEntries(left.map(({ place, n }) => [place, n])) }
  } finally {
    await owner.query('rollback')
  }
}

test('dossiers that go in sets leave what they leave when foreign keys are followed', async () => {
  const { here, ids } = await crowd()
  const { owner } = here.there
  await fillEverything(here)
  expect(await goInSets(here)).toBe(true)
  const before = await countsAfter(here, [])
  expect(before.left).toMatchObject({ documents: 1, forms: 1, time_entries: 1, goals: 1 })
  const inSets = await countsAfter(here, ids)
  await owner.query(`create or replace function go_in_sets(amount integer) returns boolean
    language sql as 'select false'`)
  const byKeys = await countsAfter(here, ids)
  expect(inSets.gone).toEqual([{ n: MANY + 1 }])
  expect(inSets).toEqual(byKeys)
  expect(inSets.left).toMatchObject({ dossiers: 0, documents: 0, notes: 0, due_dates: 0 })
})

test('what refers to dossiers and is not known yet goes by its foreign key', async () => {
  const { here, ids } = await crowd()
  const { owner } = here.there
  await owner.query(`create table newer (dossier_id uuid references dossiers on delete cascade);
    alter table newer owner to gestand_owner;
    insert into newer values ('${ids[0]}')`)
  expect(await goInSets(here)).toBe(false)
  expect(await countsAfter(here, ids)).toMatchObject({ left: { newer: 0, dossiers: 0 } })
  await owner.query('select describe_columns()')
  expect(await goInSets(here)).toBe(true)
  expect(await countsAfter(here, ids)).toMatchObject({ left: { newer: 0, dossiers: 0 } })
  await owner.query('drop table newer; select describe_columns()')
  await owner.query(`create trigger unknown after delete on dossiers
    for each row execute function refuse_change()`)
  expect(await goInSets(here)).toBe(false)
})

test('nobody writes in a dossier that is going, also when it goes in sets', async () => {
  const { here, ids } = await crowd()
  const { owner, installation, organisation } = here.there
  await asOwner(installation.url, async (other) => {
    await owner.query('begin')
    await owner.query('select delete_in_sets($1)', [ids])
    const late = other.query(
      `insert into ${quoted(schemaOf(organisation))}.holds (dossier_id, reason, ends_on, placed_by)
       values ($1, 'complaint', current_date, $1)`,
      [ids[1]],
    )
    const answer = late.catch((error: unknown) => error)
    await owner.query('commit')
    expect(await answer).toMatchObject({ code: '23503' })
  })
})
