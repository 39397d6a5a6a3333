import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { readCatalogue } from '#statement/catalogue/read.ts'
import { compile } from '#statement/compile/compile.ts'
import { editSample, readSample } from '#statement/sample.ts'
import { diffPlans } from './plans.ts'

const EDITS: readonly (readonly [from: string, to: string])[] = [
  ['version: 2', 'version: 3'],
  ['reads: [identity, contact,', 'reads: ['],
  ['writes: [identity,', 'writes: [contact,'],
  ['for: [re-integration]', 'for: [outplacement]'],
  ['during: absence', 'announced: true'],
  ['keep: P5Y', 'keep: P2Y'],
  ['only-in: [re-integration]', 'only-in: [outplacement]'],
]

const { catalogue } = readCatalogue(
  [
    {
      name: 'sample.sql',
      text: `create table clients (id uuid);
comment on table clients is $$Who it is. @belongs dossiers @card @update coaching$$;
comment on column clients.dossier_id is $$@key$$;
comment on column clients.name is $$@category identity$$;
comment on column clients.email is $$@category contact$$;`,
    },
  ],
  VOCABULARY,
)

test('equal plans have no differences; those of others are each other’s reverse', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EDITS), fc.constantFrom(...EDITS), (one, other) => {
      const before = compile(editSample(...one), catalogue)
      const after = compile(editSample(...other), catalogue)
      expect(diffPlans(before, before, VOCABULARY)).toEqual([])
      const there = diffPlans(before, after, VOCABULARY)
      const back = diffPlans(after, before, VOCABULARY)
      expect(back.filter((each) => each.action === 'added')).toHaveLength(
        there.filter((each) => each.action === 'removed').length,
      )
    }),
    { numRuns: 30 },
  )
})

test('a category less in the statement is a column less in the database', () => {
  const less = editSample('reads: [identity, contact,', 'reads: [identity,')
  const changes = diffPlans(compile(readSample(), catalogue), compile(less, catalogue), VOCABULARY)
  expect(changes.map(({ part, effect, sentence }) => `${part} ${effect} ${sentence.en}`)).toEqual([
    'category narrowing Removed: Coaching reads for outplacement: address, telephone number and email address.',
    'category narrowing Removed: Coaching reads for re-integration: address, telephone number and email address.',
    'grant narrowing Removed: Coaching may read in table clients: email.',
  ])
})
