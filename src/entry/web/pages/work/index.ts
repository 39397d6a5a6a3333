import type { Route } from '#entry/web/http/page.tsx'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import { PRACTICE_ERRORS, REPORT_ERRORS } from '#modules/practice/index.ts'
import { newAbsencePage, moveAbsencePage } from './absence-form.tsx'
import { absencePage, cancelAbsenceAct } from './absence.tsx'
import { absencesPage } from './absences.tsx'
import { agendaRoutes } from './agenda/index.ts'
import { caseloadPage } from './caseload.tsx'
import { DESKS } from './desk.ts'
import { dossierRoutes } from './dossier/index.ts'
import { answerHandoverAct, handoversPage, overseenHandoversPage } from './handovers.tsx'
import { importPage } from './import/page.tsx'
import { intakePage } from './intake.tsx'
import { peerMeetingRoutes } from './peer-review/index.ts'
import { principalsPage } from './principals.tsx'
import { reportRoutes } from './reports/reports.tsx'
import { destroyLeftoverAct, registerPage } from './paper/register.tsx'
import { destroyMailAct, trayPage } from './mails/tray.tsx'
import { weekPage } from './time/week.tsx'
import { templateRoutes } from './templates/index.ts'

// What the practice refuses is explained alike on every page, of clients and principals too.
registerExplanations(PRACTICE_ERRORS)
registerExplanations(REPORT_ERRORS)

export const workRoutes: readonly Route[] = [
  caseloadPage,
  intakePage,
  ...agendaRoutes,
  absencesPage,
  newAbsencePage,
  absencePage,
  moveAbsencePage,
  cancelAbsenceAct,
  importPage,
  principalsPage,
  ...reportRoutes,
  weekPage,
  trayPage,
  destroyMailAct,
  registerPage,
  destroyLeftoverAct,
  handoversPage,
  answerHandoverAct,
  overseenHandoversPage,
  ...templateRoutes,
  ...peerMeetingRoutes,
  ...DESKS.flatMap(dossierRoutes),
]
