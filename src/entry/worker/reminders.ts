import { Outbox } from '#jobs/outbox.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import {
  clearMeetings,
  remindOfGatekeeperTerms,
  remindOfLateAnswers,
  remindOfPaper,
  remindOfSignings,
  remindOfSummaries,
} from '#modules/practice/index.ts'
import { remindOfVerifications } from '#modules/registry/index.ts'
import type { Installation } from '#store/install.ts'
import { organisations, type Platform } from '#store/platform.ts'
import { forEach } from './job.ts'

interface Parts {
  readonly installation: Installation
  readonly platform: Platform
  readonly tell: (line: string) => void
}

/**
 * Every morning: summaries that clients left without an answer, answers that are late, documents
 * that wait for a signature, and terms that are near.
 */
export function reminderJob({ installation, platform, tell }: Parts): ScheduledJob {
  const outbox = new Outbox(installation.master)
  return {
    name: 'reminders',
    cron: '10 8 * * *',
    run: async () => {
      const rows = await platform.run(organisations)
      const titles = new Map(rows.map(({ id, label }) => [id, label]))
      const remind = async (id: string): Promise<void> => {
        const sender = { id, title: titles.get(id) ?? id }
        await remindOfSummaries(platform, outbox, sender)
        await remindOfPaper(platform, outbox, sender)
        await remindOfLateAnswers(platform, outbox, sender)
        await clearMeetings(platform, id)
        await remindOfSignings(platform, outbox, sender)
        await remindOfGatekeeperTerms(platform, outbox, sender)
        await remindOfVerifications(platform, outbox, sender)
      }
      await forEach([...titles.keys()], remind, (line) => tell(`reminders ${line}`))
    },
  }
}
