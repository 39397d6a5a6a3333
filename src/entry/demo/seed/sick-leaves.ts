import { addDays, type Day, dayOf, momentOn } from '#entry/demo/day.ts'
import type { DemoKind } from '#entry/demo/shape.ts'
import { after, MINUTE_MS } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'
import { type BegunEngagement, isBegun } from './trajectories.ts'

/** How long somebody is ill when the service is ordered, where the gatekeeper act applies. */
const SICK_DAYS: Partial<Record<DemoKind, number>> = {
  're-integration': 35,
  're-integration-second-track': 240,
}

/**
 * Of who is in re-integration and signed a plan, of who has time for one, and of one who is late;
 * of others the employer watches the terms.
 */
export async function insertSickLeaves(load: Load): Promise<void> {
  const signed = await readSigned(load)
  const running = load.data.engagements
    .filter(isBegun)
    .filter(({ closure, kind }) => !closure && SICK_DAYS[kind] !== undefined)
  const isSigned = ({ key }: BegunEngagement) => signed.has(load.id(key))
  const isLate = (each: BegunEngagement) =>
    addDays(firstSickOn(each), PLAN_WEEK * 7) < load.data.today
  const late = running.find((each) => !isSigned(each) && isLate(each))
  const ill = running.filter((each) => isSigned(each) || !isLate(each) || each === late)
  const lines = ill.map((engagement) => {
    const at = after(engagement.activatedAt, 15 * MINUTE_MS)
    const doing = byCoach(load, engagement, at)
    const row = {
      dossier_id: load.id(engagement.key),
      first_sick_on: firstSickOn(engagement),
      noted_by: doing.by,
      noted_at: at,
    }
    return { ...doing, row }
  })
  await load.insert('sick_leaves', lines)
  await load.insert(
    'gatekeeper_completions',
    ill.flatMap((engagement) => completionsOf(load, engagement, signed)),
  )
}

const PLAN_WEEK = 8

function firstSickOn({ kind, orderedOn }: BegunEngagement): Day {
  return addDays(orderedOn, -(SICK_DAYS[kind] ?? 0))
}

/** The steps that are usually taken in time, with their weeks; of the others some are late. */
const TAKEN = [
  ['problem-analysis', 6],
  ['plan-of-action', PLAN_WEEK],
  ['notification', 42],
  ['first-year-review', 52],
] as const

function completionsOf(
  load: Load,
  engagement: BegunEngagement,
  signed: ReadonlyMap<string, string>,
) {
  const { activatedAt, documents, key } = engagement
  const id = load.id(key)
  const [first] = documents
  const papers: Readonly<Record<string, string | undefined>> = {
    'problem-analysis': first && load.id(first.key),
    'plan-of-action': signed.get(id),
    'first-year-review': first && load.id(first.key),
  }
  const sickOn = firstSickOn(engagement)
  const at = new Date(momentOn(addDays(dayOf(activatedAt), 1), 60))
  const doing = byCoach(load, engagement, at)
  return TAKEN.flatMap(([step, week]) => {
    const paper = papers[step]
    const doneOn = addDays(sickOn, week * 7 - 5)
    if (doneOn >= load.data.today || (step !== 'notification' && !paper)) return []
    const row = {
      dossier_id: id,
      step,
      document_id: paper ?? null,
      done_on: doneOn,
      done_by: doing.by,
      done_at: at,
    }
    return [{ ...doing, row }]
  })
}

/** A document that both signed, by dossier. */
async function readSigned({ owner }: Load): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ dossier: string; document: string }>(
    `select distinct on (dossier_id) dossier_id as dossier, document_id as document
     from signings where signed_by_both(document_id) order by dossier_id, asked_at`,
  )
  return new Map(rows.map(({ document, dossier }) => [dossier, document]))
}
