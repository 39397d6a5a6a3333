import type { Text } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { PlanTeller } from '#statement/compile/plan-sentences.ts'
import type { Plan } from '#statement/plan.ts'
import { compareWords } from '#statement/sorting.ts'
import { type Effect, inEachLanguage } from './change.ts'

/** Something that the database gets or loses between two plans. */
export interface PlanChange {
  readonly part:
    | 'role'
    | 'rule'
    | 'category'
    | 'grant'
    | 'policy'
    | 'retention'
    | 'consent'
    | 'recipient'
  readonly action: 'added' | 'removed'
  readonly effect: Effect
  readonly sentence: Text
}

/**
 * What changes in the database between two plans of an organisation. A grant is compared column by
 * column; what is altered is removed and added. Equal plans have no changes.
 */
export function diffPlans(before: Plan, after: Plan, vocabulary: Vocabulary): PlanChange[] {
  const [old, now] = [entriesOf(before, vocabulary), entriesOf(after, vocabulary)]
  const removed = [...old].filter(([key]) => !now.has(key))
  const added = [...now].filter(([key]) => !old.has(key))
  return [
    ...removed.map(([, entry]) => changeOf(entry, 'removed')),
    ...added.map(([, entry]) => changeOf(entry, 'added')),
  ]
}

interface Entry {
  readonly part: PlanChange['part']
  /** Having it lets more be done; a restriction lets less be done. */
  readonly permits: boolean
  readonly sentence: Text
}

/** Parts that are told whole: whether a term is longer or shorter is told by the declarations. */
const NEUTRAL = new Set<PlanChange['part']>(['retention', 'consent'])

function changeOf({ part, permits, sentence }: Entry, action: PlanChange['action']): PlanChange {
  const effect = (action === 'added') === permits ? 'widening' : 'narrowing'
  const lead = {
    added: { nl: 'Erbij', en: 'Added' },
    removed: { nl: 'Vervalt', en: 'Removed' },
  }[action]
  return {
    part,
    action,
    effect: NEUTRAL.has(part) ? 'neutral' : effect,
    sentence: { nl: `${lead.nl}: ${sentence.nl}`, en: `${lead.en}: ${sentence.en}` },
  }
}

function entriesOf(plan: Plan, vocabulary: Vocabulary): Map<string, Entry> {
  const entries: [string, Entry][] = []
  const add = (
    part: Entry['part'],
    row: unknown,
    tell: (teller: PlanTeller) => string,
    permits = true,
  ): void => {
    const sentence = inEachLanguage((language) => tell(new PlanTeller(plan, vocabulary, language)))
    entries.push([`${part} ${JSON.stringify(row)}`, { part, permits, sentence }])
  }
  for (const row of plan.roles) {
    add('role', row, (teller) => teller.role(row.activity, row.role, row.starts))
  }
  for (const row of plan.rules) add('rule', row, (teller) => teller.rules([row]))
  for (const row of plan.categoryRules) add('category', row, (teller) => teller.categories([row]))
  for (const grant of plan.grants) {
    const columns = grant.columns.length === 0 ? [[]] : grant.columns.map((column) => [column])
    for (const each of columns) {
      const row = { ...grant, columns: each }
      add('grant', row, (teller) => teller.grant(row))
    }
  }
  for (const row of plan.policies) {
    add('policy', row, (teller) => teller.policy(row), !row.restrictive)
  }
  for (const row of plan.retention) add('retention', row, (teller) => teller.retention(row))
  for (const row of plan.consents) add('consent', row, (teller) => teller.consent(row))
  for (const row of plan.recipients) add('recipient', row, (teller) => teller.recipient(row))
  return new Map(entries.toSorted(([a], [b]) => compareWords(a, b)))
}
