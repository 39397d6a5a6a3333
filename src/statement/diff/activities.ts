import { kindsOf } from '#statement/compile/rules.ts'
import { BASIS_WORDS } from '#statement/say/closed.ts'
import type { Declarations } from '#statement/shape.ts'
import { type Change, change, compareKeys, lacking } from './change.ts'
import { type Comparison, same } from './comparison.ts'

type Activity = Declarations['activities'][string]

/** Differences in what is done, why, by whom, and with which categories. */
export function diffActivities(comparison: Comparison): Change[] {
  const { before, after } = comparison
  const { added, removed, kept } = compareKeys(before.activities, after.activities)
  const tell =
    (code: 'activity-added' | 'activity-removed', declared: Declarations) => (activity: string) => {
      const kinds = kindsOf(declared, declared.activities[activity]?.for)
      const values = { activity: comparison.word('activities', activity) }
      return change(code, pathOf(activity), { of: 'activity', activity, kinds }, values)
    }
  return [
    ...added.map(tell('activity-added', after)),
    ...removed.map(tell('activity-removed', before)),
    ...kept.flatMap((activity) => {
      const [old, now] = [before.activities[activity], after.activities[activity]]
      if (!old || !now) return []
      return [
        ...diffGround(comparison, activity, old, now),
        ...diffCategories(comparison, activity, old, now),
        ...diffReach(comparison, activity, old, now),
      ]
    }),
  ]
}

function diffGround(
  comparison: Comparison,
  activity: string,
  before: Activity,
  after: Activity,
): Change[] {
  const kinds = kindsOf(comparison.after, after.for)
  const subject = { of: 'activity', activity, kinds } as const
  const named = { activity: comparison.word('activities', activity) }
  const path = pathOf(activity)
  const changes: Change[] = []
  if (!same(before.purpose, after.purpose)) {
    const values = { ...named, after: after.purpose }
    changes.push(change('activity-purpose-changed', `${path}.purpose`, subject, values))
  }
  if (before.basis !== after.basis) {
    const values = {
      ...named,
      before: BASIS_WORDS[before.basis],
      after: BASIS_WORDS[after.basis],
    }
    changes.push(change('activity-basis-changed', `${path}.basis`, subject, values))
  }
  if (!same([before.interest, before.law], [after.interest, after.law])) {
    changes.push(change('activity-ground-changed', path, subject, named))
  }
  return changes
}

function diffCategories(
  comparison: Comparison,
  activity: string,
  before: Activity,
  after: Activity,
): Change[] {
  const kinds = kindsOf(comparison.after, after.for)
  return (['reads', 'writes'] as const).flatMap((verb) => {
    const tell = (code: 'added' | 'removed') => (category: string) =>
      change(
        `activity-${verb}-${code}`,
        `${pathOf(activity)}.${verb}`,
        { of: 'category', category, activity, kinds },
        {
          activity: comparison.word('activities', activity),
          category: comparison.word('categories', category),
        },
      )
    return [
      ...lacking(after[verb], before[verb]).map(tell('added')),
      ...lacking(before[verb], after[verb]).map(tell('removed')),
    ]
  })
}

function diffReach(
  comparison: Comparison,
  activity: string,
  before: Activity,
  after: Activity,
): Change[] {
  const named = { activity: comparison.word('activities', activity) }
  const path = pathOf(activity)
  const relation = (code: 'added' | 'removed') => (word: string) =>
    change(
      `activity-relation-${code}`,
      `${path}.by`,
      { of: 'relation', relation: word, activity },
      { ...named, relation: comparison.word('relations', word) },
    )
  const kinds = (code: 'added' | 'removed', words: readonly string[]) => {
    if (words.length === 0) return []
    const values = { ...named, kinds: comparison.words('kinds', words) }
    const subject = { of: 'activity', activity, kinds: words } as const
    return [change(`activity-kinds-${code}`, `${path}.for`, subject, values)]
  }
  // Kinds that come or go for every activity are told once, as kinds.
  const limited = before.for !== undefined || after.for !== undefined
  const old = limited ? kindsOf(comparison.before, before.for) : []
  const now = limited ? kindsOf(comparison.after, after.for) : []
  return [
    ...lacking(after.by, before.by).map(relation('added')),
    ...lacking(before.by, after.by).map(relation('removed')),
    ...kinds('added', lacking(now, old)),
    ...kinds('removed', lacking(old, now)),
  ]
}

function pathOf(activity: string): string {
  return `activities.${activity}`
}
