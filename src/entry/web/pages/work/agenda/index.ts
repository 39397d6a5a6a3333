import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { linkPages } from '#entry/web/pages/calendar/link.tsx'
import { CALENDAR_ERRORS } from '#modules/practice/index.ts'
import { agendaPages } from './agenda.tsx'
import { appointmentPages } from './appointment.tsx'
import { blockPages } from './block.tsx'
import { COACH_AGENDA } from './desk.ts'
import { movePages } from './move.ts'
import { planPages } from './plan.tsx'

registerExplanations(CALENDAR_ERRORS)

/** Calendars of those who work with clients, and of those who plan for them. */
export const agendaRoutes: readonly Route[] = [
  ...agendaPages,
  ...planPages,
  ...appointmentPages,
  ...movePages,
  ...blockPages,
  ...linkPages({ activity: COACH_AGENDA.activity, path: `${COACH_AGENDA.path}/koppeling` }),
]
