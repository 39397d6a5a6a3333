import type { Language, Text } from '#kernel/language.ts'
import type { ActWord, LedgerWords } from './words.ts'

/** An entry of the ledger as it is read by people. */
export interface LedgerLine {
  readonly id: number
  readonly at: Date
  readonly accountId: string | null
  readonly activity: string | null
  readonly act: string
  readonly subject: string | null
  readonly dossierId: string | null
  readonly item: string | null
  readonly amount: number | null
  /** Number of the dossier, for those who oversee many. */
  readonly reference?: string
}

/** What the teller knows of the people and things in the entries. */
export interface Telling {
  readonly words: LedgerWords
  /** What activities are called: those of the vocabulary. */
  readonly activities: Readonly<Record<string, { readonly says: Text }>>
  /** Names by account. */
  readonly names: ReadonlyMap<string, PersonName>
  /** Parties by the account that acts for them: they are told of, and not who works there. */
  readonly parties?: ReadonlyMap<string, string> | undefined
  /**
   * The account that reads about its own dossier: it is addressed, and the dossier is "uw dossier".
   */
  readonly reader?: string | undefined
  /** The sentence in the comment on each table, for a table that has no words. */
  readonly sentences?: ReadonlyMap<string, string> | undefined
}

export interface PersonName {
  readonly name: string
  /** What the person is here: "coach". */
  readonly title?: string | undefined
}

/**
 * Tells an entry as a sentence: "Ilse Kramer (coach) opende uw dossier voor begeleiding."
 *
 * @param times How often it happened, when entries were taken together.
 */
export function describeEntry(
  line: LedgerLine,
  telling: Telling,
  language: Language,
  times = 1,
): string {
  const often = times > 1 ? { nl: `, ${times} keer`, en: `, ${times} times` }[language] : ''
  const parts = [
    actorOf(line, telling, language),
    predicateOf(line, telling, language),
    placeOf(line, telling, language),
    purposeOf(line, telling, language),
  ]
  return `${parts.filter((part) => part !== '').join(' ')}${often}.`
}

const WORDS = {
  you: { nl: 'U', en: 'You' },
  system: { nl: 'Het systeem', en: 'The system' },
  former: { nl: 'Een vroegere medewerker', en: 'A former member of staff' },
  outsider: { nl: 'Iemand van buiten de organisatie', en: 'Somebody outside the organisation' },
  yourDossier: { nl: 'uw dossier', en: 'your dossier' },
  dossier: { nl: 'een dossier', en: 'a dossier' },
  missingDossier: { nl: 'een onbekend dossier', en: 'an unknown dossier' },
} as const satisfies Record<string, Text>

/** The name of who left so long ago that it was destroyed. */
const GONE = '–'

function actorOf(
  { accountId, activity, act }: LedgerLine,
  telling: Telling,
  language: Language,
): string {
  if (accountId === null) return WORDS.system[language]
  if (accountId === telling.reader) return WORDS.you[language]
  const party = telling.parties?.get(accountId)
  if (party !== undefined) return party
  const actor = find(telling.words.actors, activity ?? '')
  // Who was refused is not what the activity makes of those whom it lets in.
  if (actor && act !== 'refused') return actor[language]
  const known = telling.names.get(accountId)
  if (!known) return WORDS.outsider[language]
  if (known.name === GONE) return WORDS.former[language]
  return known.title ? `${known.name} (${known.title})` : known.name
}

function predicateOf(line: LedgerLine, telling: Telling, language: Language): string {
  const { act, subject, amount } = line
  const { acts, lists } = telling.words
  if (act === 'listed') {
    const list = find(lists, subject ?? '')?.[language] ?? `“${subject ?? ''}”`
    const rows = amount === 1 ? { nl: 'regel', en: 'row' } : { nl: 'regels', en: 'rows' }
    const told = { nl: 'bekeek een lijst', en: 'looked at a list' }[language]
    return `${told}: ${list} (${amount ?? 0} ${rows[language]})`
  }
  const word = (subject === null ? undefined : find(acts, `${act} ${subject}`)) ?? find(acts, act)
  if (word) return fill(wordFor(word, telling)[language], line, telling, language)
  return changeOf(line, telling, language)
}

function wordFor(word: ActWord, { reader }: Telling): Text {
  return reader !== undefined && word.toReader ? word.toReader : word
}

/** Added, changed or deleted; any other act is named as it is. */
function changeOf({ act, subject }: LedgerLine, telling: Telling, language: Language): string {
  const thing = subjectOf(subject ?? '', telling, language)
  const changes: Readonly<Record<string, Text>> = {
    inserted: { nl: `voegde ${thing} toe`, en: `added ${thing}` },
    updated: { nl: `wijzigde ${thing}`, en: `changed ${thing}` },
    deleted: { nl: `verwijderde ${thing}`, en: `deleted ${thing}` },
  }
  return find(changes, act)?.[language] ?? `${act} ${thing}`.trim()
}

/** A table without words is named by the sentence on it, so that nothing goes untold. */
function subjectOf(table: string, { words, sentences }: Telling, language: Language): string {
  const word = find(words.subjects, table)
  if (word) return word[language]
  const sentence = sentences?.get(table)
  const place = sentence === undefined ? `“${table}”` : `“${table}” (${sentence})`
  return `${{ nl: 'iets in', en: 'something in' }[language]} ${place}`
}

/**
 * In which dossier, for those who oversee many: a predicate that names the dossier has said it
 * already.
 */
function placeOf(line: LedgerLine, telling: Telling, language: Language): string {
  const { act, subject, dossierId } = line
  if (telling.reader !== undefined || dossierId === null) return ''
  const { acts } = telling.words
  const word = find(acts, `${act} ${subject ?? ''}`) ?? find(acts, act)
  if (word?.[language].includes('{dossier}')) return ''
  return `in ${dossierOf(line, telling, language)}`
}

/** Acts of which it is told for which activity: what is written in a dossier was opened for one. */
const FOR_AN_ACTIVITY = new Set(['opened', 'refused', 'listed', 'started'])

/** For which activity; of their own acts people know it, and "the client" says it. */
function purposeOf(
  { accountId, activity, act }: LedgerLine,
  { activities, reader, words, parties }: Telling,
  language: Language,
): string {
  if (activity === null || !FOR_AN_ACTIVITY.has(act)) return ''
  if (find(words.actors, activity) && !parties?.has(accountId ?? '')) return ''
  if (reader !== undefined && accountId === reader) return ''
  const says = find(activities, activity)?.says[language] ?? activity
  return `${{ nl: 'voor', en: 'for' }[language]} ${says}`
}

function fill(text: string, line: LedgerLine, telling: Telling, language: Language): string {
  return text
    .replace('{dossier}', dossierOf(line, telling, language))
    .replace('{item}', line.item ?? '')
}

function dossierOf(
  { dossierId, reference }: LedgerLine,
  telling: Telling,
  language: Language,
): string {
  if (dossierId === null) return WORDS.missingDossier[language]
  if (telling.reader !== undefined) return WORDS.yourDossier[language]
  return reference === undefined ? WORDS.dossier[language] : `dossier ${reference}`
}

function find<W>(list: Readonly<Record<string, W>>, word: string): W | undefined {
  return Object.hasOwn(list, word) ? list[word] : undefined
}
