import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { EXPORTS_ERRORS } from '#modules/registry/index.ts'
import { exportTablePage } from './handing-out.tsx'
import { planTallyPage } from './plan.tsx'
import { talliesPage } from './tallies.tsx'
import { callOffTallyAct, tallyPage } from './tally.tsx'

registerExplanations(EXPORTS_ERRORS)

/** Numbers for others in which nobody can be recognised. */
export const exportsRoutes: readonly Route[] = [
  talliesPage,
  planTallyPage,
  tallyPage,
  callOffTallyAct,
  exportTablePage,
]
