import { COMPLAINT_ERRORS } from '#duties/complaints/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { complaintPage } from './detail.tsx'
import { complaintEntryPage } from './entry.tsx'
import { arrivalLetterFile, outcomeLetterFile } from './letters.ts'
import { complaintsPage } from './list.tsx'
import { ownComplaintEntryPage, ownComplaintsPage } from './own-list.tsx'
import { ownAdditionPage, ownWithdrawalPage } from './own-steps.tsx'
import { ownComplaintPage, ownOutcomeLetterFile } from './own.tsx'
import { complaintThanksPage, publicComplaintPage } from './public.tsx'
import {
  acknowledgementAct,
  hearingPage,
  outcomePage,
  subjectPage,
  subjectRemovalAct,
} from './steps.tsx'

registerExplanations(COMPLAINT_ERRORS)

/** Complaints: for those who handle them, for clients, and for anybody. */
export const complaintRoutes: readonly Route[] = [
  complaintsPage,
  complaintEntryPage,
  complaintPage,
  arrivalLetterFile,
  outcomeLetterFile,
  hearingPage,
  outcomePage,
  subjectPage,
  subjectRemovalAct,
  acknowledgementAct,
  ownComplaintsPage,
  ownComplaintEntryPage,
  ownComplaintPage,
  ownOutcomeLetterFile,
  ownAdditionPage,
  ownWithdrawalPage,
  publicComplaintPage,
  complaintThanksPage,
]
