import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { packageOf } from '#world/package.ts'
import { bureau } from '#world/practice.ts'

test('a client gets everything in one archive, whose manifest fits what is in it', async () => {
  const one = await bureau()
  await one.summary({ body: 'Wij spraken over lassen.' })
  const unpacked = await packageOf(one.there, one.client)
  const places = [...unpacked.files.keys()]
  expect(places).toEqual(
    expect.arrayContaining(['index.html', 'index.pdf', 'package.json', 'package.schema.json']),
  )
  expect(unpacked.all()).toContain('Wij spraken over lassen.')
  const lines = unpacked.text('manifest-sha256.txt').trim().split('\n')
  expect(lines.map((line) => line.slice(66))).toEqual(
    places.filter((place) => place !== 'manifest-sha256.txt'),
  )
  for (const line of lines) {
    const bytes = unpacked.files.get(line.slice(66)) ?? new Uint8Array()
    expect(line.slice(0, 64)).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})
