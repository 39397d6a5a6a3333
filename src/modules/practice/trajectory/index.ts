/** The trajectory of a client: goals, expectations, actions in weeks, and hours. */
export {
  ACTION_LIMIT,
  addAction,
  changeAction,
  completeAction,
  copyActions,
  removeAction,
  reopenAction,
  WEEK_LIMIT,
} from './action.ts'
export { actionTemplates, addTemplateAction, removeTemplateAction } from './action-template.ts'
export { writeExpectation } from './expectation.ts'
export { addGoal, changeGoal, GOAL_LIMIT, removeGoal } from './goal.ts'
export { saveTrajectory } from './trajectory.ts'
export {
  type ActionView,
  type GoalView,
  readTrajectory,
  trajectoryReads,
  type TrajectoryView,
} from './trajectory-view.ts'
export {
  EXPECTERS,
  GOAL_STATES,
  type GoalState,
  PERFORMERS,
  TRAJECTORY_STATUSES,
} from './words.ts'
