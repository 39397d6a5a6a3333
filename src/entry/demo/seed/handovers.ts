import { addDays, momentOn } from '#entry/demo/day.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

interface DemoHandover {
  readonly from: string
  readonly to: string
  readonly daysAgo: number
  readonly decision?: 'declined' | 'withdrawn'
}

/** What coaches offered each other: two wait for an answer, two did not go on. */
const HANDOVERS: readonly DemoHandover[] = [
  { from: 'coach-2', to: 'coach-1', daysAgo: 2 },
  { from: 'coach-3', to: 'coach-1', daysAgo: 1 },
  { from: 'coach-1', to: 'coach-4', daysAgo: 40, decision: 'declined' },
  { from: 'coach-4', to: 'coach-2', daysAgo: 25, decision: 'withdrawn' },
]

/** Offers dossiers that run to colleagues, each another one. */
export async function insertHandovers(load: Load): Promise<void> {
  const taken = new Set<string>()
  for (const [place, handover] of HANDOVERS.entries()) {
    const engagement = load.data.engagements.find(
      (each) => each.coach === handover.from && isLongRunning(each) && !taken.has(each.key),
    )
    if (!engagement) continue
    taken.add(engagement.key)
    await insertHandover(load, engagement, { ...handover, key: `handover-${place + 1}` })
  }
}

function isLongRunning({ activatedAt, closure, partnerCoach }: DemoEngagement): boolean {
  return activatedAt !== undefined && !closure && !partnerCoach
}

async function insertHandover(
  load: Load,
  engagement: DemoEngagement,
  { key, to, daysAgo, decision }: DemoHandover & { readonly key: string },
): Promise<void> {
  const at = after(momentOn(addDays(load.data.today, -daysAgo), 0), spread(key, 540, 900))
  const doing = byCoach(load, engagement, at)
  const shared = { dossier_id: load.id(engagement.key) }
  await load.insert('handovers', [
    {
      ...doing,
      row: {
        id: load.id(key),
        ...shared,
        coach_id: load.id(to),
        offered_by: doing.by,
        offered_at: at,
      },
    },
  ])
  if (!decision) return
  const by = decision === 'withdrawn' ? doing.by : load.id(to)
  const activity = decision === 'withdrawn' ? 'coaching' : 'intake'
  const decidedAt = after(at, spread(`${key} answer`, 300, 2_000))
  await load.insert('handover_answers', [
    {
      at: decidedAt,
      by,
      activity,
      row: {
        handover_id: load.id(key),
        ...shared,
        decision,
        decided_by: by,
        decided_at: decidedAt,
      },
    },
  ])
}
