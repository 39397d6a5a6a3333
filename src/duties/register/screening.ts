import type { Text } from '#kernel/language.ts'

/**
 * The kinds of processing for which the Dutch authority always wants an assessment: its list of 19
 * November 2019 (Staatscourant 2019, 64418), under article 35(4) of the GDPR.
 */
export const LISTED: Readonly<Record<string, Text>> = {
  'covert-investigation': { nl: 'Heimelijk onderzoek', en: 'Covert investigation' },
  'black-lists': { nl: 'Zwarte lijsten', en: 'Black lists' },
  fraud: { nl: 'Fraudebestrijding', en: 'Combating fraud' },
  'credit-scores': { nl: 'Creditscores', en: 'Credit scores' },
  finances: { nl: 'Financiële situatie, op grote schaal', en: 'Financial situation, large scale' },
  genetics: { nl: 'Erfelijke gegevens', en: 'Genetic data' },
  health: {
    nl: 'Gezondheidsgegevens, op grote schaal (ook re-integratie)',
    en: 'Health data, large scale (re-integration included)',
  },
  alliances: { nl: 'Samenwerkingsverbanden', en: 'Alliances of organisations' },
  cameras: { nl: 'Cameratoezicht, op grote schaal', en: 'Camera surveillance, large scale' },
  'moving-cameras': { nl: 'Flexibel cameratoezicht', en: 'Mobile camera surveillance' },
  'staff-control': { nl: 'Controle van werknemers', en: 'Monitoring of employees' },
  location: { nl: 'Locatiegegevens', en: 'Location data' },
  communication: { nl: 'Communicatiegegevens', en: 'Communication data' },
  'connected-things': { nl: 'Apparaten die met internet verbonden zijn', en: 'Internet of things' },
  profiling: { nl: 'Profilering', en: 'Profiling' },
  influencing: {
    nl: 'Observeren en beïnvloeden van gedrag',
    en: 'Observing and influencing behaviour',
  },
  biometrics: { nl: 'Biometrische gegevens', en: 'Biometric data' },
}

/** The nine criteria of the European guidelines (WP 248 rev.01). */
export const CRITERIA: Readonly<Record<string, Text>> = {
  evaluation: { nl: 'Mensen worden beoordeeld of gescoord', en: 'People are evaluated or scored' },
  'automated-decisions': {
    nl: 'Besluiten vallen automatisch en hebben gevolgen',
    en: 'Decisions are automatic and have effects',
  },
  monitoring: { nl: 'Mensen worden stelselmatig gevolgd', en: 'People are monitored' },
  sensitive: { nl: 'Gevoelige of bijzondere gegevens', en: 'Sensitive or special data' },
  'large-scale': { nl: 'Op grote schaal', en: 'On a large scale' },
  matching: { nl: 'Gegevens uit bronnen worden gekoppeld', en: 'Data sets are combined' },
  vulnerable: {
    nl: 'Kwetsbare mensen, of mensen die afhankelijk zijn',
    en: 'Vulnerable or dependent people',
  },
  'new-technology': { nl: 'Nieuwe techniek', en: 'New technology' },
  blocking: {
    nl: 'Wie weigert, mist een recht of een dienst',
    en: 'Who refuses misses a right or a service',
  },
}

/** From so many criteria an assessment is needed. */
const CRITERIA_ENOUGH = 2

/**
 * Whether a processing needs an assessment: something on the list applies, or at least two of the
 * criteria.
 */
export function needsAssessment(screening: {
  readonly listed: readonly string[]
  readonly criteria: readonly string[]
}): boolean {
  return screening.listed.length > 0 || screening.criteria.length >= CRITERIA_ENOUGH
}
