import { findWaiting, tellAudience } from '#duties/studio/telling.ts'
import { Outbox } from '#jobs/outbox.ts'
import { startPolling } from '#jobs/polling.ts'
import { publishDue } from '#modules/publisher.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { describeKind, forEach } from './job.ts'

/** A version takes effect this long after midnight at most, or after somebody approved it. */
const LOOK_EVERY_MS = 5_000

/**
 * Looks again and again whether a version of a statement must become true or people must be told of
 * one. Looking is the worker's; the owner's connection is made only when there is something to do.
 */
export function startPublishing(
  platform: Platform,
  installation: Installation,
  tell: (line: string) => void,
): () => Promise<void> {
  const outbox = new Outbox(installation.master)
  const look = async (): Promise<void> => {
    const rows = await platform.run(organisations)
    const labels = new Map(rows.map(({ id, label }) => [id, label]))
    const work = async (id: string): Promise<void> => {
      const { by_owner: byOwner, by_mail: byMail } = await findWaiting(platform, id)
      if (byOwner) await publishDue(installation.url, id)
      if (!byOwner && !byMail) return
      const organisation = { id, label: labels.get(id) ?? id }
      while ((await tellAudience({ platform, outbox }, organisation)) > 0);
    }
    await forEach([...labels.keys()], work, (line) => tell(`statements ${line}`))
  }
  return startPolling(look, {
    everyMs: LOOK_EVERY_MS,
    onError: (error) => tell(`statements: ${describeKind(error)}`),
  })
}
