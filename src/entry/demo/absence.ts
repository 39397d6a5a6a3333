import { addDays, type Day } from './day.ts'
import type { DemoAbsence } from './shape.ts'
import { COACHES, SUBSTITUTE } from './staff.ts'

/** One absence that is over, one that lasts, and one that is to come. */
export function listAbsences(today: Day): DemoAbsence[] {
  const [first, second, third] = COACHES
  return [
    absence('absence-1', first, addDays(today, -95), 18),
    absence('absence-2', second, addDays(today, -6), 14),
    absence('absence-3', third, addDays(today, 16), 13),
  ]
}

/** The absence of a coach that takes in this day, if there is one. */
export function findAbsence(
  absences: readonly DemoAbsence[],
  coach: string,
  day: Day,
): DemoAbsence | undefined {
  return absences.find(({ member, startsOn, endsOn }) => {
    return member === coach && startsOn <= day && day <= endsOn
  })
}

function absence(key: string, member: string, startsOn: Day, days: number): DemoAbsence {
  return { key, member, substitute: SUBSTITUTE, startsOn, endsOn: addDays(startsOn, days) }
}
