import { ACTIONS, EXPECTATIONS, GOALS } from '#entry/demo/text/trajectory.ts'
import { addDays, countDays, dayOf, momentOn } from '#entry/demo/day.ts'
import type { DemoEngagement, DemoKind } from '#entry/demo/shape.ts'
import { acceptedAt } from './acceptance.ts'
import { after, MINUTE_MS, spread } from './act.ts'
import { byClient, byCoach } from './author.ts'
import type { Load } from './load.ts'

/** An engagement that began, with the day on which its weeks begin. */
export interface BegunEngagement extends DemoEngagement {
  readonly activatedAt: string
}

export function isBegun(engagement: DemoEngagement): engagement is BegunEngagement {
  return engagement.activatedAt !== undefined
}

/** Goals, expectations, actions and hours of whoever began, and the lists that they began with. */
export async function insertTrajectories(load: Load): Promise<void> {
  await insertTemplates(load)
  const begun = load.data.engagements.filter(isBegun)
  await load.insert(
    'trajectories',
    begun.map((each) => trajectoryOf(load, each)),
  )
  await insertGoals(load, begun)
  await insertExpectations(load, begun)
  await insertActions(load, begun)
}

async function insertTemplates(load: Load): Promise<void> {
  const at = new Date(momentOn(addDays(load.data.today, -40), 30))
  const kinds = new Set(load.data.engagements.map(({ kind }) => kind))
  const lines = [...kinds].flatMap((kind) =>
    ACTIONS[kind].map(({ body, performer, week, day }, index) => ({
      at,
      by: load.id('manager'),
      activity: 'template-keeping',
      row: {
        id: load.id(`${kind} action ${index}`),
        kind,
        body,
        performer,
        week,
        day: day ?? null,
        written_at: at,
      },
    })),
  )
  await load.insert('action_templates', lines)
}

const BUDGET_HOURS: Readonly<Record<DemoKind, number>> = {
  're-integration': 40,
  're-integration-second-track': 40,
  outplacement: 30,
  'career-check': 8,
  'career-coaching': 14,
  'case-management': 24,
}

function trajectoryOf(load: Load, engagement: BegunEngagement) {
  const { key, kind, activatedAt, closure } = engagement
  const doing = byCoach(load, engagement, after(activatedAt, 10 * MINUTE_MS))
  const row = {
    dossier_id: load.id(key),
    started_on: dayOf(activatedAt),
    project_number: `P-${activatedAt.slice(2, 4)}${activatedAt.slice(5, 7)}-${key.slice(7, 10)}`,
    status: closure ? 'finished' : 'running',
    budget_minutes: BUDGET_HOURS[kind] * 60,
  }
  return { ...doing, row }
}

async function insertGoals(load: Load, begun: readonly BegunEngagement[]): Promise<void> {
  const lines = begun.flatMap((engagement) =>
    GOALS[engagement.kind].flatMap(({ body, steps }, index) => {
      const at = after(engagement.activatedAt, (20 + index) * MINUTE_MS)
      const doing = byCoach(load, engagement, at)
      const goal = `${engagement.key} goal ${index}`
      const line = (key: string, text: string, partOf: string | null) => ({
        ...doing,
        row: {
          id: load.id(key),
          dossier_id: load.id(engagement.key),
          part_of: partOf,
          body: load.seal(engagement, 'goals.body', text),
          due_on: addDays(dayOf(engagement.activatedAt), partOf === null ? 180 : 60),
          state: engagement.closure || partOf !== null ? 'reached' : 'open',
          written_by: doing.by,
          written_at: at,
        },
      })
      return [
        line(goal, body, null),
        ...steps.map((step, rank) => line(`${goal} step ${rank}`, step, load.id(goal))),
      ]
    }),
  )
  await load.insert('goals', lines)
}

async function insertExpectations(load: Load, begun: readonly BegunEngagement[]): Promise<void> {
  const lines = begun.flatMap((engagement) =>
    Object.entries(EXPECTATIONS)
      .filter(([holder]) => holder !== 'principal' || engagement.party !== undefined)
      .flatMap(([holder, body], index) => {
        const accepted = acceptedAt(engagement)?.toISOString()
        const began = holder === 'client' ? accepted : engagement.activatedAt
        if (began === undefined || dayOf(began) >= load.data.today) return []
        const at = after(began, (40 + index) * MINUTE_MS)
        const doing = (holder === 'client' ? byClient : byCoach)(load, engagement, at)
        const row = {
          id: load.id(`${engagement.key} expects ${holder}`),
          dossier_id: load.id(engagement.key),
          holder,
          body: load.seal(engagement, 'expectations.body', body),
          written_by: doing.by,
          written_at: at,
        }
        return [{ ...doing, row }]
      }),
  )
  await load.insert('expectations', lines)
}

async function insertActions(load: Load, begun: readonly BegunEngagement[]): Promise<void> {
  const listed = begun.flatMap((engagement) =>
    ACTIONS[engagement.kind].map((action, index) => ({
      engagement,
      action,
      key: `${engagement.key} action ${index}`,
      written: byCoach(load, engagement, after(engagement.activatedAt, 60 * MINUTE_MS)),
    })),
  )
  await load.insert(
    'actions',
    listed.map(({ engagement, action, key, written }) => ({
      ...written,
      row: {
        id: load.id(key),
        dossier_id: load.id(engagement.key),
        body: load.seal(engagement, 'actions.body', action.body),
        performer: action.performer,
        week: action.week,
        day: action.day ?? null,
        written_by: written.by,
        written_at: written.at,
      },
    })),
  )
  const done = listed.flatMap(({ engagement, action, key }) => {
    const day = addDays(dayOf(engagement.activatedAt), action.week * 7 - 3)
    // The latest that came due is left to be done, so that something is late.
    const last = engagement.closure?.endedOn ?? addDays(load.data.today, -10)
    if (countDays(day, last) < 0) return []
    const at = new Date(momentOn(day, 200 + Math.floor(spread(key, 0, 120) / MINUTE_MS)))
    const doing = (action.performer === 'client' ? byClient : byCoach)(load, engagement, at)
    const row = {
      action_id: load.id(key),
      dossier_id: load.id(engagement.key),
      completed_by: doing.by,
      completed_at: at,
    }
    return [{ ...doing, row }]
  })
  await load.insert('action_completions', done)
}
