import type { Language } from '#kernel/language.ts'
import { findAbsence } from './absence.ts'
import { addDays, type Day, dayOf, type Moment, momentOn, workday } from './day.ts'
import type { EngagementPlan } from './plan.ts'
import { createDeck, type Random } from './random.ts'
import type { ConsultWay, DemoAbsence, DemoAnswer, DemoConsult, DemoSummary } from './shape.ts'
import { stagesOf, type SummaryWriter } from './summary.ts'
import { WISHED, WRONG } from './text/dispute.ts'

/** A day on which coach and client speak, or will. */
export interface Appointment {
  readonly day: Day
  readonly by: string
}

/** Days between two talks. */
const FEWEST_DAYS = 14
const MOST_DAYS = 21

/** Days between the last talk and the end, in which the last summary is approved. */
const DAYS_AFTER_LAST = 14

/** What is needed to know of absences: which there are, and for which of them the client agreed. */
export interface Cover {
  readonly absences: readonly DemoAbsence[]
  readonly agreed: ReadonlySet<string>
}

/**
 * Plans the talks of an engagement, every two or three weeks. In an absence the substitute takes
 * them over if the client agreed; otherwise they wait for the coach.
 */
export function planAppointments(
  plan: EngagementPlan,
  { absences, agreed }: Cover,
  random: Random,
): { held: Appointment[]; next: Day | undefined } {
  const held: Appointment[] = []
  const last = plan.ended ? addDays(plan.until, -DAYS_AFTER_LAST) : plan.until
  let day = workday(addDays(plan.startsOn, random.int(2, 6)))
  for (;;) {
    const absence = findAbsence(absences, plan.coach, day)
    const covered = absence !== undefined && agreed.has(absence.key)
    if (absence !== undefined && !covered) day = workday(addDays(absence.endsOn, 1))
    if (day > last) return { held, next: plan.ended ? undefined : day }
    held.push({ day, by: covered ? absence.substitute : plan.coach })
    day = workday(addDays(day, random.int(FEWEST_DAYS, MOST_DAYS)))
  }
}

/** Makes disputes that differ, over all engagements. */
export type DisputeWriter = (language: Language) => string

export function createDisputeWriter(random: Random): DisputeWriter {
  const wrong = createDeck(WRONG, random)
  const wished = createDeck(WISHED, random)
  return (language) => `${wrong()[language]} ${wished()[language]}`
}

/** What the talks of an engagement are made of. */
export interface ConsultFacts {
  readonly key: string
  readonly plan: EngagementPlan
  readonly language: Language
  readonly today: Day
  readonly appointments: readonly Appointment[]
  readonly next: Day | undefined
  readonly writer: SummaryWriter
  readonly dispute: DisputeWriter
  readonly random: Random
}

/** Writes the talks that took place, with their summaries and what the client answered. */
export function writeConsults(facts: ConsultFacts): DemoConsult[] {
  const { plan, appointments, random } = facts
  const talks = Math.max(appointments.length, Math.round(plan.days / 17.5))
  return appointments.map(({ day, by }, index) => {
    const isLast = plan.ended && index === appointments.length - 1
    const way = random.pick(WAYS)
    const key = `${facts.key}-consult-${index + 1}`
    const body = facts.writer.write({
      stages: stagesOf(plan.kind, index, talks, isLast),
      way,
      next: appointments[index + 1]?.day ?? facts.next,
    })
    const minutes = way === 'phone' ? 30 : random.pick([50, 60, 60, 75, 90])
    const summaries =
      plan.shown && index === appointments.length - 1
        ? [sendSummary(facts, key, day, body)]
        : writeSummaries(facts, key, day, body)
    return { key, heldOn: day, minutes, way, by, summaries }
  })
}

/** Most talks are at the office. */
const WAYS: readonly ConsultWay[] = [
  ...Array.from({ length: 5 }, () => 'office' as const),
  'elsewhere',
  'video',
  'phone',
]

/** Talks of the last days may still be a draft, or wait for the client. */
const RECENT_DAYS = 13

function writeSummaries(
  facts: ConsultFacts,
  key: string,
  day: Day,
  body: string,
): readonly DemoSummary[] {
  const { today, random } = facts
  const recent = day > addDays(today, -RECENT_DAYS)
  const sent = sendSummary(facts, key, day, body)
  const { sentAt, ...draft } = sent
  if (recent && random.chance(0.4)) return [draft]
  const answered = addDays(dayOf(sentAt), random.int(1, 6))
  const waits = random.chance(recent ? 0.5 : 0.05)
  if (answered >= today || waits) return [sent]
  if (!random.chance(0.07)) return [{ ...sent, answer: approvalOn(answered, random) }]
  const words = facts.dispute(facts.language)
  const answer = { is: 'disputed', at: momentOn(answered, 660), words } as const
  const disputed = { ...sent, answer }
  return [disputed, ...reviseSummary(facts, key, disputed)]
}

/** A first version, written within days after the talk and sent to the client. */
function sendSummary(
  { plan, random }: ConsultFacts,
  key: string,
  day: Day,
  body: string,
): DemoSummary & { readonly sentAt: Moment } {
  const written = earlier(workday(addDays(day, random.int(0, 2))), plan.until)
  const sent = earlier(workday(addDays(written, random.int(0, 1))), plan.until)
  const moments = { writtenAt: momentOn(written, 420), sentAt: momentOn(sent, 480) }
  return { key: `${key}-summary-1`, body, ...moments }
}

type Disputed = Extract<DemoAnswer, { readonly is: 'disputed' }>

/** After a dispute most coaches send a second version, if there has been time for it. */
function reviseSummary(
  { plan, writer, random }: ConsultFacts,
  key: string,
  { body, answer }: { readonly body: string; readonly answer: Disputed },
): DemoSummary[] {
  const day = workday(addDays(dayOf(answer.at), random.int(1, 4)))
  const answered = addDays(day, random.int(1, 5))
  if (random.chance(0.35) || answered > plan.until) return []
  const revised = { key: `${key}-summary-2`, body: writer.revise(body, answer.words) }
  const sent = { writtenAt: momentOn(day, 60), sentAt: momentOn(day, 65) }
  return [{ ...revised, ...sent, answer: approvalOn(answered, random) }]
}

function approvalOn(day: Day, random: Random): DemoAnswer {
  return { is: 'approved', at: momentOn(day, random.int(600, 780)) }
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}
