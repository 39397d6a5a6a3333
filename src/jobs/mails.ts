import type { MailWriter } from './mail-kind.ts'
import { accountChangedMail } from './mails/account-changed.ts'
import { answerLateMail } from './mails/answer-late.ts'
import { agendaChangedMail } from './mails/agenda-changed.ts'
import { appointmentNewsMail } from './mails/appointment-news.ts'
import { appointmentSoonMail } from './mails/appointment-soon.ts'
import { coachChangedMail } from './mails/coach-changed.ts'
import { complaintArrivedMail } from './mails/complaint-arrived.ts'
import { complaintDecidedMail } from './mails/complaint-decided.ts'
import { complaintReceivedMail } from './mails/complaint-received.ts'
import { consentAnsweredMail } from './mails/consent-answered.ts'
import { consentAskedMail } from './mails/consent-asked.ts'
import { consentEndingMail } from './mails/consent-ending.ts'
import { consentRecordedMail } from './mails/consent-recorded.ts'
import { demandMetMail } from './mails/demand-met.ts'
import { disclosureMadeMail } from './mails/disclosure-made.ts'
import { emailChangeMail } from './mails/email-change.ts'
import { enrolmentLinkMail } from './mails/enrolment-link.ts'
import { enrolmentWaitsMail } from './mails/enrolment-waits.ts'
import { erasureDoneMail } from './mails/erasure-done.ts'
import { handoverAnsweredMail } from './mails/handover-answered.ts'
import { handoverOfferedMail } from './mails/handover-offered.ts'
import { incidentReportedMail } from './mails/incident-reported.ts'
import { invoiceMail } from './mails/invoice.ts'
import { invitationMail } from './mails/invitation.ts'
import { packageReadyMail } from './mails/package-ready.ts'
import { paperOutMail } from './mails/paper-out.ts'
import { practiceEndsMail } from './mails/practice-ends.ts'
import { principalAnsweredMail } from './mails/principal-answered.ts'
import { principalAskedMail } from './mails/principal-asked.ts'
import { recipientNoticeMail } from './mails/recipient-notice.ts'
import { recoveryMail } from './mails/recovery.ts'
import { rectificationAskedMail } from './mails/rectification-asked.ts'
import { registryNewsMail } from './mails/registry-news.ts'
import { requestConfirmationMail } from './mails/request-confirmation.ts'
import { requestDueMail } from './mails/request-due.ts'
import { requestNewsMail } from './mails/request-news.ts'
import { retentionWarningMail } from './mails/retention-warning.ts'
import { statementChangedMail } from './mails/statement-changed.ts'
import { statementRetractedMail } from './mails/statement-retracted.ts'
import { statementSentMail } from './mails/statement-sent.ts'
import { diplomaIssuedMail } from './mails/diploma-issued.ts'
import { submissionSettledMail } from './mails/submission-settled.ts'
import { substitutionAnnouncedMail } from './mails/substitution-announced.ts'
import { suggestionLeftMail } from './mails/suggestion-left.ts'
import { summaryAnsweredMail } from './mails/summary-answered.ts'
import { summarySentMail } from './mails/summary-sent.ts'
import { summaryWaitsMail } from './mails/summary-waits.ts'
import { formAnsweredMail } from './mails/form-answered.ts'
import { formSharedMail } from './mails/form-shared.ts'
import { gatekeeperTermMail } from './mails/gatekeeper-term.ts'
import { signatureAskedMail } from './mails/signature-asked.ts'
import { signatureGivenMail } from './mails/signature-given.ts'
import { signatureWaitsMail } from './mails/signature-waits.ts'
import { surveyCommissionedMail } from './mails/survey-commissioned.ts'
import { surveyInvitationMail } from './mails/survey-invitation.ts'
import { termNearMail } from './mails/term-near.ts'
import { verificationsWaitMail } from './mails/verifications-wait.ts'

/** Every kind of mail that goes out; what is not here cannot be delivered. */
export const MAIL_KINDS: readonly MailWriter[] = [
  accountChangedMail,
  answerLateMail,
  agendaChangedMail,
  appointmentNewsMail,
  appointmentSoonMail,
  coachChangedMail,
  complaintArrivedMail,
  complaintDecidedMail,
  complaintReceivedMail,
  consentAnsweredMail,
  consentAskedMail,
  consentEndingMail,
  consentRecordedMail,
  demandMetMail,
  disclosureMadeMail,
  emailChangeMail,
  enrolmentLinkMail,
  enrolmentWaitsMail,
  erasureDoneMail,
  handoverAnsweredMail,
  handoverOfferedMail,
  incidentReportedMail,
  invitationMail,
  invoiceMail,
  packageReadyMail,
  paperOutMail,
  practiceEndsMail,
  principalAnsweredMail,
  principalAskedMail,
  recipientNoticeMail,
  recoveryMail,
  rectificationAskedMail,
  registryNewsMail,
  requestConfirmationMail,
  requestDueMail,
  requestNewsMail,
  retentionWarningMail,
  statementChangedMail,
  statementRetractedMail,
  statementSentMail,
  submissionSettledMail,
  diplomaIssuedMail,
  substitutionAnnouncedMail,
  suggestionLeftMail,
  summaryAnsweredMail,
  summarySentMail,
  summaryWaitsMail,
  formAnsweredMail,
  formSharedMail,
  gatekeeperTermMail,
  signatureAskedMail,
  signatureGivenMail,
  signatureWaitsMail,
  surveyCommissionedMail,
  surveyInvitationMail,
  termNearMail,
  verificationsWaitMail,
]
