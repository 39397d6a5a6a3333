import type { IconName, Tone } from '#entry/web/components/index.ts'
import type { HoldReason } from '#duties/retention/calendar.ts'
import { capital, type Language, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

export const HOME = '/privacy/bewaren'

export const RETENTION = 'retention'

export const HOLD_WORDS: Readonly<Record<HoldReason, Text>> = {
  complaint: { nl: 'Er loopt een klacht', en: 'A complaint is pending' },
  'legal-claim': { nl: 'Er loopt of dreigt een rechtszaak', en: 'A legal claim is made or near' },
  'legal-duty': { nl: 'Een wet verplicht het', en: 'A law demands it' },
  investigation: { nl: 'Er loopt een onderzoek', en: 'An investigation is under way' },
  request: {
    nl: 'Er loopt een verzoek van de persoon zelf',
    en: 'A request of the person is pending',
  },
}

export const CAUSE_WORDS: Readonly<Record<string, Text>> = {
  request: { nl: 'Op verzoek', en: 'On request' },
  choice: { nl: 'Door de persoon gekozen dag', en: 'A day the person chose' },
  retention: { nl: 'Einde van de termijn', en: 'End of the term' },
  restored: { nl: 'Na terugzetten van een reservekopie', en: 'After a backup was restored' },
}

/** A part of a dossier, with a capital. */
export function partTitle(part: string, language: Language): string {
  return capital(VOCABULARY.parts[part]?.says[language] ?? part)
}

export function kindTitle(kind: string, language: Language): string {
  return capital(VOCABULARY.kinds[kind]?.says[language] ?? kind)
}

export interface Look {
  readonly label: Text
  readonly tone: Tone
  readonly icon: IconName
}
