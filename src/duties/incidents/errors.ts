import type { Text } from '#kernel/language.ts'

/** What the handling of incidents refuses. Doors register them as explanations. */
export const INCIDENT_ERRORS = {
  INCIDENT_CLOSED: {
    nl: 'Dit incident is afgesloten. Er kan niets meer bij.',
    en: 'This incident is closed. Nothing can be added.',
  },
  INCIDENT_NOT_ASSESSED: {
    nl: 'Beoordeel eerst hoe erg het incident is en wie het raakt.',
    en: 'First assess how bad the incident is and whom it affects.',
  },
  INCIDENT_UNDECIDED: {
    nl: 'Besluit eerst of het incident wordt gemeld.',
    en: 'First decide whether the incident is notified.',
  },
  INCIDENT_LATE_WITHOUT_REASON: {
    nl: 'De 72 uur zijn voorbij. Schrijf erbij waarom de melding later komt.',
    en: 'The 72 hours are over. Add why the notification comes later.',
  },
  INCIDENT_NOT_NOTIFIED: {
    nl: 'U besloot te melden, maar er is nog geen brief vastgelegd. Leg die eerst vast, of neem een nieuw besluit.',
    en: 'You decided to notify, but no letter was recorded. Record it first, or decide anew.',
  },
} as const satisfies Readonly<Record<string, Text>>
