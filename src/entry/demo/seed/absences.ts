import { addDays, momentOn } from '#entry/demo/day.ts'
import { after, spread } from './act.ts'
import type { Load } from './load.ts'

/** Days before an absence on which it is planned: before clients are asked about it. */
const PLANNED_BEFORE = 20

/** Plans the absences, which coaches do themselves. */
export async function insertAbsences(load: Load): Promise<void> {
  const { absences, today } = load.data
  await load.insert(
    'absences',
    absences.map(({ key, member, substitute, startsOn, endsOn }) => {
      const usual = addDays(startsOn, -PLANNED_BEFORE)
      const day = usual < addDays(today, -PLANNED_BEFORE) ? usual : addDays(today, -PLANNED_BEFORE)
      const row = {
        id: load.id(key),
        account_id: load.id(member),
        substitute_id: load.id(substitute),
        starts_on: startsOn,
        ends_on: endsOn,
      }
      const at = after(momentOn(day, 0), spread(key, 30, 300))
      return { at, by: load.id(member), activity: 'coaching', row }
    }),
  )
}
