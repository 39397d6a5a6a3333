import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { PART_BYTES, Spool } from './spool.ts'

async function whole(spool: Spool): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(spool.pieces()))
}

test('what went in comes out, however it was cut, and as often as asked', async () => {
  const chunks = fc.array(fc.integer({ min: 1, max: 700_000 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(chunks, async (sizes) => {
      const content = sizes.map((size) => randomBytes(size))
      const all = Buffer.concat(content)
      const spool = await Spool.fill(Readable.from(content))
      expect(spool.bytes).toBe(all.length)
      expect(spool.digest).toEqual(createHash('sha256').update(all).digest())
      expect((await whole(spool)).equals(all)).toBe(true)
      expect((await whole(spool)).equals(all)).toBe(true)
      await spool.discard()
    }),
    { numRuns: 20 },
  )
})

test('parts have a megabyte, save for the last', async () => {
  const spool = await Spool.fill(Readable.from([Buffer.alloc(PART_BYTES * 2 + 5)]))
  const sizes = await Array.fromAsync(spool.parts(), (part) => part.length)
  expect(sizes).toEqual([PART_BYTES, PART_BYTES, 5])
  await spool.discard()
})

test('nothing stands under a name, and nothing can be had of what was let go', async () => {
  const place = await mkdtemp(join(tmpdir(), 'spool-'))
  vi.stubEnv('TMPDIR', place)
  const spool = await Spool.fill(Readable.from([Buffer.from('geheim')]))
  vi.unstubAllEnvs()
  expect(await readdir(place)).toEqual([])
  await rmdir(place)
  await spool.discard()
  await spool.discard()
  await expect(whole(spool)).rejects.toThrow('let go')
})

test('a refusal on the way ends the taking in', async () => {
  let taken = 0
  async function* megabytes(): AsyncGenerator<Buffer> {
    for (; taken < 10; taken += 1) yield Buffer.alloc(PART_BYTES)
  }
  const refused = Spool.fill(megabytes(), (_, place) => {
    if (place === 40) throw new Error('refused')
  })
  await expect(refused).rejects.toThrow('refused')
  expect(taken).toBeLessThan(4)
})
