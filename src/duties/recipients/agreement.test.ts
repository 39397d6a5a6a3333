import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { editSample, readSample } from '#statement/sample.ts'
import { listAgreements } from './agreement.ts'

function on(today: string, statement = readSample()) {
  return listAgreements(statement, VOCABULARY, today).map(({ state, daysLeft }) => [
    state,
    daysLeft,
  ])
}

test('an agreement stands up to and including its last day, and warns sixty days before', () => {
  expect(on('2028-10-31')).toEqual([['stands', 62]])
  expect(on('2028-11-02')).toEqual([['ending', 60]])
  expect(on('2028-12-31')).toEqual([['ending', 1]])
  expect(on('2029-01-01')).toEqual([['lapsed', 0]])
})

test('who needs an agreement and has none is told apart from who needs none', () => {
  const without = editSample('    agreement: { until: 2028-12-31 }\n', '')
  expect(on('2026-11-23', without)).toEqual([['missing', undefined]])
  const authority = editSample(/kind: hosting([\s\S]*?) {4}agreement: .*\n/, 'kind: authority$1')
  expect(on('2026-11-23', authority)).toEqual([['not-needed', undefined]])
})
