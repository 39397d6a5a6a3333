import { RETENTION_ERRORS } from '#duties/retention/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { PRACTICE_ERRORS } from '#modules/practice/index.ts'
import { ownAppointmentRoutes } from './appointments/index.ts'
import { consentAnswerAct, renewalAct, withdrawalAct } from './consents/answer.ts'
import { ownConsentPage, receiptFile } from './consents/consent.tsx'
import { consentsPage } from './consents/consents.tsx'
import { contentsPage } from './contents/contents.tsx'
import { ownDocumentPage } from './contents/document-form.tsx'
import { documentFile, documentShareAct } from './contents/document-file.ts'
import { ownNumberPage } from './extra/number.tsx'
import { detailsChangePage } from './details/change.tsx'
import { detailsPage } from './details/details.tsx'
import { disclosuresPage } from './disclosures.tsx'
import { termChoicePage } from './keeping/choice.tsx'
import { erasureRequestPage } from './keeping/erasure.tsx'
import { keepingPage } from './keeping/keeping.tsx'
import { ownDossiersPage } from './home.tsx'
import { looksPage } from './looks.tsx'
import { overviewPage } from './overview.tsx'
import { approvalAct } from './summaries/approval.ts'
import { disputePage } from './summaries/dispute.tsx'
import { supplementPage } from './summaries/supplement.tsx'
import { summariesPage } from './summaries/summaries.tsx'
import { summaryPage } from './summaries/summary.tsx'
import { ownProfessionalsPage } from './professionals/professionals.tsx'
import { ownFileArchive } from './taking/own-file.ts'
import { wholePage } from './taking/print.tsx'
import { ownPaperPage } from './paper/paper.tsx'
import { ownMailPage, ownTimeFile, ownTimePage } from './time/time.tsx'
import { takingPage } from './taking/taking.tsx'
import { ownSigningRoutes } from './signing/index.ts'
import { ownTrajectoryRoutes } from './trajectory/index.ts'

registerExplanations(PRACTICE_ERRORS)
registerExplanations(RETENTION_ERRORS)

/** A client's own pages. */
export const mineRoutes: readonly Route[] = [
  ownDossiersPage,
  overviewPage,
  ...ownAppointmentRoutes,
  summariesPage,
  summaryPage,
  approvalAct,
  disputePage,
  supplementPage,
  ...ownTrajectoryRoutes,
  ...ownSigningRoutes,
  contentsPage,
  ownDocumentPage,
  documentFile,
  documentShareAct,
  consentsPage,
  consentAnswerAct,
  withdrawalAct,
  renewalAct,
  receiptFile,
  ownConsentPage,
  disclosuresPage,
  ownProfessionalsPage,
  looksPage,
  detailsPage,
  detailsChangePage,
  keepingPage,
  termChoicePage,
  erasureRequestPage,
  takingPage,
  ownFileArchive,
  ownNumberPage,
  wholePage,
  ownTimePage,
  ownMailPage,
  ownPaperPage,
  ownTimeFile,
]
