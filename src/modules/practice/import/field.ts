import type { Text } from '#kernel/language.ts'

/** The fields of a row that was read, with their words in a report. */
export const FIELDS = {
  givenName: { nl: 'voornaam', en: 'given name' },
  initials: { nl: 'voorletters', en: 'initials' },
  prefix: { nl: 'tussenvoegsel', en: 'prefix' },
  familyName: { nl: 'achternaam', en: 'family name' },
  bornOn: { nl: 'geboortedatum', en: 'birth date' },
  email: { nl: 'e-mailadres', en: 'email address' },
  phone: { nl: 'telefoonnummer', en: 'telephone number' },
  street: { nl: 'straat', en: 'street' },
  houseNumber: { nl: 'huisnummer', en: 'house number' },
  houseNumberAddition: { nl: 'toevoeging', en: 'addition' },
  postcode: { nl: 'postcode', en: 'postcode' },
  city: { nl: 'plaats', en: 'town' },
  service: { nl: 'dienst', en: 'service' },
  principal: { nl: 'opdrachtgever', en: 'principal' },
  coachEmail: { nl: 'e-mailadres van de coach', en: 'email address of the coach' },
  startedOn: { nl: 'startdatum', en: 'start date' },
  endedOn: { nl: 'einddatum', en: 'end date' },
  reference: { nl: 'kenmerk', en: 'reference' },
} as const satisfies Record<string, Text>

export type ImportField = keyof typeof FIELDS

/** What a column can be used for: a field, or something that is split over several fields. */
export const TARGETS = {
  ...FIELDS,
  name: { nl: 'volledige naam', en: 'full name' },
  mobile: { nl: 'mobiel nummer', en: 'mobile number' },
  address: { nl: 'straat en huisnummer', en: 'street and house number' },
  postcodeAndCity: { nl: 'postcode en plaats', en: 'postcode and town' },
} as const satisfies Record<string, Text>

export type Target = keyof typeof TARGETS

/** Tells whether a word, typed by a user, is something a column can be used for. */
export function isTarget(word: string): word is Target {
  return Object.hasOwn(TARGETS, word)
}
