import { expect, test } from 'vitest'
import { world } from '#world/world.ts'
import { activate } from './activation.ts'
import { startEngagement } from './engagement.ts'
import { addParty } from './party.ts'
import { readRelationOverview, relationLines } from './relation-overview.ts'
import { recordNotice } from './statement-notice.ts'

const PERSON = { givenName: 'Sanne', prefix: 'de', familyName: 'Wit', email: 'sanne@example.org' }

async function overview() {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const manager = await there.account('Director', ['manager'])
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const principalId = await addParty(tx, { name: 'Zorggroep Voorbeeld' })
    const dossier = await startEngagement(tx, { kind: 'outplacement', person: PERSON, principalId })
    await recordNotice(dossier, { way: 'shown', language: 'nl' })
    await activate(dossier)
    return dossier.dossierId
  })
  const read = async () => {
    const authority = manager.for('relation-management')
    const answers = await there.store.list(authority, 'relations', { lines: relationLines })
    return readRelationOverview(answers.lines)
  }
  return { there, coach, dossierId, read }
}

test('rei-17: the overview of a principal holds name, kind of service and year', async () => {
  const { read } = await overview()
  const year = new Date().getFullYear()
  const [principal, ...others] = await read()
  expect(others).toEqual([])
  expect(principal?.name).toBe('Zorggroep Voorbeeld')
  expect(principal?.lines.map(({ id: _, ...line }) => line)).toEqual([
    { name: 'Sanne de Wit', service: 'outplacement', year },
  ])
})

test('rei-17: it has no columns for anything else', async () => {
  const { there } = await overview()
  const { rows } = await there.owner.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = 'relation_lines'::regclass and attnum > 0 and not attisdropped
     order by attnum`,
  )
  expect(rows.map((row) => row.column)).toEqual([
    'id',
    'party_id',
    'dossier_id',
    'name',
    'service',
    'year',
  ])
})

test('rei-17: it survives the dossier', async () => {
  const { there, dossierId, read } = await overview()
  await there.owner.query('delete from activations; delete from statement_notices')
  await there.owner.query('delete from dossiers where id = $1', [dossierId])
  expect((await read())[0]?.lines).toHaveLength(1)
})

test('rei-17: a coach does not see it', async () => {
  const { there, coach } = await overview()
  const reading = there.store.list(coach.for('coaching'), 'relations', { lines: relationLines })
  await expect(reading).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})
