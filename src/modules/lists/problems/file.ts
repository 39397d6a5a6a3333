import type { Message } from './message.ts'

/** What can be wrong with a file or a whole column. No message repeats what stands in the file. */
export const FILE_MESSAGES = {
  FILE_EMPTY: {
    nl: 'Dit bestand is leeg. Kies het bestand met uw lijst.',
    en: 'This file is empty. Choose the file with your list.',
  },
  FILE_TOO_LARGE: {
    nl: 'Dit bestand is te groot. Verdeel de lijst over meer bestanden.',
    en: 'This file is too large. Divide the list over more files.',
  },
  FILE_IS_WORKBOOK: {
    nl: 'Deze werkmap kunnen wij niet lezen. Bewaar het blad als CSV en kies dat bestand.',
    en: 'We cannot read this workbook. Save the sheet as CSV and choose that file.',
  },
  FILE_NOT_TEXT: {
    nl: 'Dit is geen tekstbestand. Bewaar de lijst als CSV en kies dat bestand.',
    en: 'This is not a text file. Save the list as CSV and choose that file.',
  },
  FILE_LETTERS_LOST: {
    nl: 'In dit bestand zijn letters verloren gegaan. Exporteer de lijst opnieuw als CSV UTF-8.',
    en: 'Letters were lost in this file. Export the list again as CSV UTF-8.',
  },
  FILE_TWICE_ENCODED: {
    nl: 'Letters met accenten zijn fout (“Ã«” voor “ë”). Exporteer opnieuw als CSV UTF-8.',
    en: 'Letters with accents are wrong (“Ã«” for “ë”). Export again as CSV UTF-8.',
  },
  FILE_LETTERS_ODD: {
    severity: 'warning',
    nl: 'Sommige letters zien er vreemd uit. Kijk de namen na of exporteer opnieuw als CSV UTF-8.',
    en: 'Some letters look odd. Check the names or export again as CSV UTF-8.',
  },
  FILE_NO_ROWS: {
    nl: 'Onder de kolomkoppen staat geen enkele regel.',
    en: 'There is no row below the column headings.',
  },
  FILE_TOO_MANY_ROWS: {
    nl: 'Deze lijst heeft te veel regels. Verdeel de lijst over meer bestanden.',
    en: 'This list has too many rows. Divide the list over more files.',
  },
  FILE_TOO_MANY_COLUMNS: {
    nl: 'Deze lijst heeft meer dan 100 kolommen. Haal de kolommen weg die u niet nodig hebt.',
    en: 'This list has more than 100 columns. Remove the columns that you do not need.',
  },
  QUOTE_NOT_CLOSED: {
    nl: 'Hier begint een tekst met een aanhalingsteken dat nergens wordt gesloten.',
    en: 'A text begins here with a quotation mark that is closed nowhere.',
  },
  QUOTE_MISPLACED: {
    nl: 'Hier staat een aanhalingsteken midden in een cel. Verdubbel het of haal het weg.',
    en: 'There is a quotation mark in the middle of a cell here. Double it or remove it.',
  },
  LINE_TOO_LONG: {
    nl: 'Deze regel is te lang. Meestal is eerder een aanhalingsteken niet gesloten.',
    en: 'This line is too long. Usually a quotation mark before it was not closed.',
  },
  HEADINGS_MISSING: {
    nl: 'Wij herkennen geen koppen. Zet er een regel boven, zoals: Voornaam; Achternaam.',
    en: 'We recognise no headings. Put a line above, such as: Given name; Family name.',
  },
  LINES_ABOVE_HEADINGS: {
    severity: 'warning',
    nl: 'De regels boven de kolomkoppen hebben wij overgeslagen.',
    en: 'We skipped the lines above the column headings.',
  },
  COLUMN_UNKNOWN: {
    nl: 'U koos een kolom die niet in het bestand staat.',
    en: 'You chose a column that is not in the file.',
  },
  COLUMN_TWICE: {
    nl: 'U koos voor twee kolommen hetzelfde gegeven. Kies er één.',
    en: 'You chose the same item for two columns. Choose one of them.',
  },
  COLUMN_NAME_MISSING: {
    nl: 'Er is geen kolom met de achternaam of de volledige naam. Wijs die kolom aan.',
    en: 'There is no column with the family name or the full name. Point out that column.',
  },
  COLUMN_LEFT_OUT: {
    severity: 'warning',
    nl: 'Deze kolom nemen wij niet over.',
    en: 'We do not take this column over.',
  },
  COLUMN_CITIZEN_NUMBER: {
    severity: 'warning',
    nl: 'In deze kolom lijken burgerservicenummers te staan. Wij lezen en bewaren die kolom niet.',
    en: 'This column seems to hold citizen numbers. We do not read or keep that column.',
  },
  COLUMN_MONTH_FIRST: {
    nl: 'In deze kolom staat soms de maand voorop. Schrijf alle datums als dag-maand-jaar.',
    en: 'In this column the month sometimes comes first. Write all dates as day-month-year.',
  },
} satisfies Record<string, Message>
