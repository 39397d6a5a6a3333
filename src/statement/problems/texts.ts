import type { Message } from './message.ts'

/** What can be wrong with `text.nl.md` and `text.en.md`. */
export const TEXT_MESSAGES = {
  TEXT_MISSING: {
    nl: 'De tekst {file} ontbreekt.',
    en: 'The text {file} is missing.',
  },
  TEXT_EMPTY: {
    nl: 'Deze tekst zegt niets.',
    en: 'This text says nothing.',
  },
  TITLE_MISSING: {
    nl: 'De tekst begint met een titel: "# …".',
    en: 'The text begins with a title: "# …".',
  },
  HEADING_TOO_DEEP: {
    nl: 'Koppen gaan tot drie niveaus (###).',
    en: 'Headings go three levels deep (###).',
  },
  HEADING_SKIPS: {
    nl: 'Deze kop slaat een niveau over.',
    en: 'This heading skips a level.',
  },
  LIST_NESTED: {
    nl: 'Een lijst in een lijst kan niet.',
    en: 'A list within a list is not possible.',
  },
  EMPHASIS_UNCLOSED: {
    nl: 'De nadruk die hier begint ({mark}) eindigt niet in deze alinea.',
    en: 'The emphasis that begins here ({mark}) does not end in this paragraph.',
  },
  LINK_UNCLOSED: {
    nl: 'Deze verwijzing is niet af; schrijf [tekst](adres).',
    en: 'This link is not finished; write [text](address).',
  },
  LINK_UNSAFE: {
    nl: 'Een verwijzing gaat naar https, mailto, een pagina (/…) of een kop (#…).',
    en: 'A link goes to https, mailto, a page (/…) or a heading (#…).',
  },
  BRACE_UNCLOSED: {
    nl: 'Het haakje { sluit niet; schrijf \\{ voor het teken zelf.',
    en: 'The brace { does not close; write \\{ for the sign itself.',
  },
  CLAUSE_ID_BAD: {
    nl: '"{word}" kan geen naam van een belofte zijn.',
    en: '"{word}" cannot be the name of a clause.',
  },
  CLAUSE_IN_HEADING: {
    nl: 'Een belofte begint in een alinea of lijst, niet in een kop.',
    en: 'A clause begins in a paragraph or a list, not in a heading.',
  },
  CLAUSE_EMPTY: {
    nl: 'Belofte "{word}" zegt niets.',
    en: 'Clause "{word}" says nothing.',
  },
  CLAUSE_DUPLICATE: {
    nl: 'Belofte "{word}" staat al eerder in deze tekst.',
    en: 'Clause "{word}" stands earlier in this text.',
  },
  CLAUSE_MISSING: {
    nl: 'Belofte "{word}" ontbreekt in de tekst {file}.',
    en: 'Clause "{word}" is missing in the text {file}.',
  },
  CLAUSE_UNKNOWN: {
    nl: 'Belofte "{word}" staat in geen van de teksten.',
    en: 'Clause "{word}" stands in none of the texts.',
  },
  CLAUSE_LANGUAGES_DIFFER: {
    severity: 'warning',
    nl: 'Belofte "{word}" haalt hier {path} niet aan, en in een andere taal wel.',
    en: 'Clause "{word}" does not quote {path} here, and does so in another language.',
  },
  PLACEHOLDER_UNKNOWN: {
    nl: '{path} wijst naar niets dat een verklaring kan bevatten.',
    en: '{path} points to nothing that a statement can contain.',
  },
  PLACEHOLDER_UNDECLARED: {
    nl: '{path} is niet verklaard in statement.yaml.',
    en: '{path} is not declared in statement.yaml.',
  },
  PLACEHOLDER_UNSAYABLE: {
    nl: '{path} is te veel om in een zin te zeggen; noem een onderdeel ervan.',
    en: '{path} is too much to say in a sentence; name a part of it.',
  },
  HANDWRITTEN_NUMBER: {
    nl: 'Het getal "{word}" staat hier met de hand; haal het aan uit statement.yaml.',
    en: 'The number "{word}" is written by hand; quote it from statement.yaml.',
  },
  HANDWRITTEN_PERIOD: {
    nl: 'De periode "{word}" staat hier met de hand; haal haar aan uit statement.yaml.',
    en: 'The period "{word}" is written by hand; quote it from statement.yaml.',
  },
  HANDWRITTEN_NAME: {
    nl: 'De naam "{word}" staat hier met de hand; schrijf {path}.',
    en: 'The name "{word}" is written by hand; write {path}.',
  },
  HANDWRITTEN_EMAIL: {
    nl: 'Het adres "{word}" staat hier met de hand; haal het aan uit contacts.',
    en: 'The address "{word}" is written by hand; quote it from contacts.',
  },
} satisfies Record<string, Message>
