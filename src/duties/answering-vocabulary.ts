import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of what an organisation answers for: its register, incidents, complaints, access. */
export const ANSWERING_VOCABULARY: Vocabulary = {
  kinds: {},
  categories: {
    complaint: {
      says: {
        nl: 'uw klacht en wat daarmee is gedaan',
        en: 'your complaint and what became of it',
      },
      dpv: 'Communication',
      part: 'complaint',
      sealed: true,
    },
    incident: {
      says: {
        nl: 'meldingen van incidenten en wat daarmee is gedaan',
        en: 'reports of incidents and what became of them',
      },
      part: 'incident',
      sealed: true,
    },
    'processing-record': {
      says: {
        nl: 'ons register van verwerkingen, met overeenkomsten, beoordelingen en toegang',
        en: 'our register of processing, with agreements, assessments and access',
      },
      part: 'processing-record',
    },
  },
  relations: {},
  activities: {
    'incident-reporting': {
      says: { nl: 'melden van incidenten', en: 'reporting of incidents' },
    },
    'incident-handling': {
      says: { nl: 'afhandeling van incidenten', en: 'handling of incidents' },
    },
    'complaint-handling': {
      says: { nl: 'behandeling van klachten', en: 'handling of complaints' },
    },
    'register-keeping': {
      says: { nl: 'bijhouden van het register', en: 'keeping of the register' },
    },
    'access-review': {
      says: { nl: 'nakijken van de toegang', en: 'review of access' },
    },
  },
  consents: {},
  events: {
    'complaint.closed': {
      says: { nl: 'de afhandeling van de klacht', en: 'the outcome of the complaint' },
    },
    'incident.closed': {
      says: { nl: 'de afsluiting van het incident', en: 'the closing of the incident' },
    },
    'record.ended': {
      says: { nl: 'het einde waarvoor het gold', en: 'the end of what it was for' },
    },
  },
  parts: {
    complaint: {
      says: { nl: 'uw klacht met de uitkomst', en: 'your complaint with its outcome' },
    },
    incident: {
      says: { nl: 'een incident met wat wij deden', en: 'an incident with what we did' },
    },
    'processing-record': {
      says: {
        nl: 'overeenkomsten en controles van de toegang',
        en: 'agreements and reviews of access',
      },
    },
  },
  decisions: {},
  periods: {},
  recipientKinds: {},
  rights: {},
  mechanisms: {
    'complaint-impartial': {
      says: {
        nl: 'wie een klacht betreft, ziet en behandelt haar niet',
        en: 'whom a complaint is about neither sees nor handles it',
      },
    },
    'incident-procedure': {
      says: {
        nl: 'elk incident wordt beoordeeld, en binnen 72 uur is besloten of het wordt gemeld',
        en: 'every incident is assessed, and within 72 hours it is decided whether to notify it',
      },
    },
    'processing-register': {
      says: {
        nl: 'elke verwerking staat in een register, en wat een hoog risico heeft is beoordeeld',
        en: 'every processing is in a register, and what has a high risk was assessed',
      },
    },
    'access-review': {
      says: {
        nl: 'geregeld wordt van iedereen nagegaan of de toegang nog nodig is',
        en: 'everybody’s access is reviewed regularly',
      },
    },
  },
}
