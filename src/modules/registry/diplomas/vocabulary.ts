import type { Vocabulary } from '#statement/catalogue.ts'

/** What keeps the promises about diplomas. */
export const DIPLOMA_VOCABULARY: Partial<Vocabulary> = {
  mechanisms: {
    'diploma-numbers': {
      says: {
        nl: 'een diploma krijgt pas na twee controles een nummer, en elk nummer wordt één keer gegeven',
        en: 'a diploma gets a number only after two verifications, and each number is given once',
      },
    },
    'diploma-revocations': {
      says: {
        nl: 'een diploma dat is ingetrokken blijft dat, en iedereen kan het nagaan',
        en: 'a diploma that was revoked stays so, and anybody can check it',
      },
    },
    'diplomas-unlinked': {
      says: {
        nl: 'na verwijdering blijven alleen datum, opleiding en nummer van het diploma over, en die leiden naar niemand',
        en: 'after an erasure only date, programme and number of the diploma stay, and they lead to nobody',
      },
    },
  },
}
