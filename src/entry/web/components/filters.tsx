import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import type { NavigationLink } from './navigation.tsx'
import { useSay } from './view.ts'

export interface FilterGroup {
  readonly label: Wording
  /** All choices, of which one is current; the first usually being "alles". */
  readonly options: readonly NavigationLink[]
}

/**
 * Narrows a list. Every choice is a link, so it works at once, without a script and with the back
 * button.
 */
export function Filters({ groups }: { groups: readonly FilterGroup[] }): JSX.Element {
  const say = useSay()
  return (
    <div class="filters">
      {groups.map(({ label, options }) => (
        <nav class="filter-group" aria-label={say(label)}>
          <span class="muted" aria-hidden="true">
            {say(label)}
          </span>
          <ul>
            {options.map((option) => (
              <li>
                <a href={option.href} aria-current={option.current ? 'true' : undefined}>
                  {say(option.label)}
                  {option.count === undefined ? null : <span class="count">{option.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  )
}
