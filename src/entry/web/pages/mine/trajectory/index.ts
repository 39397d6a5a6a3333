import type { Route } from '#entry/web/http/page.tsx'
import { ownExpectationPage } from './expectation.tsx'
import { ownFormPage } from './form.tsx'
import { ownActionActs, ownTrajectoryPage } from './trajectory.tsx'

/** One's own trajectory. */
export const ownTrajectoryRoutes: readonly Route[] = [
  ownTrajectoryPage,
  ...ownActionActs,
  ownExpectationPage,
  ownFormPage,
]
