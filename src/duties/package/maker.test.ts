import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { packageOrder } from '#world/package.ts'
import { bureau } from '#world/practice.ts'
import { Makings } from './maker.ts'
import type { PackageOrder } from './write.ts'

async function ordered(): Promise<PackageOrder> {
  const one = await bureau()
  return packageOrder(one.there, one.client)
}

test('a package tells how far it is; what stops it is kept, and another begins in its place', async () => {
  const order = await ordered()
  const makings = new Makings()
  const press = { print: () => Promise.reject(new AppError('SIGNED_OUT')) }
  const failed = await makings.begin('sanne', { ...order, press })
  await failed.done
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'SIGNED_OUT' } })
  const making = await makings.begin('sanne', order)
  expect(making).toMatchObject({ state: 'making', progress: { done: 0, of: 2 } })
  await making.done
  expect(makings.find('sanne')).toBe(making)
  expect(making).toMatchObject({ state: 'ready', progress: { done: 1, of: 2 } })
  expect(making.progress.lines).toBeGreaterThan(5)
  for (let time = 0; time < 2; time += 1) {
    const parts = await Array.fromAsync(making.spool?.parts() ?? [])
    expect(Buffer.concat(parts).length).toBe(making.spool?.bytes)
  }
})

test('a fourth package waits for its turn; what is let go is nowhere any more', async () => {
  const order = await ordered()
  const makings = new Makings()
  const all = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => makings.begin(owner, order)))
  expect(all.map(({ state }) => state)).toEqual(['making', 'making', 'making', 'waiting'])
  await makings.letGo('a')
  await Promise.all(all.map(({ done }) => done))
  expect(all.map(({ state }) => state)).toEqual(['making', 'ready', 'ready', 'ready'])
  expect([makings.find('a'), all[0]?.spool]).toEqual([undefined, undefined])
})
