import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { actionActs, changeActionPage, newActionPage } from './action-form.tsx'
import { expectationPage } from './expectation-form.tsx'
import { reopenStepAct, sickLeavePage, stepPage } from './gatekeeper.tsx'
import { changeGoalPage, newGoalPage, removeGoalAct } from './goal-form.tsx'
import { trajectorySettingsPage } from './settings-form.tsx'
import { trajectoryPage } from './trajectory.tsx'

/** The trajectory in a dossier; fixed addresses stand before those with an id. */
export function trajectoryRoutes(desk: Desk): Route[] {
  return [
    trajectoryPage(desk),
    trajectorySettingsPage(desk),
    newGoalPage(desk),
    changeGoalPage(desk),
    removeGoalAct(desk),
    newActionPage(desk),
    ...actionActs(desk),
    changeActionPage(desk),
    expectationPage(desk),
    sickLeavePage(desk),
    stepPage(desk),
    reopenStepAct(desk),
  ]
}
