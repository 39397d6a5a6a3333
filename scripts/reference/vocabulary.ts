import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Vocabulary, Word } from '#statement/catalogue.ts'
import { code, codes, pageHead, table, wrap } from './markdown.ts'

type List = keyof Vocabulary

/** What each list is for, and what a word of it can have beside its texts. */
const LISTS: Readonly<Record<List, string>> = {
  kinds: 'Kinds of dossier.',
  categories: 'Kinds of personal data. Each is a set of columns in the database.',
  relations:
    'How somebody stands to a dossier, or to the whole organisation: then it is a function.',
  activities:
    'What is done with data. Each that a statement declares becomes a role in the database.',
  consents: 'What a person can be asked to consent to.',
  events: 'Moments from which a period of retention counts.',
  parts: 'Parts of a dossier that have a retention of their own.',
  decisions: 'What a person may decide about the retention of the own data.',
  periods: 'Periods to which a relation can be bound.',
  recipientKinds: 'Kinds of recipients outside the organisation.',
  rights: 'Rights of persons.',
  mechanisms: 'What keeps a clause when no declaration in it does, for `kept-by` and `evidence`.',
}

/** Every word that statements may use, in both languages. */
export function vocabularyPage(): string {
  const lead =
    'A statement uses these words and no others; modules bring them. A word that is not here is ' +
    'refused with its file, line and column, and with the word that was probably meant.'
  const sections = Object.entries(LISTS).map(([list, what]) => {
    // The keys of LISTS are those of the vocabulary.
    const words = Object.entries<Word>(VOCABULARY[list as List])
    const rows = words.map(([word, entry]) => [
      code(word),
      entry.says.nl,
      entry.says.en,
      particulars(entry).join('; '),
    ])
    const titles = ['word', 'Nederlands', 'English', 'particulars']
    return `## ${list}\n\n${wrap(what)}\n\n${table(titles, rows)}\n`
  })
  return [pageHead('Vocabulary', 'the vocabularies of the modules', wrap(lead)), ...sections].join(
    '\n',
  )
}

/** How a statement author reads what a word has beside its texts; what is not here is shown. */
const SAYS: Readonly<Record<string, (value: unknown) => string>> = {
  says: () => '',
  dpv: (term) => `DPV ${code(String(term))}`,
  special: (kind) => `special: ${code(String(kind))}`,
  citizenNumber: () => 'needs a law',
  part: (part) => `kept as ${code(String(part))}`,
  to: (to) => (to === 'organisation' ? 'a function' : ''),
  party: () => 'held by a party',
  subject: () => 'the person whom the dossier is about',
  starts: (relation) => `starts a dossier, with its starter as ${code(String(relation))}`,
  needsAgreement: (needs) => (needs === true ? 'needs an agreement' : ''),
  barred: () => 'may not be named',
  organisational: () => 'kept by people',
  holds: (held) =>
    typeof held === 'object' && held !== null ? `can hold ${codes(Object.keys(held))}` : '',
}

function particulars(entry: Word): string[] {
  return Object.entries(entry)
    .map(([key, value]) => SAYS[key]?.(value) ?? key)
    .filter((said) => said !== '')
}
