import { sql } from 'kysely'
import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { dueOn, weekOf } from './schedule.ts'
import type { Expecter, GoalState, Performer, TrajectoryStatus } from './words.ts'

/** What an activity may see of the trajectory of one dossier, for one round trip. */
export function trajectoryReads(access: Access, dossierId: string): TrajectoryReads {
  return buildReads(access, dossierId)
}

export type TrajectoryReads = ReturnType<typeof buildReads>
export type TrajectoryRows = {
  readonly [Name in keyof TrajectoryReads]: RowsOf<TrajectoryReads[Name]>
}

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    trajectories: selectReadable(access, 'trajectories', {
      needs: ['dossier_id'],
      shows: ['started_on', 'project_number', 'status', 'budget_minutes'],
      where,
    }),
    goals: selectReadable(access, 'goals', {
      needs: ['id', 'part_of', 'body', 'due_on', 'state', 'written_at'],
      where,
    }),
    expectations: selectReadable(access, 'expectations', {
      needs: ['id', 'holder', 'body', 'written_by', 'written_at'],
      where,
    }),
    actions: selectReadable(access, 'actions', {
      needs: ['id', 'goal_id', 'body', 'performer', 'week', 'day', 'written_at'],
      where,
    }),
    completions: selectReadable(access, 'action_completions', {
      needs: ['action_id', 'completed_by', 'completed_at'],
      where,
    }),
    spent: access.can('time_entries', 'select', 'minutes')
      ? from
          .selectFrom('time_entries')
          .select(sql<number>`coalesce(sum(minutes), 0)::integer`.as('minutes'))
          .where('dossier_id', '=', dossierId)
      : from.selectNoFrom(sql<number>`0`.as('minutes')).where(sql<boolean>`false`),
  }
}

export interface GoalView {
  readonly id: string
  readonly body: string
  /** ISO date. */
  readonly dueOn?: string
  readonly state: GoalState
  readonly steps: readonly GoalView[]
}

export interface ExpectationView {
  readonly id: string
  readonly holder: Expecter
  readonly body: string
  readonly writtenBy: Actor
  readonly writtenAt: Date
}

export interface ActionView {
  readonly id: string
  readonly body: string
  readonly performer: Performer
  readonly week: number
  readonly day?: number
  readonly goalId?: string
  /** ISO date after which it is late. */
  readonly dueOn: string
  readonly late: boolean
  readonly done?: { readonly by: Actor; readonly at: Date }
}

/** How a trajectory stands. */
export interface TrajectoryView {
  /** ISO date from which weeks count: as it was set, or the day on which the dossier began. */
  readonly startedOn: string
  /** The week of today; 0 or less before the start. */
  readonly week: number
  readonly projectNumber: string
  readonly status?: TrajectoryStatus
  readonly budgetMinutes?: number
  /** Undefined when the activity may not know it. */
  readonly spentMinutes?: number
  readonly goals: readonly GoalView[]
  /** The newest of each holder, and after it what each wrote before. */
  readonly expectations: readonly ExpectationView[]
  /** In the order in which they fall due. */
  readonly actions: readonly ActionView[]
}

export interface TrajectoryFacts {
  /** ISO date of today. */
  readonly today: string
  /** When the dossier began, for weeks of a trajectory of which no start was set. */
  readonly startedAt: Date
  readonly actors: Actors
}

/** Unseals what `trajectoryReads` answered. */
export function readTrajectory(
  opening: Opening,
  rows: TrajectoryRows,
  { today, startedAt, actors }: TrajectoryFacts,
): TrajectoryView {
  const [row] = rows.trajectories
  const startedOn = row?.started_on ?? startedAt.toISOString().slice(0, 10)
  const [spent] = rows.spent
  return {
    startedOn,
    week: weekOf(startedOn, today),
    projectNumber: row?.project_number ?? '',
    ...(row?.status && { status: row.status as TrajectoryStatus }), // as in the table
    ...(typeof row?.budget_minutes === 'number' && { budgetMinutes: row.budget_minutes }),
    ...(spent && { spentMinutes: spent.minutes }),
    goals: readGoals(opening, rows.goals),
    expectations: readExpectations(opening, rows, actors),
    actions: readActions(opening, rows, { startedOn, today, actors }),
  }
}

function readGoals(opening: Opening, rows: TrajectoryRows['goals']): GoalView[] {
  const sorted = rows.toSorted((a, b) => a.written_at.getTime() - b.written_at.getTime())
  const under = (parent: string | null): GoalView[] =>
    sorted
      .filter((row) => row.part_of === parent)
      .map((row) => ({
        id: row.id,
        body: opening.unseal('goals.body', row.body),
        ...(row.due_on && { dueOn: row.due_on }),
        state: row.state as GoalState, // as in the table
        steps: parent === null ? under(row.id) : [],
      }))
  return under(null)
}

function readExpectations(
  opening: Opening,
  { expectations }: TrajectoryRows,
  actors: Actors,
): ExpectationView[] {
  return expectations
    .map((row) => ({
      id: row.id,
      holder: row.holder as Expecter, // as in the table
      body: opening.unseal('expectations.body', row.body),
      writtenBy: actors.who(row.written_by),
      writtenAt: row.written_at,
    }))
    .toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
}

interface ActionFacts {
  readonly startedOn: string
  readonly today: string
  readonly actors: Actors
}

function readActions(
  opening: Opening,
  { actions, completions }: TrajectoryRows,
  { startedOn, today, actors }: ActionFacts,
): ActionView[] {
  const done = new Map(completions.map((row) => [row.action_id, row]))
  return actions
    .map((row) => {
      const { week } = row
      const day = row.day ?? undefined
      const due = dueOn(startedOn, { week, day })
      const completion = done.get(row.id)
      return {
        id: row.id,
        body: opening.unseal('actions.body', row.body),
        performer: row.performer as Performer, // as in the table
        week,
        ...(day !== undefined && { day }),
        ...(row.goal_id && { goalId: row.goal_id }),
        dueOn: due,
        late: !completion && due < today,
        ...(completion && {
          done: { by: actors.who(completion.completed_by), at: completion.completed_at },
        }),
        writtenAt: row.written_at,
      }
    })
    .toSorted(
      (a, b) => a.dueOn.localeCompare(b.dueOn) || a.writtenAt.getTime() - b.writtenAt.getTime(),
    )
}
