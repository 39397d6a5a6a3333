/** Surveys that a party commissions, and research that people object to. */
export { type Commission, deliverWords, readCommission } from './commission.ts'
export { SURVEY_CHECKS } from './checks.ts'
export { mailSurveys } from './mailing.ts'
export {
  ASKED_MAX,
  listAsked,
  objectByLink,
  objectToResearch,
  ownResearch,
  readStopLink,
  rejoinResearch,
  RESEARCH,
  type Research,
  type ResearchStand,
} from './objecting.ts'
export { SurveyLinks } from './survey-link.ts'
export {
  beginSurvey,
  chooseForSurvey,
  findSurvey,
  listCommissioners,
  listSurveyProgrammes,
  listSurveys,
  planSurvey,
  sendExample,
  STEERINGS,
  steerSurvey,
  type Survey,
  type SurveyChoice,
  type SurveyLine,
  type SurveyPost,
  surveyProgress,
  SURVEYS_PAGE,
  writeSurvey,
} from './survey.ts'
export { SURVEY_VOCABULARY } from './vocabulary.ts'
export { SURVEY_ERRORS, SURVEY_LEDGER_WORDS, SURVEY_PACKAGE_WORDS } from './words.ts'
