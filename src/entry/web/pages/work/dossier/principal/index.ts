import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { answerPage } from './answer-form.tsx'
import { progressPage } from './progress-form.tsx'

/** The pages about what goes to and comes from the principal, beside documents. */
export function principalContactRoutes(desk: Desk): Route[] {
  return [progressPage(desk), answerPage(desk)]
}
