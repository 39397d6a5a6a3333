import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { NavigationAnchor, type NavigationLink } from './navigation.tsx'
import { useSay } from './view.ts'

export interface TabsProps {
  /** Says for screen readers what these are parts of. */
  readonly label: Wording
  readonly tabs: readonly NavigationLink[]
}

/** As many as stand in two rows on a phone. */
const FEW = 5

/**
 * The parts of one thing, each a page with an address of its own. Where there are many, a phone
 * shows the current one, with the others folded under it.
 */
export function Tabs(props: TabsProps): JSX.Element {
  if (props.tabs.length <= FEW) return <TabBar {...props} />
  return (
    <>
      <div class="wide-only">
        <TabBar {...props} />
      </div>
      <FoldedTabs {...props} />
    </>
  )
}

function FoldedTabs({ label, tabs }: TabsProps): JSX.Element {
  const say = useSay()
  const current = tabs.find((tab) => tab.current)
  const waiting = tabs.reduce((sum, { count = 0 }) => sum + count, 0)
  return (
    <details class="folded-tabs" data-menu="">
      <summary>
        {say(current?.label ?? label)}
        {waiting > 0 && <span class="count">{waiting}</span>}
        <Icon name="down" />
      </summary>
      <nav aria-label={say(label)}>
        <ul>
          {tabs.map((link) => (
            <li>
              <NavigationAnchor link={link} look="menu-item" />
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}

function TabBar({ label, tabs }: TabsProps): JSX.Element {
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
