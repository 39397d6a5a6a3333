import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { type CalendarPost, type KnownAppointment, tellClient, tellCoach } from './telling.ts'
import { type Clock, type Day, instantAt, laterDay } from './wall-time.ts'
import type { AppointmentWay } from './words.ts'

/** Times of one series. */
export const WEEKS_MAX = 26
export const APPOINTMENT_PLACE_LIMIT = 200
export const REMARK_LIMIT = 2_000

/** A time by the clock in the Netherlands. */
export interface WallPeriod {
  readonly day: Day
  readonly time: Clock
  /** 5 to 600. */
  readonly minutes: number
}

export interface AppointmentPlan extends WallPeriod {
  /** UUID of the form. */
  readonly id?: string
  readonly way: AppointmentWay
  /** Left out where the activity may not write it. */
  readonly place?: string | undefined
  readonly remark?: string | undefined
  /** How many weeks in a row, at the same hour; once when left out, 26 at most. */
  readonly weeks?: number | undefined
  /** Also when something stands in the way. */
  readonly anyway?: boolean | undefined
  readonly post: CalendarPost
}

/**
 * Plans an appointment in the opened dossier, or the same one for some weeks, with whoever acts or
 * else with the responsible coach. The client gets an invitation. Returns the id of the first.
 *
 * @throws `CONFLICT_COACH`, `CONFLICT_CLIENT`, `CONFLICT_BLOCK`, `CONFLICT_ABSENCE` or
 *   `CONFLICT_HOURS`, unless it is to be planned anyway; `APPOINTMENT_PAST`;
 *   `COACH_NOT_OF_CLIENT`; `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function planAppointments(tx: OpenedDossier, plan: AppointmentPlan): Promise<string> {
  const { id = randomUUID(), day, time, minutes, weeks = 1, way } = plan
  const times = Array.from({ length: weeks }, (_, week) =>
    periodOf({ day: laterDay(day, 7 * week), time, minutes }),
  )
  const coachId = await readCoach(tx)
  await refuseConflicts(tx, { times, coachId, own: id, anyway: plan.anyway })
  const seriesId = weeks > 1 ? randomUUID() : null
  const planned = await tx.run(
    from
      .insertInto('appointments')
      .values(
        times.map(({ startsAt, endsAt }, index) => ({
          id: index === 0 ? id : randomUUID(),
          dossier_id: tx.dossierId,
          coach_id: coachId,
          starts_at: startsAt,
          ends_at: endsAt,
          way,
          series_id: seriesId,
        })),
      )
      .returning(KNOWN),
  )
  const appointments = planned.map(toKnown)
  for (const appointment of appointments) await writeDetails(tx, appointment.id, plan)
  await tellClient(tx, plan.post, { news: 'planned', appointments })
  await tellCoach(tx, plan.post, { id, coachId })
  return id
}

const KNOWN = [
  'id',
  'coach_id',
  'starts_at',
  'ends_at',
  'sequence',
  'series_id',
  'recurs_at',
] as const

interface KnownRow {
  readonly id: string
  readonly coach_id: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly sequence: number
  readonly series_id: string | null
  readonly recurs_at: Date
}

function toKnown(row: KnownRow): KnownAppointment {
  const { id, coach_id: coachId, starts_at: startsAt, ends_at: endsAt, sequence } = row
  const { series_id: seriesId, recurs_at: recursAt } = row
  return { id, coachId, startsAt, endsAt, sequence, seriesId, recursAt }
}

/**
 * An appointment of the opened dossier.
 *
 * @throws `NOT_FOUND`
 */
export async function readKnown(tx: OpenedDossier, id: string): Promise<KnownAppointment> {
  const [row] = await tx.run(
    from
      .selectFrom('appointments')
      .select(KNOWN)
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!row) throw new AppError('NOT_FOUND')
  return toKnown(row)
}

export interface AppointmentMove {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly way?: AppointmentWay | undefined
  readonly place?: string | undefined
  readonly remark?: string | undefined
  readonly anyway?: boolean | undefined
  readonly post: CalendarPost
}

/**
 * Moves an appointment, or changes how and where it is. Of another time the client is told.
 *
 * @throws As `planAppointments`; `APPOINTMENT_CANCELLED`; `NOT_FOUND`.
 */
export async function moveAppointment(tx: OpenedDossier, move: AppointmentMove): Promise<void> {
  const { id, startsAt, endsAt, way, post } = move
  const before = await readKnown(tx, id)
  const isMoved = +before.startsAt !== +startsAt || +before.endsAt !== +endsAt
  if (isMoved) {
    const times = [{ startsAt, endsAt }]
    await refuseConflicts(tx, { times, coachId: before.coachId, own: id, anyway: move.anyway })
  }
  const [row] = await tx.run(
    from
      .updateTable('appointments')
      .set({ starts_at: startsAt, ends_at: endsAt, ...(way && { way }) })
      .where('id', '=', id)
      .returning(KNOWN),
  )
  if (!row) throw new AppError('NOT_FOUND')
  await writeDetails(tx, id, move)
  if (row.sequence === before.sequence) return
  await tellClient(tx, post, { news: 'moved', appointments: [toKnown(row)] })
  await tellCoach(tx, post, before)
}

/**
 * Cancels an appointment and tells the other side; the client until a day before.
 *
 * @throws `APPOINTMENT_NEAR`, `APPOINTMENT_PAST`, `NOT_FOUND`, `DUPLICATE` when it was cancelled.
 */
export async function cancelAppointment(
  tx: OpenedDossier,
  { id, post }: { readonly id: string; readonly post: CalendarPost },
): Promise<void> {
  const appointment = await readKnown(tx, id)
  await tx.run(
    from
      .insertInto('appointment_cancellations')
      .values({ appointment_id: id, dossier_id: tx.dossierId }),
  )
  await tellClient(tx, post, { news: 'cancelled', appointments: [appointment] })
  await tellCoach(tx, post, appointment)
}

interface Period {
  readonly startsAt: Date
  readonly endsAt: Date
}

const MINUTE_MS = 60_000

/** The instants between which something is. */
export function periodOf({ day, time, minutes }: WallPeriod): Period {
  const startsAt = instantAt(day, time)
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS) }
}

async function readCoach(tx: OpenedDossier): Promise<string> {
  const [row] = await tx.run(written(sql<{ id: string | null }>`select coach_of_opened() as id`))
  if (!row?.id) throw new AppError('COACH_NOT_OF_CLIENT')
  return row.id
}

interface Wanted {
  readonly times: readonly Period[]
  readonly coachId: string
  readonly own: string
  readonly anyway: boolean | undefined
}

async function refuseConflicts(
  tx: OpenedDossier,
  { times, coachId, own, anyway = false }: Wanted,
): Promise<void> {
  if (anyway) return
  const starts = times.map(({ startsAt }) => startsAt)
  const ends = times.map(({ endsAt }) => endsAt)
  const [conflict] = await tx.run(
    written(sql<{ what: string }>`
      select what from unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) as t (s, e)
      cross join lateral appointment_conflicts(${coachId}::uuid, t.s, t.e, ${own}::uuid) as what
      limit 1`),
  )
  if (conflict) throw new AppError(`CONFLICT_${conflict.what.toUpperCase()}`, { field: 'anyway' })
}

/** Seals where it is and what there is to say; what is left out stays as it was. */
async function writeDetails(
  tx: OpenedDossier,
  id: string,
  { place, remark }: Pick<AppointmentPlan, 'place' | 'remark'>,
): Promise<void> {
  const cells = {
    ...(place !== undefined && { place: tx.seal('appointment_details.place', place) }),
    ...(remark !== undefined && { remark: tx.seal('appointment_details.remark', remark) }),
  }
  if (Object.keys(cells).length === 0) return
  const changed = await tx.run(
    from
      .updateTable('appointment_details')
      .set(cells)
      .where('appointment_id', '=', id)
      .returning('appointment_id'),
  )
  if (changed.length > 0 || (!place && !remark)) return
  await tx.run(
    from
      .insertInto('appointment_details')
      .values({ appointment_id: id, dossier_id: tx.dossierId, ...cells }),
  )
}
