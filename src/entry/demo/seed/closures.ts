import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

/** Ends the services that ended. This comes last: a closed dossier takes nothing new. */
export async function insertClosures(load: Load): Promise<void> {
  await load.insert(
    'closures',
    load.data.engagements.flatMap((engagement) => {
      const { key, closure } = engagement
      if (!closure) return []
      const doing = byCoach(load, engagement, after(closure.closedAt, spread(key, 0, 20)))
      const row = {
        dossier_id: load.id(key),
        outcome: closure.outcome,
        ended_on: closure.endedOn,
        closed_by: doing.by,
        closed_at: doing.at,
      }
      return [{ ...doing, row }]
    }),
  )
}
