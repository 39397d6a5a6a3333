import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { world } from '#world/world.ts'
import { selectReadable } from './readable.ts'

const CARD = { needs: ['dossier_id'], shows: ['family_name', 'email'] } as const

test('an activity may what the statement gives it, and nothing else', async () => {
  const { store, organisation } = await world()
  const coaching = await store.access(organisation, 'coaching')
  expect(coaching.can('notes', 'select')).toBe(true)
  expect(coaching.can('notes', 'delete')).toBe(true)
  expect(coaching.can('approvals', 'insert')).toBe(false)
  const oversight = await store.access(organisation, 'oversight')
  expect(oversight.can('notes', 'select')).toBe(false)
  expect(oversight.columns('clients', CARD.shows)).toEqual([])
})

test('an activity with a hyphen in its name has a role too', async () => {
  const { store, organisation } = await world()
  const access = await store.access(organisation, 'self-service')
  expect(access.can('approvals', 'insert')).toBe(true)
})

test('an activity that is not declared may nothing', async () => {
  const { store, organisation } = await world()
  expect((await store.access(organisation, 'spying')).can('dossiers', 'select')).toBe(false)
  expect((await store.access('nowhere', 'coaching')).can('dossiers', 'select')).toBe(false)
})

test('a read leaves out what the statement does not give, where asking for it is refused', async () => {
  const there = await world()
  const { store, organisation, owner } = there
  const coach = await there.account('Coach', ['coach'])
  const whole = await store.access(organisation, 'coaching')
  await owner.query('revoke select (email) on clients from org_reintegration__coaching')
  const before = { clients: selectReadable(whole, 'clients', CARD) }
  const refused = store.list(coach.for('coaching'), 'clients', before)
  await expect(refused).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await sleep(2_100)
  const now = await store.access(organisation, 'coaching')
  expect(now.columns('clients', CARD.shows)).toEqual(['family_name'])
  const after = { clients: selectReadable(now, 'clients', CARD) }
  expect(await store.list(coach.for('coaching'), 'clients', after)).toEqual({ clients: [] })
})

test('a read of what an activity may not know at all has no rows', async () => {
  const there = await world()
  const officer = await there.account('Officer', ['officer'])
  const access = await there.store.access(there.organisation, 'oversight')
  const reads = { clients: selectReadable(access, 'clients', CARD) }
  const answers = await there.store.list(officer.for('oversight'), 'clients', reads)
  expect(answers).toEqual({ clients: [] })
})
