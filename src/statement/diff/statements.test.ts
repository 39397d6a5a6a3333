import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { editSample, readSample, SAMPLE_DUTCH, SAMPLE_ENGLISH } from '#statement/sample.ts'
import type { Statement } from '#statement/statement.ts'
import type { Change } from './change.ts'
import { diffStatements } from './statements.ts'

function diffSample(before: Statement, after: Statement): Change[] {
  return diffStatements(before, after, VOCABULARY)
}

test('equal statements have no differences, whatever the order in which they stand', () => {
  expect(diffSample(readSample(), readSample())).toEqual([])
  const reordered = editSample('{ every: P1D, keep: P14D }', '{ keep: P14D, every: P1D }')
  expect(diffSample(readSample(), reordered)).toEqual([])
})

test('an activity that comes widens, one that goes narrows, with the kinds of dossier it touches', () => {
  const less = editSample(/ {2}substitution:\n {4}purpose[\s\S]*?(?=relations:)/, '')
  expect(diffSample(readSample(), less)).toMatchObject([
    {
      code: 'activity-removed',
      effect: 'narrowing',
      subject: { of: 'activity', activity: 'substitution', kinds: ['re-integration'] },
    },
  ])
  expect(diffSample(less, readSample())).toMatchObject([
    { code: 'activity-added', effect: 'widening' },
  ])
})

test('a shorter period carries what is needed to count the dossiers that would go', () => {
  const [change] = diffSample(readSample(), editSample('keep: P5Y', 'keep: P2Y'))
  expect(change).toEqual({
    code: 'retention-shorter',
    effect: 'narrowing',
    path: 'retention.dossier',
    subject: { of: 'retention', part: 'dossier', from: ['engagement.ended'], keep: 'P2Y' },
    sentence: {
      nl: 'Het digitale dossier: bewaren gaat van vijf jaar naar twee jaar.',
      en: 'The digital dossier: keeping goes from five years to two years.',
    },
  })
})

test('other words of a clause, a new clause and other words between them are told apart', () => {
  const codes = (nl: string) =>
    diffSample(readSample(), readSample({ nl })).map((each) => each.code)
  expect(codes(SAMPLE_DUTCH.replace('Papier ligt', 'Papier blijft'))).toEqual(['clause-reworded'])
  expect(codes(SAMPLE_DUTCH.replace('Dit is', 'Dit hier is'))).toEqual(['text-changed'])
  const [nl, en] = [`${SAMPLE_DUTCH}\n{#sam-04} Nieuw.\n`, `${SAMPLE_ENGLISH}\n{#sam-04} New.\n`]
  expect(diffSample(readSample(), readSample({ nl, en }))).toMatchObject([
    { code: 'clause-added', effect: 'narrowing', subject: { of: 'clause', clause: 'sam-04' } },
  ])
  expect(diffSample(readSample({ nl, en }), readSample())).toMatchObject([
    { code: 'clause-removed', effect: 'widening' },
  ])
})
