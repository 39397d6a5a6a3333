import type { Catalogue } from '#statement/catalogue.ts'
import type { Plan } from '#statement/plan.ts'

/** What a plan makes of who reaches what and for how long: what previews in the database ask. */
export interface Wanted {
  readonly rules: Plan['rules']
  readonly activities: Plan['roles']
  readonly relationWords: readonly RelationWord[]
  /** Rows as `retention_terms` has them. */
  readonly retention: readonly Readonly<Record<string, unknown>>[]
}

/** A relation to a dossier that a statement declares. */
export interface RelationWord {
  readonly relation: string
  readonly subject: boolean
  readonly party: boolean
}

export function wantedBy(plan: Plan, catalogue: Catalogue): Wanted {
  return {
    rules: plan.rules,
    activities: plan.roles,
    relationWords: relationWords(plan, catalogue),
    retention: plan.retention.flatMap((rule) => termsOf(rule, catalogue)),
  }
}

/** The term for all kinds of dossier, and one for each kind that has another. */
function termsOf(rule: Plan['retention'][number], { vocabulary }: Catalogue) {
  const { part, from: events, atLeast, sooner, later } = rule
  const tangible = vocabulary.parts[part]?.tangible ?? false
  const shared = { part, events, at_least: atLeast, sooner, later, tangible, categories: [] }
  return [['', rule.keep] as const, ...rule.kinds].map(([kind, keep]) => ({
    ...shared,
    kind,
    keep,
  }))
}

function relationWords({ rules }: Plan, { vocabulary }: Catalogue): RelationWord[] {
  const words = new Set(
    rules.filter(({ scope }) => scope === 'dossier').map(({ relation }) => relation),
  )
  return [...words].map((relation) => ({
    relation,
    subject: vocabulary.relations[relation]?.subject ?? false,
    party: vocabulary.relations[relation]?.party ?? false,
  }))
}
