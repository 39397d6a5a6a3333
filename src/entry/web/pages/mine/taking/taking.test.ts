import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDocument, receiveFile, writeNote } from '#modules/practice/index.ts'
import { createApp } from '#entry/web/app.tsx'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { type ArchivedFile, writeArchive } from './archive.ts'

/** Reads an archive as other programs do: from the directory at its end. */
function readArchive(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22
  expect(archive.readUInt32LE(end)).toBe(0x06054b50)
  const files = new Map<string, Buffer>()
  let entry = archive.readUInt32LE(end + 16)
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const length = archive.readUInt16LE(entry + 28)
    const name = archive.toString('utf8', entry + 46, entry + 46 + length)
    const size = archive.readUInt32LE(entry + 24)
    const local = archive.readUInt32LE(entry + 42)
    expect(archive.readUInt32LE(local)).toBe(0x04034b50)
    const start = local + 30 + archive.readUInt16LE(local + 26)
    const bytes = archive.subarray(start, start + size)
    expect(crc32(bytes)).toBe(archive.readUInt32LE(entry + 16))
    files.set(name, bytes)
    entry += 46 + length
  }
  return files
}

async function archive(files: readonly ArchivedFile[]): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const source = Readable.from(files) as AsyncIterable<ArchivedFile> // of just these files
  for await (const part of writeArchive(source, new Date())) parts.push(part)
  return Buffer.concat(parts)
}

test('what goes into an archive comes out of it, under the same names', async () => {
  const file = fc.record({ name: fc.string({ minLength: 1 }), bytes: fc.uint8Array() })
  const files = fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(files, async (each) => {
      const read = readArchive(await archive(each))
      expect([...read.keys()]).toEqual(each.map(({ name }) => Buffer.from(name).toString()))
      for (const { name, bytes } of each) {
        expect(read.get(Buffer.from(name).toString())).toEqual(Buffer.from(bytes))
      }
    }),
    { numRuns: 50 },
  )
})

async function filled(): Promise<Bureau> {
  const here = await bureau()
  await here.summary({ body: 'Wij spraken over uw uren.' })
  const file = await receiveFile(Readable.from([Buffer.from('het plan')]), 'plan.txt')
  await here.asCoach(async (tx) => {
    const shared = { category: 'advice', source: 'own', channel: 'email' } as const
    await writeNote(tx, { ...shared, body: 'Notitie <b>één</b>.' })
    await addDocument(tx, { id: randomUUID(), title: 'Plan: 1/2', file, ...shared })
    await addDocument(tx, { id: randomUUID(), title: 'Plan: 1/2', file, ...shared })
  })
  return here
}

async function take(here: Bureau, language: 'nl' | 'en' = 'nl'): Promise<Map<string, Buffer>> {
  const cookie = `taal=${language}; gestand=${here.client.session.toString('base64url')}`
  const path = `/mijn/dossiers/${here.dossierId}/meenemen/bestand`
  const answer = await createApp(siteOf(here.there)).request(path, { headers: { cookie } })
  expect(answer.headers.get('content-type')).toBe('application/zip')
  return readArchive(Buffer.from(await answer.arrayBuffer()))
}

test('rei-02: the client takes the whole file along: to read, for another system, and every document', async () => {
  const here = await filled()
  const files = await take(here)
  const documents = ['documenten/01 Plan 1 2.txt', 'documenten/02 Plan 1 2.txt']
  expect([...files.keys()]).toEqual(['dossier.html', 'dossier.json', ...documents])
  expect(files.get(documents[1] ?? '')?.toString()).toBe('het plan')
  const page = files.get('dossier.html')?.toString() ?? ''
  expect(page).toContain('Wij spraken over uw uren.')
  expect(page).toContain('Notitie &lt;b&gt;één&lt;/b&gt;.')
  expect(page).toContain('href="documenten/01%20Plan%201%202.txt"')
  expect(page).not.toContain('<form')
  expect(page).toContain('href="http://localhost/verklaring/versies/4"')
  expect(page).not.toMatch(/(src=|href="\/|<link|<script)/)
})

test('rei-02: as data it holds what was read, with people by name and no keys of ours', async () => {
  const here = await filled()
  const written = (await take(here, 'en')).get('dossier.json')?.toString() ?? ''
  const data = JSON.parse(written) as Record<string, unknown>
  expect(data).toMatchObject({
    format: 'gestand-dossier/1',
    statement: 4,
    client: { familyName: 'Wit' },
    notes: [{ body: 'Notitie <b>één</b>.', writtenBy: 'Ilse Kramer' }],
    consults: [{ summaries: [{ body: 'Wij spraken over uw uren.', state: 'sent' }] }],
    documents: [{ file: 'documents/01%20Plan%201%202.txt' }, {}],
  })
  expect(written).toContain('Ilse Kramer started your dossier')
  expect(written).not.toContain(here.coach.id)
})

test('rei-02: the page says what the file holds, and that it is not encrypted', async () => {
  const here = await filled()
  const browser = new Browser(siteOf(here.there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}/meenemen`
  const { body } = await browser.get(path)
  expect(body).toContain('2 documenten zoals ze in het dossier staan')
  expect(body).toContain('1 samenvatting')
  expect(body).toContain('Het bestand is niet versleuteld')
  expect(body).toContain('/verklaring#rei-02')
  expect((await browser.get(`${path}/afdruk`)).body).toContain('Wij spraken over uw uren.')
})

test('rei-11: taking along is in the ledger, as every opening', async () => {
  const here = await filled()
  await take(here)
  const { rows } = await here.there.owner.query(
    `select from ledger where act = 'opened' and activity = 'self-service'`,
  )
  // The dossier, its ledger, and each document.
  expect(rows).toHaveLength(4)
})
