import type { Door } from '#entry/web/http/door.ts'
import type { CalendarPost } from '#modules/practice/index.ts'
import { AppError } from '#kernel/error.ts'

/** From where somebody makes appointments: for clients of one's own, standing in, or for others. */
export interface AgendaDesk {
  readonly activity: string
  /** Its calendar and appointments stand under this path. */
  readonly path: string
  /** Whether it is one's own calendar. */
  readonly own: boolean
}

export const COACH_AGENDA: AgendaDesk = { activity: 'coaching', path: '/werk/agenda', own: true }
export const PLANNER_AGENDA: AgendaDesk = {
  activity: 'planning',
  path: '/werk/planning',
  own: false,
}
/** Appointments of dossiers that one stands in for; they show in one's own calendar. */
export const SUBSTITUTE_AGENDA: AgendaDesk = {
  activity: 'substitution',
  path: '/werk/agenda/waarneming',
  own: true,
}

/** What news of an appointment needs. */
export function calendarPost({ visit }: Door): CalendarPost {
  const { organisation, site } = visit
  return {
    outbox: site.outbox,
    organisation: site.organisations.get(organisation)?.label ?? site.home.label,
  }
}

/** Where an appointment stands. */
export function appointmentPath(
  { path }: AgendaDesk,
  { dossierId, id }: { readonly dossierId: string; readonly id: string },
): string {
  return `${path}/afspraak/${dossierId}/${id}`
}

/** @throws `NOT_FOUND` where the statement lets the activity plan nothing. */
export async function expectPlanning(door: Door, { activity }: AgendaDesk): Promise<void> {
  const access = await door.access(activity)
  if (!access.can('appointments', 'insert')) throw new AppError('NOT_FOUND')
}
