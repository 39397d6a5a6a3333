import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { written } from '#store/query.ts'
import { type Registry, registry, SAM } from '#world/registry.ts'
import type { WorldAccount } from '#world/world.ts'
import { listRegistrations, listToVerify } from './registration-list.ts'

const side = 'institution' as const

async function names(
  { there }: Registry,
  who: WorldAccount,
  search?: string,
): Promise<(string | null)[]> {
  const access = await there.store.access(there.organisation, 'verification')
  const rows = listRegistrations(access, { of: { side }, search })
  const answers = await there.store.list(who.for('verification'), 'students', { rows })
  return answers.rows.map(({ familyName }) => familyName)
}

/** A register with a student of each of two institutions. */
async function two(): Promise<{ here: Registry; other: WorldAccount; dossierId: string }> {
  const here = await registry()
  const other = await here.there.account('Otto Ander')
  const institutionId = await here.institution('Ziekenhuis Ander', 'care', other)
  const { dossierId } = await here.enrol()
  const elsewhere = { ...SAM, familyName: 'Bakhuis', givenNames: 'Bo' }
  const student = await here.enrol(undefined, elsewhere)
  await here.there.owner.query(
    'update registrations set institution_id = $2 where dossier_id = $1',
    [student.dossierId, institutionId],
  )
  return { here, other, dossierId }
}

test('reg-10: an institution lists its own students and no others, also when it searches', async () => {
  const { here, other, dossierId } = await two()
  expect(await names(here, here.employer)).toEqual(['Bakker'])
  expect(await names(here, other)).toEqual(['Bakhuis'])
  expect(await names(here, here.employer, 'BAK')).toEqual(['Bakker'])
  expect(await names(here, other, 'bak')).toEqual(['Bakhuis'])
  expect(await names(here, here.employer, 'bakh')).toEqual([])
  expect(await names(here, here.employer, 'b%')).toEqual([])
  // Nor by asking for the card itself, or by the function that searches.
  const authority = other.for('verification')
  const { card, found } = await here.there.store.list(authority, 'x', {
    card: written(sql`select dossier_id from registrants where dossier_id = ${dossierId}`),
    found: written(sql`select found_registrations('bakker')`),
  })
  expect([card, found]).toEqual([[], []])
  await here.there.owner.query(
    `update relations set until = now() where dossier_id = $1 and relation = 'employer'`,
    [dossierId],
  )
  expect(await names(here, here.employer)).toEqual([])
})

test('reg-10: without the policy of large reach an institution would see all', async () => {
  const { here, other, dossierId } = await two()
  await here.there.owner.query('alter policy "reach_many verification" on registrants using (true)')
  const { card } = await here.there.store.list(other.for('verification'), 'x', {
    card: written(sql`select dossier_id from registrants where dossier_id = ${dossierId}`),
  })
  expect(card).toEqual([{ dossier_id: dossierId }])
})

test('the own reach tells nothing of that of others, also by what goes wrong on the way', async () => {
  const { here } = await two()
  const { owner, store } = here.there
  const stranger = await here.there.account('Vreemd')
  // A cast that fails says which value it failed on: without the barrier it may come first.
  const leaky = written(sql`select dossier_id from own_reach where dossier_id::text::integer = 0`)
  expect(await store.list(stranger.for('verification'), 'x', { leaky })).toEqual({ leaky: [] })
  const elsewhere = store.list(stranger.for('self-enrolment'), 'x', { leaky })
  await expect(elsewhere, 'no policy of it reads the view').rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
  const own = store.list(here.employer.for('verification'), 'x', { leaky })
  await expect(own).rejects.toMatchObject({ code: 'INVALID' })
  const { rows } = await owner.query(`select reloptions from pg_class where relname = 'own_reach'`)
  expect(rows).toContainEqual({ reloptions: ['security_barrier=true'] })
})

test('what waits for a verifier is listed for that one until it was verified', async () => {
  const { here, dossierId } = await two()
  const waiting = async (who: WorldAccount, as: 'institution' | 'institute') => {
    const access = await here.there.store.access(here.there.organisation, 'verification')
    const rows = listToVerify(access, { side: as })
    const answers = await here.there.store.list(who.for('verification'), 'verifications', { rows })
    return answers.rows.map((row) => row.dossierId).includes(dossierId)
  }
  const both = async () => [
    await waiting(here.employer, 'institution'),
    await waiting(here.teacher, 'institute'),
  ]
  expect(await both()).toEqual([true, true])
  await here.confirm(here.employer, 'institution', dossierId)
  expect(await both()).toEqual([false, true])
  await here.confirm(here.teacher, 'institute', dossierId)
  expect(await both()).toEqual([false, false])
})
