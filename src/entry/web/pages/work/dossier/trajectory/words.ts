import type { Text } from '#kernel/language.ts'

/** Words that the pages of a trajectory share. */
export const TRAJECTORY = {
  title: { nl: 'Traject', en: 'Trajectory' },
  goals: { nl: 'Doelen', en: 'Goals' },
  goal: { nl: 'Doel', en: 'Goal' },
  step: { nl: 'Tussendoel', en: 'Step' },
  actions: { nl: 'Acties', en: 'Actions' },
  action: { nl: 'Actie', en: 'Action' },
  expectations: { nl: 'Verwachtingen', en: 'Expectations' },
  week: { nl: 'Week', en: 'Week' },
  day: { nl: 'Dag', en: 'Day' },
  who: { nl: 'Wie', en: 'Who' },
  due: { nl: 'Uiterlijk', en: 'Due' },
  save: { nl: 'Bewaren', en: 'Save' },
  change: { nl: 'Wijzigen', en: 'Change' },
  late: { nl: 'te laat', en: 'late' },
  done: { nl: 'gedaan', en: 'done' },
  tick: { nl: 'Afvinken', en: 'Tick off' },
  untick: { nl: 'Toch niet gedaan', en: 'Not done after all' },
  hours: { nl: '{hours} uur', en: '{hours} hours' },
} satisfies Record<string, Text>

const MINUTES_AN_HOUR = 60

/** Minutes as hours in words, with at most one decimal. */
export function hoursText(minutes: number): Text {
  const hours = Math.round((minutes / MINUTES_AN_HOUR) * 10) / 10
  return { nl: `${String(hours).replace('.', ',')} uur`, en: `${hours} hours` }
}
