import { capital, type Language } from '#kernel/language.ts'
import { type Catalogue, retentionTerm, type Statement } from '#statement/index.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { BASIS_WORDS, EXCEPTION_WORDS, sayCountry, SPECIAL_WORDS } from '#statement/say/closed.ts'
import { findWord } from '#statement/vocabulary.ts'

/**
 * One processing activity as article 30 of the GDPR wants it recorded, in one language. All of it
 * follows from the statement and the catalogue; only remarks are written by hand, elsewhere.
 */
export interface RegisterEntry {
  readonly activity: string
  /** Names this entry for good: version of the statement and activity, `4/coaching`. */
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly basis: string
  /** The law or the interest on which it rests. */
  readonly ground: string | undefined
  /** Whom the data are about. */
  readonly subjects: readonly string[]
  readonly categories: readonly RegisterCategory[]
  /** Who does it. */
  readonly by: readonly string[]
  readonly recipients: readonly RegisterRecipient[]
  /** Whether it touches special data, and by which exception it may. */
  readonly special: readonly string[]
  /** What protects the data, as the database says. */
  readonly measures: readonly string[]
}

export interface RegisterCategory {
  readonly word: string
  readonly says: string
  /** How long it is kept, in a sentence; undefined when the statement names no term. */
  readonly kept: string | undefined
}

export interface RegisterRecipient {
  readonly word: string
  readonly name: string
  readonly country: string | undefined
  readonly safeguard: string | undefined
}

type Declarations = Statement['declarations']
type Activity = Declarations['activities'][string]

/** The register of processing of a statement, in its order of activities. */
export function readRegister(
  statement: Statement,
  catalogue: Catalogue,
  language: Language,
): RegisterEntry[] {
  const { declarations } = statement
  return Object.entries(declarations.activities).map(([activity, declared]) => {
    const categories = [...new Set([...(declared.reads ?? []), ...(declared.writes ?? [])])]
    return {
      activity,
      id: `${declarations.version}/${activity}`,
      title: capital(sayWord(catalogue.vocabulary.activities, activity, language)),
      purpose: declared.purpose[language],
      basis: BASIS_WORDS[declared.basis][language],
      ground: declared.interest?.[language] ?? declared.law,
      subjects: subjectsOf(declarations, catalogue.vocabulary, categories, language),
      categories: categories.map((word) => ({
        word,
        says: sayWord(catalogue.vocabulary.categories, word, language),
        kept: keptFor(statement, catalogue.vocabulary, word, language),
      })),
      by: declared.by.map((word) => sayWord(catalogue.vocabulary.relations, word, language)),
      recipients: recipientsOf(declarations, catalogue.vocabulary, activity, language),
      special: specialsOf(declarations, categories, language),
      measures: measuresOf(declared, catalogue, categories, language),
    }
  })
}

function sayWord(
  list: Readonly<Record<string, { readonly says: Readonly<Record<Language, string>> }>>,
  word: string,
  language: Language,
): string {
  return findWord(list, word)?.says[language] ?? word
}

/** Categories that are about others than those whom the dossiers are about. */
const OTHERS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  staff: { nl: 'medewerkers', en: 'staff' },
  account: { nl: 'wie een account heeft', en: 'holders of an account' },
  party: { nl: 'contactpersonen van relaties', en: 'contacts of business relations' },
  complaint: { nl: 'wie een klacht indient', en: 'complainants' },
  incident: { nl: 'wie een incident raakt', en: 'people affected by an incident' },
  'processing-record': { nl: 'medewerkers', en: 'staff' },
}

function subjectsOf(
  { relations }: Declarations,
  vocabulary: Vocabulary,
  categories: readonly string[],
  language: Language,
): string[] {
  const persons = Object.keys(relations)
    .filter((word) => findWord(vocabulary.relations, word)?.subject)
    .map((word) => sayWord(vocabulary.relations, word, language))
  return [
    ...new Set(categories.flatMap((category) => findWord(OTHERS, category)?.[language] ?? persons)),
  ]
}

function keptFor(
  statement: Statement,
  vocabulary: Vocabulary,
  category: string,
  language: Language,
): string | undefined {
  const part = findWord(vocabulary.categories, category)?.part ?? 'dossier'
  const day = statement.declarations['in-force']
  return retentionTerm(statement, { part, day }, language, vocabulary)?.says
}

/** Recipients that are named for the activity, or that get data without being tied to one. */
function recipientsOf(
  { recipients = {} }: Declarations,
  vocabulary: Vocabulary,
  activity: string,
  language: Language,
): RegisterRecipient[] {
  return Object.entries(recipients)
    .filter(([, recipient]) => recipient.for?.includes(activity) ?? true)
    .map(([word, { name, kind, country, safeguard }]) => ({
      word,
      name: name ?? sayWord(vocabulary.recipientKinds, kind, language),
      country: country === undefined ? undefined : sayCountry(country, language),
      safeguard: safeguard?.[language],
    }))
}

function specialsOf(
  declarations: Declarations,
  categories: readonly string[],
  language: Language,
): string[] {
  const said = categories.flatMap((category) => {
    const { special, exception, law } = findWord(declarations.categories, category) ?? {}
    if (special === undefined) return []
    const by = exception === undefined ? '' : ` – ${EXCEPTION_WORDS[exception][language]}`
    return [`${SPECIAL_WORDS[special][language]}${by}${law === undefined ? '' : ` (${law})`}`]
  })
  return [...new Set(said)]
}

const MEASURES = {
  sealed: {
    nl: 'inhoud is versleuteld met een sleutel per dossier',
    en: 'content is encrypted with a key per dossier',
  },
  role: {
    nl: 'alleen deze verwerking kan bij deze gegevens, door een eigen rol in de database',
    en: 'only this processing reaches these data, by a role of its own in the database',
  },
  ledger: {
    nl: 'elke inzage en wijziging staat in een logboek dat niemand kan veranderen',
    en: 'every opening and change is in a log that nobody can alter',
  },
  factor: {
    nl: 'wie hier werkt, logt in met een tweede stap',
    en: 'whoever works here signs in with a second step',
  },
} as const

function measuresOf(
  { by }: Activity,
  { tables, vocabulary }: Catalogue,
  categories: readonly string[],
  language: Language,
): string[] {
  const columns = tables.flatMap((table) => table.columns)
  const sealed = columns.some(
    ({ sealed: isSealed, category, categoryIn }) =>
      isSealed &&
      [category ?? [], ...(categoryIn?.of ?? [])].flat().some((word) => categories.includes(word)),
  )
  const staff = by.some((word) => {
    const relation = findWord(vocabulary.relations, word)
    return relation !== undefined && !relation.subject && !relation.party
  })
  return [
    MEASURES.role[language],
    MEASURES.ledger[language],
    ...(sealed ? [MEASURES.sealed[language]] : []),
    ...(staff ? [MEASURES.factor[language]] : []),
  ]
}
