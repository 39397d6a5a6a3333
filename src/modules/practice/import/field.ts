import type { Text } from '#kernel/language.ts'
import { PERSON_FIELDS, type PersonTarget, SPLIT_TARGETS } from '#modules/lists/index.ts'

/** What a row tells of a service, with its words in a report. */
const SERVICE_FIELDS = {
  service: { nl: 'dienst', en: 'service' },
  principal: { nl: 'opdrachtgever', en: 'principal' },
  coachEmail: { nl: 'e-mailadres van de coach', en: 'email address of the coach' },
  startedOn: { nl: 'startdatum', en: 'start date' },
  endedOn: { nl: 'einddatum', en: 'end date' },
  reference: { nl: 'kenmerk', en: 'reference' },
} as const satisfies Record<string, Text>

/** The fields of a row that was read, with their words in a report. */
export const FIELDS = { ...PERSON_FIELDS, ...SERVICE_FIELDS } as const

export type ImportField = keyof typeof FIELDS

/** What a column can be used for. */
export type Target = PersonTarget | keyof typeof SERVICE_FIELDS

/** What a column can be used for, in words: a field, or something that is split over several. */
export const TARGETS: Readonly<Record<Target, Text>> = { ...FIELDS, ...SPLIT_TARGETS }

/** Tells whether a word, typed by a user, is something a column can be used for. */
export function isTarget(word: string): word is Target {
  return Object.hasOwn(TARGETS, word)
}
