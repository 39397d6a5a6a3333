import type { Vocabulary } from '#statement/catalogue.ts'
import type { CategoryRule, Rule } from '#statement/plan.ts'
import type { Declarations } from '#statement/shape.ts'
import { compareWords } from '#statement/sorting.ts'
import { findWord } from '#statement/vocabulary.ts'

/** Who reaches which dossiers: activity × kind × relation, sorted. */
export function compileRules(declarations: Declarations, vocabulary: Vocabulary): Rule[] {
  const rules = Object.entries(declarations.activities).flatMap(([activity, { by, ...rest }]) =>
    kindsOf(declarations, rest.for).flatMap((kind) =>
      [...new Set(by)].map((relation) => ({
        activity,
        kind,
        relation,
        scope: findWord(vocabulary.relations, relation)?.to ?? 'dossier',
        after: consentWord(declarations.relations[relation]?.after),
        during: declarations.relations[relation]?.during ?? null,
      })),
    ),
  )
  return rules.toSorted((a, b) => compareWords(ruleKey(a), ruleKey(b)))
}

/**
 * Which categories of content an activity reads or writes in a kind of dossier: a row for each of
 * the two.
 */
export function compileCategoryRules(declarations: Declarations): CategoryRule[] {
  const rules = Object.entries(declarations.activities).flatMap(([activity, declared]) =>
    kindsOf(declarations, declared.for).flatMap((kind) => [
      ...inKind(declarations, declared.reads, kind).map((category) => {
        return { activity, kind, category, writes: false }
      }),
      ...inKind(declarations, declared.writes, kind).map((category) => {
        return { activity, kind, category, writes: true }
      }),
    ]),
  )
  return rules.toSorted((a, b) => compareWords(categoryKey(a), categoryKey(b)))
}

/** The word in `consent.partner-access`. */
export function consentWord(after: string | undefined): string | null {
  return after?.replace(/^consent\./, '') ?? null
}

/** The kinds an activity is limited to, or all that the statement declares. */
export function kindsOf(
  declarations: Declarations,
  limits: readonly string[] | undefined,
): string[] {
  return [...new Set(limits ?? Object.keys(declarations.kinds))]
}

function inKind(declarations: Declarations, words: readonly string[] = [], kind: string): string[] {
  return [...new Set(words)].filter((category) => {
    const only = declarations.categories[category]?.['only-in']
    return !only || only.includes(kind)
  })
}

function ruleKey(rule: Rule): string {
  return [rule.activity, rule.kind, rule.relation].join(' ')
}

function categoryKey(rule: CategoryRule): string {
  return [rule.activity, rule.kind, rule.category, rule.writes].join(' ')
}
