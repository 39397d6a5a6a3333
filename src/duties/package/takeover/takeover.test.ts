import { Readable } from 'node:stream'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writePackage } from '#duties/package/write.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { addDocument, readDocumentFile, receiveFile, writeNote } from '#modules/practice/index.ts'
import { packageOrder } from '#world/package.ts'
import { bureau } from '#world/practice.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { type TakenDossier, takeOver } from './takeover.ts'
import { readPackage } from './unpacking.ts'

const made = new Map<string, Promise<Buffer>>()

/** A package of each kind, made once: what is in it does not change. */
function packed(kind: 'access' | 'portability' = 'access'): Promise<Buffer> {
  const zip = made.get(kind) ?? makePackage(kind)
  made.set(kind, zip)
  return zip
}

async function makePackage(kind: 'access' | 'portability'): Promise<Buffer> {
  const one = await bureau()
  const plan = Buffer.alloc(1_500_000, 'het plan ')
  const file = await receiveFile(Readable.from([plan]), 'plan.txt')
  const own = await receiveFile(Readable.from([Buffer.from('Van de coach.')]), 'own.txt')
  await one.asCoach(async (tx) => {
    const shared = { category: 'education-career', channel: 'email' } as const
    await writeNote(tx, { ...shared, source: 'own', body: 'Van de coach.' })
    await addDocument(tx, { ...shared, source: 'client', title: 'Plan', file })
    await addDocument(tx, { ...shared, source: 'own', title: 'Verslag', file: own })
  })
  const parts: Uint8Array[] = []
  for await (const part of writePackage(await packageOrder(one.there, one.client, { kind }))) {
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function take(
  there: World,
  coach: WorldAccount,
  zip: Uint8Array,
  dryRun = false,
): Promise<TakenDossier[]> {
  const catalogue = await readWholeCatalogue()
  const access = await there.store.access(there.organisation, 'intake')
  const options = { catalogue, access, dryRun }
  return takeOver(there.store, coach.for('intake'), readPackage(zip), options)
}

test('another installation takes a package over into a new dossier, with where it came from', async () => {
  const zip = await packed()
  const there = await world()
  const coach = await there.account('Bram Bos', ['coach'])
  const [taken] = await take(there, coach, zip)
  const dossierId = taken?.dossierId ?? ''
  const { store, organisation } = there
  const access = await store.access(organisation, 'coaching')
  const { rows } = await there.owner.query<{ id: string }>(
    `select id from documents where source = 'client'`,
  )
  const file = await store.changeDossier(coach.for('coaching'), dossierId, (tx) =>
    readDocumentFile(tx, access, rows[0]?.id ?? ''),
  )
  expect(file.title).toBe('Plan')
  // What comes out has the digest that it had where it came from.
  expect(file.content.bytes).toBe(1_500_000)
  await file.content.discard()
  const { rows: origins } = await there.owner.query(
    'select t.controller, c.family_name from takeovers t join clients c using (dossier_id)',
  )
  expect(origins).toEqual([{ controller: 'Bureau De Brug', family_name: 'Wit' }])
  const notes = taken?.tables.find(({ table }) => table === 'notes')
  expect(notes).toMatchObject({ taken: 1, refused: [] })
})

test('what only this organisation can make is not taken over, and told', async () => {
  const zip = await packed()
  const there = await world()
  const coach = await there.account('Bram Bos', ['coach'])
  const [taken] = await take(there, coach, zip)
  const left = new Map(taken?.tables.map(({ table, left: rows }) => [table, rows]))
  expect(left.get('activations')).toBe(1)
  expect(left.get('ledger')).toBeGreaterThan(0)
  const { rows } = await there.owner.query('select from activations')
  expect(rows).toEqual([])
})

test('cas-19: what was taken along without the words of others comes in too', async () => {
  const zip = await packed('portability')
  expect(zip.includes('Van de coach.')).toBe(false)
  const there = await world()
  const coach = await there.account('Bram Bos', ['coach'])
  const [taken] = await take(there, coach, zip)
  expect(taken?.tables.find(({ table }) => table === 'documents')).toMatchObject({ taken: 1 })
  expect(taken?.tables.find(({ table }) => table === 'notes')).toBeUndefined()
  expect(taken?.tables.flatMap(({ refused }) => refused)).toEqual([])
})

test('a dry run tells the same and leaves nothing', async () => {
  const zip = await packed()
  const there = await world()
  const coach = await there.account('Bram Bos', ['coach'])
  const [tried] = await take(there, coach, zip, true)
  expect(tried?.dossierId).toBeUndefined()
  expect((await there.owner.query('select from dossiers')).rowCount).toBe(0)
  const [taken] = await take(there, coach, zip)
  expect(tried?.tables).toEqual(taken?.tables)
})

test('whoever may not start dossiers takes none over', async () => {
  const [one, zip] = [await bureau(), await packed()]
  await expect(take(one.there, one.client, zip)).rejects.toMatchObject({
    code: 'DOSSIER_NOT_STARTED',
  })
})

test('a package in which something was changed is refused', async () => {
  const zip = await packed()
  const files = unzipSync(zip)
  const changed = zipSync({ ...files, 'package.json': strToU8('{}') })
  expect(() => readPackage(changed)).toThrow('PACKAGE_DAMAGED')
  expect(() => readPackage(strToU8('not a package'))).toThrow('PACKAGE_UNREADABLE')
  expect(() => readPackage(zipSync({ 'a.txt': strToU8('a') }))).toThrow('PACKAGE_UNREADABLE')
})
