import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import type { NavigationLink } from './navigation.tsx'
import { useSay } from './view.ts'

export interface TabsProps {
  /** Says for screen readers what these are parts of. */
  readonly label: Wording
  readonly tabs: readonly NavigationLink[]
}

/** The parts of one thing, each a page with an address of its own. */
export function Tabs({ label, tabs }: TabsProps): JSX.Element {
  const say = useSay()
  return (
    <nav class="tabs" aria-label={say(label)}>
      {tabs.map((tab) => (
        <a class="tab" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {say(tab.label)}
          {tab.count ? <span class="count">{tab.count}</span> : null}
        </a>
      ))}
    </nav>
  )
}
