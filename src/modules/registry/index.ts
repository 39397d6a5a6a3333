/** A register of training: enrolment, verification, institutions and what happens meanwhile. */
export {
  type Announced,
  type EnrolmentPost,
  enrolSelf,
  enrolStudent,
  inviteAgain,
  type Training,
} from './enrolment/enrolment.ts'
export { askEnrolmentLink, type Applicant } from './enrolment/enrolment-link.ts'
export {
  listOpenProgrammes,
  listTrainingPlaces,
  type OpenProgramme,
  type TrainingPlace,
} from './enrolment/place.ts'
export {
  correctRegistrant,
  enterRegistrant,
  type Registrant,
  type RegistrantSource,
  sayRegistrant,
} from './enrolment/registrant.ts'
export { REGISTRY_ERRORS } from './errors.ts'
export { REGISTRY_LEDGER_WORDS } from './ledger-words.ts'
export { REGISTRY_PACKAGE_WORDS } from './package-words.ts'
export { changeEmployer, endTraining, interrupt, resume } from './training/course.ts'
export {
  submit,
  type SubmissionAbout,
  type SubmissionOutcome,
} from './verification/submission.ts'
export { confirmMany, type ManyConfirmed } from './verification/many.ts'
export {
  confirmSubmission,
  type Judged,
  REASON_LIMIT,
  rejectSubmission,
  type Verifier,
} from './verification/verification.ts'
export { REGISTRY_VOCABULARY } from './vocabulary.ts'
export {
  callOffTally,
  EXPORTS_ERRORS,
  EXPORTS_LEDGER_WORDS,
  EXPORTS_VOCABULARY,
  type ExportedTable,
  exportTable,
  type Field,
  FIELD_WORDS,
  FIELDS,
  makeTallies,
  type Measure,
  MEASURE_WORDS,
  MEASURES,
  planTally,
  rangeSayer,
  RESEARCH_EXPORTS,
  sayGroup,
  type SayRange,
  tableCsv,
  TABLES_LIMIT,
  talliesAnonymous,
  talliesQuery,
  type TallyExport,
  type TallyGroup,
  type TallyLine,
  tallyReads,
  type TallyTable,
  type TallyWord,
  type WantedTable,
  type WantedTally,
} from './exports/index.ts'
export {
  type AskedSurvey,
  beginSurvey,
  chooseForSurvey,
  type Commission,
  deliverWords,
  findSurvey,
  listAsked,
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
  STEERINGS,
  type Steering,
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
  type SurveySender,
  type SurveyWords,
  writeSurvey,
} from './surveys/index.ts'
