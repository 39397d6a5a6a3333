import type { Language } from '#kernel/language.ts'
import type { Vocabulary } from './catalogue.ts'
import { BASIS_WORDS } from './say/closed.ts'
import { addDuration, sayDuration } from './say/duration.ts'
import { contentText, joinContent, plain } from './say/speech.ts'
import { sayWord } from './say/value.ts'
import type { Declarations } from './shape.ts'
import type { Statement } from './statement.ts'
import { findWord } from './vocabulary.ts'

/** A category asked for in an activity. */
export interface NoticeSubject {
  readonly category: string
  readonly activity: string
}

/**
 * The short notice beside a form field: why it is asked, on which basis, and how long it is kept.
 *
 * @returns Undefined when the activity does not use the category: then there must be no field.
 */
export function fieldNotice(
  statement: Statement,
  { category, activity }: NoticeSubject,
  language: Language,
  vocabulary: Vocabulary,
): string | undefined {
  const { declarations } = statement
  const declared = findWord(declarations.activities, activity)
  const uses = [...(declared?.reads ?? []), ...(declared?.writes ?? [])]
  if (!declared || !uses.includes(category)) return undefined
  const purpose = declared.purpose[language]
  const basis = BASIS_WORDS[declared.basis][language]
  const part = findWord(vocabulary.categories, category)?.part ?? 'dossier'
  const why = {
    nl: `Wij gebruiken dit voor: ${purpose}. Grondslag: ${basis}.`,
    en: `We use this for: ${purpose}. Lawful basis: ${basis}.`,
  }[language]
  const kept = keptFor(declarations, part, language, vocabulary)
  return kept === undefined ? why : `${why} ${kept}`
}

/** How long a part of a dossier is kept, and until when if what it counts from happens on a day. */
export interface Term {
  /** "Bewaard: vijf jaar na het einde van de dienst." */
  readonly says: string
  /** ISO date of the day on which it goes; undefined when it is kept indefinitely. */
  readonly endsOn: string | undefined
}

/**
 * The term of a part of a dossier, for whoever is about to do what it counts from.
 *
 * @param day ISO date on which that happens.
 * @returns Undefined when the statement declares no such part.
 */
export function retentionTerm(
  { declarations }: Statement,
  { part, day }: { readonly part: string; readonly day: string },
  language: Language,
  vocabulary: Vocabulary,
): Term | undefined {
  const keep = findWord(declarations.retention, part)?.keep
  const says = keptFor(declarations, part, language, vocabulary)
  if (keep === undefined || says === undefined) return undefined
  return { says, endsOn: keep === 'indefinitely' ? undefined : addDuration(day, keep) }
}

function keptFor(
  declarations: Declarations,
  part: string,
  language: Language,
  vocabulary: Vocabulary,
): string | undefined {
  const retention = findWord(declarations.retention, part)
  if (!retention) return undefined
  const keep = sayDuration(retention.keep, language)
  const events = [retention.from ?? []].flat()
  if (events.length === 0) return { nl: `Bewaard: ${keep}.`, en: `Kept: ${keep}.` }[language]
  const from = contentText(
    joinContent(
      events.map((event) => plain(sayWord(vocabulary, 'events', event, language))),
      language,
    ),
  )
  return { nl: `Bewaard: ${keep} na ${from}.`, en: `Kept: ${keep} after ${from}.` }[language]
}
