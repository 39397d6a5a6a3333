import type { Text } from '#kernel/language.ts'
import { durationDays, sayDuration } from '#statement/say/duration.ts'
import type { Declarations } from '#statement/shape.ts'
import {
  type Change,
  type ChangeSubject,
  change,
  compareKeys,
  inEachLanguage,
  lacking,
  type Values,
} from './change.ts'
import type { ChangeCode } from './changes.ts'
import { type Comparison, same } from './comparison.ts'

type Retention = Declarations['retention'][string]

/**
 * Differences in how long each part is kept, from when, and what the person can decide about it.
 */
export function diffRetention(comparison: Comparison): Change[] {
  const { before, after } = comparison
  const { added, removed, kept } = compareKeys(before.retention, after.retention)
  return [
    ...added.flatMap((part) => {
      const now = after.retention[part]
      if (!now) return []
      return [new RetentionDiff(comparison, part, now).tell('retention-added')]
    }),
    ...removed.map((part) => {
      const subject = { of: 'retention', part, from: [], keep: null } as const
      const values = { part: comparison.word('parts', part) }
      return change('retention-removed', `retention.${part}`, subject, values)
    }),
    ...kept.flatMap((part) => {
      const [old, now] = [before.retention[part], after.retention[part]]
      return old && now ? new RetentionDiff(comparison, part, now).diff(old) : []
    }),
  ]
}

class RetentionDiff {
  readonly #comparison: Comparison
  readonly #part: string
  readonly #after: Retention

  constructor(comparison: Comparison, part: string, after: Retention) {
    this.#comparison = comparison
    this.#part = part
    this.#after = after
  }

  tell(code: ChangeCode, values: Values = {}): Change {
    const { keep } = this.#after
    const subject: ChangeSubject = {
      of: 'retention',
      part: this.#part,
      from: eventsOf(this.#after),
      keep: keep === 'indefinitely' ? null : keep,
    }
    const said = { part: this.#comparison.word('parts', this.#part), after: sayKeep(this.#after) }
    return change(code, `retention.${this.#part}`, subject, { ...said, ...values })
  }

  diff(before: Retention): Change[] {
    return [...this.#period(before), ...this.#choices(before), ...this.#remainder(before)]
  }

  #period(before: Retention): Change[] {
    const changes: Change[] = []
    const [old, now] = [daysOf(before), daysOf(this.#after)]
    if (old !== now) {
      const code = now < old ? 'retention-shorter' : 'retention-longer'
      changes.push(this.tell(code, { before: sayKeep(before) }))
    }
    const events = (words: readonly string[]) => ({
      events: this.#comparison.words('events', words),
    })
    const later = lacking(eventsOf(this.#after), eventsOf(before))
    const earlier = lacking(eventsOf(before), eventsOf(this.#after))
    if (later.length > 0) changes.push(this.tell('retention-starts-later', events(later)))
    if (earlier.length > 0) changes.push(this.tell('retention-starts-earlier', events(earlier)))
    return changes
  }

  #choices(before: Retention): Change[] {
    const after = this.#after
    const decisions = (code: ChangeCode, words: readonly string[]) =>
      words.length === 0
        ? []
        : [this.tell(code, { decisions: this.#comparison.words('decisions', words) })]
    const [old, now] = [before, after].map((each) => [each.later ?? [], each.unless ?? []].flat())
    return [
      ...decisions('retention-choice-added', lacking(after.sooner, before.sooner)),
      ...decisions('retention-choice-removed', lacking(before.sooner, after.sooner)),
      ...decisions('retention-delay-added', lacking(now, old)),
      ...decisions('retention-delay-removed', lacking(old, now)),
    ]
  }

  #remainder(before: Retention): Change[] {
    const after = this.#after
    const particulars = (code: ChangeCode, words: readonly string[]) =>
      words.length === 0
        ? []
        : [this.tell(code, { particulars: this.#comparison.particulars(this.#part, words) })]
    const changes = [
      ...particulars('retention-remainder-added', lacking(after.holds, before.holds)),
      ...particulars('retention-remainder-removed', lacking(before.holds, after.holds)),
    ]
    if (unlinks(before) !== unlinks(after)) {
      const code = unlinks(after) ? 'retention-end-unlinks' : 'retention-end-destroys'
      changes.push(this.tell(code))
    }
    if (!same([before.because, before.basis], [after.because, after.basis])) {
      changes.push(this.tell('retention-reason-changed'))
    }
    return changes
  }
}

function unlinks(retention: Retention): boolean {
  return retention.then === 'unlink'
}

function eventsOf(retention: Retention): string[] {
  return [retention.from ?? []].flat().toSorted()
}

function daysOf({ keep }: Retention): number {
  return keep === 'indefinitely' ? Number.POSITIVE_INFINITY : durationDays(keep)
}

function sayKeep({ keep }: Retention): Text {
  return inEachLanguage((language) => sayDuration(keep, language))
}
