import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { AppError, isAppError } from '#kernel/error.ts'
import { discardFiles, type Fields, readFields, type Receivers } from './form-body.ts'

const MEGABYTE = 1024 * 1024

/** What a page gets of a form: its fields, or the code of what was refused. */
async function read(
  body: FormData | URLSearchParams | ReadableStream<Uint8Array>,
  receivers: Receivers = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Fields> {
  let got: Fields = {}
  const app = new Hono().post('/', async (c) => {
    const isOurs = (fields: Fields): boolean => fields['_csrf'] === 'ours'
    got = await readFields(c, { receivers, isOurs }).catch((error: unknown) => ({
      refused: isAppError(error) ? error.code : error,
    }))
    return c.text('')
  })
  // A body that is a stream is sent while it is read.
  const sent: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' }
  await app.request('http://localhost/', sent)
  return got
}

function form(fields: readonly (readonly [string, string | File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

const OURS = ['_csrf', 'ours'] as const

/** Takes in a file and counts it. */
async function count(content: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const piece of content) bytes += piece.length
  return bytes
}

test('fields come with their names, and those that were sent more than once as a list', async () => {
  const fields = [OURS, ['keuze', 'a'], ['keuze', 'b'], ['keuze', 'c'], ['naam', 'Één']] as const
  for (const body of [form(fields), new URLSearchParams(fields.map(([a, b]) => [a, b]))]) {
    expect({ ...(await read(body)) }).toEqual({
      _csrf: 'ours',
      keuze: ['a', 'b', 'c'],
      naam: 'Één',
    })
  }
})

test('a file goes to its receiver, and without one it is a file', async () => {
  const file = new File(['x'.repeat(3 * MEGABYTE)], 'lang.txt')
  const fields = form([OURS, ['file', file], ['list', new File(['a;b'], 'lijst.csv')]])
  const got = await read(fields, { file: count })
  expect(got['file']).toBe(3 * MEGABYTE)
  expect(got['list']).toMatchObject({ name: 'lijst.csv', size: 3 })
})

test('a file field in which nothing was chosen is no field', async () => {
  const part = (header: string, text: string): string =>
    `--b\r\nContent-Disposition: form-data; ${header}\r\n\r\n${text}\r\n`
  const sent = `${part('name="_csrf"', 'ours')}${part('name="file"; filename=""', '')}--b--\r\n`
  const type = { 'content-type': 'multipart/form-data; boundary=b' }
  expect({ ...(await read(new Blob([sent]).stream(), { file: count }, type)) }).toEqual({
    _csrf: 'ours',
  })
})

test('what a receiver refuses stands in its field, and the rest of the form is read', async () => {
  const refuse = (): Promise<never> => Promise.reject(new AppError('FILE_EMPTY'))
  const file = new File(['x'.repeat(MEGABYTE)], 'lang.txt')
  const got = await read(form([OURS, ['file', file], ['title', 'Plan']]), { file: refuse })
  expect(got['file']).toMatchObject({ code: 'FILE_EMPTY' })
  expect(got['title']).toBe('Plan')
})

test('a file of a form that is not ours is never received', async () => {
  const received: string[] = []
  const receive = async (content: AsyncIterable<Uint8Array>, name: string): Promise<void> => {
    received.push(name)
    await count(content)
  }
  const file = new File(['x'], 'lang.txt')
  for (const fields of [
    [['file', file]],
    [
      ['_csrf', 'theirs'],
      ['file', file],
    ],
  ] as const) {
    expect(await read(form(fields), { file: receive })).not.toHaveProperty('file')
  }
  expect(received).toEqual([])
  await read(form([OURS, ['file', file]]), { file: receive })
  expect(received).toEqual(['lang.txt'])
})

test('files that were received go when the form breaks off, and when it was answered', async () => {
  const gone: string[] = []
  const receive = async (content: AsyncIterable<Uint8Array>, name: string) => {
    await count(content)
    return { [Symbol.asyncDispose]: async () => void gone.push(name) }
  }
  const fields = form([OURS, ['file', new File(['x'], 'een.txt')]])
  fields.append('file', new File(['x'], 'twee.txt'))
  const got = await read(fields, { file: receive })
  expect(gone).toEqual([])
  await discardFiles(got)
  expect(gone).toEqual(['een.txt', 'twee.txt'])
  const whole = Buffer.from(await new Response(fields).arrayBuffer())
  const boundary = /^--(\S+)/.exec(whole.toString('latin1'))?.[1] ?? ''
  const broken = new Blob([whole.subarray(0, -30)]).stream()
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  expect(await read(broken, { file: receive }, type)).toEqual({ refused: 'FORM_FOREIGN' })
  expect(gone).toHaveLength(3)
})

test('more than a form can hold is refused, also when it does not say how much it is', async () => {
  const refused = { refused: 'BODY_TOO_LARGE' }
  const large = 'x'.repeat(12 * MEGABYTE)
  expect(await read(form([OURS, ['text', large]]))).toEqual(refused)
  expect(await read(form([OURS, ['file', new File([large], 'x.txt')]]))).toEqual(refused)
  expect(await read(new URLSearchParams([[...OURS], ['text', large]]))).toEqual(refused)
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += MEGABYTE
      controller.enqueue(new Uint8Array(MEGABYTE))
    },
  })
  const type = { 'content-type': 'multipart/form-data; boundary=b' }
  expect(await read(endless, { file: count }, type)).toEqual(refused)
  expect(sent).toBeLessThan(40 * MEGABYTE)
  const claim = { 'content-length': String(30 * MEGABYTE) }
  expect(await read(form([OURS]), { file: count }, claim)).toEqual(refused)
})
