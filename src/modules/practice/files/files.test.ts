import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { written } from '#store/query.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { changeReachability } from '#modules/practice/client.ts'
import { addDocument, type NewDocument, readDocumentFile } from '#modules/practice/document.ts'
import { writeNote } from '#modules/practice/note.ts'
import { changeProfile } from '#modules/practice/profile.ts'
import { receiveFile } from '#modules/practice/received-file.ts'
import type { FileOfClient } from '#modules/practice/words.ts'
import { takeFile } from './own-file.ts'
import { placeItem } from './placing.ts'
import { sayValueSource } from './value-source.ts'

const OWN = { source: 'client', channel: 'website', category: 'education-career' } as const
const COACHS = { source: 'own', channel: 'conversation', category: 'advice' } as const

async function documentOf(
  more: Pick<NewDocument, 'source' | 'channel' | 'category'>,
  placed?: FileOfClient,
): Promise<NewDocument> {
  const file = await receiveFile(Readable.from([Buffer.from('Voor mijzelf')]), 'cv.txt')
  return { title: 'Cv', file, placed, ...more }
}

async function addOwn(here: Bureau, placed?: FileOfClient): Promise<string> {
  const document = await documentOf(OWN, placed)
  return here.asClient((tx) => addDocument(tx, document))
}

async function readFile(here: Bureau, id: string): Promise<string> {
  const access = await here.there.store.access(here.there.organisation, 'coaching')
  const { content } = await here.asCoach((tx) => readDocumentFile(tx, access, id))
  const read = Buffer.concat(await Array.fromAsync(content.parts(), (part) => Buffer.from(part)))
  await content.discard()
  return read.toString()
}

test('rei-02: what stands in the client’s file alone, the coach reads neither by name nor as a file', async () => {
  const here = await bureau()
  const id = await addOwn(here, 'client')
  expect((await here.view(here.coach, 'coaching')).documents).toEqual([])
  await expect(readFile(here, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await here.view(here.client, 'self-service')).documents).toMatchObject([
    { id, placed: 'client', source: 'client' },
  ])
})

test('rei-02: with the policy taken away the coach would read it', async () => {
  const here = await bureau()
  const id = await addOwn(here, 'client')
  await here.there.owner.query('drop policy core_own_file on documents')
  expect((await here.view(here.coach, 'coaching')).documents).toMatchObject([{ id }])
})

test('rei-02: the client shares a document of the own file, and cannot take it back', async () => {
  const here = await bureau()
  const id = await addOwn(here, 'client')
  await here.asClient((tx) => placeItem(tx, 'documents', { id, placed: 'both' }))
  expect(await readFile(here, id)).toBe('Voor mijzelf')
  const back = here.asClient((tx) => placeItem(tx, 'documents', { id, placed: 'client' }))
  await expect(back).rejects.toMatchObject({ code: 'FILE_BARRED' })
})

test('rei-02: the coach adds to the client’s file, and takes nothing of the client out of it', async () => {
  const here = await bureau()
  const own = await addOwn(here)
  const document = await documentOf(COACHS)
  const id = await here.asCoach((tx) => addDocument(tx, document))
  const mine = async () =>
    takeFile(await here.view(here.client, 'self-service'), 'client').documents.map(
      (each) => each.id,
    )
  expect(await mine()).toEqual([own])
  await here.asCoach((tx) => placeItem(tx, 'documents', { id, placed: 'both' }))
  expect((await mine()).toSorted()).toEqual([own, id].toSorted())
  await here.asCoach((tx) => placeItem(tx, 'documents', { id, placed: 'coach' }))
  const out = here.asCoach((tx) => placeItem(tx, 'documents', { id: own, placed: 'coach' }))
  await expect(out).rejects.toMatchObject({ code: 'FILE_BARRED' })
  const hidden = await documentOf(COACHS, 'client')
  const hide = here.asCoach((tx) => addDocument(tx, hidden))
  await expect(hide).rejects.toMatchObject({ code: 'FILE_BARRED' })
})

test('rei-02: nothing of a document changes but the file that it is in', async () => {
  const here = await bureau()
  await addOwn(here)
  const forge = here.asClient(async (tx) => {
    await tx.run(written(sql`update documents set source = 'principal'`))
  })
  await expect(forge).rejects.toMatchObject({ code: 'DOCUMENT_FIXED' })
})

test('rei-05: points of the principal stand in the client’s file from the start, whatever is asked', async () => {
  const points = { body: 'Vaker overleggen.', channel: 'email' } as const
  const here = await bureau({ active: false, points })
  await here.asCoach((tx) =>
    writeNote(tx, {
      category: 'improvement-points',
      body: 'Op tijd komen.',
      source: 'principal',
      channel: 'phone',
      placed: 'coach',
    }),
  )
  const { notes } = takeFile(await here.view(here.client, 'self-service'), 'client')
  expect(notes.map(({ placed }) => placed)).toEqual(['both', 'both'])
  const id = notes[0]?.id ?? ''
  const hide = here.asCoach((tx) => placeItem(tx, 'notes', { id, placed: 'coach' }))
  await expect(hide).rejects.toMatchObject({ code: 'FILE_BARRED' })
})

test('cas-01: what came from a third party says who that was, or is refused', async () => {
  const here = await bureau()
  const note = {
    category: 'conversation-reports',
    body: 'Belde over het werk.',
    source: 'third-party',
    channel: 'third-party',
  } as const
  await expect(here.asCoach((tx) => writeNote(tx, note))).rejects.toMatchObject({ code: 'INVALID' })
  await here.asCoach((tx) => writeNote(tx, { ...note, sourceName: 'Buurthuis Voorbeeld' }))
  const { notes } = await here.view(here.client, 'self-service')
  expect(notes).toMatchObject([{ sourceName: 'Buurthuis Voorbeeld', channel: 'third-party' }])
  const { rows } = await here.there.owner.query<{ source_name: Buffer }>(
    'select source_name from notes',
  )
  expect(rows[0]?.source_name.includes('Buurthuis')).toBe(false)
})

test('cas-01: the database notes from whom each detail of the client came', async () => {
  const here = await bureau({ profile: { city: 'Voorbeeldstad' } })
  const sources = async () =>
    new Map(
      (await here.view(here.client, 'self-service')).valueSources.map((each) => [each.value, each]),
    )
  expect((await sources()).get('profiles.city')).toMatchObject({
    source: 'client',
    channel: 'conversation',
  })
  await here.asClient((tx) => changeReachability(tx, { phone: '0612345678' }))
  expect((await sources()).get('clients.phone')).toMatchObject({ channel: 'website' })
  await here.asCoach(async (tx) => {
    await changeProfile(tx, { city: 'Elders' })
    await sayValueSource(tx, { source: 'third-party', sourceName: 'Buurman', channel: 'phone' })
  })
  expect((await sources()).get('profiles.city')).toMatchObject({
    source: 'third-party',
    sourceName: 'Buurman',
  })
  expect((await sources()).get('clients.phone')).toMatchObject({ source: 'client' })
})
