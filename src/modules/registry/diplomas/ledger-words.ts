import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells what happens with diplomas. */
export const DIPLOMA_LEDGER_WORDS: LedgerWords = {
  subjects: {
    diplomas: { nl: 'een diploma', en: 'a diploma' },
    diploma_documents: { nl: 'de inhoud van een diploma', en: 'the contents of a diploma' },
    diploma_revocations: { nl: 'een ingetrokken diploma', en: 'a revoked diploma' },
    reissue_requests: { nl: 'een vraag om een nieuw diploma', en: 'a request for a new diploma' },
    diploma_shares: { nl: 'een link naar een diploma', en: 'a link to a diploma' },
    issuer_keys: { nl: 'een sleutel van de organisatie', en: 'a key of the organisation' },
    revocation_lists: {
      nl: 'de lijst van ingetrokken diploma’s',
      en: 'the list of revoked diplomas',
    },
  },
  acts: {
    'inserted diplomas': {
      nl: 'gaf een diploma uit',
      en: 'issued a diploma',
      toReader: { nl: 'gaf uw diploma uit', en: 'issued your diploma' },
    },
    'inserted diploma_documents': {
      nl: 'ondertekende een diploma',
      en: 'signed a diploma',
      toReader: { nl: 'ondertekende uw diploma', en: 'signed your diploma' },
    },
    'inserted diploma_revocations': {
      nl: 'trok een diploma in',
      en: 'revoked a diploma',
      toReader: { nl: 'trok een diploma van u in', en: 'revoked a diploma of yours' },
    },
    'inserted reissue_requests': { nl: 'vroeg een nieuw diploma', en: 'asked for a new diploma' },
    'inserted diploma_shares': { nl: 'deelde een diploma', en: 'shared a diploma' },
    'updated diploma_shares': {
      nl: 'stopte met het delen van een diploma',
      en: 'stopped sharing a diploma',
    },
    'inserted issuer_keys': {
      nl: 'maakte een nieuwe sleutel voor diploma’s',
      en: 'made a new key for diplomas',
    },
    'updated issuer_keys': {
      nl: 'trok een sleutel voor diploma’s in',
      en: 'withdrew a key for diplomas',
    },
    'inserted revocation_lists': {
      nl: 'publiceerde de lijst van ingetrokken diploma’s',
      en: 'published the list of revoked diplomas',
    },
    'updated revocation_lists': {
      nl: 'publiceerde de lijst van ingetrokken diploma’s',
      en: 'published the list of revoked diplomas',
    },
  },
  lists: {
    'diplomas-to-issue': { nl: 'de diploma’s die klaarliggen', en: 'the diplomas to be issued' },
    diplomas: { nl: 'de uitgegeven diploma’s', en: 'the diplomas that were issued' },
    'issuer-keys': { nl: 'de sleutels voor diploma’s', en: 'the keys for diplomas' },
    'own-diplomas': { nl: 'de eigen diploma’s', en: 'one’s own diplomas' },
  },
  actors: {},
  silent: [],
}
