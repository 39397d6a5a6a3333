import { expect, test } from 'vitest'
import { DUTIES_VOCABULARY } from '#duties/vocabulary.ts'
import { CORE_LEDGER_WORDS } from '#ledger/core-words.ts'
import { mergeVocabularies } from '#statement/vocabulary.ts'
import { DUTIES_PACKAGE_WORDS } from './own-words.ts'
import { describeSheet } from './readable.ts'

const SELF = '98c67378-a344-4596-ac09-944a59f556b5'

test('lists, answers and who did it are told in words, as their column means them', () => {
  const line = {
    categories: '["contact"]',
    channel: 'export',
    given_by: SELF,
    party_id: SELF,
    answers: '{"Wat zoekt u, en waar?": "Iets met planten, dicht bij huis."}',
    note: '{"geen lijst',
  }
  const contact = { says: { nl: 'bereikbaarheid', en: 'contact' } }
  const said = {
    language: 'nl',
    vocabulary: { ...mergeVocabularies([DUTIES_VOCABULARY]), categories: { contact } },
    ledger: CORE_LEDGER_WORDS,
    words: {
      ...DUTIES_PACKAGE_WORDS,
      values: { ...DUTIES_PACKAGE_WORDS.values, contact: { nl: 'gesprek', en: 'talk' } },
    },
  } as const
  const [, table] = describeSheet(
    { name: 'deliveries', table: undefined, part: 1, lines: [line] },
    said,
  )
  expect(table).toMatchObject({
    rows: [
      ['Soorten gegevens', 'bereikbaarheid'],
      ['Langs welke weg', 'als bestand'],
      ['given by', 'uzelf'],
      ['answers', 'Wat zoekt u, en waar?: Iets met planten, dicht bij huis.'],
      ['Toelichting', '{"geen lijst'],
    ],
  })
})
