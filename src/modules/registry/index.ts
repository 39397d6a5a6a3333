/** A register of training: enrolment, verification, institutions and what happens meanwhile. */
export {
  type EnrolmentPost,
  enrolSelf,
  enrolStudent,
  inviteAgain,
  type Training,
} from './enrolment/enrolment.ts'
export { askEnrolmentLink } from './enrolment/enrolment-link.ts'
export {
  listOpenProgrammes,
  listTrainingPlaces,
  type OpenProgramme,
  type TrainingPlace,
} from './enrolment/place.ts'
export {
  CORRECTION_REASON_LIMIT,
  correctOnRequest,
  takeUpCorrection,
} from './enrolment/correction.ts'
export {
  correctRegistrant,
  enterRegistrant,
  findRegistrant,
  type Registrant,
  registrantName,
  type RegistrantSource,
  sayRegistrant,
} from './enrolment/registrant.ts'
export {
  didDocument,
  diplomaCredential,
  findRevocations,
  holderOf,
  type Issuer,
  issuerKey,
  issuerKeys,
  issuerOf,
  IssuerSeal,
  type Issuing,
  newSeed,
  type PublishedKey,
  renewIssuerKey,
  Signer,
  statusListCredential,
  withdrawIssuerKey,
} from './credentials/index.ts'
export {
  checkFile,
  CHECKED_BYTES_LIMIT,
  CREDENTIAL,
  DIPLOMA_CHECKS,
  DIPLOMA_ERRORS,
  DIPLOMA_LEDGER_WORDS,
  DIPLOMA_PACKAGE_WORDS,
  DIPLOMA_VOCABULARY,
  type DiplomaLine,
  diplomaReads,
  type DiplomaRows,
  DIPLOMAS_PAGE,
  diplomaState,
  type DiplomaState,
  listDiplomas,
  listHolders,
  listOwnCourses,
  listOwnDiplomas,
  listShares,
  type ShareLine,
  askReissue,
  downloadReads,
  endShare,
  type FileVerdict,
  findShared,
  groupedNumber,
  issueDiploma,
  type IssueLine,
  listToIssue,
  printDiploma,
  readDiploma,
  readDiplomaNumber,
  readShared,
  REVOCATION_REASONS,
  revokeDiploma,
  SHARE_DAYS,
  shareDiploma,
} from './diplomas/index.ts'
export { REGISTRY_CHECKS } from './checks.ts'
export { REGISTRY_ERRORS } from './errors.ts'
export { REGISTRY_LEDGER_WORDS } from './ledger-words.ts'
export { REGISTRY_PACKAGE_WORDS } from './package-words.ts'
export { changeEmployer, endTraining, interrupt, resume } from './training/course.ts'
export { submit } from './verification/submission.ts'
export { confirmMany } from './verification/many.ts'
export {
  confirmSubmission,
  REASON_LIMIT,
  rejectSubmission,
  type Verifier,
} from './verification/verification.ts'
export { remindOfVerifications } from './verification/reminder.ts'
export { tellSettled } from './verification/settled-mail.ts'
export {
  type AccreditationLine,
  type AccreditationState,
  applyForAccreditation,
  decideAccreditation,
  findAccreditation,
  ACCREDITATION_STATES,
  ACCREDITATIONS_PAGE,
  listAccreditations,
  recordVisit,
} from './programmes/accreditation.ts'
export {
  addProgramme,
  addVersion,
  listProgrammes,
  listVersions,
  retireProgramme,
  type ProgrammeLine,
  type VersionLine,
} from './programmes/programme.ts'
export {
  appointAdministrator,
  type Colleague,
  type ColleagueInvitation,
  dismissAdministrator,
  endColleague,
  listColleagueInvitations,
  listColleagues,
  withdrawColleagueInvitation,
} from './institutions/colleague.ts'
export {
  findInstitution,
  giveSort,
  INSTITUTIONS_PAGE,
  listInstitutions,
  listOtherParties,
  openInstitution,
} from './institutions/institution.ts'
export {
  listKeptInstitutions,
  listOwnInstitutions,
  listOwnRegistrations,
  listRegistrations,
  listToVerify,
  type OwnInstitution,
  type Place,
  programmeOfOpened,
  REGISTRATION_STATES,
  type RegistrationLine,
  type RegistrationState,
  REGISTRATIONS_PAGE,
  type Side,
} from './registration-list.ts'
export {
  readRegistration,
  type RegistrantView,
  registrationReads,
  type RegistrationView,
  type SubmissionView,
  type VerificationView,
} from './registration-view.ts'
export {
  type Bringing,
  describeRegisterProblem,
  IMPORT_ERRORS,
  IMPORT_LEDGER_WORDS,
  IMPORT_PACKAGE_WORDS,
  isRegisterTarget,
  LIKENESSES_SHOWN,
  type LikenessRow,
  openLikenesses,
  REGISTER_FILE_BYTES,
  REGISTER_TARGETS,
  registerImports,
  type RegisterMapping,
  type RegisterReport,
  settleLikeness,
  TAKING_OVER,
  type Undertaking,
  Undertakings,
} from './import/index.ts'
export { REGISTRY_VOCABULARY } from './vocabulary.ts'
export {
  beginSurvey,
  chooseForSurvey,
  type Commission,
  deliverWords,
  findSurvey,
  listAsked,
  listSurveyProgrammes,
  listCommissioners,
  listSurveys,
  mailSurveys,
  objectByLink,
  objectToResearch,
  ownResearch,
  planSurvey,
  readCommission,
  readStopLink,
  rejoinResearch,
  RESEARCH,
  type Research,
  type ResearchStand,
  sendExample,
  SURVEYS_PAGE,
  STEERINGS,
  steerSurvey,
  type Survey,
  SURVEY_CHECKS,
  SURVEY_ERRORS,
  SURVEY_LEDGER_WORDS,
  SURVEY_PACKAGE_WORDS,
  SURVEY_VOCABULARY,
  type SurveyChoice,
  type SurveyLine,
  SurveyLinks,
  type SurveyPost,
  surveyProgress,
  writeSurvey,
} from './surveys/index.ts'
export * from './audits/index.ts'
export * from './exports/index.ts'
