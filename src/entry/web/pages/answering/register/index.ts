import type { Route } from '#entry/web/http/page.tsx'
import { measurePage, reportPage } from './assessment-steps.tsx'
import { assessmentPage, measureDoneAct } from './assessment.tsx'
import { assessmentsPage, screeningPage } from './assessments.tsx'
import {
  ledgerFile,
  publicRegister,
  publicRegisterEntry,
  registerLinked,
  registerPaper,
  registerWorkbook,
} from './files.ts'
import { agreementChangePage, agreementEntryPage, processorsPage } from './processors.tsx'
import { registerEntryPage, registerPage } from './register.tsx'

/** The register of processing, processors and assessments, for the officer. */
export const registerRoutes: readonly Route[] = [
  registerPage,
  registerWorkbook,
  registerPaper,
  registerLinked,
  ledgerFile,
  registerEntryPage,
  publicRegister,
  publicRegisterEntry,
  processorsPage,
  agreementEntryPage,
  agreementChangePage,
  assessmentsPage,
  screeningPage,
  assessmentPage,
  measureDoneAct,
  reportPage,
  measurePage,
]
