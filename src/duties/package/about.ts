import type { Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { retentionTerm, type Statement } from '#statement/index.ts'
import { BASIS_WORDS } from '#statement/say/closed.ts'
import { findWord } from '#statement/vocabulary.ts'

/** What article 15 of the GDPR wants told beside the data themselves, in one language. */
export interface About {
  readonly controller: string
  readonly address: string | undefined
  /** Where to write about one's data. */
  readonly contact: string | undefined
  readonly statement: number
  readonly categories: readonly AboutCategory[]
  readonly activities: readonly AboutActivity[]
  /** What can be asked: "inzage", "verbetering". */
  readonly rights: readonly string[]
}

export interface AboutCategory {
  /** The word of the statement, and what it is called. */
  readonly word: string
  readonly says: string
  /** Words of the activities that use it. */
  readonly activities: readonly string[]
  readonly recipients: readonly string[]
  /** "Bewaard: vijf jaar na het einde van de dienst." */
  readonly kept: string | undefined
}

export interface AboutActivity {
  readonly word: string
  readonly says: string
  readonly purpose: string
  readonly basis: string
  /** The law or the interest that the basis names. */
  readonly because: string | undefined
}

/** Tells what a statement says of the data: purposes, bases, recipients, terms and rights. */
export function describeProcessing(
  statement: Statement,
  vocabulary: Vocabulary,
  language: Language,
): About {
  const { declarations } = statement
  const { controller, contacts } = declarations
  return {
    controller: controller.name,
    address: controller.address,
    contact: (contacts.officer ?? contacts.responsible)?.email,
    statement: declarations.version,
    categories: Object.keys(declarations.categories).map((word) =>
      describeCategory(statement, word, vocabulary, language),
    ),
    activities: Object.entries(declarations.activities).map(([word, activity]) => ({
      word,
      says: findWord(vocabulary.activities, word)?.says[language] ?? word,
      purpose: activity.purpose[language],
      basis: BASIS_WORDS[activity.basis][language],
      because: activity.law ?? activity.interest?.[language],
    })),
    rights: Object.keys(declarations.rights).map(
      (word) => findWord(vocabulary.rights, word)?.says[language] ?? word,
    ),
  }
}

function describeCategory(
  statement: Statement,
  word: string,
  vocabulary: Vocabulary,
  language: Language,
): AboutCategory {
  const { declarations } = statement
  const entry = findWord(vocabulary.categories, word)
  const term = { part: entry?.part ?? 'dossier', day: declarations['in-force'] }
  const recipients = Object.values(declarations.recipients ?? {})
    .filter(({ gets }) => gets?.includes(word))
    .map(
      ({ name, kind }) => name ?? findWord(vocabulary.recipientKinds, kind)?.says[language] ?? kind,
    )
  return {
    word,
    says: entry?.says[language] ?? word,
    activities: Object.entries(declarations.activities)
      .filter(([, { reads = [], writes = [] }]) => [...reads, ...writes].includes(word))
      .map(([activity]) => activity),
    recipients,
    kept: retentionTerm(statement, term, language, vocabulary)?.says,
  }
}
