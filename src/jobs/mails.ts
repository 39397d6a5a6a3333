import type { MailWriter } from './mail-kind.ts'
import { accountChangedMail } from './mails/account-changed.ts'
import { consentAnsweredMail } from './mails/consent-answered.ts'
import { consentAskedMail } from './mails/consent-asked.ts'
import { disclosureMadeMail } from './mails/disclosure-made.ts'
import { emailChangeMail } from './mails/email-change.ts'
import { invitationMail } from './mails/invitation.ts'
import { recoveryMail } from './mails/recovery.ts'
import { statementChangedMail } from './mails/statement-changed.ts'
import { summaryAnsweredMail } from './mails/summary-answered.ts'
import { summarySentMail } from './mails/summary-sent.ts'

/** Every kind of mail that goes out; what is not here cannot be delivered. */
export const MAIL_KINDS: readonly MailWriter[] = [
  accountChangedMail,
  consentAnsweredMail,
  consentAskedMail,
  disclosureMadeMail,
  emailChangeMail,
  invitationMail,
  recoveryMail,
  statementChangedMail,
  summaryAnsweredMail,
  summarySentMail,
]
