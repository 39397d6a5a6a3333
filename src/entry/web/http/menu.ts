import type { NavigationLink, NavigationSection } from '#entry/web/components/index.ts'
import type { Me } from './me.ts'
import type { Entry } from './menu-entry.ts'
import { GROUPS, NOTHING_ELSE } from './menu-groups.ts'

/**
 * The sections that an account can use here, with the page it is on marked.
 *
 * @param declares Whether the statement has an activity, or a category.
 */
export function menuFor(
  me: Me | undefined,
  path: string,
  declares: (activity: string) => boolean = () => true,
): NavigationSection[] {
  if (!me) return []
  const open = new Set(me.activities)
  // Whose only dossier is restricted reaches nothing, and must be able to lift that.
  if (open.size === 0 && !me.member) open.add(NOTHING_ELSE)
  const here = path.split('?')[0] ?? path
  const groups = GROUPS.map(({ label, entries, row }) => ({
    label,
    row,
    mine: entries.filter(
      ({ for: activities, needs, unless }) =>
        activities.some((activity) => open.has(activity)) &&
        (!needs || declares(needs)) &&
        (!unless || !declares(unless)),
    ),
  }))
  const current = closest(
    groups.flatMap(({ mine }) => mine),
    here,
  )
  return groups.flatMap(({ label, mine, row }) => {
    const [first] = mine
    if (!first) return []
    const links = mine.map((entry) => toLink(entry, entry === current))
    const isCurrent = links.some((link) => link.current)
    return [{ label, href: first.href, current: isCurrent, links, ...(row && { row }) }]
  })
}

const INVOICES = '/facturen'

/** Where an account begins: the first page that is open to it. */
export function startFor(me: Me): string {
  const has = (activity: string): boolean => me.activities.includes(activity)
  // Who only stands in has no clients of their own to begin with.
  if (has('substitution') && !has('coaching')) return '/werk?staat=waarneming'
  const pages = menuFor(me, '').flatMap(({ links }) => links.map(({ href }) => href))
  // Who pays comes for something else, unless there is nothing else.
  return pages.find((href) => href !== INVOICES) ?? pages[0] ?? '/account'
}

function closest(entries: readonly Entry[], path: string): Entry | undefined {
  return entries
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
}

function toLink({ label, href }: Entry, current: boolean): NavigationLink {
  return { label, href, current }
}
