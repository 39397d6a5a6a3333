import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { writePackage } from '#duties/package/write.ts'
import { packageOrder, Unpacked } from '#world/package.ts'
import { type NewNote, writeNote } from '#modules/practice/note.ts'
import { changeProfile } from '#modules/practice/profile.ts'
import { requestDesk } from '#world/requests.ts'
import { addRelatedPerson, removeRelatedPerson } from './related-person.ts'
import { eraseRelated } from './related-request.ts'
import { switchOff, switchOn } from './switched-category.ts'

const BENEFIT: NewNote = {
  category: 'benefit-data',
  body: 'De uitkering loopt tot het voorjaar.',
  source: 'client',
  channel: 'letter',
}
const ON = { category: 'benefit-data', reason: 'Nodig voor het plan van aanpak.' } as const
const MANAGER = {
  role: 'line-manager',
  name: 'P. Voorbeeld',
  organisation: 'Voorbeeld bv',
  phone: '06 00000000',
  email: 'p.voorbeeld@example.org',
  source: 'client',
  channel: 'conversation',
} as const
const MANAGER_ON = { category: 'line-manager', reason: 'Maakt afspraken over uren.' } as const

function write(here: Bureau): Promise<void> {
  return here.asCoach((tx) => writeNote(tx, BENEFIT))
}

test('cas-12: an optional kind of data is written only where it was switched on with a reason', async () => {
  const here = await bureau()
  await expect(write(here)).rejects.toMatchObject({ code: 'CATEGORY_NOT_ON' })
  await here.asCoach((tx) => switchOn(tx, ON))
  await write(here)
  const { rows } = await here.there.owner.query<{ reason: Buffer; switched_by: string }>(
    'select reason, switched_by from switched_categories',
  )
  expect(rows[0]?.switched_by).toBe(here.coach.id)
  expect(rows[0]?.reason.includes('plan')).toBe(false)
  await expect(here.asCoach((tx) => switchOn(tx, ON))).rejects.toMatchObject({ code: 'DUPLICATE' })
})

test('cas-12: with the trigger taken away it would be written anywhere', async () => {
  const here = await bureau()
  await here.there.owner.query('drop trigger refuse_unswitched on notes')
  await write(here)
  expect((await here.view(here.coach, 'coaching')).notes).toHaveLength(1)
})

test('cas-12: only what the statement calls optional, and gives this service, can be switched on', async () => {
  const here = await bureau()
  const always = { category: 'advice', reason: 'x' } as const
  await expect(here.asCoach((tx) => switchOn(tx, always))).rejects.toMatchObject({
    code: 'CATEGORY_BARRED',
  })
  const other = await bureau({ kind: 'outplacement' })
  await expect(other.asCoach((tx) => switchOn(tx, ON))).rejects.toMatchObject({
    code: 'CATEGORY_BARRED',
  })
  await expect(other.asClient((tx) => switchOn(tx, MANAGER_ON))).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
})

test('cas-12: switching off destroys what stood there, unless the dossier must be kept', async () => {
  const here = await bureau()
  const { owner } = here.there
  await here.asCoach(async (tx) => {
    await switchOn(tx, ON)
    await switchOn(tx, MANAGER_ON)
  })
  await write(here)
  await here.asCoach((tx) => addRelatedPerson(tx, MANAGER))
  await owner.query(
    `insert into holds (dossier_id, reason, ends_on, placed_by)
     values ($1, 'legal-claim', gestand.today() + 10, $2)`,
    [here.dossierId, here.coach.id],
  )
  const off = () => here.asCoach((tx) => switchOff(tx, 'benefit-data'))
  await expect(off()).rejects.toMatchObject({ code: 'CATEGORY_HELD' })
  await owner.query('delete from holds')
  await off()
  expect((await here.view(here.coach, 'coaching')).notes).toEqual([])
  expect((await owner.query('select from related_persons')).rows).toHaveLength(1)
})

test('rei-04: the tracks of re-integration hold special data, and no other service does', async () => {
  const limits: NewNote = { ...BENEFIT, category: 'work-limitations' }
  for (const kind of ['re-integration-second-track', 're-integration-third-track']) {
    const here = await bureau({ kind })
    await here.asCoach((tx) => writeNote(tx, limits))
  }
  for (const kind of ['career-check', 'career-coaching', 'empowerment', 'outplacement']) {
    const here = await bureau({ kind })
    const barred = here.asCoach((tx) => writeNote(tx, limits))
    await expect(barred).rejects.toMatchObject({ code: 'CATEGORY_BARRED' })
  }
})

async function withManager(here: Bureau): Promise<void> {
  await here.asCoach(async (tx) => {
    await switchOn(tx, MANAGER_ON)
    await addRelatedPerson(tx, MANAGER)
  })
}

test('cas-12: somebody around a client is a person, and gets what is held on them as a package', async () => {
  const here = await bureau()
  await withManager(here)
  const manager = await here.there.account('P. Voorbeeld')
  await here.there.owner.query('update gestand.accounts set email = $2 where id = $1', [
    manager.id,
    MANAGER.email,
  ])
  await here.asCoach((tx) => writeNote(tx, { ...BENEFIT, category: 'advice', body: 'Geheim.' }))
  const parts: Uint8Array[] = []
  for await (const part of writePackage(await packageOrder(here.there, manager))) parts.push(part)
  const all = new Unpacked(Buffer.concat(parts)).all()
  expect(all).toContain('Voorbeeld bv')
  expect(all).not.toContain('Geheim')
  expect(all).not.toContain(here.dossierId)
})

test('cas-12: somebody around a client without an account is erased by who handles their request', async () => {
  const here = await bureau()
  await withManager(here)
  const desk = await requestDesk(here.there)
  const id = await desk.letter('erasure', { email: MANAGER.email })
  const { owner } = here.there
  const left = async () => (await owner.query('select from related_persons')).rows.length
  expect(await desk.act((tx) => eraseRelated(tx, id))).toBe(0)
  await owner.query('update requests set identified_at = now() where id = $1', [id])
  expect(await desk.act((tx) => eraseRelated(tx, id))).toBe(1)
  expect(await left()).toBe(0)
  const byCoach = here.there.store.change(here.coach.for('coaching'), (tx) => eraseRelated(tx, id))
  await expect(byCoach).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('cas-12: the same address is the same person, who goes with the last that is held', async () => {
  const here = await bureau()
  await withManager(here)
  await here.asCoach((tx) => addRelatedPerson(tx, { ...MANAGER, email: 'P.Voorbeeld@example.org' }))
  const { owner } = here.there
  const persons = async () =>
    (await owner.query('select distinct person_id from related_persons')).rows.length
  expect(await persons()).toBe(1)
  const { rows } = await owner.query<{ id: string }>('select id from related_persons')
  const before = (await owner.query('select from persons')).rows.length
  for (const { id } of rows) await here.asCoach((tx) => removeRelatedPerson(tx, id))
  expect((await owner.query('select from persons')).rows.length).toBe(before - 1)
})

test('cas-12: another organisation keeps other kinds, in its own services', async () => {
  const asked = { organisation: 'casework', kind: 'case-management' } as const
  const here = await bureau(asked)
  const doctor = { ...MANAGER, role: 'general-practitioner', email: undefined } as const
  const on = { category: 'general-practitioner', reason: 'Overlegt over de belasting.' } as const
  await expect(here.asCoach((tx) => addRelatedPerson(tx, doctor))).rejects.toMatchObject({
    code: 'CATEGORY_NOT_ON',
  })
  await here.asCoach(async (tx) => {
    await switchOn(tx, on)
    await addRelatedPerson(tx, doctor)
  })
  const plans = { category: 'business-plans', reason: 'Nodig voor de begeleiding.' } as const
  await expect(here.asCoach((tx) => switchOn(tx, plans))).rejects.toMatchObject({
    code: 'CATEGORY_BARRED',
  })
  const business = await bureau({ organisation: 'casework', kind: 'business-coaching' })
  await business.asCoach((tx) => switchOn(tx, plans))
})

const YOUNG = { bornOn: '2013-01-15' }

async function represented(here: Bureau) {
  const parent = await here.there.account('R. de Wit')
  await here.there.relate(parent.id, here.dossierId, 'representative')
  return parent
}

test('cas-12, bur-34: who represents a minor acts for them until the day they turn sixteen', async () => {
  const here = await bureau({ profile: YOUNG })
  const parent = await represented(here)
  const seen = await here.view(parent, 'self-service')
  expect(seen.client).toMatchObject({ familyName: 'Wit' })
  const { rows } = await here.there.owner.query(
    `select until = gestand.midnight('2029-01-15') as right from relations
     where relation = 'representative'`,
  )
  expect(rows).toEqual([{ right: true }])
  await here.asCoach((tx) => changeProfile(tx, { bornOn: '2005-01-15' }))
  await expect(here.view(parent, 'self-service')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('cas-12, bur-34: nobody represents a client of sixteen or older, or of whom no birthday is known', async () => {
  for (const profile of [{ bornOn: '1984-05-09' }, {}]) {
    const here = await bureau({ profile })
    await expect(represented(here)).rejects.toThrow('CLIENT_NOT_MINOR')
    await here.there.owner.query('drop trigger guard_representative on relations')
    const seen = await here.view(await represented(here), 'self-service')
    expect(seen.client).toMatchObject({ familyName: 'Wit' })
  }
})
