import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { packageOrder, Unpacked } from '#world/package.ts'
import { platformOf } from '#world/platform.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import { PackageMaker } from './maker.ts'
import { askOrder, askOrderedPart, findOrder, letGo, type Making, PartSeal } from './order.ts'
import { SUBJECT_ACCESS } from './reading.ts'
import type { PackageOrder } from './write.ts'

interface Here extends Bureau {
  readonly order: PackageOrder
}

async function ordered(): Promise<Here> {
  const one = await bureau()
  return Object.assign(one, { order: await packageOrder(one.there, one.client) })
}

function makerOf({ there, order }: Here, more: Partial<PackageOrder> = {}): PackageMaker {
  return new PackageMaker({
    platform: platformOf(there, 'worker'),
    master: there.installation.master,
    prepare: async (_, { dossiers }) => ({ ...order, ...more, dossiers }),
  })
}

async function order(here: Here, maker: PackageMaker, what = 'own'): Promise<string> {
  const { there, client } = here
  const { kind, dossiers } = here.order
  const id = randomUUID()
  const asked = { kind, dossiers, session: client.session, language: 'nl', at: new Date() } as const
  const query = askOrder({ id, what }, asked, maker.seal(id, asked))
  await there.store.change(client.for(SUBJECT_ACCESS), (tx) => tx.run(query))
  return id
}

async function find(
  { there, client }: Here,
  what = 'own',
  by = client,
): Promise<Making | undefined> {
  const reads = { making: findOrder(what) }
  return (await there.store.list(by.for(SUBJECT_ACCESS), 'package', reads)).making[0]
}

async function take(here: Here, maker: PackageMaker, id: string): Promise<void> {
  await maker.takeUp(here.there.organisation)
  await maker.made(id)
}

/** What the session that ordered it unpacks. */
async function unpack(here: Here, id: string): Promise<Unpacked> {
  const { there, client } = here
  const seal = new PartSeal(client.session, id)
  const bytes: Buffer[] = []
  for (let part = 0; part < ((await find(here))?.parts ?? 0); part += 1) {
    const reads = { part: askOrderedPart('own', part) }
    const answers = await there.store.list(client.for(SUBJECT_ACCESS), 'package', reads)
    bytes.push(seal.unseal(part, answers.part[0]?.body ?? Buffer.alloc(0)))
  }
  return new Unpacked(Buffer.concat(bytes))
}

test('a package tells how far it is; what stops it is kept, and another begins in its place', async () => {
  const here = await ordered()
  const press = { print: () => Promise.reject(new AppError('SIGNED_OUT')) }
  const failing = makerOf(here, { press })
  await take(here, failing, await order(here, failing))
  expect(await find(here)).toMatchObject({ state: 'failed', failure: 'SIGNED_OUT' })
  const maker = makerOf(here)
  const id = await order(here, maker)
  expect(await find(here)).toMatchObject({ state: 'waiting', done: 0, of: 2 })
  await take(here, maker, id)
  const ready = await find(here)
  expect(ready).toMatchObject({ id, state: 'ready', done: 1, of: 2 })
  expect((await unpack(here, id)).files.has('package.json')).toBe(true)
  // It is there for the session that it was made in, and for nobody else.
  expect(await find(here, 'own', here.coach)).toBeUndefined()
  const { rows } = await here.there.owner.query('select sealed from package_orders')
  expect(rows).toEqual([{ sealed: null }])
})

test('a fourth package waits for its turn; what is let go is nowhere any more', async () => {
  const here = await ordered()
  const { there, client } = here
  const maker = makerOf(here)
  const all: string[] = []
  for (const what of ['a', 'b', 'c', 'd']) all.push(await order(here, maker, what))
  await maker.takeUp(there.organisation)
  expect((await find(here, 'd'))?.state).toBe('waiting')
  await there.store.change(client.for(SUBJECT_ACCESS), (tx) => tx.run(letGo('a')))
  for (const id of all) await maker.made(id)
  await expect.poll(async () => (await find(here, 'd'))?.state).toBe('ready')
  expect((await find(here, 'c'))?.state).toBe('ready')
  expect(await find(here, 'a')).toBeUndefined()
  await there.owner.query('delete from dossiers')
  const { rows } = await there.owner.query(
    'select from package_orders union all select from package_order_parts',
  )
  expect(rows).toEqual([])
})
