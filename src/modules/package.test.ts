import { expect, test } from 'vitest'
import { markEverything } from '#world/markers.ts'
import { packageOf } from '#world/package.ts'
import { bureau } from '#world/practice.ts'
import { startEngagement } from './practice/index.ts'
import { readWholeCatalogue } from './catalogue.ts'

test('every column about a person is in the package, and nothing of another person', async () => {
  const one = await bureau()
  const { there } = one
  const other = await there.account('Bram Bos')
  const otherDossier = await there.store.change(one.coach.for('intake'), async (tx) => {
    const person = { givenName: 'Bram', familyName: 'Bos', email: 'bram@example.org' }
    return (await startEngagement(tx, { kind: 're-integration', person })).dossierId
  })
  await there.relate(other.id, otherDossier, 'client')
  const catalogue = await readWholeCatalogue()
  const base = { kind: 're-integration' }
  const mine = await markEverything(there, catalogue, {
    ...base,
    mark: 'MINE',
    accountId: one.client.id,
    email: `${one.client.id}@example.org`,
    dossierId: one.dossierId,
  })
  const theirs = await markEverything(there, catalogue, {
    ...base,
    mark: 'THEIRS',
    accountId: other.id,
    email: `${other.id}@example.org`,
    dossierId: otherDossier,
  })
  const all = (await packageOf(there, one.client)).all()
  expect(mine.length).toBeGreaterThan(150)
  expect(mine.filter(({ looks }) => !all.includes(looks)).map(({ place }) => place)).toEqual([])
  const texts = theirs.filter(({ looks }) => looks.startsWith('THEIRS'))
  expect(texts.length).toBeGreaterThan(50)
  expect(texts.filter(({ looks }) => all.includes(looks)).map(({ place }) => place)).toEqual([])
  expect(all).not.toContain(otherDossier)
  expect(all).not.toContain(other.id)
})
