import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of audits, of who looks in a portfolio, and of signals to institutions. */
export const AUDITS_VOCABULARY: Partial<Vocabulary> = {
  relations: {
    'portfolio-viewer': {
      says: {
        nl: 'de zorginstelling die uw portfolio mag inzien',
        en: 'the care institution that may look in your portfolio',
      },
      to: 'dossier',
      party: true,
      many: true,
    },
    'audit-member': {
      says: { nl: 'wie audits voor het register doet', en: 'whoever does audits for the register' },
      to: 'organisation',
    },
  },
  activities: {
    'audit-planning': { says: { nl: 'audits plannen', en: 'planning audits' } },
  },
  mechanisms: {
    'looks-bounded': {
      says: {
        nl: 'een werkgever of auditor kan alleen in een portfolio kijken zolang dat gevraagd is, en de student ziet het',
        en: 'an employer or auditor can look in a portfolio only as long as that was asked for, and the student sees it',
      },
    },
    'signals-tied': {
      says: {
        nl: 'een signaal gaat alleen naar een instelling van de student, staat bij de verstrekkingen en is voor de student te lezen',
        en: 'a signal goes only to an institution of the student, is among the disclosures and can be read by the student',
      },
    },
  },
}
