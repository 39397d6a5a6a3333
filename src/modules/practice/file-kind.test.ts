import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { endingOf, FILE_ENDINGS } from './file-kind.ts'
import { receiveFile } from './received-file.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** A zip archive with stored files, as small as office programs never make them. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([name, text]) => {
    const [title, body] = [Buffer.from(name), Buffer.from(text)]
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt32LE(crc32(body), 14)
    header.writeUInt32LE(body.length, 18)
    header.writeUInt32LE(body.length, 22)
    header.writeUInt16LE(title.length, 26)
    return Buffer.concat([header, title, body])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([...entries, end])
}

function office(kind: string): Buffer {
  const type = `${kind}.main+xml`
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  })
}

async function take(bytes: Uint8Array, name: string): Promise<string> {
  return (await receiveFile(Readable.from([bytes]), name)).mediaType
}

const DOCX = `${OFFICE}.wordprocessingml.document`
const XLSX = `${OFFICE}.spreadsheetml.sheet`
const ODT = 'application/vnd.oasis.opendocument.text'
const MACROS = 'application/vnd.ms-word.document.macroEnabled'

test.each([
  ['cv.docx', DOCX, office(DOCX)],
  ['test.xlsx', XLSX, office(XLSX)],
  ['cv.odt', ODT, zip({ mimetype: ODT })],
  ['scan.jpg', 'image/jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
  ['scan.JPEG', 'image/jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
])('%s is taken as %s', async (name, mediaType, bytes) => {
  expect(await take(bytes, name)).toBe(mediaType)
  expect(name.toLowerCase().replace('jpeg', 'jpg')).toContain(endingOf(mediaType))
})

test.each([
  ['a document with macros', 'cv.docx', office(MACROS)],
  ['a sheet', 'cv.docx', office(XLSX)],
  ['a bare archive', 'cv.docx', zip({ 'run.exe': 'MZ' })],
])('%s called a document is refused', async (_, name, bytes) => {
  await expect(take(bytes, name)).rejects.toMatchObject({ code: 'FILE_DISGUISED' })
})

test('the endings that are taken are told', () => {
  expect(FILE_ENDINGS).toEqual(['pdf', 'docx', 'xlsx', 'odt', 'png', 'jpg', 'jpeg', 'txt', 'eml'])
})
