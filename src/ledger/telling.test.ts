import { expect, test } from 'vitest'
import { DUTIES_VOCABULARY } from '#duties/vocabulary.ts'
import { CORE_LEDGER_WORDS } from './core-words.ts'
import { describeEntry, type LedgerLine, type Telling } from './telling.ts'
import { type LedgerWords, mergeLedgerWords } from './words.ts'

const MODULE_WORDS: LedgerWords = {
  subjects: { notes: { nl: 'een notitie', en: 'a note' } },
  acts: {
    'inserted dispatches': {
      nl: 'stuurde een samenvatting naar de cliënt',
      en: 'sent a summary to the client',
      toReader: { nl: 'stuurde u een samenvatting', en: 'sent you a summary' },
    },
  },
  lists: { caseload: { nl: 'de eigen dossiers', en: 'the own dossiers' } },
  actors: { accountability: { nl: 'De opdrachtgever', en: 'The principal' } },
  silent: [],
}

const seenByClient: Telling = {
  words: mergeLedgerWords([CORE_LEDGER_WORDS, MODULE_WORDS]),
  activities: {
    ...DUTIES_VOCABULARY.activities,
    coaching: { says: { nl: 'begeleiding', en: 'coaching' } },
    accountability: { says: { nl: 'verantwoording', en: 'accountability' } },
  },
  names: new Map([['coach', { name: 'Ilse Kramer', title: 'coach' }]]),
  reader: 'client',
  sentences: new Map([['shelves', 'Where something lies.']]),
}
const { reader: _, ...seenByOfficer } = seenByClient

const line: LedgerLine = {
  id: 1,
  at: new Date('2026-09-01T10:00:00Z'),
  accountId: 'coach',
  activity: 'coaching',
  act: 'opened',
  subject: null,
  dossierId: 'd1',
  item: null,
  amount: null,
}

test.each([
  [{}, 'Ilse Kramer (coach) opende uw dossier voor begeleiding.'],
  [{ accountId: 'client', activity: 'self-service' }, 'U opende uw dossier.'],
  [
    { act: 'refused', accountId: 'stranger' },
    'Iemand van buiten de organisatie probeerde tevergeefs uw dossier te openen voor begeleiding.',
  ],
  [{ accountId: 'p', activity: 'accountability' }, 'De opdrachtgever opende uw dossier.'],
  [
    { act: 'refused', accountId: 'p', activity: 'accountability' },
    'Iemand van buiten de organisatie probeerde tevergeefs uw dossier te openen.',
  ],
  [{ act: 'inserted', subject: 'notes' }, 'Ilse Kramer (coach) voegde een notitie toe.'],
  [{ act: 'inserted', subject: 'dispatches' }, 'Ilse Kramer (coach) stuurde u een samenvatting.'],
  [
    { act: 'updated', subject: 'shelves' },
    'Ilse Kramer (coach) wijzigde iets in “shelves” (Where something lies.).',
  ],
  [
    { act: 'deleted', subject: 'boxes', accountId: null, activity: 'system' },
    'Het systeem verwijderde iets in “boxes”.',
  ],
])('the client reads %j as a sentence', (change, sentence) => {
  expect(describeEntry({ ...line, ...change }, seenByClient, 'nl')).toBe(sentence)
})

test.each([
  [{}, 'Ilse Kramer (coach) opened dossier 2026-00012 for coaching.'],
  [
    { act: 'refused', dossierId: null },
    'Ilse Kramer (coach) tried in vain to open an unknown dossier for coaching.',
  ],
  [
    { act: 'inserted', subject: 'dispatches' },
    'Ilse Kramer (coach) sent a summary to the client in dossier 2026-00012.',
  ],
  [
    { act: 'listed', subject: 'caseload', dossierId: null, amount: 50 },
    'Ilse Kramer (coach) looked at a list: the own dossiers (50 rows) for coaching.',
  ],
  [
    { act: 'listed', subject: 'today', dossierId: null, amount: 1 },
    'Ilse Kramer (coach) looked at a list: “today” (1 row) for coaching.',
  ],
  [{ act: 'signed-in', activity: 'account', dossierId: null }, 'Ilse Kramer (coach) signed in.'],
  [
    {
      act: 'applied',
      subject: 'statements',
      item: '4',
      accountId: null,
      activity: 'system',
      dossierId: null,
    },
    'The system put version 4 of the privacy statement into force.',
  ],
])('the officer reads %j as a sentence', (change, sentence) => {
  expect(describeEntry({ ...line, reference: '2026-00012', ...change }, seenByOfficer, 'en')).toBe(
    sentence,
  )
})

test('what was done several times is told once, with how often', () => {
  expect(describeEntry(line, seenByClient, 'nl', 3)).toBe(
    'Ilse Kramer (coach) opende uw dossier voor begeleiding, 3 keer.',
  )
})

test('a word that two bring is a defect', () => {
  expect(() => mergeLedgerWords([MODULE_WORDS, MODULE_WORDS])).toThrow('brought twice')
})
