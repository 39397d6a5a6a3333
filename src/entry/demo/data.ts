import { listAbsences } from './absence.ts'
import { listPeople, makeClient, type Person } from './clients.ts'
import { createDisputeWriter, type DisputeWriter } from './consult.ts'
import type { Day } from './day.ts'
import { writeEngagement } from './engagement.ts'
import { type EngagementPlan, planEngagements } from './plan.ts'
import { drawPortrait } from './portrait.ts'
import { createRandom, type Random } from './random.ts'
import type { DemoAbsence, DemoClient, DemoData, DemoEngagement } from './shape.ts'
import { MEMBERS, PARTIES } from './staff.ts'

/**
 * Makes the fictional people and histories of Bureau De Brug: the same for the same seed and day,
 * on every machine. All moments lie before today, save for absences; all people, addresses and
 * numbers are invented, and nothing in it is a citizen number.
 *
 * @param facts The seed, any text, and the ISO date of today.
 */
export function demoData(facts: { readonly seed: string; readonly today: Day }): DemoData {
  const { seed, today } = facts
  const random = createRandom(seed)
  const people = listPeople()
  const absences = listAbsences(today)
  const dispute = createDisputeWriter(random.fork('disputes'))
  const plans = planEngagements(people.length, today, random.fork('plans'))
  const stories = people.map((person, index) => {
    const own = { person, number: index + 1, plans: plans[index] ?? [] }
    return tellStory({ ...own, absences, dispute, today, random: random.fork(`story ${index}`) })
  })
  return {
    today,
    members: MEMBERS,
    parties: PARTIES,
    clients: stories.map(({ client }) => client),
    absences,
    engagements: stories.flatMap(({ engagements }) => engagements),
  }
}

/** One client with all that happened. */
function tellStory(facts: {
  readonly person: Person
  readonly number: number
  readonly plans: readonly EngagementPlan[]
  readonly absences: readonly DemoAbsence[]
  readonly dispute: DisputeWriter
  readonly today: Day
  readonly random: Random
}): { client: DemoClient; engagements: DemoEngagement[] } {
  const { person, number, plans, absences, dispute, today, random } = facts
  const portrait = drawPortrait(random.fork('portrait'), plans[0]?.party)
  const hasAccount = plans.some(({ reached }) => reached === 'begun')
  const self = { number, portrait, hasAccount, today, random: random.fork('client') }
  const client = makeClient(person, self)
  const engagements = plans.map((plan, index) => {
    const key = `${client.key}-${'ab'.charAt(index)}`
    const shared = { key, plan, client, portrait, absences, today, dispute }
    return writeEngagement({ ...shared, random: random.fork(key) })
  })
  return { client, engagements }
}
