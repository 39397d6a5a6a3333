import type { CalendarItem, CalendarLook } from '#entry/web/components/index.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  type Agenda,
  type Appointment,
  APPOINTMENT_WAYS,
  type Block,
  BLOCK_REASONS,
  isToCome,
  sayName,
  wallTimeOf,
} from '#modules/practice/index.ts'
import { type AgendaDesk, appointmentPath } from './desk.ts'

export const STATES = {
  planned: { nl: 'gepland', en: 'planned' },
  confirmed: { nl: 'bevestigd', en: 'confirmed' },
  tentative: { nl: 'cliënt komt misschien', en: 'client may come' },
  declined: { nl: 'cliënt komt niet', en: 'client does not come' },
  cancelled: { nl: 'afgezegd', en: 'cancelled' },
  past: { nl: 'geweest', en: 'over' },
  asksClient: { nl: 'cliënt vraagt andere tijd', en: 'client asks for another time' },
  asksPractice: { nl: 'wacht op keuze van cliënt', en: 'waits for the client’s choice' },
} satisfies Record<string, Text>

const words = {
  away: { nl: 'Afwezig', en: 'Away' },
}

/** Appointments as a calendar shows them. */
export function appointmentItems(
  appointments: readonly Appointment[],
  desk: AgendaDesk,
  language: Language,
): CalendarItem[] {
  return appointments.map((appointment) => {
    const { startsAt, endsAt, id, state, coach } = appointment
    const path = appointmentPath(desk, appointment)
    const movable = isToCome(state)
    const details = [
      say(APPOINTMENT_WAYS[appointment.way], language),
      say(stateText(appointment), language),
      ...(desk.own || !coach ? [] : [coach]),
    ]
    return {
      id,
      starts: wallText(startsAt),
      ends: wallText(endsAt),
      title: clientText(appointment),
      detail: details.join(', '),
      href: path,
      look: lookOf(appointment),
      ...(movable && { moveHref: `${path}/verplaatsen` }),
    }
  })
}

/** How an appointment stands. */
export function stateText({ state, proposal }: Appointment): Text {
  if (!proposal || !isToCome(state)) return STATES[state]
  return proposal.side === 'client' ? STATES.asksClient : STATES.asksPractice
}

/** With whom: a name where the statement gives it, or else the number of the dossier. */
export function clientText({ client, reference }: Appointment): string {
  return client ? sayName(client) : reference
}

function lookOf({ state, proposal }: Appointment): CalendarLook {
  if (!isToCome(state)) return 'over'
  if (proposal?.side === 'client' || state === 'declined') return 'asks'
  return state === 'confirmed' ? 'sure' : 'plain'
}

/** Blocked time and days away, as a calendar shows them. */
export function otherItems(agenda: Agenda, desk: AgendaDesk, language: Language): CalendarItem[] {
  const nameOf = (accountId: string): string | undefined =>
    desk.own ? undefined : agenda.members.get(accountId)
  const blocks = agenda.blocks.map((block) => blockItem(block, desk, nameOf(block.accountId)))
  const away = agenda.absences.map(({ accountId, startsOn, endsOn }, index) => ({
    id: `away-${index}`,
    starts: startsOn,
    ends: endsOn,
    title: [say(words.away, language), nameOf(accountId)].filter(Boolean).join(' · '),
    look: 'away' as const,
  }))
  return [...away, ...blocks]
}

function blockItem(block: Block, desk: AgendaDesk, detail: string | undefined): CalendarItem {
  const { id, reason, startsAt, endsAt } = block
  const path = `${desk.path}/blok/${id}`
  return {
    id,
    starts: wallText(startsAt),
    ends: wallText(endsAt),
    title: BLOCK_REASONS[reason],
    detail,
    look: 'own',
    ...(desk.own && { href: path, moveHref: `${path}/verplaatsen` }),
  }
}

/** A moment as the clock says it: `2026-11-23T14:30`. */
export function wallText(instant: Date): string {
  const { day, time } = wallTimeOf(instant)
  return `${day}T${time}`
}
