import type { DemoConsult, DemoEngagement, DemoSummary } from '#entry/demo/shape.ts'
import { after, MINUTE_MS, spread } from './act.ts'
import { byClient, byWhoIsThere } from './author.ts'
import type { Load } from './load.ts'

/** A version of a summary, in its place. */
interface Version {
  readonly engagement: DemoEngagement
  readonly consult: DemoConsult
  readonly summary: DemoSummary
  readonly before: DemoSummary | undefined
}

/** Not every summary is written on the hour; a second version follows its first by days. */
const SPREAD_MINUTES = 45

/** Notes the consults, with each version of their summaries and what the client said to it. */
export async function insertConsults(load: Load): Promise<void> {
  const { engagements } = load.data
  const held = engagements.flatMap((engagement) =>
    engagement.consults.map((consult) => ({ engagement, consult })),
  )
  await load.insert(
    'consults',
    held.map(({ engagement, consult }) => {
      const doing = byWhoIsThere(load, engagement, notedAt(consult))
      const { key, heldOn, minutes, way } = consult
      const row = {
        id: load.id(key),
        dossier_id: load.id(engagement.key),
        held_on: heldOn,
        minutes,
        way,
        noted_by: doing.by,
        noted_at: doing.at,
      }
      return { ...doing, row }
    }),
  )
  // A next version is only taken after the one before it was answered.
  for (let place = 0; ; place++) {
    const versions = held.flatMap(({ engagement, consult }) => {
      const summary = consult.summaries[place]
      const before = consult.summaries[place - 1]
      return summary ? [{ engagement, consult, summary, before }] : []
    })
    if (versions.length === 0) return
    await insertVersions(load, versions)
  }
}

/** A consult is noted when its summary is begun. */
function notedAt(consult: DemoConsult): Date {
  const [first] = consult.summaries
  if (first) return after(writtenAt(consult, first), -spread(`${consult.key} noted`, 6, 25))
  return after(`${consult.heldOn}T15:00:00Z`, spread(consult.key, 0, SPREAD_MINUTES))
}

function shiftOf({ key }: DemoConsult): number {
  return spread(key, -SPREAD_MINUTES, SPREAD_MINUTES)
}

function writtenAt(consult: DemoConsult, { writtenAt: moment }: DemoSummary): Date {
  return after(moment, shiftOf(consult))
}

async function insertVersions(load: Load, versions: readonly Version[]): Promise<void> {
  await load.insert(
    'summaries',
    versions.map(({ engagement, consult, summary, before }) => {
      const doing = byWhoIsThere(load, engagement, writtenAt(consult, summary))
      const row = {
        id: load.id(summary.key),
        dossier_id: load.id(engagement.key),
        consult_id: load.id(consult.key),
        replaces: before ? load.id(before.key) : null,
        body: load.seal(engagement, 'summaries.body', summary.body),
        written_by: doing.by,
        written_at: doing.at,
      }
      return { ...doing, row }
    }),
  )
  await load.insert(
    'dispatches',
    versions.flatMap(({ engagement, consult, summary }) => {
      if (summary.sentAt === undefined) return []
      const doing = byWhoIsThere(load, engagement, after(summary.sentAt, shiftOf(consult)))
      const row = { ...about(load, engagement, summary), sent_by: doing.by, sent_at: doing.at }
      return [{ ...doing, row }]
    }),
  )
  await insertAnswers(load, versions)
}

async function insertAnswers(load: Load, versions: readonly Version[]): Promise<void> {
  const answered = versions.flatMap(({ engagement, summary }) => {
    const { answer } = summary
    if (!answer) return []
    const at = after(answer.at, spread(summary.key, 0, 1) % MINUTE_MS)
    return [{ engagement, summary, answer, doing: byClient(load, engagement, at) }]
  })
  await load.insert(
    'approvals',
    answered.flatMap(({ engagement, summary, answer, doing }) => {
      if (answer.is !== 'approved') return []
      const by = { approved_by: doing.by, approved_at: doing.at }
      return [{ ...doing, row: { ...about(load, engagement, summary), ...by } }]
    }),
  )
  await load.insert(
    'disputes',
    answered.flatMap(({ engagement, summary, answer, doing }) => {
      if (answer.is !== 'disputed') return []
      const words = load.seal(engagement, 'disputes.words', answer.words)
      const by = { words, disputed_by: doing.by, disputed_at: doing.at }
      return [{ ...doing, row: { ...about(load, engagement, summary), ...by } }]
    }),
  )
}

function about(load: Load, engagement: DemoEngagement, { key }: DemoSummary) {
  return { summary_id: load.id(key), dossier_id: load.id(engagement.key) }
}
