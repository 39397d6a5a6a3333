import { expect, test } from 'vitest'
import { markEverything } from '#world/markers.ts'
import { packageOf } from '#world/package.ts'
import { bureau } from '#world/practice.ts'
import type { World } from '#world/world.ts'
import type { Catalogue } from '#statement/catalogue.ts'
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
  const nowhere = await unnamed(there, catalogue)
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
  const held = mine.filter(({ place }) => !nowhere.has(place))
  expect(held.length).toBeGreaterThan(150)
  expect(held.filter(({ looks }) => !all.includes(looks)).map(({ place }) => place)).toEqual([])
  const texts = theirs.filter(({ looks }) => looks.startsWith('THEIRS'))
  expect(texts.length).toBeGreaterThan(50)
  expect(texts.filter(({ looks }) => all.includes(looks)).map(({ place }) => place)).toEqual([])
  expect(all).not.toContain(otherDossier)
  expect(all).not.toContain(other.id)
})

/** Columns that this statement has no word for: nobody can write in them, so they hold nothing. */
async function unnamed({ owner }: World, { tables }: Catalogue): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query<{ category: string }>(
    'select distinct category from category_rules',
  )
  const named = new Set(rows.map(({ category }) => category))
  return new Set(
    tables.flatMap(({ name, columns }) => {
      const known = ({ category }: { category?: string }) =>
        category === undefined || named.has(category)
      const lost = columns.some(({ category }) => category !== undefined && known({ category }))
        ? columns.filter((column) => !known(column))
        : columns.filter(() => columns.some(({ category }) => category !== undefined))
      return lost.map((column) => `${name}.${column.name}`)
    }),
  )
}
