import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { erasingOf, grantErasure, MARKER, markedBureau } from '#world/erasing.ts'
import { askErasure } from './asking.ts'
import { erasurePreview, findProgress } from './list.ts'
import { runErasures } from './erasing.ts'

async function places(there: Awaited<ReturnType<typeof markedBureau>>['there']): Promise<string[]> {
  const { rows } = await there.owner.query<{ place: string }>(
    'select place from reread_words(array[$1], array[]::uuid[])',
    [`%${MARKER}%`],
  )
  return rows.map(({ place }) => place)
}

test('a dossier that is asked for goes with its key, its account and its person', async () => {
  const here = await markedBureau()
  const { there, dossierId, client } = here
  const request = await grantErasure(here)
  const result = await runErasures(erasingOf(there), there.organisation)
  expect(result).toEqual({ deleted: 1, closed: 1, waiting: 0 })
  expect(await there.register.listKeys(there.organisation, [dossierId])).toEqual([])
  const { rows: left } = await there.owner.query(
    `select (select count(*) from dossiers)::int as dossiers,
       (select count(*) from persons)::int as persons,
       (select count(*) from gestand.accounts where id = $1)::int as accounts`,
    [client.id],
  )
  expect(left).toEqual([{ dossiers: 0, persons: 0, accounts: 0 }])
  expect(await places(there)).toEqual([])
  const { rows: requests } = await there.owner.query(
    'select state, outcome, name, email from requests where id = $1',
    [request],
  )
  expect(requests).toEqual([{ state: 'fulfilled', outcome: 'fulfilled', name: '–', email: null }])
})

test('what goes and what stays is told beforehand, by category', async () => {
  const here = await markedBureau()
  const { answers } = await here.there.store.open(here.client.for('self-service'), here.dossierId, {
    preview: erasurePreview,
  })
  const told = answers.preview.map(({ category, stays }) => `${category} ${stays}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'identity false',
      'conversation-reports false',
      'relation-line true',
      'access-log true',
    ]),
  )
})

test('what outlives the dossier stays without a name', async () => {
  const here = await markedBureau()
  const { there } = here
  await grantErasure(here)
  await runErasures(erasingOf(there), there.organisation)
  const { rows } = await there.owner.query(
    'select dossier_id, name, service, year from relation_lines',
  )
  expect(rows).toEqual([{ dossier_id: null, name: null, service: 're-integration', year: 2026 }])
})

test('what is left somewhere keeps an erasure open, until somebody has looked', async () => {
  const here = await markedBureau()
  const { there } = here
  await there.owner.query('insert into parties (name, email) values ($1, $2)', [
    'Een partij',
    `${MARKER}@example.org`,
  ])
  await grantErasure(here)
  const parts = erasingOf(there)
  expect(await runErasures(parts, there.organisation)).toMatchObject({ closed: 0, waiting: 1 })
  const { rows } = await there.owner.query('select place, amount::int from erasure_leftovers')
  expect(rows).toEqual([{ place: 'parties', amount: 1 }])
  await there.owner.query(`update parties set email = null`)
  expect(await runErasures(parts, there.organisation)).toMatchObject({ closed: 1, waiting: 0 })
})

test('a namesake stays, and does not keep the erasure open', async () => {
  const here = await markedBureau()
  const other = await here.there.store.change(here.coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await here.there.owner.query(
    'insert into clients (dossier_id, given_name, family_name, email) values ($1, $2, $3, $4)',
    [other.dossierId, MARKER, `${MARKER}sen`, `${MARKER}@example.org`],
  )
  await grantErasure(here)
  const result = await runErasures(erasingOf(here.there), here.there.organisation)
  expect(result).toMatchObject({ closed: 1, waiting: 0 })
  const { rows } = await here.there.owner.query('select family_name from clients')
  expect(rows).toEqual([{ family_name: `${MARKER}sen` }])
})

test('an account with another use stays, and its other dossiers too', async () => {
  const here = await markedBureau()
  const { there, client, coach } = here
  const other = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await there.relate(client.id, other.dossierId, 'client')
  await grantErasure(here)
  const result = await runErasures(erasingOf(there), there.organisation)
  const { rows } = await there.owner.query('select id from gestand.accounts where id = $1', [
    client.id,
  ])
  expect(rows).toHaveLength(1)
  expect(result.deleted).toBe(1)
})

test('a dossier that is held stays, and the request with it', async () => {
  const here = await markedBureau()
  const { there, dossierId } = here
  await there.owner.query(
    `insert into holds (dossier_id, reason, ends_on, placed_by)
     values ($1, 'complaint', current_date + 10, gen_random_uuid())`,
    [dossierId],
  )
  await grantErasure(here)
  const parts = erasingOf(there)
  expect(await runErasures(parts, there.organisation)).toMatchObject({ deleted: 0, closed: 0 })
  await there.owner.query('update holds set lifted_at = now(), lifted_by = gen_random_uuid()')
  expect(await runErasures(parts, there.organisation)).toMatchObject({ deleted: 1, closed: 1 })
})

test('bur-04: a client asks, and it begins at once: nobody sees the dossier any more', async () => {
  const here = await markedBureau()
  const { there, client, dossierId } = here
  const ask = (id: string) =>
    there.store.change(client.for('self-service'), (tx) =>
      askErasure(tx, { id, dossierId, language: 'nl' }),
    )
  const begun = await ask(randomUUID())
  expect(begun).toMatch(/^[0-9a-f-]{36}$/)
  await expect(here.view(here.coach, 'coaching')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await runErasures(erasingOf(there), there.organisation)
  const { progress } = await there.store.publicly(there.organisation, {
    progress: findProgress(begun ?? ''),
  })
  expect(progress).toMatchObject([{ cause: 'request', part: 'dossier', held: false }])
  const { rows: left } = await there.owner.query('select place, amount from erasure_leftovers')
  expect(left).toEqual([])
  expect(progress[0]?.closedAt).toBeInstanceOf(Date)
  expect(await places(there)).toEqual([])
})

test('somebody else’s dossier is not there to be erased', async () => {
  const here = await markedBureau()
  const other = await here.there.account('Een ander')
  const { there, dossierId } = here
  const asked = there.store.change(other.for('self-service'), (tx) =>
    askErasure(tx, { id: randomUUID(), dossierId, language: 'nl' }),
  )
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
