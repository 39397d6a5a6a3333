import type { Text } from '#kernel/language.ts'

/** How a trajectory stands. */
export const TRAJECTORY_STATUSES = {
  prepared: { nl: 'in voorbereiding', en: 'being prepared' },
  running: { nl: 'loopt', en: 'running' },
  paused: { nl: 'onderbroken', en: 'paused' },
  finished: { nl: 'afgerond', en: 'finished' },
} as const satisfies Record<string, Text>

/** How a goal stands. */
export const GOAL_STATES = {
  open: { nl: 'open', en: 'open' },
  reached: { nl: 'bereikt', en: 'reached' },
  dropped: { nl: 'vervallen', en: 'dropped' },
} as const satisfies Record<string, Text>

/** Whose expectations of a trajectory are kept. */
export const EXPECTERS = {
  client: { nl: 'de cliënt', en: 'the client' },
  coach: { nl: 'de coach', en: 'the coach' },
  principal: { nl: 'de opdrachtgever', en: 'the principal' },
} as const satisfies Record<string, Text>

/** Who carries out an action. */
export const PERFORMERS = {
  client: { nl: 'de cliënt', en: 'the client' },
  coach: { nl: 'de coach', en: 'the coach' },
} as const satisfies Record<string, Text>

export type TrajectoryStatus = keyof typeof TRAJECTORY_STATUSES
export type GoalState = keyof typeof GOAL_STATES
export type Expecter = keyof typeof EXPECTERS
export type Performer = keyof typeof PERFORMERS
