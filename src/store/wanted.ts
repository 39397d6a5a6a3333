import type { Catalogue } from '#statement/catalogue.ts'
import type { Plan } from '#statement/plan.ts'

/** What a plan makes of who reaches what and for how long: what previews in the database ask. */
export interface Wanted {
  readonly rules: Plan['rules']
  readonly activities: Plan['roles']
  readonly relationWords: readonly RelationWord[]
  readonly retention: readonly {
    readonly part: string
    readonly events: readonly string[]
    readonly keep: string | null
  }[]
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
    retention: plan.retention.map(({ part, from, keep }) => ({ part, events: from, keep })),
  }
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
