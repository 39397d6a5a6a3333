import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { answerPage, newRequestPage } from './request-form.tsx'
import { professionalsPage, sendRequestAct } from './requests.tsx'

/** Questions to other professionals, in a dossier. */
export function professionalRoutes(desk: Desk): Route[] {
  return [professionalsPage(desk), newRequestPage(desk), sendRequestAct(desk), answerPage(desk)]
}
