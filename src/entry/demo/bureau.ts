import { dutchDay } from '#jobs/dutch-zone.ts'
import { demoData } from './data.ts'
import type { DemoData } from './shape.ts'

/** The same people and histories in every demonstration. */
const SEED = 'De Brug'

/** Bureau De Brug as it is today. Takes a good part of a second to make up. */
export function bureauToday(): DemoData {
  return demoData({ seed: SEED, today: dutchDay(new Date()) })
}
