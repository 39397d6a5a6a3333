import type { IconName, Tone } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsentState, ServiceState, SummaryState } from '#modules/practice/index.ts'

/** Words that several of a client's own pages use. */
export const MINE = {
  dossiers: { nl: 'Mijn dossiers', en: 'My dossiers' },
  appointments: { nl: 'Afspraken', en: 'Appointments' },
  summaries: { nl: 'Samenvattingen', en: 'Summaries' },
  contents: { nl: 'Wat erin staat', en: 'What is in it' },
  consents: { nl: 'Toestemmingen', en: 'Consents' },
  disclosures: { nl: 'Verstrekt', en: 'Disclosed' },
  looks: { nl: 'Wie keek', en: 'Who looked' },
  details: { nl: 'Mijn gegevens', en: 'My details' },
  keeping: { nl: 'Bewaren', en: 'Retention' },
  taking: { nl: 'Meenemen', en: 'Take along' },
  service: { nl: 'Dienst', en: 'Service' },
  state: { nl: 'Stand', en: 'State' },
  number: { nl: 'Dossiernummer', en: 'Dossier number' },
  principal: { nl: 'Opdrachtgever', en: 'Principal' },
  member: { nl: 'een medewerker', en: 'a member of staff' },
  yourself: { nl: 'u zelf', en: 'yourself' },
} satisfies Record<string, Text>

/** How something stands, said to the client. */
export interface Standing {
  readonly label: Text
  readonly tone: Tone
  readonly icon: IconName
}

function standing(nl: string, en: string, tone: Tone, icon: IconName): Standing {
  return { label: { nl, en }, tone, icon }
}

const WAITS = standing('Wacht op u', 'Waits for you', 'warning', 'clock')

export const SERVICE_STANDINGS: Readonly<Record<ServiceState, Standing>> = {
  intake: standing('Nog niet begonnen', 'Not started yet', 'info', 'clock'),
  active: standing('Loopt', 'Running', 'success', 'circleCheck'),
  closed: standing('Afgesloten', 'Closed', 'neutral', 'lock'),
}

export const SUMMARY_STANDINGS: Readonly<Record<SummaryState, Standing>> = {
  draft: standing('Concept', 'Draft', 'neutral', 'pencil'),
  sent: WAITS,
  approved: standing('U keurde dit goed', 'You approved this', 'success', 'check'),
  disputed: standing('U was het er niet mee eens', 'You disputed this', 'info', 'speech'),
  replaced: standing('Vervangen', 'Replaced', 'neutral', 'clock'),
}

export const CONSENT_STANDINGS: Readonly<Record<ConsentState, Standing>> = {
  asked: WAITS,
  given: standing('U gaf toestemming', 'You gave consent', 'success', 'check'),
  refused: standing('U gaf geen toestemming', 'You gave no consent', 'neutral', 'cross'),
  withdrawn: standing('U trok dit in', 'You withdrew this', 'neutral', 'cross'),
  expired: standing('Vanzelf geëindigd', 'Ended by itself', 'neutral', 'clock'),
}
