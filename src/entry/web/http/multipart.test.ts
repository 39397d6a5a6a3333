import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryOf, readMultipart } from './multipart.ts'

interface Read {
  readonly name: string
  readonly filename?: string
  readonly text: string
}

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

/** Reads a form as this program does; `passing` leaves the content of files where it is. */
async function read(
  bytes: Buffer,
  boundary: string,
  { sizes = [7], passing = false } = {},
): Promise<Read[]> {
  const parts: Read[] = []
  for await (const { name, filename, content } of readMultipart(cut(bytes, sizes), boundary)) {
    const pieces: Buffer[] = []
    if (!passing || filename === undefined) for await (const piece of content) pieces.push(piece)
    const text = Buffer.concat(pieces).toString('utf8')
    parts.push({ name, ...(filename !== undefined && { filename }), text })
  }
  return parts
}

/** A form as a browser encodes it. */
async function encode(fields: readonly (readonly [string, string | File])[]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const boundary = boundaryOf(request.headers.get('content-type') ?? '') ?? ''
  return { boundary, bytes: Buffer.from(await request.arrayBuffer()) }
}

test('what a browser sends is read as it was, however it is cut', async () => {
  const name = fc.constantFrom('naam', 'bijzonder "teken"', 'één')
  const text = fc.oneof(fc.string(), fc.constantFrom('\r\n--', '\r\n------', '--', '\r'))
  const field = fc.tuple(
    name,
    text.map((each) => each.replaceAll(/\r?\n|\r/g, '\r\n')),
    fc.boolean(),
  )
  const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 6 }), sizes, async (fields, pieces) => {
      const sent = fields.map(
        ([key, value, isFile]) => [key, isFile ? new File([value], 'a "b".txt') : value] as const,
      )
      const { bytes, boundary } = await encode(sent)
      const expected = fields.map(([key, value, isFile]) => ({
        name: key,
        ...(isFile && { filename: 'a "b".txt' }),
        text: Buffer.from(value).toString('utf8'),
      }))
      expect(await read(bytes, boundary, { sizes: pieces })).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

test('a file that nobody reads is passed over', async () => {
  const file = new File(['x'.repeat(5_000)], 'lang.txt')
  const { bytes, boundary } = await encode([
    ['file', file],
    ['title', 'Plan'],
  ])
  expect(await read(bytes, boundary, { passing: true })).toEqual([
    { name: 'file', filename: 'lang.txt', text: '' },
    { name: 'title', text: 'Plan' },
  ])
})

test('a file of which the reading stops halfway is passed over too', async () => {
  const { bytes, boundary } = await encode([
    ['file', new File(['x'.repeat(5_000)], 'lang.txt')],
    ['title', 'Plan'],
  ])
  const names: string[] = []
  for await (const { name, content } of readMultipart(cut(bytes, [100]), boundary)) {
    names.push(name)
    await content[Symbol.asyncIterator]().next()
  }
  expect(names).toEqual(['file', 'title'])
})

test('a form that breaks off, has no boundary, no name or an endless header is refused', async () => {
  const { bytes, boundary } = await encode([['naam', 'Sam']])
  const refused = { code: 'FORM_FOREIGN' }
  for (const end of [10, bytes.length - 10, bytes.length - boundary.length]) {
    await expect(read(bytes.subarray(0, end), boundary)).rejects.toMatchObject(refused)
  }
  await expect(read(bytes, 'another')).rejects.toMatchObject(refused)
  const nameless = Buffer.from('--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n')
  await expect(read(nameless, 'b')).rejects.toMatchObject(refused)
  const endless = Buffer.from(`--b\r\nContent-Type: ${'x'.repeat(20_000)}\r\n\r\nx\r\n--b--\r\n`)
  await expect(read(endless, 'b', { sizes: [5_000] })).rejects.toMatchObject(refused)
})

test('the boundary stands in the content type, with or without quotes', () => {
  expect(boundaryOf('multipart/form-data; boundary=----abc')).toBe('----abc')
  expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe('a b')
  expect(boundaryOf('application/x-www-form-urlencoded')).toBeUndefined()
  expect(boundaryOf('multipart/form-data')).toBeUndefined()
})
