import { expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { registry, SAM } from '#world/registry.ts'
import { correctRegistrant, enterRegistrant, enrolStudent } from '#modules/registry/index.ts'

test('reg-10: a student enrols, and is in training after both verified and not after one', async () => {
  const at = await registry()
  const { dossierId } = await at.enrol()
  expect(await at.stateOf(dossierId)).toBe('submitted')
  await at.confirm(at.employer, 'institution', dossierId)
  expect(await at.stateOf(dossierId)).toBe('submitted')
  await at.confirm(at.teacher, 'institute', dossierId)
  expect(await at.stateOf(dossierId)).toBe('enrolled')
})

test('an institution enrols for itself, and the student enters the name that holds', async () => {
  const at = await registry()
  const dossierId = await at.announce('Sem Bakker')
  expect(await at.stateOf(dossierId)).toBe('invited')
  const other = await at.institution('Ander Ziekenhuis', 'care')
  const training = { ...at.training, institutionId: other }
  await expect(
    at.change(at.employer, 'enrolment', (tx) =>
      enrolStudent(tx, { ...training, announced: {} as never, post: {} as never }),
    ),
  ).rejects.toMatchObject({ code: 'DOSSIER_NOT_STARTED' })
  const student = await at.there.account('Sam')
  await at.there.relate(student.id, dossierId, 'registrant')
  await at.act(student, 'self-service', dossierId, (tx) => enterRegistrant(tx, SAM))
  const { rows } = await at.there.owner.query(
    `select family_name, source, announced_name
     from registrants join registrations using (dossier_id)`,
  )
  expect(rows).toEqual([{ family_name: 'Bakker', source: 'person', announced_name: null }])
})

test('reg-09: nobody else changes what a person entered, whatever they may do', async () => {
  const at = await registry()
  const { student, dossierId } = await at.inTraining()
  const changed = { ...SAM, familyName: 'Verschreven' }
  for (const [who, activity] of [
    [at.registrar, 'registry-keeping'],
    [at.employer, 'verification'],
    [at.registrar, 'taking-over'],
  ] as const) {
    await expect(
      at.act(who, activity, dossierId, (tx) => correctRegistrant(tx, changed)),
    ).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  }
  await at.act(student, 'self-service', dossierId, (tx) => enterRegistrant(tx, changed))
  const { rows } = await at.there.owner.query('select family_name, source from registrants')
  expect(rows).toEqual([{ family_name: 'Verschreven', source: 'person' }])
})

test('reg-09: one person has one name in each of the own registrations', async () => {
  const at = await registry()
  const { student, dossierId } = await at.inTraining()
  await at.enrol(student, { ...SAM, familyName: 'Bakker-Bos' })
  const { rows } = await at.there.owner.query(
    `select distinct r.family_name, d.person_id
     from registrants r join dossiers d on d.id = r.dossier_id`,
  )
  expect(rows).toMatchObject([{ family_name: 'Bakker-Bos' }])
  const next = await at.announce()
  await at.there.relate(student.id, next, 'registrant')
  const known = await at.there.owner.query(
    `select a.person_id = b.person_id as same, r.family_name from dossiers a, dossiers b
     join registrants r on r.dossier_id = b.id where a.id = $1 and b.id = $2`,
    [dossierId, next],
  )
  expect(known.rows).toEqual([{ same: true, family_name: 'Bakker-Bos' }])
})

test('reg-10: an institution sees its own students, and of them training data alone', async () => {
  const at = await registry()
  await at.inTraining()
  const stranger = await at.there.account('Vreemd')
  await at.institution('Ander Ziekenhuis', 'care', stranger)
  const cards = from.selectFrom('registrants').select(['family_name'])
  const seen = await at.there.store.list(at.employer.for('verification'), 'students', { cards })
  expect(seen.cards).toEqual([{ family_name: 'Bakker' }])
  const none = await at.there.store.list(stranger.for('verification'), 'students', { cards })
  expect(none.cards).toEqual([])
  for (const column of ['born_on', 'email', 'street', 'city'] as const) {
    const more = from.selectFrom('registrants').select(column)
    await expect(
      at.there.store.list(at.employer.for('verification'), 'students', { more }),
    ).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  }
})

test('nobody is enrolled with an institution that may not train for the programme', async () => {
  const at = await registry()
  await at.there.owner.query("update accreditation_decisions set ends_on = '2026-01-01'")
  await expect(at.enrol()).rejects.toMatchObject({ code: 'NOT_ACCREDITED' })
})
