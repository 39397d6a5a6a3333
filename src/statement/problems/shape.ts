import type { Message } from './message.ts'

/** What can be wrong with `statement.yaml` before any of its words is understood. */
export const SHAPE_MESSAGES = {
  FILE_TOO_LARGE: {
    nl: 'Dit bestand is groter dan {limit} tekens.',
    en: 'This file is larger than {limit} characters.',
  },
  YAML_SYNTAX: {
    nl: 'Dit is geen geldige YAML: {reason}',
    en: 'This is not valid YAML: {reason}',
  },
  YAML_ALIAS: {
    nl: 'Een verwijzing (*naam) kan hier niet; schrijf de waarde nog eens uit.',
    en: 'An alias (*name) cannot be used here; write the value out again.',
  },
  DUPLICATE_KEY: {
    nl: '"{key}" staat hier voor de tweede keer.',
    en: '"{key}" stands here for the second time.',
  },
  STATEMENT_EMPTY: {
    nl: 'Dit bestand verklaart niets.',
    en: 'This file declares nothing.',
  },
  UNSUPPORTED_EDITION: {
    nl: 'Deze versie van de taal bestaat niet; schrijf "gestand: 1".',
    en: 'This edition of the language does not exist; write "gestand: 1".',
  },
  UNKNOWN_KEY: {
    nl: '"{key}" hoort hier niet. Hier kan staan: {known}.',
    en: '"{key}" does not belong here. What can stand here: {known}.',
  },
  MISSING_KEY: {
    nl: 'Hier ontbreekt "{key}".',
    en: '"{key}" is missing here.',
  },
  WRONG_TYPE: {
    nl: '"{key}" moet {expected_nl} zijn.',
    en: '"{key}" must be {expected_en}.',
  },
  EMPTY_VALUE: {
    nl: '"{key}" mag niet leeg zijn.',
    en: '"{key}" must not be empty.',
  },
  VALUE_TOO_LONG: {
    nl: '"{key}" is te lang.',
    en: '"{key}" is too long.',
  },
  BAD_VERSION: {
    nl: 'Een versie is een heel getal vanaf 1.',
    en: 'A version is a whole number from 1.',
  },
  BAD_DATE: {
    nl: '"{value}" is geen bestaande datum; schrijf jjjj-mm-dd.',
    en: '"{value}" is not an existing date; write yyyy-mm-dd.',
  },
  BAD_DURATION: {
    nl: '"{value}" is geen periode; schrijf bijvoorbeeld P5Y, P1M, P2W of P14D.',
    en: '"{value}" is not a period; write for example P5Y, P1M, P2W or P14D.',
  },
  BAD_EMAIL: {
    nl: '"{value}" is geen e-mailadres.',
    en: '"{value}" is not an email address.',
  },
  BAD_PHONE: {
    nl: '"{value}" is geen telefoonnummer.',
    en: '"{value}" is not a phone number.',
  },
  BAD_KVK: {
    nl: 'Een KvK-nummer heeft acht cijfers, tussen aanhalingstekens.',
    en: 'A trade register number has eight digits, in quotes.',
  },
  BAD_COUNTRY: {
    nl: '"{value}" is geen landcode van twee hoofdletters, zoals NL.',
    en: '"{value}" is not a country code of two capitals, such as NL.',
  },
  BAD_ID: {
    nl: '"{value}" kan geen naam zijn; gebruik kleine letters, cijfers en streepjes.',
    en: '"{value}" cannot be a name; use small letters, digits and hyphens.',
  },
  BAD_ORGANISATION: {
    nl: 'De map "{value}" is geen korte naam: 2 tot 31 kleine letters en cijfers, eerst een letter.',
    en: 'Folder "{value}" is not a short name: 2 to 31 small letters and digits, first a letter.',
  },
  MISSING_LANGUAGE: {
    nl: 'Deze tekst ontbreekt in het {language_nl}.',
    en: 'This text is missing in {language_en}.',
  },
  REPEATED_WORD: {
    nl: '"{word}" staat twee keer in deze lijst.',
    en: '"{word}" stands twice in this list.',
  },
  UNKNOWN_CHOICE: {
    nl: '"{value}" kan hier niet. Kies uit: {known}.',
    en: '"{value}" cannot be used here. Choose from: {known}.',
  },
  UNKNOWN_BASIS: {
    nl: '"{value}" is geen grondslag. Kies uit: {known}.',
    en: '"{value}" is not a lawful basis. Choose from: {known}.',
  },
  ACTIVITY_WITHOUT_PURPOSE: {
    nl: 'Activiteit "{parent}" heeft geen doel (purpose).',
    en: 'Activity "{parent}" has no purpose.',
  },
  ACTIVITY_WITHOUT_BASIS: {
    nl: 'Activiteit "{parent}" heeft geen grondslag (basis).',
    en: 'Activity "{parent}" has no lawful basis.',
  },
  ACTIVITY_WITHOUT_RELATION: {
    nl: 'Activiteit "{parent}" zegt niet wie haar verricht (by).',
    en: 'Activity "{parent}" does not say by whom it is done (by).',
  },
  CONSENT_WITHOUT_TEXT: {
    nl: 'Toestemming "{parent}" heeft geen tekst waarmee iemand kan instemmen.',
    en: 'Consent "{parent}" has no text to consent to.',
  },
} satisfies Record<string, Message>
