/**
 * Diplomas: issued with a number, shared by their holders, checked by anybody, revoked for good.
 */
export { DIPLOMA_CHECKS } from './checks.ts'
export {
  downloadReads,
  printDiploma,
  readDiploma,
} from './download.ts'
export { DIPLOMA_ERRORS } from './errors.ts'
export { checkFile, CHECKED_BYTES_LIMIT, type FileVerdict } from './file-check.ts'
export {
  CREDENTIAL,
  issueDiploma,
  type IssueLine,
  listHolders,
  listToIssue,
  REVOCATION_REASONS,
  revokeDiploma,
} from './issue.ts'
export { DIPLOMA_LEDGER_WORDS } from './ledger-words.ts'
export {
  type DiplomaLine,
  diplomaReads,
  type DiplomaRows,
  DIPLOMAS_PAGE,
  diplomaState,
  type DiplomaState,
  listDiplomas,
  listOwnCourses,
  listOwnDiplomas,
  listShares,
  type ShareLine,
} from './list.ts'
export { askReissue } from './reissue.ts'
export { diplomaNumber, groupedNumber, readDiplomaNumber } from './number.ts'
export { DIPLOMA_PACKAGE_WORDS } from './package-words.ts'
export {
  endShare,
  findShared,
  readShared,
  SHARE_DAYS,
  shareDiploma,
} from './share.ts'
export { DIPLOMA_VOCABULARY } from './vocabulary.ts'
