import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bureau } from '#world/practice.ts'
import { world } from '#world/world.ts'
import { activate } from './activation.ts'
import { type Intake, startEngagement } from './engagement.ts'
import { addParty } from './party.ts'
import { recordNotice } from './statement-notice.ts'

const INTAKE: Intake = {
  kind: 're-integration',
  person: { givenName: 'Sanne', prefix: 'de', familyName: 'Wit', email: 'sanne@example.org' },
  profile: {
    bornOn: '1984-02-29',
    street: 'Voorbeeldkade',
    houseNumber: 12,
    houseNumberAddition: 'bis',
    postcode: '1234 AB',
    city: 'Voorbeeldstad',
    education: 'Mbo verzorging',
    career: 'Twaalf jaar in de thuiszorg',
  },
  orderReference: 'WVP-1',
  orderedOn: '2026-10-01',
}

test('rei-05: what is asked at intake stands in the dossier, for coach and client', async () => {
  const here = await bureau(INTAKE)
  for (const [account, activity] of [
    [here.coach, 'coaching'],
    [here.client, 'self-service'],
  ] as const) {
    const view = await here.view(account, activity)
    expect(view.client).toEqual(INTAKE.person)
    expect(view.profile).toEqual(INTAKE.profile)
    expect(view.service).toMatchObject({
      kind: 're-integration',
      state: 'active',
      orderReference: 'WVP-1',
      orderedOn: '2026-10-01',
    })
  }
})

test('rei-05: the client reads the points of the principal from the start', async () => {
  const points = { body: 'Graag aandacht voor plannen.', channel: 'email' } as const
  const here = await bureau({ active: false, points })
  const { notes } = await here.view(here.client, 'self-service')
  expect(notes).toMatchObject([
    { category: 'improvement-points', source: 'principal', body: points.body },
  ])
})

test('a principal stands in that relation to the dossier, and is named in it', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const principalId = await addParty(tx, { name: 'Zorggroep Voorbeeld' })
    return (await startEngagement(tx, { ...INTAKE, principalId })).dossierId
  })
  const { rows } = await there.owner.query(
    `select p.name from relations r join parties p on p.id = r.holder_id
     where r.dossier_id = $1 and r.relation = 'principal'`,
    [dossierId],
  )
  expect(rows).toEqual([{ name: 'Zorggroep Voorbeeld' }])
})

test('the same form twice begins one engagement', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const id = randomUUID()
  const begin = () =>
    there.store.change(coach.for('intake'), (tx) => startEngagement(tx, { ...INTAKE, id }))
  const both = await Promise.allSettled([begin(), begin()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(begin()).rejects.toMatchObject({ code: 'DUPLICATE' })
  const { rows } = await there.owner.query('select count(*)::int from dossiers')
  expect(rows).toEqual([{ count: 1 }])
})

test('rei-04: only a kind of service that the statement declares can be started', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const starting = there.store.change(coach.for('intake'), (tx) =>
    startEngagement(tx, { ...INTAKE, kind: 'astrology' }),
  )
  await expect(starting).rejects.toMatchObject({ code: 'DOSSIER_NOT_STARTED' })
})

test('a second dossier of a person is started from the first, by who reaches that one', async () => {
  const here = await bureau()
  const { store } = here.there
  const second = await store.change(here.coach.for('intake'), async (tx) => {
    const dossier = await startEngagement(tx, {
      ...INTAKE,
      kind: 'career-coaching',
      samePersonAs: here.dossierId,
    })
    return dossier.dossierId
  })
  const view = await here.view(here.coach, 'coaching')
  expect(view.others).toMatchObject([{ id: second, kind: 'career-coaching' }])
  const stranger = await here.there.account('Other coach', ['coach'])
  const borrowed = store.change(stranger.for('intake'), (tx) =>
    startEngagement(tx, { ...INTAKE, samePersonAs: here.dossierId }),
  )
  await expect(borrowed).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('rei-03: a service is active once the version that was shown is recorded', async () => {
  const here = await bureau({ active: false })
  expect((await here.view(here.coach, 'coaching')).service.state).toBe('intake')
  await here.asCoach((tx) => recordNotice(tx, { way: 'handed', language: 'en' }), 'intake')
  await here.asCoach((tx) => activate(tx), 'intake')
  const view = await here.view(here.client, 'self-service')
  expect(view.service.state).toBe('active')
  expect(view.notices).toMatchObject([
    { version: 4, way: 'handed', language: 'en', shownBy: { name: 'Ilse Kramer' } },
  ])
})

test('rei-03: a service does not start before the statement was shown to that client', async () => {
  const here = await bureau({ active: false })
  const refused = { code: 'STATEMENT_NOT_SHOWN' }
  await expect(here.asCoach((tx) => activate(tx))).rejects.toMatchObject(refused)
  await expect(here.asCoach((tx) => activate(tx, randomUUID()))).rejects.toMatchObject(refused)
  const other = await here.there.store.change(here.coach.for('intake'), async (tx) =>
    recordNotice(await startEngagement(tx, INTAKE), { way: 'shown', language: 'nl' }),
  )
  await expect(here.asCoach((tx) => activate(tx, other))).rejects.toMatchObject(refused)
})

test('rei-03: with the guard taken away a service starts without a notice', async () => {
  const here = await bureau({ active: false })
  await here.there.owner.query(
    'alter table activations drop constraint activations_notice_id_dossier_id_fkey',
  )
  await here.asCoach((tx) => activate(tx, randomUUID()))
  expect((await here.view(here.coach, 'coaching')).service.state).toBe('active')
})

test('activating twice starts a service once', async () => {
  const here = await bureau({ active: false })
  await here.asCoach((tx) => recordNotice(tx, { way: 'shown', language: 'nl' }))
  const both = await Promise.allSettled([1, 2].map(() => here.asCoach((tx) => activate(tx))))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(here.asCoach((tx) => activate(tx))).rejects.toMatchObject({ code: 'DUPLICATE' })
})

test('a dossier that was taken back leaves no key, and one that stays has its key', async () => {
  const here = await bureau()
  const { store, keys, organisation } = here.there
  let lost = ''
  const failing = store.change(here.coach.for('intake'), async (tx) => {
    lost = (await startEngagement(tx, INTAKE)).dossierId
    throw new Error('the power goes')
  })
  await expect(failing).rejects.toThrow('the power goes')
  await expect(keys.read(organisation, lost)).rejects.toMatchObject({ code: 'UNREADABLE' })
  expect(await keys.read(organisation, here.dossierId)).toHaveLength(32)
})
