import { ACCOUNT_ERRORS } from '#accounts/index.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { accountPage, endOthersAct, endSessionAct, recoveryCodesPage } from './account.tsx'
import { beginPage, signOutAct } from './begin.ts'
import { emailConfirmPage, emailPage, passwordPage, turnOffPage } from './change.tsx'
import { invitationAct, invitationPage } from './invitation.tsx'
import { forgottenPage, recoveryPage } from './recovery.tsx'
import { recoveryCodePage, secondStepPage } from './second-step.tsx'
import { accountSetUpPage, signInSetUpPage } from './set-up.tsx'
import { signInPage } from './sign-in.tsx'

registerExplanations(ACCOUNT_ERRORS)

export const accountRoutes: readonly Route[] = [
  signInPage,
  secondStepPage,
  recoveryCodePage,
  signInSetUpPage,
  beginPage,
  signOutAct,
  forgottenPage,
  recoveryPage,
  invitationPage,
  invitationAct,
  accountPage,
  endOthersAct,
  endSessionAct,
  recoveryCodesPage,
  passwordPage,
  emailPage,
  emailConfirmPage,
  accountSetUpPage,
  turnOffPage,
]
