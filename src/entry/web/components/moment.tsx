import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type Day,
  dayOf,
  formatDay,
  formatDayShort,
  formatPeriod,
  formatTime,
  formatTimes,
} from './calendar-text.ts'
import { useView } from './view.ts'

export interface DateTextProps {
  readonly day: Day | Date
  /** `short` is digits, for tables. */
  readonly form?: 'long' | 'short'
}

/** A day as a Dutch or English reader expects it. */
export function DateText({ day, form = 'long' }: DateTextProps): JSX.Element {
  const { language } = useView()
  const machine = typeof day === 'string' ? day : dayOf(day)
  return (
    <time datetime={machine}>
      {form === 'short' ? formatDayShort(machine, language) : formatDay(machine, language)}
    </time>
  )
}

/** The time of day of an instant, in the Netherlands. */
export function TimeText({ at }: { at: Date }): JSX.Element {
  return <time datetime={at.toISOString()}>{formatTime(at, useView().language)}</time>
}

/** An instant as day and time, in the Netherlands. */
export function Moment({ at }: { at: Date }): JSX.Element {
  const { language } = useView()
  return (
    <time datetime={at.toISOString()}>
      <span>{formatDay(at, language)},</span> <span>{formatTime(at, language)}</span>
    </time>
  )
}

export interface TimesProps {
  readonly from: Date
  readonly until: Date
}

/** From when to when, in the Netherlands: the day is said once when both are on it. */
export function Times({ from, until }: TimesProps): JSX.Element {
  const { language } = useView()
  const [day, last] = [dayOf(from), dayOf(until)]
  if (day !== last) {
    return (
      <>
        <Moment at={from} /> – <Moment at={until} />
      </>
    )
  }
  return (
    <span>
      <span>{formatDay(day, language)},</span> <span>{formatTimes(from, until, language)}</span>
    </span>
  )
}

export interface PeriodProps {
  readonly from: Day
  /** The last day of it; absent when it has no end yet. */
  readonly until?: Day | undefined
}

/** A period from one day up to and including another. */
export function Period({ from, until }: PeriodProps): JSX.Element {
  return <span>{formatPeriod({ from, until }, useView().language)}</span>
}
