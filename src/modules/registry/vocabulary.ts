import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of a register of training: students, institutions, verification, diplomas. */
export const REGISTRY_VOCABULARY: Vocabulary = {
  kinds: {
    student: { says: { nl: 'student in opleiding', en: 'student in training' } },
    professional: {
      says: { nl: 'gediplomeerde zorgprofessional', en: 'graduated care professional' },
    },
  },
  categories: {
    name: { says: { nl: 'uw naam', en: 'your name' }, dpv: 'Name' },
    training: {
      says: {
        nl: 'uw opleiding, werkgever, opleidingsinstituut, begin en einde',
        en: 'your programme, employer, training institute, start and end',
      },
      dpv: 'EducationQualification',
    },
    verification: {
      says: {
        nl: 'wie uw opleidingsgegevens controleerde en met welke uitkomst',
        en: 'who verified your training data and with which outcome',
      },
    },
    diploma: {
      says: {
        nl: 'datum, opleiding en nummer van uw diploma',
        en: 'date, programme and number of your diploma',
      },
      dpv: 'EducationQualification',
      part: 'diploma',
    },
    'diploma-document': {
      says: { nl: 'uw diploma zelf', en: 'your diploma itself' },
      dpv: 'EducationQualification',
    },
    portfolio: {
      says: { nl: 'uw portfolio', en: 'your portfolio' },
      dpv: 'EducationalExperience',
    },
    audit: {
      says: {
        nl: 'audits waarin u bent betrokken',
        en: 'audits in which you are involved',
      },
    },
    signal: {
      says: {
        nl: 'signalen dat er misschien niet volgens de eisen wordt opgeleid',
        en: 'signals that training may not follow its requirements',
      },
    },
    survey: {
      says: { nl: 'voor welke enquêtes u bent gevraagd', en: 'which surveys you were asked for' },
    },
    accreditation: {
      says: {
        nl: 'erkenningen van zorginstellingen en opleidingsinstituten',
        en: 'accreditations of care institutions and training institutes',
      },
      part: 'account',
    },
  },
  relations: {
    registrant: {
      says: {
        nl: 'de student of de gediplomeerde zorgprofessional',
        en: 'the student or the graduated care professional',
      },
      to: 'dossier',
      subject: true,
    },
    employer: {
      says: {
        nl: 'de zorginstelling waar de student werkt',
        en: 'the care institution that employs the student',
      },
      to: 'dossier',
      party: true,
      many: true,
    },
    institute: {
      says: {
        nl: 'het opleidingsinstituut van de student',
        en: "the student's training institute",
      },
      to: 'dossier',
      party: true,
      many: true,
    },
    auditor: { says: { nl: 'de auditor', en: 'the auditor' }, to: 'dossier' },
    registrar: {
      says: { nl: 'een medewerker van het register', en: 'a registrar' },
      to: 'organisation',
    },
    'institution-staff': {
      says: {
        nl: 'wie bij een zorginstelling of opleidingsinstituut werkt',
        en: 'whoever works at a care institution or training institute',
      },
      to: 'organisation',
      party: true,
    },
    'institution-administrator': {
      says: {
        nl: 'de beheerder bij een zorginstelling of opleidingsinstituut',
        en: 'the administrator at a care institution or training institute',
      },
      to: 'organisation',
      party: true,
    },
  },
  activities: {
    enrolment: {
      says: { nl: 'inschrijving van studenten', en: 'enrolment of students' },
      starts: 'employer',
    },
    'self-enrolment': {
      says: { nl: 'uzelf inschrijven', en: 'enrolling yourself' },
      starts: 'registrant',
    },
    verification: {
      says: { nl: 'controle van opleidingsgegevens', en: 'verification of training data' },
    },
    'registry-keeping': { says: { nl: 'bijhouden van het register', en: 'keeping the register' } },
    'taking-over': {
      says: { nl: 'overnemen van een bestaand register', en: 'taking over an existing register' },
    },
    correction: {
      says: { nl: 'verbetering op schriftelijk verzoek', en: 'correction on a written request' },
    },
    'programme-keeping': {
      says: {
        nl: 'beheer van opleidingen en erkenningen',
        en: 'keeping of programmes and accreditations',
      },
      apart: true,
    },
    'institution-keeping': {
      says: {
        nl: 'beheer door een instelling van haar eigen accounts en erkenningen',
        en: "an institution's keeping of its own accounts and accreditations",
      },
      apart: true,
    },
    diplomas: { says: { nl: 'uitgifte van diploma’s', en: 'issuing of diplomas' } },
    portfolio: { says: { nl: 'inzage in uw portfolio', en: 'seeing your portfolio' } },
    audits: { says: { nl: 'audits', en: 'audits' } },
    signalling: {
      says: { nl: 'signalen aan instellingen', en: 'signals to institutions' },
    },
    surveys: { says: { nl: 'enquêtes', en: 'surveys' } },
    'research-exports': {
      says: { nl: 'geanonimiseerde bestanden', en: 'anonymised exports' },
    },
  },
  consents: {},
  events: {
    'training.started': {
      says: { nl: 'het begin van uw opleiding', en: 'the start of your training' },
    },
    'training.ended': {
      says: {
        nl: 'het voltooien of eerder beëindigen van uw opleiding',
        en: 'completing or leaving your programme',
      },
    },
  },
  parts: {
    diploma: {
      says: { nl: 'de regel van uw diploma', en: 'the line of your diploma' },
      holds: {
        day: { nl: 'de datum van het diploma', en: 'the date of the diploma' },
        programme: { nl: 'de opleiding', en: 'the programme' },
        number: { nl: 'het diplomanummer', en: 'the diploma number' },
      },
    },
  },
  decisions: {},
  periods: {},
  recipientKinds: {
    employer: {
      says: { nl: 'de zorginstelling waar u werkt', en: 'the care institution that employs you' },
      needsAgreement: false,
    },
    institute: {
      says: { nl: 'uw opleidingsinstituut', en: 'your training institute' },
      needsAgreement: false,
    },
  },
  rights: {},
  mechanisms: {
    'two-states': {
      says: {
        nl: 'iemand is student of gediplomeerde, en in elke staat mag alleen wat daarbij hoort',
        en: 'a person is a student or graduated, and in each state only what belongs to it is allowed',
      },
    },
    'two-verifications': {
      says: {
        nl: 'een inschrijving of diploma-aanvraag is pas definitief na twee controles',
        en: 'an enrolment or diploma application is final only after two verifications',
      },
    },
    'own-entry': {
      says: {
        nl: 'naam en adres kan alleen de persoon zelf veranderen, of de functionaris op schriftelijk verzoek',
        en: 'name and address are changed by the person alone, or by the officer on a written request',
      },
    },
  },
}
