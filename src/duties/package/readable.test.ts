import { expect, test } from 'vitest'
import { DUTIES_VOCABULARY } from '#duties/vocabulary.ts'
import { CORE_LEDGER_WORDS } from '#ledger/core-words.ts'
import { mergeVocabularies } from '#statement/vocabulary.ts'
import { DUTIES_PACKAGE_WORDS } from './own-words.ts'
import { tellInChapters } from './chapters.ts'
import type { Sheet } from './line.ts'
import type { ReadableWords } from './readable.ts'

const SELF = '98c67378-a344-4596-ac09-944a59f556b5'

function sheet(name: string, ...lines: Sheet['lines']): Sheet {
  return { name, table: undefined, part: 1, lines }
}

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
    chapters: [],
  } as const
  const [, , table] = tellInChapters([sheet('deliveries', line)], said)
  expect(table).toMatchObject({
    rows: [
      ['Langs welke weg', 'als bestand'],
      ['Soorten gegevens', 'bereikbaarheid'],
      ['answers', 'Wat zoekt u, en waar?: Iets met planten, dicht bij huis.'],
      ['Toelichting', '{"geen lijst'],
      ['given by', 'uzelf'],
    ],
  })
})

test('chapters follow each other as they are read, with answers beside their questions', () => {
  const said: ReadableWords = {
    language: 'nl',
    vocabulary: mergeVocabularies([DUTIES_VOCABULARY]),
    ledger: CORE_LEDGER_WORDS,
    words: DUTIES_PACKAGE_WORDS,
    chapters: [
      { title: { nl: 'Wie u bent', en: 'Who you are' }, tables: ['clients'] },
      { title: { nl: 'Uw toestemmingen', en: '' }, tables: ['consent_requests', 'consents'] },
    ],
  }
  const [late, early] = ['98c67378-a344-4596-ac09-944a59f556b6', SELF]
  const blocks = tellInChapters(
    [
      sheet('anything', { body: 'Nergens genoemd.' }),
      sheet('consents', { request_id: early, decision: 'given' }),
      sheet(
        'consent_requests',
        { id: late, asked_at: '2026-05-02T10:00:00+02:00', wording: 'Later gevraagd' },
        { id: early, asked_at: '2026-05-01T10:00:00+02:00', wording: 'Eerst gevraagd' },
      ),
      sheet('clients', { name: 'Sanne' }),
    ],
    said,
  )
  expect(blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []))).toEqual([
    'Wie u bent',
    'Clients',
    'Uw toestemmingen',
    'Vragen om toestemming',
    'Verder',
    'Anything',
  ])
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
  expect(tables[1]).toContainEqual(['Uw antwoorden op die vragen', 'Antwoord: gegeven'])
  expect(tables[1]).toContainEqual(['Wat u werd gevraagd', 'Eerst gevraagd'])
  expect(tables[2]).toContainEqual(['Wat u werd gevraagd', 'Later gevraagd'])
})
