import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { activateAct, beginPage } from './begin.tsx'
import { closingPage } from './closing.tsx'
import { consentPage, endAccessAct } from './consent.tsx'
import { consentsPage } from './consents.tsx'
import { changeConsultPage, newConsultPage } from './consult-form.tsx'
import { consultPage, sendSummaryAct } from './consult.tsx'
import { consultsPage } from './consults.tsx'
import { deliveryPage } from './delivery-form.tsx'
import { demandPage } from './demand.tsx'
import { detailsPage } from './details.tsx'
import { newDisclosurePage } from './disclosure-form.tsx'
import { discloseAct, disclosuresPage } from './disclosures.tsx'
import { newDocumentPage } from './document-form.tsx'
import { documentFile, documentPage, removeDocumentAct } from './document.tsx'
import { documentsPage } from './documents.tsx'
import { extraRoutes } from './extra/index.ts'
import { handoverPage, withdrawHandoverAct } from './handover.tsx'
import { invitePage, withdrawInvitationAct } from './invite.tsx'
import { looksPage } from './looks.tsx'
import { changeNotePage, newNotePage, removeNoteAct } from './note-form.tsx'
import { notesPage } from './notes.tsx'
import { overviewPage } from './overview.tsx'
import { paperRoutes } from '#entry/web/pages/work/paper/index.ts'
import { placingAct } from './placing.tsx'
import { peerCaseRoutes } from '#entry/web/pages/work/peer-review/index.ts'
import { professionalRoutes } from '#entry/web/pages/work/professionals/index.ts'
import { paperConsentPage, paperQuestion } from './paper-consent.tsx'
import { partnerPage } from './partner-form.tsx'
import { principalContactRoutes } from './principal/index.ts'
import { searchPage } from './search.tsx'
import { summaryPage } from './summary-form.tsx'
import { mailRoutes } from '#entry/web/pages/work/mails/index.ts'
import { toldWithdrawalPage } from './told-withdrawal.tsx'
import { timeRoutes } from '#entry/web/pages/work/time/index.ts'
import { formRoutes } from './forms/index.ts'
import { signingRoutes } from './signing/index.ts'
import { trajectoryRoutes } from './trajectory/index.ts'

/**
 * The pages of a dossier as it is seen from a desk. Fixed addresses stand before those with an id
 * in their place.
 */
export function dossierRoutes(desk: Desk): Route[] {
  return [
    overviewPage(desk),
    beginPage(desk),
    activateAct(desk),
    invitePage(desk),
    withdrawInvitationAct(desk),
    detailsPage(desk),
    closingPage(desk),
    ...paperRoutes(desk),
    handoverPage(desk),
    withdrawHandoverAct(desk),
    consultsPage(desk),
    newConsultPage(desk),
    consultPage(desk),
    changeConsultPage(desk),
    summaryPage(desk),
    sendSummaryAct(desk),
    notesPage(desk),
    newNotePage(desk),
    changeNotePage(desk),
    removeNoteAct(desk),
    placingAct(desk, 'notes'),
    documentsPage(desk),
    newDocumentPage(desk),
    documentPage(desk),
    documentFile(desk),
    removeDocumentAct(desk),
    placingAct(desk, 'documents'),
    consentsPage(desk),
    partnerPage(desk),
    paperConsentPage(desk),
    paperQuestion(desk),
    toldWithdrawalPage(desk),
    consentPage(desk),
    endAccessAct(desk),
    ...principalContactRoutes(desk),
    disclosuresPage(desk),
    newDisclosurePage(desk),
    deliveryPage(desk),
    discloseAct(desk),
    demandPage(desk),
    ...trajectoryRoutes(desk),
    ...formRoutes(desk),
    ...extraRoutes(desk),
    ...signingRoutes(desk),
    ...professionalRoutes(desk),
    ...peerCaseRoutes(desk),
    looksPage(desk),
    searchPage(desk),
    ...timeRoutes(desk),
    ...mailRoutes(desk),
  ]
}
