import { dutchDay } from '#jobs/dutch-zone.ts'
import type { DemoAbsence, DemoEngagement } from '#entry/demo/shape.ts'
import type { Doing } from './act.ts'
import type { Load } from './load.ts'

/** The coach of an engagement does something. */
export function byCoach(
  load: Load,
  { coach }: DemoEngagement,
  at: Date,
  activity: 'coaching' | 'intake' = 'coaching',
): Doing {
  return { at, by: load.id(coach), activity }
}

/** The client does something. */
export function byClient(load: Load, { client }: DemoEngagement, at: Date): Doing {
  return { at, by: load.id(client), activity: 'self-service' }
}

/** The coach does something, or who stands in when the client agreed to that. */
export function byWhoIsThere(load: Load, engagement: DemoEngagement, at: Date): Doing {
  const absence = findSubstitution(load, engagement, at)
  if (!absence) return byCoach(load, engagement, at)
  return { at, by: load.id(absence.substitute), activity: 'substitution' }
}

function findSubstitution(
  { data }: Load,
  { announcements = [], coach, consents }: DemoEngagement,
  at: Date,
): DemoAbsence | undefined {
  const day = dutchDay(at)
  const absence = data.absences.find(
    ({ member, startsOn, endsOn }) => member === coach && startsOn <= day && day <= endsOn,
  )
  const agreed = consents.some(
    ({ item, answer, withdrawnAt }) =>
      item === absence?.key &&
      answer?.is === 'given' &&
      new Date(answer.at) < at &&
      (withdrawnAt === undefined || at < new Date(withdrawnAt)),
  )
  const told = announcements.some((each) => each.absence === absence?.key && new Date(each.at) < at)
  return agreed || told ? absence : undefined
}
