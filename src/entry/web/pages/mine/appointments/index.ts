import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { linkPages } from '#entry/web/pages/calendar/link.tsx'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { CALENDAR_ERRORS } from '#modules/practice/index.ts'
import { appointmentActs } from './acts.tsx'
import { appointmentsPage } from './appointments.tsx'

registerExplanations(CALENDAR_ERRORS)

/** A client's own appointments, and the link of their own calendar. */
export const ownAppointmentRoutes: readonly Route[] = [
  appointmentsPage,
  ...appointmentActs,
  ...linkPages({ activity: SELF_SERVICE, path: '/mijn/agenda' }),
]
