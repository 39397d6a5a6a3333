import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { BackupKey } from './backup-key.ts'
import { sealFile, unsealFile } from './sealed-file.ts'

const KEY = new BackupKey(Buffer.alloc(32, 'backup'))
const HEAD_BYTES = 48
const CHUNK_BYTES = 4 + 256 * 1024 + 16

async function* parts(...buffers: Buffer[]): AsyncGenerator<Buffer> {
  yield* buffers
}

async function gather(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const part of source) found.push(part)
  return Buffer.concat(found)
}

function seal(plain: Buffer, name = 'one'): Promise<Buffer> {
  return gather(sealFile(parts(plain), KEY, name))
}

function unseal(sealed: Buffer, { key = KEY, name = 'one' } = {}): Promise<Buffer> {
  return gather(unsealFile(parts(sealed), key, name))
}

test('whatever is sealed comes back, in whichever parts it came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 4 }),
      async (lengths) => {
        const plain = lengths.map((length) => randomBytes(length))
        const sealed = await gather(sealFile(parts(...plain), KEY, 'one'))
        expect((await unseal(sealed)).equals(Buffer.concat(plain))).toBe(true)
      },
    ),
    { numRuns: 20 },
  )
})

test('nothing of what is sealed can be read in it', async () => {
  const sealed = await seal(Buffer.from('Wij spraken over werk.'))
  expect(sealed.includes('spraken')).toBe(false)
})

test('another key opens nothing, and is told which one is needed', async () => {
  const other = new BackupKey(Buffer.alloc(32, 'other'))
  await expect(unseal(await seal(randomBytes(10)), { key: other })).rejects.toMatchObject({
    code: 'BACKUP_KEY_WRONG',
    details: { needed: KEY.id, given: other.id },
  })
})

test('a file under the name of another is refused', async () => {
  const sealed = await seal(randomBytes(10))
  await expect(unseal(sealed, { name: 'two' })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
})

test('a byte that differs anywhere is found', async () => {
  const sealed = await seal(randomBytes(500))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sealed.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const changed = Buffer.from(sealed)
        changed.writeUInt8((changed.readUInt8(at) + by) % 256, at)
        await expect(unseal(changed)).rejects.toThrow(/^BACKUP_(DAMAGED|CUT|KEY_WRONG)$/)
      },
    ),
    { numRuns: 200 },
  )
})

test('a file that was cut is found, also where a chunk ends', async () => {
  const sealed = await seal(randomBytes(600_000))
  for (const length of [0, 20, HEAD_BYTES, HEAD_BYTES + CHUNK_BYTES, sealed.length - 1]) {
    await expect(unseal(sealed.subarray(0, length))).rejects.toMatchObject({ code: 'BACKUP_CUT' })
  }
})

test('chunks that were exchanged, repeated or left out are found', async () => {
  const sealed = await seal(randomBytes(700_000))
  const chunk = (n: number) =>
    sealed.subarray(HEAD_BYTES + n * CHUNK_BYTES, HEAD_BYTES + (n + 1) * CHUNK_BYTES)
  const head = sealed.subarray(0, HEAD_BYTES)
  const orders = [
    [1, 0, 2],
    [0, 0, 2],
    [0, 2],
    [0, 1, 2, 2],
  ]
  for (const order of orders) {
    const changed = Buffer.concat([head, ...order.map(chunk)])
    await expect(unseal(changed)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  }
})

test('a chunk of one file does not fit in another', async () => {
  const plain = randomBytes(600_000)
  const [one, two] = [await seal(plain), await seal(plain)]
  const end = HEAD_BYTES + CHUNK_BYTES
  const mixed = Buffer.concat([one.subarray(0, end), two.subarray(end)])
  await expect(unseal(mixed)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
})
