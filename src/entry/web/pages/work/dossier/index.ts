import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { activateAct, beginPage } from './begin.tsx'
import { changeConsultPage, newConsultPage } from './consult-form.tsx'
import { consultPage, sendSummaryAct } from './consult.tsx'
import { consultsPage } from './consults.tsx'
import { invitePage, withdrawInvitationAct } from './invite.tsx'
import { overviewPage } from './overview.tsx'
import { summaryPage } from './summary-form.tsx'

/** The pages of a dossier as it is seen from a desk. */
export function dossierRoutes(desk: Desk): Route[] {
  return [
    overviewPage(desk),
    beginPage(desk),
    activateAct(desk),
    invitePage(desk),
    withdrawInvitationAct(desk),
    consultsPage(desk),
    newConsultPage(desk),
    consultPage(desk),
    changeConsultPage(desk),
    summaryPage(desk),
    sendSummaryAct(desk),
  ]
}
