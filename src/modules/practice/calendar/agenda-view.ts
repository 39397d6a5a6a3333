import { type RawBuilder, sql } from 'kysely'
import type { PersonName } from '#modules/practice/person.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { ReplyAnswer } from './reply.ts'
import { type Day, instantAt } from './wall-time.ts'
import type { AppointmentWay, BlockReason } from './words.ts'

/** Which side somebody stands on in making an appointment. */
export type Side = 'client' | 'practice'

/** How an appointment stands. */
export type AppointmentState =
  | 'planned'
  | 'confirmed'
  | 'tentative'
  | 'declined'
  | 'cancelled'
  | 'past'

/** Whether an appointment is still to come. */
export function isToCome(state: AppointmentState): boolean {
  return state !== 'cancelled' && state !== 'past'
}

interface AppointmentRow {
  readonly id: string
  readonly dossier_id: string
  readonly coach_id: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly way: AppointmentWay
  readonly series_id: string | null
  readonly sequence: number
  readonly reference: string
  readonly kind: string
  readonly given_name: string | null
  readonly initials: string | null
  readonly prefix: string | null
  readonly family_name: string | null
  readonly coach: string | null
  readonly cancelled_side: Side | null
  readonly confirmed: boolean
  readonly answer: ReplyAnswer | null
  readonly proposal_id: string | null
  readonly proposal_side: Side | null
  readonly proposal_times: Date[] | null
}

export interface Appointment {
  readonly id: string
  readonly dossierId: string
  readonly coachId: string
  /** Name, where the reader may know who works here. */
  readonly coach?: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly way: AppointmentWay
  readonly isSeries: boolean
  readonly sequence: number
  readonly state: AppointmentState
  readonly cancelledBy?: Side
  /** Number of the dossier. */
  readonly reference: string
  /** Name, where the statement lets the reader know it. */
  readonly client?: PersonName
  /** Other times that wait for an answer, and whose they are. */
  readonly proposal?: { readonly id: string; readonly side: Side; readonly times: readonly Date[] }
}

/** Days of a calendar: the first, and the first that is no longer in it. */
export interface Days {
  readonly from: Day
  readonly until: Day
}

const APPOINTMENTS_LIMIT = 2_000
const NONE = sql`select null where false`

/** What a calendar of these days shows. Opens no dossier: it shows cards. */
export function agendaReads(access: Access, days: Days): AgendaReads {
  return buildReads(access, days)
}

export type AgendaReads = ReturnType<typeof buildReads>

function buildReads(access: Access, { from, until }: Days) {
  const [first, last] = [instantAt(from, '00:00'), instantAt(until, '00:00')]
  const within = sql<boolean>`starts_at < ${last} and ends_at > ${first}`
  return {
    appointments: appointments(access, sql`a.starts_at < ${last} and a.ends_at > ${first}`),
    blocks: selectReadable(access, 'time_blocks', {
      needs: ['id', 'account_id', 'reason', 'starts_at', 'ends_at'],
    }).$if(access.can('time_blocks', 'select', 'starts_at'), (query) => query.where(within)),
    absences: selectReadable(access, 'absences', {
      needs: ['id', 'account_id', 'starts_on', 'ends_on'],
    }).$if(access.can('absences', 'select', 'starts_on'), (query) =>
      query.where(sql<boolean>`starts_on < ${until} and ends_on >= ${from}`),
    ),
    cancellations: selectReadable(access, 'absence_cancellations', { needs: ['absence_id'] }),
    members: selectReadable(access, 'members', { needs: ['account_id', 'name', 'left_at'] }),
    hours: selectReadable(access, 'working_hours', {
      needs: ['account_id', 'weekday', 'starts', 'ends'],
    }),
  }
}

/** The appointments within reach of a condition, the first first. */
function appointments(access: Access, where: RawBuilder<unknown>): WrittenQuery<AppointmentRow> {
  if (!access.can('appointments', 'select', 'starts_at'))
    return written(sql<AppointmentRow>`${NONE}`)
  const hasNames = access.can('clients', 'select', 'family_name')
  const names = ['given_name', 'initials', 'prefix', 'family_name'].map((column) =>
    hasNames ? sql.ref(`c.${column}`) : sql`null as ${sql.ref(column)}`,
  )
  const hasMembers = access.can('members', 'select', 'name')
  return written(sql<AppointmentRow>`
    select a.id, a.dossier_id, a.coach_id, a.starts_at, a.ends_at, a.way, a.series_id, a.sequence,
      d.reference, d.kind, ${sql.join(names)},
      ${hasMembers ? sql`m.name` : sql`null`} as coach,
      x.side as cancelled_side, exists (select from appointment_confirmations f
        where f.appointment_id = a.id and f.sequence = a.sequence) as confirmed,
      y.answer,
      p.id as proposal_id, p.side as proposal_side, p.times as proposal_times
    from appointments a
    join dossiers d on d.id = a.dossier_id
    ${hasNames ? sql`left join clients c on c.dossier_id = a.dossier_id` : sql``}
    ${hasMembers ? sql`left join members m on m.account_id = a.coach_id` : sql``}
    left join appointment_cancellations x on x.appointment_id = a.id
    left join appointment_replies y on y.appointment_id = a.id and y.sequence = a.sequence
    left join lateral (
      select q.id, q.side, q.times from appointment_proposals q
      where q.appointment_id = a.id and q.sequence = a.sequence
      order by q.proposed_at desc limit 1) p
      on not exists (select from appointment_proposal_answers w where w.proposal_id = p.id)
    where ${where}
    order by a.starts_at, a.id limit ${sql.lit(APPOINTMENTS_LIMIT)}`)
}

/** An appointment as a page shows it. */
function toAppointment(row: AppointmentRow, now = new Date()): Appointment {
  const { proposal_id: proposalId, proposal_side: side, proposal_times: times } = row
  return {
    id: row.id,
    dossierId: row.dossier_id,
    coachId: row.coach_id,
    ...(row.coach !== null && { coach: row.coach }),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    way: row.way,
    isSeries: row.series_id !== null,
    sequence: row.sequence,
    state: stateOf(row, now),
    ...(row.cancelled_side && { cancelledBy: row.cancelled_side }),
    reference: row.reference,
    ...(row.family_name !== null && {
      client: {
        familyName: row.family_name,
        ...(row.given_name && { givenName: row.given_name }),
        ...(row.initials && { initials: row.initials }),
        ...(row.prefix && { prefix: row.prefix }),
      },
    }),
    ...(proposalId && side && times && { proposal: { id: proposalId, side, times } }),
  }
}

function stateOf(row: AppointmentRow, now: Date): AppointmentState {
  if (row.cancelled_side) return 'cancelled'
  if (row.ends_at < now) return 'past'
  if (row.answer === 'declined' || row.answer === 'tentative') return row.answer
  return row.confirmed ? 'confirmed' : 'planned'
}

export interface Block {
  readonly id: string
  readonly accountId: string
  readonly reason: BlockReason
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Days on which somebody is away. */
export interface AwayDays {
  readonly accountId: string
  readonly startsOn: Day
  readonly endsOn: Day
}

export interface Agenda {
  readonly appointments: readonly Appointment[]
  readonly blocks: readonly Block[]
  readonly absences: readonly AwayDays[]
  /** Who works here, by account. */
  readonly members: ReadonlyMap<string, string>
  readonly hours: readonly WorkingHours[]
}

export interface WorkingHours {
  readonly accountId: string
  /** Monday is 1. */
  readonly weekday: number
  readonly starts: string
  readonly ends: string
}

type Rows = { readonly [Name in keyof AgendaReads]: RowsOf<AgendaReads[Name]> }

/** What `agendaReads` answered, of one member when that is asked. */
export function readAgenda(rows: Rows, accountId?: string): Agenda {
  const isWanted = (id: string): boolean => accountId === undefined || id === accountId
  const cancelled = new Set(rows.cancellations.map((row) => row.absence_id))
  return {
    appointments: rows.appointments
      .filter((row) => isWanted(row.coach_id))
      .map((row) => toAppointment(row)),
    blocks: rows.blocks
      .filter((row) => isWanted(row.account_id))
      .map((row) => ({
        id: row.id,
        accountId: row.account_id,
        reason: row.reason as BlockReason, // the table takes no other word
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      })),
    absences: rows.absences
      .filter((row) => isWanted(row.account_id) && !cancelled.has(row.id))
      .map((row) => ({
        accountId: row.account_id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      })),
    members: new Map(
      rows.members.filter((row) => !row.left_at).map((row) => [row.account_id, row.name]),
    ),
    hours: rows.hours.filter((row) => isWanted(row.account_id)).map(toHours),
  }
}

function toHours(row: Rows['hours'][number]): WorkingHours {
  const { account_id: accountId, weekday, starts, ends } = row
  return { accountId, weekday, starts: starts.slice(0, 5), ends: ends.slice(0, 5) }
}

/** Where an appointment is and what there is to say of it, as the opened dossier has it. */
export interface AppointmentDetails {
  readonly place?: string
  readonly remark?: string
}

/** The appointments of the opened dossier, with what stands with them. */
export function appointmentReads(access: Access, dossierId: string): AppointmentReads {
  return buildAppointmentReads(access, dossierId)
}

export type AppointmentReads = ReturnType<typeof buildAppointmentReads>

function buildAppointmentReads(access: Access, dossierId: string) {
  return {
    appointments: appointments(access, sql`a.dossier_id = ${dossierId}`),
    appointmentDetails: selectReadable(access, 'appointment_details', {
      needs: ['appointment_id'],
      shows: ['place', 'remark'],
      where: { dossier_id: dossierId },
    }),
  }
}

/** What `appointmentReads` answered, the first first. */
export function readAppointments(
  opening: Opening,
  rows: { readonly [Name in keyof AppointmentReads]: RowsOf<AppointmentReads[Name]> },
): (Appointment & AppointmentDetails)[] {
  const details = new Map(rows.appointmentDetails.map((row) => [row.appointment_id, row]))
  return rows.appointments.map((row) => {
    const { place, remark } = details.get(row.id) ?? {}
    return {
      ...toAppointment(row),
      ...(place && { place: opening.unseal('appointment_details.place', place) }),
      ...(remark && { remark: opening.unseal('appointment_details.remark', remark) }),
    }
  })
}
