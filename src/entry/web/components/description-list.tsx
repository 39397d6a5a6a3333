import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

const words = {
  none: { nl: 'niet ingevuld', en: 'not filled in' },
}

export interface Description {
  readonly term: Wording
  /** `undefined`, `null` or an empty string shows that nothing was filled in. */
  readonly value: Child
}

export interface DescriptionListProps {
  readonly items: readonly Description[]
  /** Puts the values under the terms, for a narrow place. */
  readonly narrow?: boolean
}

/** Facts about one thing: a term and its value on each line. */
export function DescriptionList({ items, narrow }: DescriptionListProps): JSX.Element {
  const say = useSay()
  return (
    <dl class={narrow ? 'descriptions descriptions-narrow' : 'descriptions'}>
      {items.map(({ term, value }) => (
        <div>
          <dt>{say(term)}</dt>
          <dd>
            {value === undefined || value === null || value === '' ? (
              <span class="muted">{say(words.none)}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
