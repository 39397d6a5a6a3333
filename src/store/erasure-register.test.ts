import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { world } from '#world/world.ts'
import { LOGINS, loginUrl } from './install.ts'
import { type NewErasure, WHOLE } from './erasure-register.ts'
import { createPool } from './pool.ts'

function erasureOf(dossierId: string, change: Partial<NewErasure> = {}): NewErasure {
  return {
    id: randomUUID(),
    dossierId,
    personId: null,
    accountId: null,
    part: WHOLE,
    cause: 'request',
    ...change,
  }
}

test('an erasure is registered once, with its key, and each step is noted once', async () => {
  const { register, keys } = await world()
  const [organisation, dossierId] = [`o${randomUUID()}`, randomUUID()]
  await keys.create(organisation, [dossierId])
  const erasure = erasureOf(dossierId)
  expect(await register.listKeys(organisation, [dossierId])).toEqual([dossierId])
  await register.register(organisation, [erasure])
  await register.register(organisation, [erasure])
  expect(await register.listKeys(organisation, [dossierId])).toEqual([])
  await register.close(organisation, [erasure.id])
  const [closed] = await register.find(organisation, [erasure.id])
  expect(closed).toMatchObject(erasure)
  expect(closed?.closedAt).toBeInstanceOf(Date)
  await register.close(organisation, [erasure.id])
  expect(await register.list(organisation)).toEqual([closed])
})

test('the key of a dossier stays when only a part of it is erased', async () => {
  const { register, keys } = await world()
  const [organisation, dossierId] = [`o${randomUUID()}`, randomUUID()]
  await keys.create(organisation, [dossierId])
  const paper = erasureOf(dossierId, { part: 'paper' })
  await register.register(organisation, [paper])
  expect(await register.listKeys(organisation, [dossierId])).toEqual([dossierId])
})

test('no step comes before the one it waits for, and nothing is taken back', async () => {
  const { register, installation } = await world()
  const organisation = `o${randomUUID()}`
  const erasure = erasureOf(randomUUID())
  await register.register(organisation, [erasure])
  const pool = createPool({ url: loginUrl(installation, LOGINS.keys), max: 1, name: 'attack' })
  try {
    const skip = 'update erasures set closed_at = now() where id = $1'
    await expect(pool.query(skip, [erasure.id])).rejects.toThrow(/check/)
    const undo = 'update erasures set key_destroyed_at = null where id = $1'
    await expect(pool.query(undo, [erasure.id])).rejects.toThrow('ERASURE_STANDS')
    const remove = 'delete from erasures where id = $1'
    await expect(pool.query(remove, [erasure.id])).rejects.toThrow('permission denied')
  } finally {
    await pool.end()
  }
})

test('a list goes on where the page before ended', async () => {
  const { register } = await world()
  const organisation = `o${randomUUID()}`
  const erasures = [1, 2, 3, 4, 5].map(() => erasureOf(randomUUID()))
  await register.register(organisation, erasures)
  const first = await register.list(organisation, { limit: 2 })
  const rest = await register.list(organisation, { after: first.at(-1)?.place ?? 0 })
  const ids = [...first, ...rest].map(({ id }) => id)
  expect(ids.toSorted()).toEqual(erasures.map(({ id }) => id).toSorted())
})

test('a mark tells that somebody was erased, within the organisation alone', async () => {
  const { register } = await world()
  const organisation = `o${randomUUID()}`
  const mark = randomBytes(32)
  const erasure = erasureOf(randomUUID())
  const trace = { erasureId: erasure.id, sealed: Buffer.from('sealed'), marks: [mark] }
  await register.register(organisation, [erasure], [trace])
  expect(await register.findMark(organisation, [randomBytes(32), mark])).toMatch(/^\d{4}-/)
  expect(await register.findMark(organisation, [randomBytes(32)])).toBeUndefined()
  expect(await register.findMark('another', [mark])).toBeUndefined()
})

test('what an erasure looks for is forgotten when it closes', async () => {
  const { register } = await world()
  const organisation = `o${randomUUID()}`
  const erasure = erasureOf(randomUUID())
  const trace = { erasureId: erasure.id, sealed: Buffer.from('sealed'), marks: [] }
  await register.register(organisation, [erasure], [trace])
  expect(await register.listTraces([erasure.id])).toHaveLength(1)
  await register.close(organisation, [erasure.id])
  expect(await register.listTraces([erasure.id])).toEqual([])
})
