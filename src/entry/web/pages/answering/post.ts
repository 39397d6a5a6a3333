import type { Door } from '#entry/web/http/door.ts'
import type { Outbox } from '#jobs/outbox.ts'

/** What mails of these duties need: where they are queued, and the name that people know. */
export function postOf({ visit }: Door): {
  readonly outbox: Outbox
  readonly organisation: string
} {
  const { organisation, site } = visit
  return {
    outbox: site.outbox,
    organisation: site.organisations.get(organisation)?.label ?? site.home.label,
  }
}
