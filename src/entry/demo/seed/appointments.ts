import { addDays, type Day, workday } from '#entry/demo/day.ts'
import { createRandom } from '#entry/demo/random.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { COACHES } from '#entry/demo/staff.ts'
import { instantAt } from '#modules/practice/index.ts'
import { acceptedAt } from './acceptance.ts'
import { after, MINUTE_MS } from './act.ts'
import { byClient, byCoach } from './author.ts'
import type { Load } from './load.ts'

/** Where in a fortnight a coach has room: ten workdays, with these times on each. */
const TIMES = ['09:00', '10:30', '13:00', '14:30', '16:00'] as const
const FORTNIGHT = 10
/** Fortnights before and after this one. */
const ROUNDS = [-1, 0, 1, 2]
const MINUTES = 60
const PLANNED_DAYS_BEFORE = 24

interface Planned {
  readonly key: string
  readonly engagement: DemoEngagement
  readonly startsAt: Date
  readonly endsAt: Date
  readonly plannedAt: Date
}

/** Fills the calendars around today: appointments in services that run, and blocked time. */
export async function insertAppointments(load: Load): Promise<void> {
  const planned = COACHES.flatMap((coach) => planOf(load, coach))
  await load.owner.query('alter table appointments disable trigger guard_appointment')
  await load.insert(
    'appointments',
    planned.map(({ key, engagement, startsAt, endsAt, plannedAt }) => {
      const way = createRandom(key).pick(['office', 'office', 'video', 'phone', 'visit'] as const)
      const doing = byCoach(load, engagement, plannedAt)
      const row = {
        id: load.id(key),
        dossier_id: load.id(engagement.key),
        coach_id: load.id(engagement.coach),
        starts_at: startsAt,
        ends_at: endsAt,
        recurs_at: startsAt,
        way,
        planned_by: doing.by,
        planned_at: plannedAt,
      }
      return { ...doing, row }
    }),
  )
  await load.owner.query('alter table appointments enable trigger guard_appointment')
  await insertDetails(load, planned)
  await insertAnswers(load, planned)
  await insertBlocks(load)
}

function planOf(load: Load, coach: string): Planned[] {
  const { data } = load
  const running = data.engagements.filter(
    (each) => each.coach === coach && each.activatedAt !== undefined && !each.closure,
  )
  return running.flatMap((engagement, index) => {
    const time = TIMES[Math.floor(index / FORTNIGHT) % TIMES.length] ?? TIMES[0]
    return ROUNDS.flatMap((round) => {
      const day = workdayAfter(data.today, (index % FORTNIGHT) + 1 + round * FORTNIGHT)
      const isAway = data.absences.some(
        ({ member, startsOn, endsOn }) => member === coach && startsOn <= day && day <= endsOn,
      )
      if (isAway || day === data.today || day <= (engagement.activatedAt ?? '')) return []
      const startsAt = instantAt(day, time)
      const endsAt = after(startsAt, MINUTES * MINUTE_MS)
      const plannedAt = plannedMoment(load, engagement, day)
      return [
        { key: `${engagement.key} appointment ${round}`, engagement, startsAt, endsAt, plannedAt },
      ]
    })
  })
}

/** Some workdays after a day, or before it. */
function workdayAfter(day: Day, workdays: number): Day {
  const weeks = Math.floor(workdays / 5)
  let later = addDays(workday(day), weeks * 7)
  for (let left = workdays - weeks * 5; left > 0; left -= 1) later = workday(addDays(later, 1))
  return later
}

/** Appointments are made weeks before, but not before the service began nor after yesterday. */
function plannedMoment({ data }: Load, { activatedAt }: DemoEngagement, day: Day): Date {
  const before = addDays(day, -PLANNED_DAYS_BEFORE)
  const latest = addDays(data.today, -1)
  const planned = instantAt(before < latest ? before : latest, '16:40')
  const begun = after(activatedAt ?? planned.toISOString(), 5 * MINUTE_MS)
  return planned > begun ? planned : begun
}

async function insertDetails(load: Load, planned: readonly Planned[]): Promise<void> {
  await load.insert(
    'appointment_details',
    planned.flatMap(({ key, engagement, plannedAt }) => {
      const random = createRandom(`${key} details`)
      if (random.chance(0.4)) return []
      const seal = (column: string, text: string): Buffer =>
        load.seal(engagement, `appointment_details.${column}`, text)
      const row = {
        appointment_id: load.id(key),
        dossier_id: load.id(engagement.key),
        place: seal('place', `Voorbeeldkade 1, kamer ${random.int(1, 4)}`),
        remark: random.chance(0.5) ? seal('remark', 'Neem uw cv en uw actielijst mee.') : null,
      }
      return [{ ...byCoach(load, engagement, plannedAt), row }]
    }),
  )
}

/** Some confirmed, some cancelled; the client that visitors see first has something to choose. */
async function insertAnswers(load: Load, planned: readonly Planned[]): Promise<void> {
  const { today, engagements } = load.data
  const [first] = engagements
  const coming = planned.filter(({ startsAt }) => startsAt > instantAt(today, '00:00'))
  const shown = coming.filter(({ engagement }) => engagement === first)
  const others = coming.filter(({ engagement }) => engagement !== first)
  const drawn = others.map((each) => ({ each, draw: createRandom(each.key).int(1, 10) }))
  const about = ({ key, engagement }: Planned) => ({
    appointment_id: load.id(key),
    dossier_id: load.id(engagement.key),
  })
  await load.insert(
    'appointment_confirmations',
    drawn.flatMap(({ each, draw }) => {
      if (draw < 6 || !hasAccepted(each)) return []
      const doing = byClient(load, each.engagement, after(each.plannedAt, 90 * MINUTE_MS))
      const by = { sequence: 0, confirmed_by: doing.by, confirmed_at: doing.at }
      return [{ ...doing, row: { ...about(each), ...by } }]
    }),
  )
  await load.insert(
    'appointment_cancellations',
    drawn.flatMap(({ each, draw }) => {
      if (draw !== 1) return []
      const doing = byCoach(load, each.engagement, after(each.plannedAt, 90 * MINUTE_MS))
      return [{ ...doing, row: { ...about(each), cancelled_by: doing.by, cancelled_at: doing.at } }]
    }),
  )
  await insertProposals(
    load,
    shown,
    drawn.flatMap(({ each, draw }) => (draw === 2 && hasAccepted(each) ? [each] : [])),
  )
}

/** Whether the client could look along already when the appointment was made. */
function hasAccepted({ engagement, plannedAt }: Planned): boolean {
  const accepted = acceptedAt(engagement)
  return accepted !== undefined && accepted < plannedAt
}

async function insertProposals(
  load: Load,
  byPractice: readonly Planned[],
  asked: readonly Planned[],
): Promise<void> {
  const [, second] = byPractice
  const rows = [
    ...(second ? [{ of: second, doing: byCoach(load, second.engagement, second.plannedAt) }] : []),
    ...asked.map((of) => ({ of, doing: byClient(load, of.engagement, of.plannedAt) })),
  ]
  await load.insert(
    'appointment_proposals',
    rows.map(({ of, doing }) => {
      const at = after(doing.at, 100 * MINUTE_MS)
      const day = of.startsAt.toISOString().slice(0, 10)
      const times = [1, 2].map((later) => instantAt(workdayAfter(day, later), '11:30'))
      const row = {
        id: load.id(`${of.key} proposal`),
        appointment_id: load.id(of.key),
        dossier_id: load.id(of.engagement.key),
        times: times.map((each) => each.toISOString()),
        side: doing.activity === 'self-service' ? 'client' : 'practice',
        proposed_by: doing.by,
        proposed_at: at,
      }
      return { ...doing, at, row }
    }),
  )
  // Who acts is told by the session, and there is none here.
  const ids = asked.map((of) => load.id(`${of.key} proposal`))
  await load.owner.query(
    `update appointment_proposals set side = 'client' where id = any ($1::uuid[])`,
    [ids],
  )
}

const BLOCKS = [
  { weekday: 2, reason: 'meeting', time: '12:00', minutes: 45 },
  { weekday: 5, reason: 'administration', time: '08:00', minutes: 45 },
] as const
const BLOCKED_WEEKS = [-1, 0, 1, 2, 3]

async function insertBlocks(load: Load): Promise<void> {
  const { today } = load.data
  const monday = addDays(today, 1 - (new Date(today).getUTCDay() || 7))
  await load.insert(
    'time_blocks',
    COACHES.flatMap((coach) =>
      BLOCKED_WEEKS.flatMap((week) =>
        BLOCKS.map(({ weekday, reason, time, minutes }) => {
          const startsAt = instantAt(addDays(monday, week * 7 + weekday - 1), time)
          const row = {
            id: load.id(`${coach} block ${week} ${weekday}`),
            account_id: load.id(coach),
            reason,
            starts_at: startsAt,
            ends_at: after(startsAt, minutes * MINUTE_MS),
          }
          const at = instantAt(addDays(today, -PLANNED_DAYS_BEFORE), '09:05')
          return { at, by: load.id(coach), activity: 'coaching', row }
        }),
      ),
    ),
  )
}
