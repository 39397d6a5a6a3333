import type { Door } from '#entry/web/http/door.ts'
import type { Post } from '#modules/practice/index.ts'

/** What a mail to the coach needs about an answer in a dossier. */
export function postToCoach({ visit }: Door, dossierId: string): Post {
  const { organisation, site } = visit
  return {
    outbox: site.outbox,
    organisation: site.organisations.get(organisation)?.label ?? site.home.label,
    key: site.keyOf(organisation),
    path: `/werk/dossiers/${dossierId}`,
  }
}
