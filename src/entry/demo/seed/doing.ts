import { addDays, momentOn } from '#entry/demo/day.ts'
import type { Doing } from './act.ts'
import type { Load } from './load.ts'

/** A moment some days before today, at about ten. */
export function ago(load: Load, days: number, minutes = 120): Date {
  return new Date(momentOn(addDays(load.data.today, -days), minutes))
}

/** Who does something in an activity: the officer, unless another is named. */
export function doing(load: Load, activity: string, at: Date, by = 'officer'): Doing {
  return { at, by: load.id(by), activity }
}
