import { addDays, type Day, monthsBefore, workday } from './day.ts'
import type { Random } from './random.ts'
import type { DemoParty, DemoService } from './shape.ts'
import { COACHES, PARTIES } from './staff.ts'

/** What an engagement will be, before its history is written. */
export interface EngagementPlan {
  readonly kind: DemoService
  readonly coach: string
  readonly party?: DemoParty
  readonly orderedOn: Day
  /** How far it has come: ordered, told of the statement, or begun. */
  readonly reached: 'ordered' | 'told' | 'begun'
  readonly startsOn: Day
  /** The last day on which something happens: of the engagement, or before today. */
  readonly until: Day
  /** Whether `until` is the end of the engagement. */
  readonly ended: boolean
  /** Whether visitors are shown this one: chance leaves nothing out of it. */
  readonly shown?: true
  /** How long an engagement like this lasts, to tell at which stage a talk is. */
  readonly days: number
}

/** How many clients are in which situation; the others have an engagement that runs. */
const EXPIRED = [200, 25]
const NEAR_EXPIRY = [4, 12, 21]
const CLOSED = 18
const ORDERED = 4
const TOLD = 1

/**
 * Services that one principal ordered last year and that ended in it: enough for a report to tell
 * some kinds apart, and few enough to tell others together.
 */
const REPORTED: readonly DemoService[] = [
  ...Array.from({ length: 8 }, () => 'career-check' as const),
  ...Array.from({ length: 5 }, () => 'outplacement' as const),
  ...Array.from({ length: 2 }, () => 're-integration' as const),
]

/** How long each service takes, in days, at least and at most. */
const DURATION: Readonly<Record<DemoService, readonly [number, number]>> = {
  're-integration': [230, 380],
  outplacement: [150, 230],
  'career-check': [56, 76],
  'career-coaching': [110, 170],
}

/** Days after the first week of a year by which what was ordered in it has ended. */
const LATEST_END = 335

/** The history goes back this far, save for dossiers at the end of their retention. */
const HISTORY_DAYS = 545

/** Months and years after the end of an engagement when its dossier has to go, or nearly so. */
const KEPT_MONTHS = 60
const NEARLY_KEPT_MONTHS = 59

/** Plans the engagements of each client: one, or for a few of them an earlier one before it. */
export function planEngagements(clients: number, today: Day, random: Random): EngagementPlan[][] {
  const closings = oldClosings(today)
  return Array.from({ length: clients }, (_, index) => {
    const chance = random.fork(`client ${index}`)
    // The first client is the one that visitors of the demonstration are shown.
    if (index === 0) return [showcase(today)]
    const reported = REPORTED[clients - 1 - index]
    if (reported !== undefined) return [reportedPlan(reported, today, chance)]
    const old = closings[index - 1]
    if (old !== undefined) return [endedPlan(old, chance)]
    const place = index - closings.length
    if (place <= CLOSED) return [closedPlan(today, chance)]
    if (place <= CLOSED + ORDERED + TOLD) {
      return [newPlan(place <= CLOSED + ORDERED ? 'ordered' : 'told', today, chance)]
    }
    const plan = runningPlan(today, chance)
    return index % 13 === 0 ? [earlierPlan(plan, chance), plan] : [plan]
  })
}

function oldClosings(today: Day): Day[] {
  const expired = EXPIRED.map((days) => addDays(monthsBefore(today, KEPT_MONTHS), -days))
  const near = NEAR_EXPIRY.map((days) => addDays(monthsBefore(today, NEARLY_KEPT_MONTHS), -days))
  return [...expired, ...near]
}

function showcase(today: Day): EngagementPlan {
  const startsOn = workday(addDays(today, -198))
  return {
    kind: 're-integration',
    coach: COACHES[0],
    reached: 'begun',
    startsOn,
    ...(PARTIES[0] && { party: PARTIES[0] }),
    orderedOn: workday(addDays(startsOn, -9)),
    until: addDays(today, -1),
    ended: false,
    shown: true,
    days: 330,
  }
}

function reportedPlan(kind: DemoService, today: Day, random: Random): EngagementPlan {
  const year = Number(today.slice(0, 4)) - 1
  const days = Math.min(random.int(...DURATION[kind]), LATEST_END)
  const startsOn = addDays(`${year}-01-08`, random.int(0, LATEST_END - days))
  const ordered = { kind, coach: random.pick(COACHES), ...(PARTIES[0] && { party: PARTIES[0] }) }
  return begun({ ...ordered, days, startsOn, until: addDays(startsOn, days), ended: true })
}

function endedPlan(end: Day, random: Random): EngagementPlan {
  const plan = drawService(random)
  const days = random.int(...DURATION[plan.kind])
  return begun({ ...plan, days, startsOn: addDays(end, -days), until: end, ended: true })
}

function closedPlan(today: Day, random: Random): EngagementPlan {
  const plan = drawService(random)
  const days = random.int(...DURATION[plan.kind])
  const startsOn = addDays(today, -random.int(days + 24, HISTORY_DAYS))
  return begun({ ...plan, days, startsOn, until: addDays(startsOn, days), ended: true })
}

function runningPlan(today: Day, random: Random): EngagementPlan {
  const plan = drawService(random)
  const days = random.int(...DURATION[plan.kind])
  const startsOn = addDays(today, -random.int(16, days - 12))
  return begun({ ...plan, days, startsOn, until: addDays(today, -1), ended: false })
}

/** A career check that ended before the engagement that runs now. */
function earlierPlan(plan: EngagementPlan, random: Random): EngagementPlan {
  const days = random.int(...DURATION['career-check'])
  const end = addDays(plan.orderedOn, -random.int(20, 60))
  const kind = 'career-check'
  const startsOn = addDays(end, -days)
  return begun({ ...plan, kind, days, startsOn, until: end, ended: true })
}

function newPlan(reached: 'ordered' | 'told', today: Day, random: Random): EngagementPlan {
  const plan = drawService(random)
  const orderedOn = workday(addDays(today, -random.int(4, 11)))
  const startsOn = addDays(today, -1)
  return { ...plan, reached, orderedOn, startsOn, until: startsOn, ended: false, days: 100 }
}

function begun(plan: Omit<EngagementPlan, 'orderedOn' | 'reached'>): EngagementPlan {
  const startsOn = workday(plan.startsOn)
  return { ...plan, startsOn, orderedOn: workday(addDays(startsOn, -9)), reached: 'begun' }
}

/** Each kind as often as bureaus of this sort have it. */
const KINDS: readonly DemoService[] = [
  're-integration',
  're-integration',
  're-integration',
  're-integration',
  'outplacement',
  'outplacement',
  'career-check',
  'career-check',
  'career-coaching',
  'career-coaching',
]

function drawService(random: Random): Pick<EngagementPlan, 'kind' | 'coach' | 'party'> {
  const kind = random.pick(KINDS)
  const ordered = kind === 're-integration' || kind === 'outplacement' || random.chance(0.45)
  return { kind, coach: random.pick(COACHES), ...(ordered && { party: random.pick(PARTIES) }) }
}
