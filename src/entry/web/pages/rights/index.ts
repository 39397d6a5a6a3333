import { RIGHTS_ERRORS } from '#duties/rights/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { requestEntryPage } from './entry.tsx'
import { copyFile, deskCopyPage, identityPage, judgementAct } from './identity.tsx'
import { deskLetter, linkedLetter, ownLetter } from './letters.ts'
import { liftingPage, toldAct } from './lifting.tsx'
import { consentChoicePage, linkPage } from './link.tsx'
import { confirmationAct, confirmationPage, linkedPage, linkedWithdrawalAct } from './linked.tsx'
import { requestsPage } from './list.tsx'
import { liftAct, ownRightsPage } from './own.tsx'
import { ownAskPage } from './own-ask.tsx'
import { ownRequestPage, ownWithdrawalAct } from './own-request.tsx'
import { publicFormPage } from './public-form.tsx'
import { rectificationFinishAct, rectificationPage } from './rectification.tsx'
import { rectifiedPage } from './rectified.tsx'
import { relatedErasureAct } from './related.tsx'
import { requestPage } from './request.tsx'
import { stepPage } from './step.tsx'

registerExplanations(RIGHTS_ERRORS)

/** Requests under the rights of persons: asking them, handling them, and following them. */
export const rightsRoutes: readonly Route[] = [
  requestsPage,
  requestEntryPage,
  requestPage,
  relatedErasureAct,
  stepPage,
  identityPage,
  deskCopyPage,
  copyFile,
  judgementAct,
  linkPage,
  consentChoicePage,
  liftingPage,
  toldAct,
  deskLetter,
  ownRightsPage,
  ownAskPage,
  liftAct,
  ownRequestPage,
  ownWithdrawalAct,
  ownLetter,
  publicFormPage,
  confirmationPage,
  confirmationAct,
  linkedPage,
  linkedWithdrawalAct,
  linkedLetter,
  rectificationPage,
  rectificationFinishAct,
  rectifiedPage,
]
