import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

export interface NavigationLink {
  readonly label: Wording
  readonly href: string
  /** This is the page one is on, or the page one is under. */
  readonly current?: boolean
  /** How many things wait there. Zero shows nothing. */
  readonly count?: number
}

/** A part of the product, such as Werk, Mijn or Privacy, with its pages. */
export interface NavigationSection {
  readonly label: Wording
  readonly href: string
  readonly current?: boolean
  readonly links: readonly NavigationLink[]
  /** Its links stand in a row under the band, also on pages without links beside the content. */
  readonly row?: boolean
}

/** Who is signed in, and what their menu offers. */
export interface Account {
  readonly name: string
  /** In which function or for whom: "Coach", "Werkgever Het Veerhuis". */
  readonly detail?: Wording
  readonly links: readonly NavigationLink[]
  /** Where the form for signing out goes. */
  readonly signOutAction: string
}

/**
 * The links of one section, beside the content or in a row above it. On a phone they are in the
 * menu instead.
 */
export function SectionLinks({ section }: { section: NavigationSection }): JSX.Element {
  const say = useSay()
  return (
    <nav
      class={section.row ? 'row-nav wide-only' : 'aside-nav wide-only'}
      aria-label={say(section.label)}
    >
      <ul class={section.row ? 'page-width' : undefined}>
        {section.links.map((link) => (
          <li>
            <NavigationAnchor link={link} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface NavigationAnchorProps {
  readonly link: NavigationLink
  readonly look?: 'menu-item'
}

/**
 * One link of a navigation, marked for the eye and for screen readers when it is the current one.
 */
export function NavigationAnchor({ link, look }: NavigationAnchorProps): JSX.Element {
  return (
    <a href={link.href} class={look} aria-current={link.current ? 'page' : undefined}>
      {useSay()(link.label)}
      {link.count ? <span class="count">{link.count}</span> : null}
    </a>
  )
}
