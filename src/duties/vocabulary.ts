import type { Vocabulary } from '#statement/catalogue.ts'

/**
 * The words of what every organisation has: accounts, consent, the ledger, oversight, the rights of
 * persons.
 */
export const DUTIES_VOCABULARY: Vocabulary = {
  kinds: {},
  categories: {
    account: {
      says: { nl: 'inloggegevens', en: 'sign-in details' },
      dpv: 'Authenticating',
      part: 'account',
    },
    'access-log': {
      says: { nl: 'wie er in uw dossier keek', en: 'who looked in your dossier' },
      part: 'access-log',
    },
    'consent-record': {
      says: { nl: 'gegeven en geweigerde toestemmingen', en: 'consents given and refused' },
      dpv: 'PrivacyPreference',
    },
    'legal-demand': {
      says: {
        nl: 'wat een overheid op grond van een wet over u vordert',
        en: 'what an authority demands about you on the ground of a law',
      },
    },
    staff: {
      says: { nl: 'namen en functies van medewerkers', en: 'names and functions of staff' },
      dpv: 'Professional',
      part: 'account',
    },
    party: {
      says: { nl: 'gegevens van opdrachtgevers en relaties', en: 'details of business relations' },
      dpv: 'Professional',
      part: 'account',
    },
    'citizen-number': {
      says: { nl: 'het burgerservicenummer', en: 'the citizen number' },
      dpv: 'OfficialID',
      citizenNumber: true,
    },
    request: {
      says: { nl: 'uw verzoeken en onze antwoorden', en: 'your requests and our answers' },
      part: 'request',
    },
    'identity-document': {
      says: { nl: 'een kopie van uw identiteitsbewijs', en: 'a copy of your identity document' },
      dpv: 'OfficialID',
      part: 'request',
    },
    rectified: {
      says: {
        nl: 'wat verbeterd is en hoe het er eerst stond',
        en: 'what was put right, as it was',
      },
    },
  },
  relations: {
    officer: {
      says: { nl: 'de functionaris gegevensbescherming', en: 'the data protection officer' },
      to: 'organisation',
    },
    'security-officer': {
      says: { nl: 'de beveiligingsfunctionaris', en: 'the security officer' },
      to: 'organisation',
    },
    administrator: {
      says: { nl: 'de beheerder', en: 'the administrator' },
      to: 'organisation',
    },
    'request-handler': {
      says: {
        nl: 'wie uw verzoek om inzage uitvoert',
        en: 'whoever carries out your request for access',
      },
      to: 'dossier',
    },
  },
  activities: {
    oversight: {
      says: { nl: 'toezicht op de privacy', en: 'privacy oversight' },
    },
    administration: {
      says: { nl: 'beheer van accounts en functies', en: 'administration of accounts' },
    },
    'statement-drafting': {
      says: { nl: 'opstellen van de privacyverklaring', en: 'drafting of the privacy statement' },
    },
    'statement-approval': {
      says: { nl: 'goedkeuren van de privacyverklaring', en: 'approval of the privacy statement' },
    },
    'legal-disclosure': {
      says: {
        nl: 'verstrekking op vordering van een overheid',
        en: 'disclosure that an authority demands',
      },
    },
    retention: {
      says: { nl: 'bewaken van bewaartermijnen', en: 'keeping the terms of retention' },
    },
    'request-handling': {
      says: { nl: 'behandeling van verzoeken', en: 'handling of requests' },
    },
    'subject-access': {
      says: { nl: 'inzage en meenemen van gegevens', en: 'access to and taking along of data' },
      forSubject: true,
    },
  },
  consents: {},
  events: {
    'account.closed': {
      says: { nl: 'het einde van het account', en: 'the end of the account' },
    },
    'dossier.opened': {
      says: { nl: 'het inzien', en: 'the viewing' },
    },
    'request.closed': {
      says: { nl: 'ons antwoord', en: 'our answer' },
    },
  },
  parts: {
    account: {
      says: { nl: 'accountgegevens', en: 'account details' },
    },
    'access-log': {
      says: { nl: 'het logboek van inzage', en: 'the access log' },
    },
    request: {
      says: { nl: 'uw verzoek met ons antwoord', en: 'your request with our answer' },
    },
  },
  decisions: {},
  periods: {},
  recipientKinds: {
    processor: {
      says: { nl: 'een verwerker', en: 'a processor' },
      needsAgreement: true,
    },
    hosting: {
      says: { nl: 'een hostingbedrijf', en: 'a hosting company' },
      needsAgreement: true,
    },
    authority: {
      says: { nl: 'een overheidsinstantie', en: 'a public authority' },
      needsAgreement: false,
    },
    supervisor: {
      says: { nl: 'de toezichthouder', en: 'the supervisory authority' },
      needsAgreement: false,
    },
    controller: {
      says: { nl: 'een andere verantwoordelijke', en: 'another controller' },
      needsAgreement: true,
    },
    commercial: {
      says: { nl: 'een commerciële partij', en: 'a commercial party' },
      needsAgreement: true,
      barred: true,
    },
    charity: {
      says: { nl: 'een goed doel', en: 'a charity' },
      needsAgreement: true,
      barred: true,
    },
  },
  rights: {
    access: { says: { nl: 'inzage', en: 'access' } },
    rectification: { says: { nl: 'verbetering', en: 'correction' } },
    erasure: { says: { nl: 'verwijdering', en: 'erasure' } },
    restriction: { says: { nl: 'beperking', en: 'restriction' } },
    objection: { says: { nl: 'bezwaar', en: 'objection' } },
    portability: { says: { nl: 'meenemen van gegevens', en: 'taking data along' } },
    complaint: { says: { nl: 'behandeling van een klacht', en: 'handling of a complaint' } },
  },
  mechanisms: {
    'statement-published': {
      says: {
        nl: 'de verklaring staat openbaar op de site, in elke taal',
        en: 'the statement is public on the site, in each language',
      },
    },
    'statement-versions': {
      says: {
        nl: 'eerdere versies van de verklaring blijven leesbaar',
        en: 'earlier versions of the statement stay readable',
      },
    },
    'statement-approved': {
      says: {
        nl: 'een nieuwe versie geldt pas na goedkeuring door een tweede persoon, en niet voor haar dag',
        en: 'a new version applies only once a second person approved it, and not before its day',
      },
    },
    'statement-notified': {
      says: {
        nl: 'wie een nieuwe versie raakt, krijgt daarvan bericht',
        en: 'whom a new version affects is told of it',
      },
    },
    ledger: {
      says: {
        nl: 'elke inzage en elke wijziging staat in een logboek dat niemand kan veranderen',
        en: 'every opening and change is in a log that nobody can alter',
      },
    },
    sealing: {
      says: {
        nl: 'inhoud is versleuteld met een sleutel per dossier',
        en: 'content is encrypted with a key per dossier',
      },
    },
    'access-by-opening': {
      says: {
        nl: 'inhoud is alleen te lezen in een dossier dat met recht is geopend',
        en: 'content can be read only in a dossier that was rightfully opened',
      },
    },
    'consent-records': {
      says: {
        nl: 'van elke toestemming is bewaard wat u las en wat u antwoordde',
        en: 'of each consent it is kept what you read and what you answered',
      },
    },
    'recipients-gate': {
      says: {
        nl: 'de database laat alleen door wat deze verklaring noemt, en legt elke verstrekking vast',
        en: 'the database lets through only what this statement names, and records each delivery',
      },
    },
    'legal-demands': {
      says: {
        nl: 'over elke vordering van een overheid beslist een tweede persoon',
        en: 'a second person decides on each demand of an authority',
      },
    },
    'complaint-route': {
      says: {
        nl: 'een klacht komt bij een vaste persoon en heeft een termijn',
        en: 'a complaint reaches a named person and has a term',
      },
      organisational: true,
    },
    suggestions: {
      says: {
        nl: 'lezers kunnen een verbetering voorstellen',
        en: 'readers can suggest an improvement',
      },
    },
    'identity-copies': {
      says: {
        nl: 'van een identiteitsbewijs blijft niets bewaard',
        en: 'nothing is kept of an identity document',
      },
    },
    restriction: {
      says: {
        nl: 'een beperkt dossier blijft bewaard en is voor niemand te zien',
        en: 'a restricted dossier is kept and shows to nobody',
      },
    },
    objection: {
      says: {
        nl: 'na een bezwaar staat de verwerking meteen stil',
        en: 'after an objection the activity stands still at once',
      },
    },
    'officer-contact': {
      says: {
        nl: 'de functionaris is bij naam of adres bereikbaar',
        en: 'the officer can be reached by name or address',
      },
    },
    backups: {
      says: {
        nl: 'er worden reservekopieën gemaakt en op tijd vernietigd',
        en: 'backups are made and destroyed in time',
      },
    },
  },
}
