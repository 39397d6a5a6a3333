import type { Message } from './message.ts'

/** What can be wrong with an address, a telephone number or an email address. */
export const CONTACT_MESSAGES = {
  EMAIL_UNREADABLE: {
    nl: 'Dit is geen e-mailadres. Verbeter het of laat de cel leeg.',
    en: 'This is not an email address. Correct it or leave the cell empty.',
  },
  EMAIL_MORE_THAN_ONE: {
    nl: 'Hier staan meer e-mailadressen. Laat er één staan.',
    en: 'There are several email addresses here. Leave one of them.',
  },
  PHONE_UNREADABLE: {
    severity: 'warning',
    nl: 'Dit is geen telefoonnummer. Wij nemen het niet over.',
    en: 'This is not a telephone number. We do not take it over.',
  },
  PHONE_LENGTH: {
    severity: 'warning',
    nl: 'Dit telefoonnummer heeft niet het goede aantal cijfers. Wij nemen het niet over.',
    en: 'This telephone number does not have the right count of digits. We do not take it over.',
  },
  PHONE_ROUNDED: {
    severity: 'warning',
    nl: 'Het rekenprogramma heeft dit telefoonnummer afgerond. Wij nemen het niet over.',
    en: 'The spreadsheet program rounded this telephone number. We do not take it over.',
  },
  PHONE_ZERO_ADDED: {
    severity: 'warning',
    nl: 'De eerste nul van dit telefoonnummer ontbrak. Wij hebben die toegevoegd.',
    en: 'The first zero of this telephone number was missing. We added it.',
  },
  PHONE_MORE_THAN_ONE: {
    severity: 'warning',
    nl: 'Er staan meer telefoonnummers. Wij nemen er één over, zo mogelijk het mobiele.',
    en: 'There are several telephone numbers. We take over one, the mobile number if possible.',
  },
  POSTCODE_UNREADABLE: {
    severity: 'warning',
    nl: 'Dit is geen postcode zoals 1234 AB. Wij nemen die niet over.',
    en: 'This is not a postcode such as 1234 AB. We do not take it over.',
  },
  POSTCODE_LETTERS_MISSING: {
    severity: 'warning',
    nl: 'De letters ontbreken. Zet voor een buitenlandse postcode het land, zoals B-1000.',
    en: 'The letters are missing. Put the country before a foreign postcode, such as B-1000.',
  },
  HOUSE_NUMBER_UNREADABLE: {
    severity: 'warning',
    nl: 'Dit is geen huisnummer. Wij nemen het niet over.',
    en: 'This is not a house number. We do not take it over.',
  },
  HOUSE_NUMBER_IS_DATE: {
    severity: 'warning',
    nl: 'Het rekenprogramma heeft van dit huisnummer een datum gemaakt. Wij nemen het niet over.',
    en: 'The spreadsheet program made a date of this house number. We do not take it over.',
  },
  HOUSE_NUMBER_MISSING: {
    severity: 'warning',
    nl: 'Er staat geen huisnummer bij de straat.',
    en: 'The street has no house number.',
  },
} satisfies Record<string, Message>
