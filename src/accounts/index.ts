export {
  acceptInvitation,
  acceptInvitationSignedIn,
  findInvitation,
  type Invitation,
  type InvitationLink,
} from './acceptance.ts'
export { type AccountOrganisation, changeLanguage, listOrganisations } from './account.ts'
export { type Accounts, type AccountsOptions, createAccounts } from './accounts.ts'
export {
  clearCookie,
  cookieName,
  isSecureAddress,
  readCookie,
  writeCookie,
} from './cookie.ts'
export { confirmEmailChange, startEmailChange } from './email-change.ts'
export { ACCOUNT_ERRORS, type AccountErrorCode } from './errors.ts'
export { checkCsrf, csrfToken, newVisitor, readVisitor, type Visitor } from './form-token.ts'
export { type Invitee, inviteForParty, inviteMember, inviteToDossier } from './invitation.ts'
export { isOwnOrigin, type OriginHeaders } from './origin.ts'
export { PASSWORD_MAX, PASSWORD_MIN } from './password.ts'
export { changePassword } from './password-change.ts'
export { ACCOUNT_PATHS } from './paths.ts'
export { findRecovery, type Recovery, recover, startRecovery } from './recovery.ts'
export { renewRecoveryCodes } from './recovery-codes.ts'
export { rotateAccounts } from './rotation.ts'
export { giveRecoveryCode, giveSecondFactor } from './second-factor.ts'
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
  findSession,
  type ListedSession,
  listSessions,
  readSession,
  type Session,
} from './session.ts'
export {
  findSignIn,
  type SignIn,
  type SignInResult,
  signIn,
  signOut,
  type Whence,
} from './sign-in.ts'
export { sweepAccounts } from './sweep.ts'
export { readToken, writeToken } from './token.ts'
