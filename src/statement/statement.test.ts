import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { checkFolder } from './check/check.ts'
import { listClauses } from './clauses.ts'
import { SAMPLE_DUTCH, SAMPLE_YAML, sampleFolder } from './sample.ts'
import { parseStatement } from './statement.ts'
import { renderText } from './text/render.ts'

/** Cuts a piece out of a text and puts another in its place. */
function damage(text: string) {
  const other = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '__proto__: {}',
      'constructor',
      '{}',
      '[]',
      'null',
      '- ',
      '1: 2',
      '? [a]',
      '&a *a',
    ),
  )
  return fc
    .tuple(fc.nat(text.length), fc.nat(80), other)
    .map(([from, length, put]) => text.slice(0, from) + put + text.slice(from + length))
}

test('a damaged statement is refused or read, and never crashes', () => {
  fc.assert(
    fc.property(damage(SAMPLE_YAML), damage(SAMPLE_DUTCH), (yaml, nl) => {
      const { statement, problems, sound } = checkFolder(sampleFolder({ yaml, nl }), VOCABULARY)
      expect(statement !== undefined || problems.length > 0).toBe(true)
      if (!sound || !statement) return
      const { title } = renderText(statement, 'nl', VOCABULARY)
      expect([title, ...listClauses(statement, VOCABULARY)]).toBeDefined()
    }),
    { numRuns: 500 },
  )
})

test('reading the same files twice gives the same statement and the same problems', () => {
  fc.assert(
    fc.property(damage(SAMPLE_YAML), (yaml) => {
      const [once, twice] = [sampleFolder({ yaml }), sampleFolder({ yaml })].map(parseStatement)
      expect(once).toEqual(twice)
    }),
  )
})

test('every key and value has a line and a column', () => {
  const { statement } = parseStatement(sampleFolder())
  const path = ['retention', 'dossier', 'keep']
  const line = SAMPLE_YAML.split('\n').findIndex((each) => each.includes('keep: P5Y'))
  const column = (SAMPLE_YAML.split('\n')[line] ?? '').indexOf('P5Y')
  expect(statement?.places.value(path)).toEqual({
    file: 'statement.yaml',
    line: line + 1,
    column: column + 1,
  })
  expect(statement?.places.key(path)).toMatchObject({ line: line + 1, column: column - 5 })
})
