import { beforeEach, expect, test } from 'vitest'
import { findSchemaFaults, SCHEMA_FAULTS } from '#store/schema-faults.ts'
import { readSchemaFacts } from '#store/schema-facts.ts'
import { seedFaults } from '#world/seeded-faults.ts'
import { type World, world } from '#world/world.ts'
import { readWholeCatalogue } from './catalogue.ts'
import { VOCABULARY } from './vocabulary.ts'

let there: World
let schema: string

beforeEach(async () => {
  there = await world()
  schema = `org_${there.organisation}`
})

test('the tables have no place for personal data that the statement does not reach', async () => {
  const facts = await readSchemaFacts(there.owner, schema)
  expect(facts.tables.length).toBeGreaterThan(60)
  expect(findSchemaFaults(facts, VOCABULARY)).toEqual([])
})

test('each of hundreds of mistakes in the tables fails this test, whatever table it is in', async () => {
  const { owner } = there
  const facts = await readSchemaFacts(owner, schema)
  const { tables } = await readWholeCatalogue()
  const faults = seedFaults(facts, tables, VOCABULARY)
  expect(faults.length).toBeGreaterThan(200)
  const missed: string[] = []
  await owner.query('begin')
  for (const { code, object, sql, tables: shown } of faults) {
    await owner.query('savepoint seeded')
    await owner.query(sql)
    const found = findSchemaFaults(await readSchemaFacts(owner, schema, shown), VOCABULARY)
    const noticed = found.some((fault) => fault.code === code && fault.object === object)
    if (!noticed) missed.push(`${code} ${object}`)
    await owner.query('rollback to savepoint seeded')
  }
  await owner.query('rollback')
  expect(missed).toEqual([])
  const codes = new Set(faults.map(({ code }) => code))
  expect([...codes, 'NAMES_LOOSE'].toSorted()).toEqual(Object.keys(SCHEMA_FAULTS).toSorted())
})

test('a function that acts with the rights of its owner must say where its names stand', async () => {
  await there.owner.query('alter function holders(uuid) reset search_path')
  const facts = await readSchemaFacts(there.owner, schema)
  expect(findSchemaFaults(facts, VOCABULARY)).toEqual([{ code: 'NAMES_LOOSE', object: 'holders' }])
})
