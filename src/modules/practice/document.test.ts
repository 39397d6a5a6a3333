import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { closeEngagement } from './closure.ts'
import { addDocument, type NewDocument, readDocumentFile, removeDocument } from './document.ts'
import { FILE_LIMIT, type ReceivedFile, receiveFile } from './received-file.ts'

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_300_000)])

function receive(bytes: Uint8Array, name: string): Promise<ReceivedFile> {
  return receiveFile(Readable.from([bytes]), name)
}

function documentOf(file: ReceivedFile, more: Partial<NewDocument> = {}): NewDocument {
  return {
    category: 'test-results',
    title: 'Beroepentest',
    source: 'professional',
    sourceName: 'Toetshuis Voorbeeld',
    channel: 'email',
    file,
    ...more,
  }
}

async function add(here: Bureau, more: Partial<NewDocument> = {}): Promise<string> {
  const file = await receive(PDF, 'test.pdf')
  return here.asCoach((tx) => addDocument(tx, documentOf(file, more)))
}

interface Download {
  readonly title: string
  readonly mediaType: string
  readonly bytes: Buffer
}

async function download(here: Bureau, account: WorldAccount, id: string): Promise<Download> {
  const { store, organisation } = here.there
  const activity = account === here.client ? 'self-service' : 'coaching'
  const access = await store.access(organisation, activity)
  const { content, ...facts } = await store.changeDossier(
    account.for(activity),
    here.dossierId,
    (tx) => readDocumentFile(tx, access, id),
  )
  const bytes = Buffer.concat(await Array.fromAsync(content.pieces()))
  await content.discard()
  return { ...facts, bytes }
}

test('a file comes out as it went in, for coach and client', async () => {
  const here = await bureau()
  const id = await add(here)
  for (const account of [here.coach, here.client]) {
    const file = await download(here, account, id)
    expect(file).toMatchObject({ title: 'Beroepentest', mediaType: 'application/pdf' })
    expect(file.bytes.equals(PDF)).toBe(true)
  }
  expect((await here.view(here.client, 'self-service')).documents).toMatchObject([
    {
      id,
      category: 'test-results',
      title: 'Beroepentest',
      source: 'professional',
      sourceName: 'Toetshuis Voorbeeld',
      channel: 'email',
      placed: 'coach',
    },
  ])
})

test('a file is stored in parts of at most a megabyte, each of them sealed', async () => {
  const here = await bureau()
  await add(here)
  const { rows } = await here.there.owner.query<{ part: number; body: Buffer }>(
    'select part, body from document_contents order by part',
  )
  expect(rows.map((row) => row.part)).toEqual([0, 1, 2])
  expect(rows.every((row) => row.body.length <= 1_048_576 + 29)).toBe(true)
  expect(rows.some((row) => row.body.includes('%PDF'))).toBe(false)
  const stored = await here.there.owner.query<{ digest: Buffer; title: Buffer }>(
    'select digest, title from documents',
  )
  expect(stored.rows[0]?.digest).toEqual(createHash('sha256').update(PDF).digest())
  expect(stored.rows[0]?.title.includes('Beroepentest')).toBe(false)
})

test('a file of which a part was exchanged or lost is not shown', async () => {
  const here = await bureau()
  const id = await add(here)
  const { owner } = here.there
  await owner.query('update document_contents set part = part + 10 where part < 2')
  await owner.query('update document_contents set part = 11 - part where part >= 10')
  await expect(download(here, here.coach, id)).rejects.toMatchObject({ code: 'UNREADABLE' })
  await owner.query('delete from document_contents where part = 0')
  await expect(download(here, here.coach, id)).rejects.toMatchObject({ code: 'UNREADABLE' })
})

test.each([
  ['a program called a document', Buffer.concat([Buffer.from('MZ'), randomBytes(200)]), 'cv.pdf'],
  [
    'a picture called a document',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'cv.docx',
  ],
  ['a program called a text', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'cv.txt'],
  ['a text called a document', Buffer.from('gewone tekst'), 'cv.pdf'],
  ['a text called an email', Buffer.from('gewone tekst'), 'mail.eml'],
])('%s is refused as disguised', async (_, bytes, name) => {
  await expect(receive(bytes, name)).rejects.toMatchObject({ code: 'FILE_DISGUISED' })
})

test.each(['cv.exe', 'cv.docm', 'page.html', 'picture.svg', 'archive.zip', 'cv', 'cv.pdf.js'])(
  'a file called %s is not taken',
  async (name) => {
    await expect(receive(PDF, name)).rejects.toMatchObject({ code: 'FILE_KIND_BARRED' })
  },
)

test.each([
  ['notitie.txt', 'text/plain', Buffer.from('Één notitie.\r\n')],
  ['oud.txt', 'text/plain', Buffer.from('Één notitie.', 'latin1')],
  ['BRIEF.PDF', 'application/pdf', PDF],
  ['mail.eml', 'message/rfc822', Buffer.from('From: a@example.org\r\nSubject: Hoi\r\n\r\nDag')],
])('%s is taken as %s', async (name, mediaType, bytes) => {
  expect((await receive(bytes, name)).mediaType).toBe(mediaType)
})

test('an empty file is refused', async () => {
  await expect(receive(Buffer.alloc(0), 'cv.pdf')).rejects.toMatchObject({ code: 'FILE_EMPTY' })
})

test('a file may be 25 MB; a larger one is refused without being read to its end', async () => {
  let read = 0
  function* megabytes(): Generator<Buffer> {
    for (let n = 0; n < 100; n += 1) {
      read += 1
      yield Buffer.alloc(1_048_576, 'x')
    }
  }
  await expect(receiveFile(Readable.from(megabytes()), 'x.txt')).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  })
  expect(read).toBeLessThan(60)
  const whole = await receive(Buffer.alloc(FILE_LIMIT, 'x'), 'x.txt')
  expect(await Array.fromAsync(whole.parts(), (part) => part.length)).toHaveLength(25)
})

test('a disguised file is refused at its first bytes', async () => {
  let read = 0
  async function* program(): AsyncGenerator<Buffer> {
    for (; read < 20; read += 1) yield Buffer.alloc(1_048_576, 'MZ')
  }
  await expect(receiveFile(program(), 'cv.pdf')).rejects.toMatchObject({ code: 'FILE_DISGUISED' })
  expect(read).toBeLessThan(3)
})

test('the largest file fits in a dossier', async () => {
  const here = await bureau()
  const file = await receive(Buffer.alloc(FILE_LIMIT, 'x'), 'x.txt')
  const id = await here.asCoach((tx) => addDocument(tx, documentOf(file)))
  expect((await download(here, here.client, id)).bytes.length).toBe(FILE_LIMIT)
})

test('rei-05: a document with work limitations is refused where the service does not name them', async () => {
  const limitations = { category: 'work-limitations' } as const
  await add(await bureau({ kind: 're-integration' }), limitations)
  const here = await bureau({ kind: 'outplacement' })
  await expect(add(here, limitations)).rejects.toMatchObject({ code: 'CATEGORY_BARRED' })
  const { rows } = await here.there.owner.query('select count(*)::int from document_contents')
  expect(rows).toEqual([{ count: 0 }])
  await here.there.owner.query(
    `drop policy "category coaching" on documents;
     drop policy "category coaching" on document_contents`,
  )
  await add(here, limitations)
})

test('a closed dossier takes no documents', async () => {
  const here = await bureau()
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  await expect(add(here)).rejects.toMatchObject({ code: 'DOSSIER_CLOSED' })
})

test('a document is removed with its content, by the coach and not by the client', async () => {
  const here = await bureau()
  const id = await add(here)
  const byClient = here.asClient((tx) => removeDocument(tx, id))
  await expect(byClient).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await here.asCoach((tx) => removeDocument(tx, id))
  const { rows } = await here.there.owner.query('select count(*)::int from document_contents')
  expect(rows).toEqual([{ count: 0 }])
  await expect(download(here, here.coach, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the same form twice adds one document', async () => {
  const here = await bureau()
  const id = randomUUID()
  await add(here, { id })
  await expect(add(here, { id })).rejects.toMatchObject({ code: 'DUPLICATE' })
})
