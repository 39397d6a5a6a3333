import { dutchDay } from '#jobs/dutch-zone.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import type { Plan } from '#statement/plan.ts'
import type { AccessFacts, RelationFact } from './access-facts.ts'
import type { OpeningEntry } from './opening-entry.ts'

/**
 * Ends count this much later: a transaction that ends an access may begin before an opening and be
 * committed after it.
 */
const PATIENCE_MS = 60_000

type Rule = Plan['rules'][number]

/** What the statement in force at an opening made of it, and the words that it is written in. */
export interface Basis {
  readonly plan: Plan
  readonly vocabulary: Vocabulary
}

/**
 * Tells whether an opening followed from a rule of the statement and from what was so at that
 * moment: a relation that stood, the consent and the absence it needs, or a function.
 *
 * What cannot be known any more counts in favour: a row that was changed or taken away after the
 * opening may have been different before (the ledger has that change and by whom), and a party's
 * account is taken to have acted for it before.
 */
export function isExplained(opening: OpeningEntry, basis: Basis, facts: AccessFacts): boolean {
  const { plan } = basis
  const kind = facts.dossiers.get(opening.dossierId)?.kind
  const rules = plan.rules.filter(
    (rule) => rule.activity === opening.activity && rule.kind === kind,
  )
  return rules.some((rule) =>
    rule.scope === 'organisation'
      ? hadFunction(opening, rule, plan, facts)
      : hadRelation(opening, rule, basis, facts),
  )
}

/**
 * A function opens dossiers only in an activity that does; in others it merely starts or oversees.
 */
function hadFunction(opening: OpeningEntry, rule: Rule, plan: Plan, facts: AccessFacts): boolean {
  const role = plan.roles.find(({ activity }) => activity === rule.activity)
  if (!role?.opens || role.starts !== null) return false
  const { accountId } = opening
  if (changedSince(facts, `functions ${accountId}`, opening)) return true
  return (
    worked(opening, facts) &&
    (facts.functions.get(accountId) ?? []).some(
      (held) => held.function === rule.relation && stood(opening, held),
    )
  )
}

/** Whoever is no member did not leave either. */
function worked(opening: OpeningEntry, facts: AccessFacts): boolean {
  return (
    isBefore(opening, facts.members.get(opening.accountId) ?? null) ||
    changedSince(facts, `members ${opening.accountId}`, opening)
  )
}

/** Who leaves loses every relation but that of the person whom a dossier is about. */
function hadRelation(
  opening: OpeningEntry,
  rule: Rule,
  { vocabulary }: Basis,
  facts: AccessFacts,
): boolean {
  const subject = vocabulary.relations[rule.relation]?.subject === true
  if (!subject && !worked(opening, facts)) return false
  const holders = [opening.accountId, ...(facts.affiliations.get(opening.accountId) ?? [])]
  return (facts.relations.get(opening.dossierId) ?? []).some(
    (held) =>
      held.relation === rule.relation &&
      (holders.includes(held.holder_id) ||
        changedSince(facts, `affiliations ${held.holder_id}`, opening)) &&
      stood(opening, held) &&
      lasted(opening, held, facts) &&
      (rule.after === null || hadConsent(opening, held, rule.after, facts)) &&
      (rule.during === null || wasAbsent(opening, held, facts)),
  )
}

function stood(opening: OpeningEntry, { since }: { readonly since: Date }): boolean {
  return since.getTime() <= opening.at.getTime()
}

function lasted(opening: OpeningEntry, held: RelationFact, facts: AccessFacts): boolean {
  return (
    isBefore(opening, held.until) || changedSince(facts, `relations ${held.relation_id}`, opening)
  )
}

function hadConsent(
  opening: OpeningEntry,
  held: RelationFact,
  word: string,
  facts: AccessFacts,
): boolean {
  return (facts.consents.get(opening.dossierId) ?? []).some(
    (consent) =>
      consent.consent === word &&
      consent.holder_id === held.holder_id &&
      (held.absence_id === null || consent.item_id === held.absence_id) &&
      consent.decided_at.getTime() <= opening.at.getTime() &&
      isBefore(opening, consent.withdrawn_at) &&
      isBefore(opening, consent.expires_at),
  )
}

/**
 * The substitute stands in on days of the absence, for somebody who has a relation of their own.
 */
function wasAbsent(opening: OpeningEntry, held: RelationFact, facts: AccessFacts): boolean {
  if (held.absence_id === null) return false
  const day = dutchDay(opening.at)
  const within =
    held.substitute_id === held.holder_id &&
    (held.starts_on ?? '9999') <= day &&
    day <= (held.ends_on ?? '')
  const replaced = (facts.relations.get(opening.dossierId) ?? []).some(
    (other) =>
      other.holder_id === held.absent_id &&
      other.absence_id === null &&
      stood(opening, other) &&
      lasted(opening, other, facts),
  )
  return replaced && (within || changedSince(facts, `absences ${held.absence_id}`, opening))
}

function isBefore(opening: OpeningEntry, end: Date | null): boolean {
  return end === null || opening.at.getTime() < end.getTime() + PATIENCE_MS
}

function changedSince(facts: AccessFacts, row: string, opening: OpeningEntry): boolean {
  const changedAt = facts.changed.get(row)
  return changedAt !== undefined && changedAt.getTime() >= opening.at.getTime()
}
