import type { Vocabulary } from '#statement/catalogue.ts'
import type { Plan, RetentionRule } from '#statement/plan.ts'
import type { Owner } from './owner.ts'

/**
 * Writes the terms of a plan for whoever reckons the days: one for all kinds of dossier, and one
 * for each kind that has another. And what the comments say now, for whoever erases.
 */
export async function writeTerms(
  owner: Owner,
  { retention }: Plan,
  vocabulary: Vocabulary,
): Promise<void> {
  await owner.query('delete from retention_terms')
  for (const rule of retention) {
    const terms = [['', rule.keep] as const, ...rule.kinds]
    for (const [kind, keep] of terms) await writeTerm(owner, { ...rule, kind, keep }, vocabulary)
  }
  await owner.query('select describe_columns()')
}

async function writeTerm(
  owner: Owner,
  term: RetentionRule & { readonly kind: string },
  { parts, categories }: Vocabulary,
): Promise<void> {
  await owner.query(
    `insert into retention_terms
       (part, kind, events, keep, at_least, sooner, later, tangible, categories)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      term.part,
      term.kind,
      term.from,
      term.keep,
      term.atLeast,
      term.sooner,
      term.later,
      parts[term.part]?.tangible ?? false,
      Object.entries(categories)
        .filter(([, { part = 'dossier' }]) => part === term.part)
        .map(([category]) => category)
        .toSorted(),
    ],
  )
}
