import { expect, test } from 'vitest'
import { correctOnRequest, enterRegistrant, takeUpCorrection } from '#modules/registry/index.ts'
import { registry, SAM } from '#world/registry.ts'

const CORRECTED = { ...SAM, familyName: 'Bakkers', houseNumber: 9 }

/** A written request that the officer entered and granted, as the owner leaves it. */
async function granted() {
  const at = await registry()
  const { student, dossierId } = await at.inTraining()
  const officer = await at.there.account('Hanna Wachter', ['officer'])
  const { rows } = await at.there.owner.query<{ id: string }>(
    `insert into requests (kind, channel, dossier_id, person_id, name, due_on)
     select 'rectification', 'letter', id, person_id, 'Sam', gestand.today() + 30
     from dossiers where id = $1 returning id`,
    [dossierId],
  )
  const requestId = rows[0]?.id ?? ''
  const correct = () =>
    at.act(officer, 'correction', dossierId, (tx) =>
      correctOnRequest(tx, { requestId, registrant: CORRECTED, stored: SAM, reason: 'Uw brief' }),
    )
  const takeUp = () =>
    at.change(officer, 'request-handling', (tx) => tx.run(takeUpCorrection(requestId)))
  const grant = async () => {
    for (const action of ['establish', 'grant']) {
      await at.there.owner.query(`select move_request($1, $2, 'desk')`, [requestId, action])
    }
  }
  return { at, student, dossierId, officer, correct, takeUp, grant }
}

test('reg-12: the officer corrects a name on a written request that was granted, and then no more', async () => {
  const { at, dossierId, officer, correct, takeUp, grant } = await granted()
  await expect(takeUp()).rejects.toMatchObject({ code: 'REQUEST_STEP_IMPOSSIBLE' })
  await expect(correct()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await grant()
  expect(await takeUp()).toEqual([{ dossierId }])
  await correct()
  const { rows } = await at.there.owner.query(
    `select family_name, house_number, source, (select state from requests) as state,
       (select count(*)::integer from rectifications) as kept from registrants`,
  )
  expect(rows).toEqual([
    { family_name: 'Bakkers', house_number: 9, source: 'request', state: 'fulfilled', kept: 2 },
  ])
  await expect(at.there.store.open(officer.for('correction'), dossierId, {})).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  )
})

test('reg-12: who can open the dossier for a correction changes nothing without the request', async () => {
  const { at, student, dossierId, officer } = await granted()
  await at.there.relate(officer.id, dossierId, 'request-handler')
  const change = (who: typeof student, activity: string) =>
    at.act(who, activity, dossierId, (tx) => enterRegistrant(tx, CORRECTED))
  await expect(change(officer, 'correction')).rejects.toMatchObject({ code: 'OWN_ENTRY' })
  await change(student, 'self-service')
  await at.there.owner.query('drop trigger guard_registrant on registrants')
  await change(officer, 'correction')
})
