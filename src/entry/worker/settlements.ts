import { Outbox } from '#jobs/outbox.ts'
import { startPolling } from '#jobs/polling.ts'
import { tellSettled } from '#modules/registry/index.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { forEach } from './job.ts'

const EVERY_MS = 5_000

/**
 * Tells students what came of what they submitted, as fast as mail goes out. What fails is tried
 * again in a moment: nobody is told twice.
 *
 * @returns Stops it; resolves when the batch that was being done is done.
 */
export function startSettlements(
  platform: Platform,
  { master }: Installation,
  tell: (line: string) => void,
): () => Promise<void> {
  const outbox = new Outbox(master)
  const mail = async (): Promise<void> => {
    const rows = await platform.run(organisations)
    const titles = new Map(rows.map(({ id, label }) => [id, label]))
    await forEach(
      [...titles.keys()],
      (id) => tellSettled(platform, outbox, { id, title: titles.get(id) ?? id }),
      (line) => tell(`settlements ${line}`),
    )
  }
  return startPolling(mail, { everyMs: EVERY_MS })
}
