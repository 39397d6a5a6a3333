import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { DateText } from './moment.tsx'
import { STATUSES, StatusBadge } from './status-badge.tsx'
import type { Tone } from './tone.ts'
import { useSay } from './view.ts'

const words = {
  more: { nl: 'Hoe wij dit nagaan', en: 'How we check this' },
}

/** How a clause of the statement stands. */
export type PromiseState = 'kept' | 'broken' | 'organisational' | 'no-mechanism' | 'stale'

export interface ClauseProps {
  /** Its id in the statement: `rei-16`. */
  readonly id: string
  /** The sentence, with its placeholders filled in. */
  readonly says: Wording
  readonly state: PromiseState
  /** Where its checks are told. */
  readonly href?: string
  /** Facts on its last check: when, by which check, on how many records. */
  readonly facts?: readonly Child[]
  /** What is wrong, when it is broken. */
  readonly wrong?: readonly Wording[]
}

/** One promise on the promises page: the sentence, whether it is kept, and how that is known. */
export function Clause(props: ClauseProps): JSX.Element {
  const { id, says, state, href, facts = [], wrong = [] } = props
  const say = useSay()
  return (
    <article class="promise" id={id}>
      <div>
        <StatusBadge status={state} />
      </div>
      <div>
        <p class="promise-says">{say(says)}</p>
        {wrong.map((fault) => (
          <p class="promise-wrong">{say(fault)}</p>
        ))}
        <p class="promise-facts">
          <span>{id}</span>
          {facts.map((fact) => (
            <span>{fact}</span>
          ))}
          {href && (
            <a href={href}>
              {say(words.more)}
              <span class="unseen">{` (${id})`}</span>
            </a>
          )}
        </p>
      </div>
    </article>
  )
}

const MARKS: Readonly<Record<Tone, string>> = {
  neutral: 'clause-mark tone-neutral',
  info: 'clause-mark tone-info',
  success: 'clause-mark tone-success',
  warning: 'clause-mark tone-warning',
  error: 'clause-mark tone-error',
}

export interface ClauseMarkProps {
  readonly state: PromiseState
  readonly href: string
  /** When it was last checked. */
  readonly checkedAt?: Date | undefined
}

/**
 * The state of a promise at the end of its sentence in the statement, with the way to its checks.
 */
export function ClauseMark({ state, href, checkedAt }: ClauseMarkProps): JSX.Element {
  const { label, tone, icon } = STATUSES[state]
  return (
    <a class={MARKS[tone]} href={href}>
      <Icon name={icon} />
      {useSay()(label)}
      {checkedAt && (
        <>
          {' '}
          <DateText day={checkedAt} form="short" />
        </>
      )}
    </a>
  )
}
