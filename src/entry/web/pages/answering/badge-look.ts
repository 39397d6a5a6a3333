import type { IconName, Tone } from '#entry/web/components/index.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'

/** How a state is shown: words, colour and drawing. */
export interface BadgeLook {
  readonly label: Text | string
  readonly tone: Tone
  readonly icon: IconName
}

const words = {
  day: { nl: 'Nog 1 dag', en: '1 day left' },
  days: { nl: 'Nog {count} dagen', en: '{count} days left' },
  today: { nl: 'Vandaag', en: 'Today' },
  lateDay: { nl: '1 dag te laat', en: '1 day late' },
  lateDays: { nl: '{count} dagen te laat', en: '{count} days late' },
  hour: { nl: 'Nog 1 uur', en: '1 hour left' },
  hours: { nl: 'Nog {count} uur', en: '{count} hours left' },
  lateHours: { nl: '{count} uur te laat', en: '{count} hours late' },
} satisfies Record<string, Text>

/** The days that are left of a term, and from how few it is near. */
export function daysLook(days: number, near: number, language: Language): BadgeLook {
  if (days < 0) {
    const late = days === -1 ? words.lateDay : words.lateDays
    return { label: say(late, language, { count: -days }), tone: 'error', icon: 'alert' }
  }
  const left = days === 0 ? words.today : days === 1 ? words.day : words.days
  const label = say(left, language, { count: days })
  return days <= near
    ? { label, tone: 'warning', icon: 'clock' }
    : { label, tone: 'success', icon: 'clock' }
}

/** From so few hours the 72 of an incident are near their end. */
const FEW_HOURS = 24

/** The hours that are left of the term of an incident. */
export function hoursLook(hours: number, language: Language): BadgeLook {
  if (hours < 0) {
    return {
      label: say(words.lateHours, language, { count: -hours }),
      tone: 'error',
      icon: 'alert',
    }
  }
  const label = say(hours === 1 ? words.hour : words.hours, language, { count: hours })
  return hours <= FEW_HOURS
    ? { label, tone: 'warning', icon: 'clock' }
    : { label, tone: 'success', icon: 'clock' }
}
