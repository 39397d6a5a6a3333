import type { Text } from '#kernel/language.ts'

/** What is refused of a file from a bank, in words for whoever brings it. */
export const FORMAT_ERRORS = {
  BANK_FILE_TOO_LARGE: {
    nl: 'Dit bestand is te groot. Vraag bij uw bank een kortere periode op.',
    en: 'This file is too large. Ask your bank for a shorter period.',
  },
  BANK_FILE_UNREADABLE: {
    nl: 'Dit bestand is niet te lezen. Haal het opnieuw op bij uw bank, als CAMT.053.',
    en: 'This file cannot be read. Download it from your bank again, as CAMT.053.',
  },
  BANK_FILE_NOT_A_STATEMENT: {
    nl: 'Dit is geen bankafschrift in CAMT.053. Kies bij het downloaden die soort.',
    en: 'This is no bank statement in CAMT.053. Choose that kind when you download it.',
  },
  BANK_FILE_VERSION: {
    nl: 'Deze versie van CAMT.053 kennen wij niet. Kies versie 2 of 8.',
    en: 'We do not know this version of CAMT.053. Choose version 2 or 8.',
  },
  BANK_FILE_EMPTY: {
    nl: 'In dit zipbestand staat geen bankafschrift.',
    en: 'There is no bank statement in this zip file.',
  },
  BANK_FILE_INCOMPLETE: {
    nl: 'De bedragen in dit afschrift tellen niet op tot het eindsaldo. Haal het opnieuw op.',
    en: 'The amounts in this statement do not add up to its end balance. Download it again.',
  },
} as const satisfies Readonly<Record<string, Text>>
