import { startPolling } from '#jobs/polling.ts'
import { mailSurveys } from '#modules/registry/index.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { forEach } from './job.ts'

const EVERY_MS = 5_000

/**
 * Asks people for the surveys that are on their way, as fast as mail goes out. What fails is tried
 * again in a moment: nothing is asked twice.
 *
 * @returns Stops it; resolves when the batch that was being done is done.
 */
export function startSurveys(
  platform: Platform,
  { master }: Installation,
  tell: (line: string) => void,
): () => Promise<void> {
  const mail = async (): Promise<void> => {
    const rows = await platform.run(organisations)
    const titles = new Map(rows.map(({ id, label }) => [id, label]))
    await forEach(
      [...titles.keys()],
      (id) => mailSurveys(platform, master, { id, title: titles.get(id) ?? id }),
      (line) => tell(`surveys ${line}`),
    )
  }
  return startPolling(mail, { everyMs: EVERY_MS })
}
