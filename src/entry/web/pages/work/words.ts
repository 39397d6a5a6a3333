import type { Status } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsentState, ServiceState, SummaryState } from '#modules/practice/index.ts'

/** Words that several pages of the work use. */
export const WORK = {
  print: { nl: 'Afdrukken', en: 'Print' },
  clients: { nl: 'Cliënten', en: 'Clients' },
  client: { nl: 'Cliënt', en: 'Client' },
  service: { nl: 'Dienst', en: 'Service' },
  principal: { nl: 'Opdrachtgever', en: 'Principal' },
  consults: { nl: 'Gesprekken', en: 'Consults' },
  notes: { nl: 'Notities', en: 'Notes' },
  documents: { nl: 'Documenten', en: 'Documents' },
  consents: { nl: 'Toestemmingen', en: 'Consents' },
  disclosures: { nl: 'Verstrekkingen', en: 'Disclosures' },
  change: { nl: 'Wijzigen', en: 'Change' },
  save: { nl: 'Opslaan', en: 'Save' },
  nameless: { nl: 'Naam niet beschikbaar', en: 'Name not available' },
  unknown: { nl: 'onbekend', en: 'unknown' },
  theClient: { nl: 'de cliënt', en: 'the client' },
} satisfies Record<string, Text>

export const SERVICE_STATUSES: Readonly<Record<ServiceState, Status>> = {
  intake: 'intake',
  active: 'active',
  closed: 'closed',
}

export const SUMMARY_STATUSES: Readonly<Record<SummaryState, Status>> = {
  draft: 'draft',
  sent: 'sent',
  approved: 'approved',
  disputed: 'disputed',
  replaced: 'replaced',
}

export const CONSENT_STATUSES: Readonly<Record<ConsentState, Status>> = {
  asked: 'asked',
  given: 'granted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'expired',
}
