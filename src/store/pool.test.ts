import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { world } from '#world/world.ts'
import './pool.ts'

// The driver types its parsers as any.
const read = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown

test('a moment is read as PostgreSQL means it', async () => {
  const { owner } = await world()
  const moments = fc.date({
    min: new Date('1000-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(moments, { minLength: 1, maxLength: 50 }), async (sent) => {
      const { rows } = await owner.query<{ at: Date }>(
        'select at from unnest($1::timestamptz[]) at',
        [sent.map((at) => at.toISOString())],
      )
      expect(rows.map(({ at }) => at)).toEqual(sent)
    }),
    { numRuns: 20 },
  )
})

test.each([
  ['infinity', Number.POSITIVE_INFINITY],
  ['-infinity', Number.NEGATIVE_INFINITY],
  ['1900-01-01 00:00:00+00:19:32', new Date('1899-12-31T23:40:28Z')],
  ['12026-11-24 03:25:15+01', new Date('+012026-11-24T02:25:15Z')],
  ['2026-11-24 03:25:15+05:30', new Date('2026-11-23T21:55:15Z')],
])('what has another shape is read too: %s', (text, moment) => {
  expect(read(text)).toEqual(moment)
})
