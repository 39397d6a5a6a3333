import type { DemoConsult, DemoEngagement } from '#entry/demo/shape.ts'
import { after, MINUTE_MS, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

/** What a coach does around a consult, and for how long. */
const AROUND = [
  { kind: 'preparation', minutes: 15, remark: 'Vorige samenvatting nagelezen.' },
  { kind: 'report', minutes: 30, remark: 'Samenvatting geschreven.' },
  { kind: 'contact', minutes: 10, remark: 'Kort gebeld over de afspraak.' },
  { kind: 'travel', minutes: 40, remark: '' },
  { kind: 'mail', minutes: 10, remark: '' },
] as const

const HOUR_MS = 60 * MINUTE_MS

/** Records what coaches did beside consults, of which the time is recorded by itself. */
export async function insertHours(load: Load): Promise<void> {
  const around = load.data.engagements.flatMap((engagement) =>
    engagement.consults
      .filter(({ by }) => by === engagement.coach)
      .flatMap((consult) => workAround(load, engagement, consult)),
  )
  await load.insert(
    'time_entries',
    around.map(({ doing, entry }) => ({ ...doing, row: entry })),
  )
  await load.insert(
    'time_remarks',
    around.flatMap(({ doing, engagement, entry, remark }) =>
      remark === ''
        ? []
        : [
            {
              ...doing,
              row: {
                entry_id: entry.id,
                dossier_id: entry.dossier_id,
                body: load.seal(engagement, 'time_remarks.body', remark),
              },
            },
          ],
    ),
  )
}

function workAround(load: Load, engagement: DemoEngagement, consult: DemoConsult) {
  const turn = spread(consult.key, 0, 99) / MINUTE_MS
  const two = [AROUND[Math.floor(turn) % AROUND.length], AROUND[1]]
  return [...new Set(two)].flatMap((work) => {
    if (!work) return []
    const at = after(`${consult.heldOn}T16:00:00Z`, spread(`${consult.key} ${work.kind}`, 0, 60))
    if (at.getTime() > Date.now() - HOUR_MS) return []
    const doing = byCoach(load, engagement, at)
    const entry = {
      id: load.id(`${consult.key} ${work.kind}`),
      dossier_id: load.id(engagement.key),
      day: consult.heldOn,
      minutes: work.minutes,
      kind: work.kind,
      billable: work.kind !== 'mail',
      noted_by: doing.by,
      noted_at: at,
    }
    return [{ engagement, doing, entry, remark: work.remark }]
  })
}
