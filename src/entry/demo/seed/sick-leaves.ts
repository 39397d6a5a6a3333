import { addDays, countDays, dayOf, momentOn } from '#entry/demo/day.ts'
import type { DemoKind } from '#entry/demo/shape.ts'
import { after, MINUTE_MS } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'
import { isBegun } from './trajectories.ts'

/** How long somebody is ill when the service is ordered, where the gatekeeper act applies. */
const SICK_DAYS: Partial<Record<DemoKind, number>> = {
  're-integration': 35,
  're-integration-second-track': 240,
}

/** Of who is in re-integration; some terms are near and some are over. */
export async function insertSickLeaves(load: Load): Promise<void> {
  const begun = load.data.engagements.filter(isBegun).filter(({ closure }) => !closure)
  const lines = begun
    .filter(({ kind }) => SICK_DAYS[kind] !== undefined)
    .map((engagement) => {
      const at = after(engagement.activatedAt, 15 * MINUTE_MS)
      const doing = byCoach(load, engagement, at)
      const row = {
        dossier_id: load.id(engagement.key),
        first_sick_on: addDays(engagement.orderedOn, -(SICK_DAYS[engagement.kind] ?? 0)),
        noted_by: doing.by,
        noted_at: at,
      }
      return { ...doing, row }
    })
  await load.insert('sick_leaves', lines)
  const { today } = load.data
  const done = begun
    .filter(({ kind, orderedOn }) => SICK_DAYS[kind] && countDays(orderedOn, today) > 30)
    .map((engagement) => {
      const day = addDays(engagement.orderedOn, 1)
      const at = new Date(momentOn(addDays(dayOf(engagement.activatedAt), 1), 60))
      const doing = byCoach(load, engagement, at)
      const [document] = engagement.documents
      const row = {
        dossier_id: load.id(engagement.key),
        step: 'problem-analysis',
        document_id: document === undefined ? null : load.id(document.key),
        done_on: day,
        done_by: doing.by,
        done_at: at,
      }
      return { ...doing, row }
    })
    .filter(({ row }) => row.document_id !== null)
  await load.insert('gatekeeper_completions', done)
}
