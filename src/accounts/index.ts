export {
  acceptInvitation,
  acceptInvitationSignedIn,
  findInvitation,
  type Invitation,
} from './acceptance.ts'
export { changeLanguage, listOrganisations } from './account.ts'
export { type Accounts, createAccounts } from './accounts.ts'
export {
  clearCookie,
  readCookie,
  writeCookie,
} from './cookie.ts'
export { confirmEmailChange, startEmailChange } from './email-change.ts'
export { ACCOUNT_ERRORS } from './errors.ts'
export { checkCsrf, csrfToken, newVisitor, readVisitor } from './form-token.ts'
export { inviteForParty, inviteMember, inviteToDossier, type NewMember } from './invitation.ts'
export { isOwnOrigin } from './origin.ts'
export { PASSWORD_MAX } from './password.ts'
export { changePassword } from './password-change.ts'

export { proveAgain } from './re-authentication.ts'
export { findRecovery, recover, startRecovery } from './recovery.ts'
export { renewRecoveryCodes } from './recovery-codes.ts'
export { rotateAccounts } from './rotation.ts'
export { giveRecoveryCode, giveSecondFactor, proveSecondFactor } from './second-factor.ts'
export { resetSecondFactor } from './second-factor-reset.ts'
export { tryingSecret } from './secret-try.ts'
export {
  beginTotp,
  confirmTotp,
  findSecondFactor,
  removeTotp,
  type SecondFactor,
  type SecondFactorSetup,
} from './second-factor-setup.ts'
export {
  endOtherSessions,
  endSession,
  type ListedSession,
  listSessions,
  readSession,
  type Session,
} from './session.ts'
export {
  type SignInResult,
  signIn,
  signOut,
  type Whence,
} from './sign-in.ts'
export { sweepAccounts } from './sweep.ts'
export { readToken, writeToken } from './token.ts'
