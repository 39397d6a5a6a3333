import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells what happens in a register of training. */
export const REGISTRY_LEDGER_WORDS: LedgerWords = {
  subjects: {
    party_functions: { nl: 'een functie bij een instelling', en: 'a function at an institution' },
    programmes: { nl: 'een opleiding', en: 'a programme' },
    programme_versions: { nl: 'een versie van een opleiding', en: 'a version of a programme' },
    programme_requirements: { nl: 'een opleidingseis', en: 'a requirement of a programme' },
    institutions: { nl: 'een instelling', en: 'an institution' },
    accreditations: {
      nl: 'een aanvraag van een erkenning',
      en: 'an application for accreditation',
    },
    accreditation_visits: { nl: 'een visitatie', en: 'a visit for accreditation' },
    accreditation_decisions: {
      nl: 'een besluit over een erkenning',
      en: 'a decision on accreditation',
    },
    registrants: { nl: 'persoonsgegevens', en: 'personal details' },
    registrations: { nl: 'een inschrijving', en: 'a registration' },
    submissions: { nl: 'een inzending ter controle', en: 'something put up for verification' },
    verifications: { nl: 'een controle', en: 'a verification' },
    rejections: { nl: 'een reden van terugsturen', en: 'a reason for sending back' },
    interruptions: { nl: 'een onderbreking', en: 'an interruption' },
    employer_changes: { nl: 'een andere werkgever', en: 'a change of employer' },
    endings: { nl: 'het einde van een opleiding', en: 'the end of training' },
  },
  acts: {
    'inserted registrants': {
      nl: 'vulde de persoonsgegevens in',
      en: 'entered the personal details',
      toReader: { nl: 'vulde uw gegevens in', en: 'entered your details' },
    },
    'updated registrants': {
      nl: 'verbeterde de persoonsgegevens',
      en: 'corrected the personal details',
      toReader: { nl: 'verbeterde uw gegevens', en: 'corrected your details' },
    },
    'inserted registrations': { nl: 'begon de inschrijving', en: 'began the registration' },
    'updated registrations': { nl: 'werkte de inschrijving bij', en: 'updated the registration' },
    'inserted submissions': {
      nl: 'diende opleidingsgegevens in ter controle',
      en: 'put training data up for verification',
    },
    'updated submissions': { nl: 'handelde een controle af', en: 'settled a verification' },
    'inserted verifications': {
      nl: 'controleerde de opleidingsgegevens',
      en: 'verified the training data',
      toReader: { nl: 'controleerde uw opleidingsgegevens', en: 'verified your training data' },
    },
    'inserted interruptions': { nl: 'legde een onderbreking vast', en: 'noted an interruption' },
    'updated interruptions': { nl: 'legde vast dat het verderging', en: 'noted that it went on' },
    'inserted employer_changes': {
      nl: 'legde een andere werkgever vast',
      en: 'noted another employer',
    },
    'inserted endings': { nl: 'beëindigde de opleiding', en: 'ended the training' },
    'inserted accreditations': { nl: 'vroeg een erkenning aan', en: 'applied for accreditation' },
    'inserted accreditation_visits': { nl: 'legde een visitatie vast', en: 'noted a visit' },
    'inserted accreditation_decisions': {
      nl: 'besloot over een erkenning',
      en: 'decided on an accreditation',
    },
  },
  lists: {
    students: { nl: 'de eigen studenten', en: 'one’s own students' },
    verifications: { nl: 'wat te controleren is', en: 'what is to be verified' },
    registrations: { nl: 'het register', en: 'the register' },
    programmes: { nl: 'de opleidingen', en: 'the programmes' },
    institutions: { nl: 'de instellingen', en: 'the institutions' },
    accreditations: { nl: 'de erkenningen', en: 'the accreditations' },
    'own-registrations': { nl: 'de eigen inschrijvingen', en: 'one’s own registrations' },
    enrolling: { nl: 'een inschrijfformulier', en: 'an enrolment form' },
  },
  actors: {
    'self-enrolment': { nl: 'De student', en: 'The student' },
    verification: { nl: 'Een instelling', en: 'An institution' },
    enrolment: { nl: 'Een instelling', en: 'An institution' },
  },
  silent: [],
}
