import { durationDays, sayDuration, sayInterval } from '#statement/say/duration.ts'
import type { Declarations } from '#statement/shape.ts'
import { type Change, change, compareKeys, inEachLanguage, type Values } from './change.ts'
import type { ChangeCode } from './changes.ts'
import type { Comparison } from './comparison.ts'

type Right = Declarations['rights'][string]

/** Differences in the rights of persons, and in the backups. */
export function diffRights(comparison: Comparison): Change[] {
  const { before, after } = comparison
  const { added, removed, kept } = compareKeys(before.rights, after.rights)
  return [
    ...added.map((word) => tell(comparison, 'right-added', word)),
    ...removed.map((word) => tell(comparison, 'right-removed', word)),
    ...kept.flatMap((word) => diffRight(comparison, word, before.rights[word], after.rights[word])),
    ...diffBackups(comparison),
  ]
}

function diffRight(
  comparison: Comparison,
  word: string,
  before: Right = {},
  after: Right = {},
): Change[] {
  const changes: Change[] = []
  const [old, now] = [daysOf(before), daysOf(after)]
  if (old !== now) {
    const { within } = after
    const said = inEachLanguage((language) => {
      if (now === 0) return { nl: 'meteen', en: 'at once' }[language]
      return within ? sayDuration(within, language) : { nl: 'zelf', en: 'by yourself' }[language]
    })
    const code = now < old ? 'right-faster' : 'right-slower'
    changes.push(tell(comparison, code, word, { after: said }))
  }
  if (Boolean(before['self-service']) !== Boolean(after['self-service'])) {
    const code = after['self-service'] ? 'right-self-service-added' : 'right-self-service-removed'
    changes.push(tell(comparison, code, word))
  }
  if (before.after !== after.after) {
    changes.push(tell(comparison, 'right-condition-changed', word))
  }
  return changes
}

/** How long an answer may take; what has no term at all is the slowest. */
function daysOf(right: Right): number {
  if (right['at-once']) return 0
  return right.within === undefined ? Number.POSITIVE_INFINITY : durationDays(right.within)
}

function tell(
  comparison: Comparison,
  code: ChangeCode,
  right: string,
  values: Values = {},
): Change {
  const named = { right: comparison.word('rights', right), ...values }
  return change(code, `rights.${right}`, { of: 'right', right }, named)
}

function diffBackups({ before, after }: Comparison): Change[] {
  const changes: Change[] = []
  const subject = { of: 'statement' } as const
  const [old, now] = [durationDays(before.backups.keep), durationDays(after.backups.keep)]
  if (old !== now) {
    const values = {
      before: inEachLanguage((language) => sayDuration(before.backups.keep, language)),
      after: inEachLanguage((language) => sayDuration(after.backups.keep, language)),
    }
    const code = now < old ? 'backups-kept-shorter' : 'backups-kept-longer'
    changes.push(change(code, 'backups.keep', subject, values))
  }
  if (before.backups.every !== after.backups.every) {
    const values = {
      before: inEachLanguage((language) => sayInterval(before.backups.every, language)),
      after: inEachLanguage((language) => sayInterval(after.backups.every, language)),
    }
    changes.push(change('backups-made', 'backups.every', subject, values))
  }
  return changes
}
