import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

/** The notice of the statement, and the start of the service after it. */
export async function insertStarts(load: Load): Promise<void> {
  const { engagements } = load.data
  const told = engagements.flatMap((engagement) => {
    const { notice, key } = engagement
    return notice ? [{ engagement, notice, at: after(notice.shownAt, spread(key, 0, 9)) }] : []
  })
  await load.insert(
    'statement_notices',
    told.map(({ engagement, notice: { way, language }, at }) => ({
      ...byCoach(load, engagement, at),
      row: {
        id: load.id(`${engagement.key} notice`),
        dossier_id: load.id(engagement.key),
        version: load.versionAt(at).version,
        way,
        language,
        shown_by: load.id(engagement.coach),
        shown_at: at,
      },
    })),
  )
  await load.insert(
    'activations',
    engagements.flatMap((engagement) => {
      const { key, coach, activatedAt } = engagement
      if (activatedAt === undefined) return []
      const doing = byCoach(load, engagement, new Date(activatedAt))
      const row = {
        dossier_id: load.id(key),
        notice_id: load.id(`${key} notice`),
        activated_by: load.id(coach),
        activated_at: doing.at,
      }
      return [{ ...doing, row }]
    }),
  )
}
