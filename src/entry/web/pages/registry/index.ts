import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { REGISTRY_ERRORS } from '#modules/registry/index.ts'
import { courseRoutes } from './course.tsx'
import { askedPage } from './enrolling/asked.tsx'
import { selfEnrolPage } from './enrolling/self.tsx'
import { accreditedPage, renewAct } from './institution/accredited.tsx'
import { endColleagueAct, endColleaguePage } from './institution/colleague-end.tsx'
import {
  appointAct,
  colleaguesPage,
  dismissAct,
  withdrawInvitationAct,
} from './institution/colleagues.tsx'
import { STUDENTS, VERIFYING } from './institution/desk.ts'
import { enrolPage, inviteAgainPage } from './institution/enrol.tsx'
import { confirmAct, studentPage } from './institution/student.tsx'
import { studentsPage } from './institution/students.tsx'
import { togetherPage } from './institution/together.tsx'
import { verificationsPage } from './institution/verifications.tsx'
import { correctedTrainingPage } from './own/corrected-training.tsx'
import { ownPersonPage } from './own/person.tsx'
import { ownTrainingPage, submitAct } from './own/training.tsx'
import { accreditationPage, accreditationsPage } from './register/accreditations.tsx'
import { correctionPage, takeUpCorrectionAct } from './register/correction.tsx'
import { REGISTERING, REGISTRATIONS } from './register/desk.ts'
import { institutionRolePage } from './register/institution-role.tsx'
import { institutionPage, institutionsPage } from './register/institutions.tsx'
import { programmePage, programmesPage } from './register/programmes.tsx'
import { registrationPage, registrationsPage } from './register/registrations.tsx'
import { retireAct, retirePage } from './register/retirement.tsx'

registerExplanations(REGISTRY_ERRORS)

/** The register of training: for students, for institutions and for the registrar. */
export const registryRoutes: readonly Route[] = [
  askedPage,
  selfEnrolPage,
  ownTrainingPage,
  submitAct,
  correctedTrainingPage,
  ownPersonPage,
  ...courseRoutes({
    activity: 'self-service',
    path: '/mijn/dossiers/:id/opleiding',
    moves: true,
    after: '/mijn',
  }),
  studentsPage,
  studentPage,
  confirmAct,
  inviteAgainPage,
  ...courseRoutes({ activity: VERIFYING, path: `${STUDENTS}/:id`, moves: false, after: STUDENTS }),
  verificationsPage,
  togetherPage,
  enrolPage,
  colleaguesPage,
  appointAct,
  dismissAct,
  endColleaguePage,
  endColleagueAct,
  withdrawInvitationAct,
  accreditedPage,
  renewAct,
  registrationsPage,
  registrationPage,
  ...courseRoutes({
    activity: REGISTERING,
    path: `${REGISTRATIONS}/:id`,
    moves: true,
    after: '/register',
  }),
  programmesPage,
  programmePage,
  retirePage,
  retireAct,
  institutionsPage,
  institutionRolePage,
  institutionPage,
  accreditationsPage,
  accreditationPage,
  takeUpCorrectionAct,
  correctionPage,
]
