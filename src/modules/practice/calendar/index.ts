/** Calendars: appointments with clients, time of one's own, links for calendar software. */
export {
  type Agenda,
  agendaReads,
  type Appointment,
  type AppointmentDetails,
  appointmentReads,
  type AppointmentState,
  type Block,
  isToCome,
  readAgenda,
  readAppointments,
} from './agenda-view.ts'
export { answerProposal, confirmAppointment, proposeTimes, TIMES_MAX } from './answer.ts'
export {
  cancelAppointment,
  moveAppointment,
  periodOf,
  APPOINTMENT_PLACE_LIMIT,
  planAppointments,
  REMARK_LIMIT,
  WEEKS_MAX,
} from './appointment.ts'
export { blockTime, type DayHours, freeTime, keepHours, moveBlock } from './block.ts'
export { plannableReads, type PlannableClient, readPlannable } from './clients.ts'
export { CALENDAR_ERRORS } from './errors.ts'
export { beginFeed, endFeed, feedTimes, ownFeed, writeFeed } from './feed.ts'
export { remindOfAppointments } from './reminder.ts'
export type { CalendarPost } from './telling.ts'
export {
  type Day,
  instantAt,
  isDay,
  laterDay,
  mondayOf,
  monthOf,
  wallTimeOf,
  weekdayOf,
  weekNumberOf,
} from './wall-time.ts'
export { APPOINTMENT_WAYS, BLOCK_REASONS } from './words.ts'
