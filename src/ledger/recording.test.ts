import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { from, written } from '#store/query.ts'
import { world } from '#world/world.ts'

/** A dossier with a coach who writes in it. */
async function desk() {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const dossier = await tx.startDossier({ kind: 're-integration' })
    await dossier.run(
      from.insertInto('clients').values({ dossier_id: dossier.dossierId, family_name: 'Bakker' }),
    )
    return dossier.dossierId
  })
  const run = (text: string) =>
    there.store.changeDossier(coach.for('coaching'), dossierId, (tx) =>
      tx.run(written<object>(sql`${sql.raw(text)}`)),
    )
  const acts = async (): Promise<string[]> => {
    const { rows } = await there.owner.query<{ line: string }>(
      `select concat_ws(' ', act, activity, account_id = $1, (select n.source from notes n
         where n.id::text = item)) as line
       from ledger where subject = 'notes' and dossier_id = $2 order by id`,
      [coach.id, dossierId],
    )
    return rows.map(({ line }) => line)
  }
  return { there, coach, dossierId, run, acts }
}

const insert = (sources: readonly string[]): string => `
  insert into notes (dossier_id, category, body, source, channel)
  select opened(), 'conversation-reports', '\\x00'::bytea, s, 'phone'
  from unnest('{${sources.join(',')}}'::text[]) s`

test('each row that a statement changes is an act of whoever asked', async () => {
  const { run, acts } = await desk()
  await run(insert(['own', 'client', 'principal']))
  const inserted = ['own', 'client', 'principal'].map((one) => `inserted coaching t ${one}`)
  expect(await acts()).toEqual(inserted)
  await run(`update notes set channel = 'email' where source in ('own', 'client')`)
  const updated = [...inserted, 'updated coaching t own', 'updated coaching t client']
  expect(await acts()).toEqual(updated)
  await run(`update notes set channel = 'email' where source = 'nobody'`)
  expect(await acts()).toEqual(updated)
})

test('two parts of one statement that change the same table are told once each', async () => {
  const { run, acts } = await desk()
  await run(`with one as (${insert(['own'])}), other as (${insert(['client'])}) select`)
  expect((await acts()).toSorted()).toEqual([
    'inserted coaching t client',
    'inserted coaching t own',
  ])
})

test('what a statement that fails would have changed is no act', async () => {
  const { run, acts } = await desk()
  const never = `${insert(['own'])} union all select opened(), 'none', '\\x00', 'own', 'phone'`
  await expect(run(never)).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  expect(await acts()).toEqual([])
})

test('with its trigger switched off a change is told nowhere', async () => {
  const { there, run, acts } = await desk()
  await there.owner.query('alter table notes disable trigger record_act_insert')
  await run(insert(['own']))
  expect(await acts()).toEqual([])
})

test('rows that go along with another are acts too', async () => {
  const { there, run, acts, dossierId } = await desk()
  await run(insert(['own', 'client']))
  await there.owner.query('delete from dossiers where id = $1', [dossierId])
  expect((await acts()).filter((line) => line.startsWith('deleted'))).toHaveLength(2)
})
