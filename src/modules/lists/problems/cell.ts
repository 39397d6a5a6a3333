import type { Message } from './message.ts'

/** What can be wrong with the text in a cell, whichever column it stands in. */
export const CELL_MESSAGES = {
  CELL_TOO_LONG: {
    nl: 'Deze tekst is te lang.',
    en: 'This text is too long.',
  },
  CELL_UNPRINTABLE: {
    nl: 'In deze cel staan tekens die niet te lezen zijn.',
    en: 'There are characters in this cell that cannot be read.',
  },
  CELL_FORMULA: {
    nl: 'In deze cel staat een formule. Zet er de uitkomst neer.',
    en: 'There is a formula in this cell. Put its result there.',
  },
  CELL_FORMULA_FAILED: {
    nl: 'In deze cel staat een foutmelding van het rekenprogramma.',
    en: 'There is an error message of the spreadsheet program in this cell.',
  },
  CELL_CITIZEN_NUMBER: {
    nl: 'Hier lijkt een burgerservicenummer te staan. Wij nemen dat niet over. Haal het weg.',
    en: 'There seems to be a citizen number here. We do not take it over. Remove it.',
  },
  NAME_MISSING: {
    nl: 'De achternaam ontbreekt.',
    en: 'The family name is missing.',
  },
  NAME_ONLY_FAMILY: {
    severity: 'warning',
    nl: 'Er is geen voornaam en er zijn geen voorletters.',
    en: 'There is no given name and there are no initials.',
  },
  NAME_UNREADABLE: {
    nl: 'Hier staat iets dat geen naam kan zijn.',
    en: 'There is something here that cannot be a name.',
  },
  NAME_SPLIT_UNSURE: {
    severity: 'warning',
    nl: 'Kijk na of voornaam en achternaam goed zijn gesplitst.',
    en: 'Check whether given name and family name were split rightly.',
  },
  NAME_RECASED: {
    severity: 'warning',
    nl: 'De naam stond in hoofdletters. Kijk na of wij die goed hebben overgenomen.',
    en: 'The name was in capitals. Check whether we took it over rightly.',
  },
  PREFIX_SHORTENED: {
    severity: 'warning',
    nl: 'Het tussenvoegsel is afgekort. Schrijf het zo nodig uit.',
    en: 'The prefix of the family name is abbreviated. Write it out if need be.',
  },
  DATE_UNREADABLE: {
    nl: 'Dit is geen datum. Schrijf dag-maand-jaar, zoals 23-11-2026.',
    en: 'This is not a date. Write day-month-year, such as 23-11-2026.',
  },
  DATE_INCOMPLETE: {
    nl: 'Deze datum is niet volledig. Schrijf dag, maand en jaar.',
    en: 'This date is incomplete. Write day, month and year.',
  },
  DATE_YEAR_SHORT: {
    nl: 'Het jaar heeft twee cijfers. Schrijf alle vier de cijfers.',
    en: 'The year has two digits. Write all four digits.',
  },
  DATE_IMPOSSIBLE: {
    nl: 'Deze datum bestaat niet.',
    en: 'This date does not exist.',
  },
  DATE_MONTH_FIRST: {
    nl: 'De maand staat hier vóór de dag. Schrijf dag-maand-jaar.',
    en: 'The month stands before the day here. Write day-month-year.',
  },
  DATE_ORDER_UNCLEAR: {
    nl: 'Elders in deze kolom staat de maand vóór de dag. Wat hier de maand is, is niet zeker.',
    en: 'Elsewhere in this column the month comes first. Which is the month here is not certain.',
  },
  DATE_TIME_ZONE: {
    nl: 'Hier staat een tijd met tijdzone bij, dus de dag is niet zeker. Schrijf alleen de datum.',
    en: 'There is a time in a time zone here, so the day is not certain. Write the date only.',
  },
  DATE_FROM_NUMBER: {
    severity: 'warning',
    nl: 'Hier staat een dagnummer uit een rekenprogramma. Kijk na welke datum wij ervan maakten.',
    en: 'This is the day number of a spreadsheet program. Check which date we made of it.',
  },
  BORN_IN_FUTURE: {
    nl: 'De geboortedatum ligt in de toekomst.',
    en: 'The birth date lies in the future.',
  },
  BORN_TOO_LONG_AGO: {
    nl: 'De geboortedatum ligt meer dan 110 jaar terug. Weet u hem niet, laat de cel dan leeg.',
    en: 'The birth date lies over 110 years back. If you do not know it, leave the cell empty.',
  },
} satisfies Record<string, Message>
