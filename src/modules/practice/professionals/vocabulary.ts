import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of asking other professionals, and of informing them. */
export const PROFESSIONALS_VOCABULARY: Partial<Vocabulary> = {
  categories: {
    'professional-information': {
      says: {
        nl: 'wat wij een andere professional over u vragen, en het antwoord',
        en: 'what we ask another professional about you, and the answer',
      },
      dpv: 'Communication',
    },
  },
  relations: {
    professional: {
      says: { nl: 'een andere professional', en: 'another professional' },
      to: 'dossier',
      party: true,
    },
  },
  consents: {
    'professional-request': {
      says: {
        nl: 'een vraag aan een andere professional',
        en: 'a question to another professional',
      },
    },
  },
  recipientKinds: {
    professional: {
      says: { nl: 'een andere professional', en: 'another professional' },
      needsAgreement: false,
    },
  },
  mechanisms: {
    'professional-requests': {
      says: {
        nl: 'zonder toestemming op naam gaat geen vraag naar een ander en blijft geen antwoord bewaard',
        en: 'without consent by name no question goes to another and no answer is kept',
      },
    },
  },
}
