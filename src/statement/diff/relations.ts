import { consentWord } from '#statement/compile/rules.ts'
import type { Declarations } from '#statement/shape.ts'
import { durationDays, sayDuration } from '#statement/say/duration.ts'
import { type Change, change, compareKeys, inEachLanguage, type Values } from './change.ts'
import type { ChangeCode } from './changes.ts'
import { type Comparison, same } from './comparison.ts'

type Relation = Declarations['relations'][string]

/** Differences in the conditions of relations and in the consents that are asked. */
export function diffRelations(comparison: Comparison): Change[] {
  const { before, after } = comparison
  const { added, removed, kept } = compareKeys(before.relations, after.relations)
  return [
    ...added.map((word) => tell(comparison, 'relation-added', word)),
    ...removed.map((word) => tell(comparison, 'relation-removed', word)),
    ...kept.flatMap((word) =>
      diffConditions(comparison, word, before.relations[word], after.relations[word]),
    ),
    ...diffConsents(comparison),
  ]
}

function diffConditions(
  comparison: Comparison,
  word: string,
  before: Relation = {},
  after: Relation = {},
): Change[] {
  const changes: Change[] = []
  if (before.after !== after.after) {
    const consent = comparison.word('consents', consentWord(after.after) ?? '')
    changes.push(tell(comparison, consentCode(before, after), word, { consent }))
  }
  if (before.during !== after.during) {
    const code = after.during === undefined ? 'relation-period-removed' : 'relation-period-added'
    const period = comparison.word('periods', after.during ?? '')
    changes.push(tell(comparison, code, word, { period }))
  }
  if ((before.announced ?? false) !== (after.announced ?? false)) {
    const code = after.announced ? 'relation-announced' : 'relation-unannounced'
    changes.push(tell(comparison, code, word))
  }
  return changes
}

function consentCode(before: Relation, after: Relation): ChangeCode {
  if (before.after === undefined) return 'relation-consent-added'
  return after.after === undefined ? 'relation-consent-removed' : 'relation-consent-changed'
}

function tell(
  comparison: Comparison,
  code: ChangeCode,
  relation: string,
  values: Parameters<typeof change>[3] = {},
): Change {
  const subject = { of: 'relation', relation, activity: null } as const
  const named = { relation: comparison.word('relations', relation), ...values }
  return change(code, `relations.${relation}`, subject, named)
}

function diffConsents(comparison: Comparison): Change[] {
  const before = comparison.before.consents ?? {}
  const after = comparison.after.consents ?? {}
  const { added, removed, kept } = compareKeys(before, after)
  const tellConsent =
    (code: ChangeCode, values: Values = {}) =>
    (consent: string) =>
      change(
        code,
        `consents.${consent}`,
        { of: 'consent', consent },
        { consent: comparison.word('consents', consent), ...values },
      )
  return [
    ...added.map(tellConsent('consent-added')),
    ...removed.map(tellConsent('consent-removed')),
    ...kept
      .filter((consent) => !same(before[consent]?.text, after[consent]?.text))
      .map(tellConsent('consent-wording-changed')),
    ...kept.flatMap((consent) => {
      const [old, now] = [before[consent]?.expires, after[consent]?.expires]
      const code = termCode(old, now)
      if (code === undefined) return []
      const said = (term = 'P0D') => inEachLanguage((language) => sayDuration(term, language))
      return [tellConsent(code, { before: said(old), after: said(now) })(consent)]
    }),
  ]
}

function termCode(old: string | undefined, now: string | undefined): ChangeCode | undefined {
  if (old === now) return undefined
  if (old === undefined) return 'consent-term-added'
  if (now === undefined) return 'consent-term-removed'
  return durationDays(now) < durationDays(old) ? 'consent-term-shorter' : 'consent-term-longer'
}
