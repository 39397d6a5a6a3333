import type { Vocabulary } from '#statement/catalogue.ts'
import { PRACTICE_CATEGORIES } from './categories.ts'

/**
 * The words of coaching and re-integration: client dossiers, consults, substitution, disclosure.
 */
export const PRACTICE_VOCABULARY: Vocabulary = {
  kinds: {
    // The first track, which is what people mean by the word alone.
    're-integration': { says: { nl: 're-integratie', en: 're-integration' } },
    're-integration-second-track': {
      says: { nl: 're-integratie tweede spoor', en: 'second-track re-integration' },
    },
    're-integration-third-track': {
      says: { nl: 're-integratie derde spoor', en: 'third-track re-integration' },
    },
    outplacement: { says: { nl: 'outplacement', en: 'outplacement' } },
    'career-check': { says: { nl: 'loopbaancheck', en: 'career check' } },
    'career-coaching': { says: { nl: 'loopbaanbegeleiding', en: 'career coaching' } },
    empowerment: { says: { nl: 'empowerment', en: 'empowerment' } },
    'case-management': { says: { nl: 'casemanagement', en: 'case management' } },
    'business-coaching': { says: { nl: 'coaching van ondernemers', en: 'business coaching' } },
  },
  categories: PRACTICE_CATEGORIES,
  relations: {
    'responsible-coach': {
      says: { nl: 'de verantwoordelijke coach', en: 'the responsible coach' },
      to: 'dossier',
    },
    'partner-coach': {
      says: { nl: 'de partnercoach', en: 'the partner coach' },
      to: 'dossier',
    },
    substitute: {
      says: { nl: 'de waarnemende coach', en: 'the substitute coach' },
      to: 'dossier',
    },
    client: { says: { nl: 'de cliënt', en: 'the client' }, to: 'dossier', subject: true },
    representative: {
      says: {
        nl: 'wie een minderjarige cliënt vertegenwoordigt',
        en: 'whoever represents a client who is a minor',
      },
      to: 'dossier',
    },
    principal: {
      says: { nl: 'de opdrachtgever', en: 'the principal' },
      to: 'dossier',
      party: true,
    },
    'interested-party': {
      says: { nl: 'de belanghebbende', en: 'the interested party' },
      to: 'dossier',
      party: true,
    },
    'test-administrator': {
      says: { nl: 'de externe testbeheerder', en: 'the external test administrator' },
      to: 'dossier',
      party: true,
    },
    coach: { says: { nl: 'een coach', en: 'a coach' }, to: 'organisation' },
    planner: { says: { nl: 'de planner', en: 'the planner' }, to: 'organisation' },
    manager: { says: { nl: 'de directeur', en: 'the director' }, to: 'organisation' },
  },
  activities: {
    intake: {
      says: { nl: 'aanmelding en start', en: 'intake and start' },
      starts: 'responsible-coach',
    },
    coaching: { says: { nl: 'begeleiding', en: 'coaching' } },
    substitution: { says: { nl: 'waarneming', en: 'substitution' } },
    'self-service': { says: { nl: 'uw eigen omgeving', en: 'your own pages' } },
    accountability: {
      says: { nl: 'verantwoording aan de opdrachtgever', en: 'accountability to the principal' },
    },
    'relation-management': { says: { nl: 'relatiebeheer', en: 'relation management' } },
    reporting: { says: { nl: 'rapporten in cijfers', en: 'reports in figures' } },
    planning: { says: { nl: 'afspraken plannen', en: 'planning appointments' } },
    'template-keeping': {
      says: { nl: 'beheer van sjablonen', en: 'keeping of templates' },
    },
  },
  consents: {
    'partner-access': {
      says: { nl: 'toegang voor de partnercoach', en: 'access for the partner coach' },
    },
    substitution: {
      says: { nl: 'waarneming door een andere coach', en: 'substitution by another coach' },
    },
    disclosure: {
      says: { nl: 'verstrekking van een document', en: 'disclosure of a document' },
    },
  },
  events: {
    'engagement.started': {
      says: { nl: 'het begin van de dienst', en: 'the start of the service' },
    },
    'engagement.ended': {
      says: { nl: 'het einde van de dienst', en: 'the end of the service' },
    },
  },
  parts: {
    dossier: { says: { nl: 'het digitale dossier', en: 'the digital dossier' } },
    paper: {
      says: { nl: 'het papieren dossier', en: 'the paper file' },
      tangible: true,
    },
    'relation-line': {
      says: { nl: 'de regel in het relatieoverzicht', en: 'the line in the relation overview' },
      holds: {
        name: { nl: 'de naam van de cliënt', en: "the client's name" },
        service: { nl: 'de soort dienst', en: 'the kind of service' },
        year: { nl: 'het jaar', en: 'the year' },
      },
    },
  },
  decisions: {
    'client-objects': {
      says: { nl: 'u bezwaar maakt', en: 'you object' },
    },
    'client-asks': {
      says: { nl: 'u daarom vraagt', en: 'you ask for it' },
    },
    'client-decides': {
      says: { nl: 'u anders beslist', en: 'you decide otherwise' },
    },
  },
  periods: {
    absence: {
      says: { nl: 'de afwezigheid van uw coach', en: "your coach's absence" },
    },
  },
  recipientKinds: {
    principal: { says: { nl: 'de opdrachtgever', en: 'the principal' }, needsAgreement: false },
    'interested-party': {
      says: { nl: 'de belanghebbende', en: 'the interested party' },
      needsAgreement: false,
    },
    'test-administrator': {
      says: { nl: 'de externe testbeheerder', en: 'the external test administrator' },
      needsAgreement: true,
    },
  },
  rights: {},
  mechanisms: {
    'statement-shown': {
      says: {
        nl: 'een dienst begint pas als de verklaring aan de cliënt is getoond',
        en: 'a service begins only after the statement was shown to the client',
      },
    },
    'summary-approval': {
      says: {
        nl: 'de cliënt keurt elke samenvatting goed of geeft een weerwoord',
        en: 'the client approves each summary or replies to it',
      },
    },
    'two-files': {
      says: {
        nl: 'coach en cliënt hebben elk een eigen dossier',
        en: 'coach and client each have a file of their own',
      },
    },
    'switched-categories': {
      says: {
        nl: 'extra soorten gegevens staan alleen in een dossier waar ze met een reden zijn aangezet',
        en: 'extra kinds of data stand only in a dossier where they were switched on with a reason',
      },
    },
    representation: {
      says: {
        nl: 'wie een minderjarige vertegenwoordigt, doet dat tot de zestiende verjaardag en geen dag langer',
        en: 'whoever represents a minor does so until the sixteenth birthday and not a day longer',
      },
    },
    'citizen-number-guarded': {
      says: {
        nl: 'het burgerservicenummer staat alleen waar een wet dat toestaat, versleuteld, en elke blik staat in het logboek',
        en: 'the citizen number stands only where a law allows it, sealed, and every look is in the log',
      },
    },
    'points-visible': {
      says: {
        nl: 'de cliënt ziet verbeterpunten van de opdrachtgever vanaf het begin',
        en: 'the client sees points for improvement from the principal from the start',
      },
    },
    'time-registration': {
      says: {
        nl: 'uren, activiteiten en e-mails worden per cliënt vastgelegd',
        en: 'hours, activities and emails are recorded per client',
      },
    },
    'paper-register': {
      says: {
        nl: 'van elk papieren dossier is vastgelegd waar het ligt',
        en: 'the place of each paper file is recorded',
      },
      organisational: true,
    },
    'substitution-announced': {
      says: {
        nl: 'een waarnemer kan pas in een dossier nadat de cliënt het weet',
        en: 'a substitute gets into a dossier only after the client was told',
      },
    },
    'print-log': {
      says: {
        nl: 'elke afdruk wordt vastgelegd',
        en: 'every print is recorded',
      },
    },
    signatures: {
      says: {
        nl: 'wat is ondertekend, kan niemand ongemerkt veranderen',
        en: 'what was signed, nobody can change unnoticed',
      },
    },
    'kinds-of-service': {
      says: {
        nl: 'elke soort dienst heeft zijn eigen gegevens',
        en: 'each kind of service has its own data',
      },
    },
  },
}
