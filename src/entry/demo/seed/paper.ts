import { addDays } from '#entry/demo/day.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { after, MINUTE_MS, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

const CABINETS = ['Kast 1, plank 2', 'Kast 1, plank 3', 'Kast 2, plank 1', 'Archiefkamer, lade 4']
/** Paper has been for long replaced by the screen; some clients still like to read from it. */
const ONE_IN = 4
/** Paper of a service that ended goes within a year: what is older was destroyed. */
const DAYS_KEPT = 365
const DAY_MS = 24 * 60 * MINUTE_MS

/** Puts the paper of some clients in a cabinet, with the prints that are in it. */
export async function insertPaper(load: Load): Promise<void> {
  const yearAgo = addDays(load.data.today, -DAYS_KEPT)
  const some = load.data.engagements.filter(
    ({ closure, consults }, rank) =>
      consults.length > 0 && (closure ? closure.endedOn > yearAgo : rank % ONE_IN === 0),
  )
  await load.insert(
    'paper_moves',
    some.flatMap((engagement, rank) => movesOf(load, engagement, rank)),
  )
  await load.insert(
    'paper_items',
    some.flatMap((engagement) => printsOf(load, engagement)),
  )
}

/** Put away, and taken along to a consult and back: in the order in which it happened. */
function movesOf(load: Load, engagement: DemoEngagement, rank: number) {
  const [first] = engagement.consults
  if (!first) return []
  const place = CABINETS[rank % CABINETS.length] ?? ''
  const began = after(`${first.heldOn}T08:30:00Z`, spread(`${engagement.key} paper`, 0, 20))
  return (['placed', 'taken', 'returned'] as const).map((act, turn) => {
    const doing = byCoach(load, engagement, after(began, turn * 45 * MINUTE_MS))
    const row = {
      id: load.id(`${engagement.key} paper ${act}`),
      dossier_id: load.id(engagement.key),
      act,
      place: act === 'placed' ? place : '',
      day: first.heldOn,
      moved_by: doing.by,
      moved_at: doing.at,
    }
    return { ...doing, row }
  })
}

function printsOf(load: Load, engagement: DemoEngagement) {
  return engagement.documents.slice(0, 2).flatMap((document) => {
    const at = after(document.addedAt, DAY_MS + spread(document.key, 0, 60))
    if (at.getTime() > Date.now()) return []
    const doing = byCoach(load, engagement, at)
    const row = {
      id: load.id(`${document.key} print`),
      dossier_id: load.id(engagement.key),
      kind: 'document',
      item_id: load.id(document.key),
      title: load.seal(engagement, 'paper_items.title', document.title),
      went: 'file',
      printed_by: doing.by,
      printed_at: at,
    }
    return [{ ...doing, row }]
  })
}
