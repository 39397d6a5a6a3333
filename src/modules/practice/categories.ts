import type { CategoryWord } from '#statement/catalogue.ts'

/** The kinds of personal data in a client's dossier. */
export const PRACTICE_CATEGORIES: Readonly<Record<string, CategoryWord>> = {
  identity: {
    says: { nl: 'naam en geboortedatum', en: 'name and date of birth' },
    dpv: 'Identifying',
  },
  contact: {
    says: {
      nl: 'adres, telefoonnummer en e-mailadres',
      en: 'address, telephone number and email address',
    },
    dpv: 'Contact',
  },
  'education-career': {
    says: { nl: 'opleiding, loopbaan en cv', en: 'education, career and CV' },
    dpv: 'Professional',
  },
  service: {
    says: { nl: 'soort, begin en einde van de dienst', en: 'kind, start and end of the service' },
  },
  planning: { says: { nl: 'afspraken', en: 'appointments' } },
  hours: {
    says: { nl: 'bestede tijd en activiteiten', en: 'time spent and activities' },
  },
  'conversation-reports': {
    says: { nl: 'gespreksverslagen', en: 'conversation reports' },
    dpv: 'ProfessionalInterview',
  },
  'test-results': {
    says: { nl: 'testuitslagen', en: 'test results' },
    dpv: 'ProfessionalEvaluation',
  },
  advice: {
    says: { nl: 'rapportages en adviezen', en: 'reports and advice' },
    dpv: 'ProfessionalEvaluation',
  },
  'improvement-points': {
    says: {
      nl: 'verbeterpunten en aandachtspunten van de opdrachtgever',
      en: 'points for improvement from the principal',
    },
    dpv: 'PerformanceAtWork',
  },
  'work-limitations': {
    says: {
      nl: 'arbeidsbeperkingen en de functionele mogelijkhedenlijst',
      en: 'work limitations and the list of functional abilities',
    },
    dpv: 'Disability',
    special: 'health',
  },
  'labour-expert-data': {
    says: { nl: 'gegevens van de arbeidsdeskundige', en: "the labour expert's data" },
    dpv: 'Health',
    special: 'health',
  },
  'benefit-data': {
    says: {
      nl: 'gegevens over afkeuring of uitkering',
      en: 'data on a disability assessment or benefit',
    },
    dpv: 'Disability',
    special: 'health',
  },
  goals: {
    says: { nl: 'doelen, verwachtingen en acties', en: 'goals, expectations and actions' },
  },
  agreement: {
    says: {
      nl: 'formulieren, offertes en overeenkomsten',
      en: 'forms, quotations and agreements',
    },
    dpv: 'Contract',
  },
  signature: {
    says: { nl: 'ondertekeningen', en: 'signatures' },
    dpv: 'Identifying',
  },
  gatekeeper: {
    says: {
      nl: 'de eerste ziektedag en de termijnen van de Wet verbetering poortwachter',
      en: 'the first day of illness and the terms of the gatekeeper act',
    },
    dpv: 'Health',
    special: 'health',
  },
  'benefit-duration': {
    says: { nl: 'duur van een uitkering', en: 'duration of a benefit' },
    dpv: 'Financial',
  },
  'general-practitioner': {
    says: { nl: 'huisarts', en: 'general practitioner' },
    dpv: 'SocialNetwork',
  },
  psychologist: {
    says: { nl: 'psycholoog', en: 'psychologist' },
    dpv: 'Health',
    special: 'health',
  },
  school: { says: { nl: 'school van een minderjarige', en: 'school of a minor' } },
  partner: { says: { nl: 'partner of ex-partner', en: 'partner or former partner' } },
  children: { says: { nl: 'kinderen', en: 'children' }, dpv: 'FamilyStructure' },
  'line-manager': { says: { nl: 'leidinggevende', en: 'line manager' } },
  'business-plans': { says: { nl: 'ondernemersplannen', en: 'business plans' } },
  finances: { says: { nl: 'financiële gegevens', en: 'financial details' }, dpv: 'Financial' },
  'psychological-tests': {
    says: { nl: 'psychologische tests', en: 'psychological tests' },
    dpv: 'ProfessionalEvaluation',
  },
  'approved-document': {
    says: {
      nl: 'het document dat u vrijgeeft',
      en: 'the document that you release',
    },
  },
  'relation-line': {
    says: { nl: 'de regel in het relatieoverzicht', en: 'the line in the relation overview' },
    part: 'relation-line',
  },
  correspondence: {
    says: { nl: 'e-mails en brieven', en: 'emails and letters' },
    dpv: 'Communication',
  },
  'paper-file': {
    says: { nl: 'stukken in het papieren dossier', en: 'items in the paper file' },
    part: 'paper',
  },
  financial: { says: { nl: 'factuurgegevens', en: 'invoice details' }, dpv: 'Financial' },
}
