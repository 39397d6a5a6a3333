import type { Door } from '#entry/web/http/door.ts'
import type { Post } from '#modules/practice/index.ts'

/** What mails about a dossier need, leading the client to the dossier's own page. */
export function postToClient({ visit }: Door, dossierId: string): Post {
  return { ...postFrom(visit), path: `/mijn/dossiers/${dossierId}` }
}

/** The same for a party that may read something of it. */
export function postToParty({ visit }: Door): Post {
  return { ...postFrom(visit), path: '/opdrachtgever' }
}

/** The same for a colleague, who is led to this page. */
export function postToColleague({ visit }: Door, path: string): Post {
  return { ...postFrom(visit), path }
}

function postFrom({ organisation, site }: Door['visit']): Omit<Post, 'path'> {
  const label = site.organisations.get(organisation)?.label ?? site.home.label
  return { outbox: site.outbox, organisation: label, key: site.keyOf(organisation) }
}
