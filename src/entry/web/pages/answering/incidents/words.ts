import type {
  Audience,
  IncidentLine,
  IncidentState,
  Nature,
  Severity,
} from '#duties/incidents/incident.ts'
import type { BadgeLook } from '#entry/web/pages/answering/badge-look.ts'
import type { Text } from '#kernel/language.ts'

export const SEVERITY_LOOKS: Readonly<Record<Severity, BadgeLook>> = {
  low: { label: { nl: 'Licht', en: 'Low' }, tone: 'neutral', icon: 'info' },
  middle: { label: { nl: 'Matig', en: 'Middle' }, tone: 'warning', icon: 'alert' },
  high: { label: { nl: 'Ernstig', en: 'High' }, tone: 'error', icon: 'alert' },
}

export const NATURE_WORDS: Readonly<Record<Nature, Text>> = {
  confidentiality: {
    nl: 'Iemand kon zien wat niet voor hem of haar was',
    en: 'Somebody could see what was not for them',
  },
  integrity: { nl: 'Gegevens zijn veranderd', en: 'Data were changed' },
  availability: { nl: 'Gegevens zijn weg of onbereikbaar', en: 'Data are lost or out of reach' },
}

export const STEPS: readonly Text[] = [
  { nl: 'Gemeld', en: 'Reported' },
  { nl: 'Beoordeeld', en: 'Assessed' },
  { nl: 'Besloten', en: 'Decided' },
  { nl: 'Verteld', en: 'Told' },
  { nl: 'Afgesloten', en: 'Closed' },
]

const RANKS: Readonly<Record<IncidentState, number>> = {
  reported: 1,
  assessed: 2,
  decided: 3,
  notified: 4,
  closed: 5,
}

/** The rank of the step that an incident is at. */
export function stepOf({ state }: Pick<IncidentLine, 'state'>): number {
  return RANKS[state]
}

export const STATE_LOOKS: Readonly<Record<IncidentState, BadgeLook>> = {
  reported: { label: { nl: 'Gemeld', en: 'Reported' }, tone: 'warning', icon: 'alert' },
  assessed: { label: { nl: 'Beoordeeld', en: 'Assessed' }, tone: 'warning', icon: 'eye' },
  decided: { label: { nl: 'Besloten', en: 'Decided' }, tone: 'info', icon: 'check' },
  notified: { label: { nl: 'Verteld', en: 'Told' }, tone: 'info', icon: 'send' },
  closed: { label: { nl: 'Afgesloten', en: 'Closed' }, tone: 'neutral', icon: 'lock' },
}

export const AUDIENCES: Readonly<Record<Audience, Text>> = {
  authority: { nl: 'Autoriteit Persoonsgegevens', en: 'Dutch Data Protection Authority' },
  persons: { nl: 'Betrokkenen', en: 'People concerned' },
}

export const YES_NO: Readonly<Record<'yes' | 'no', Text>> = {
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
}
