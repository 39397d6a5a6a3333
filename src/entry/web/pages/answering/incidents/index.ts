import { INCIDENT_ERRORS } from '#duties/incidents/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { incidentPage } from './detail.tsx'
import { incidentsPage } from './list.tsx'
import { noticeChoicePage, noticeFile, noticePage } from './notices.tsx'
import { incidentReportPage, incidentThanksPage } from './report.tsx'
import { incidentAssessmentPage, incidentClosurePage, incidentDecisionPage } from './steps.tsx'

registerExplanations(INCIDENT_ERRORS)

/** Incidents: for everybody who works here to report, and for those who handle them. */
export const incidentRoutes: readonly Route[] = [
  incidentReportPage,
  incidentThanksPage,
  incidentsPage,
  incidentPage,
  incidentAssessmentPage,
  incidentDecisionPage,
  incidentClosurePage,
  noticeChoicePage,
  noticePage,
  noticeFile,
]
