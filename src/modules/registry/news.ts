import { type RegistryNews, registryNewsMail } from '#jobs/mails/registry-news.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Runner } from '#store/platform.ts'

/** What mail about audits and signals needs that only a door knows. */
export interface RegistryPost {
  readonly outbox: Outbox
  /** The organisation, by the name that people know. */
  readonly organisation: string
}

/** Tells an account that there is something to read on a page. */
export async function tellAccount(
  tx: Runner,
  { outbox, organisation }: RegistryPost,
  told: { readonly accountId: string; readonly news: RegistryNews; readonly path: string },
): Promise<void> {
  const { accountId, news, path } = told
  await outbox.queue(tx, registryNewsMail, { organisation, news, path }, { accountId })
}
