import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { SURVEY_ERRORS } from '#modules/registry/index.ts'
import { beginSurveyPage } from './begin.tsx'
import { surveyChoicePage } from './choice.tsx'
import { commissionPage } from './commission.tsx'
import { surveysPage } from './list.tsx'
import { ownObjectionAct, ownRejoiningAct, ownResearchPage } from './own.tsx'
import { surveyPlanningPage } from './planning.tsx'
import { surveyWordsPage } from './said.tsx'
import { exampleAct, steerSurveyAct } from './steering.ts'
import { stopAct, stopPage } from './stop.tsx'
import { surveyStoppingPage } from './stopping.tsx'
import { surveyPage } from './survey.tsx'

registerExplanations(SURVEY_ERRORS)

/** Surveys: of who sends them, who commissions them, and who is asked. */
export const surveyRoutes: readonly Route[] = [
  surveysPage,
  beginSurveyPage,
  surveyPage,
  surveyWordsPage,
  surveyChoicePage,
  surveyPlanningPage,
  surveyStoppingPage,
  steerSurveyAct,
  exampleAct,
  commissionPage,
  stopPage,
  stopAct,
  ownResearchPage,
  ownObjectionAct,
  ownRejoiningAct,
]
