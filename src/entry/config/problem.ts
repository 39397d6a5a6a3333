import type { Text } from '#kernel/language.ts'

export interface ConfigProblem {
  readonly variable: string
  readonly code: ConfigProblemCode
  /** What is wrong and what to do, without the value, which may be a secret. */
  readonly says: Text
}

export type ConfigProblemCode = keyof typeof SAYS

const SAYS = {
  INVALID: { nl: 'heeft een ongeldige waarde.', en: 'has a value that is not valid.' },
  UNKNOWN_MODE: {
    nl: 'is "demo" of "production".',
    en: 'is "demo" or "production".',
  },
  MODE_NOT_CHOSEN: {
    nl: 'ontbreekt, terwijl anderen de pagina’s kunnen bereiken. Kies "production", of "demo" als alles verzonnen mag zijn.',
    en: 'is missing while others can reach the pages. Choose "production", or "demo" if all may be fictional.',
  },
  NOT_A_PORT: { nl: 'is een getal van 0 tot 65535.', en: 'is a number from 0 to 65535.' },
  NOT_PROXIES: { nl: 'is een getal van 0 tot 5.', en: 'is a number from 0 to 5.' },
  NOT_WEB_URL: {
    nl: 'is een adres zoals https://dossiers.example.org.',
    en: 'is an address such as https://dossiers.example.org.',
  },
  NOT_POSTGRES_URL: {
    nl: 'is een adres zoals postgres://naam:wachtwoord@server:5432/gestand.',
    en: 'is an address such as postgres://name:password@server:5432/gestand.',
  },
  KEYS_WITHOUT_DATA: {
    nl: 'is gezet zonder DATABASE_URL. Geef beide adressen, of geen van beide.',
    en: 'is set without DATABASE_URL. Give both addresses, or neither.',
  },
  KEYS_WITH_DATA: {
    nl: 'wijst naar dezelfde database als DATABASE_URL. Sleutels staan apart, anders zitten ze in elke back-up van de gegevens.',
    en: 'names the same database as DATABASE_URL. Keys stand apart, or every backup of the data holds them.',
  },
  KEYS_BACKUPS_WITHIN: {
    nl: 'ligt binnen GESTAND_BACKUPS. Bewaar de reservekopie van de sleutels apart, anders gaat zij overal mee naartoe.',
    en: 'lies within GESTAND_BACKUPS. Keep the backup of the keys apart, or it goes wherever those go.',
  },
  NOT_SMTP_URL: {
    nl: 'is een adres zoals smtps://naam:wachtwoord@mail.example.org.',
    en: 'is an address such as smtps://name:password@mail.example.org.',
  },
  NOT_A_DOMAIN: {
    nl: 'is een domein zoals post.example.org.',
    en: 'is a domain such as post.example.org.',
  },
  INBOUND_WITHOUT_DOMAIN: {
    nl: 'is gezet zonder GESTAND_INBOUND_DOMAIN. Geef het domein waarop e-mail binnenkomt.',
    en: 'is set without GESTAND_INBOUND_DOMAIN. Give the domain at which mail comes in.',
  },
  INBOUND_WITHOUT_PORT: {
    nl: 'is gezet zonder GESTAND_INBOUND_PORT. Geef de poort waarop e-mail binnenkomt.',
    en: 'is set without GESTAND_INBOUND_PORT. Give the port at which mail comes in.',
  },
  NOT_A_SENDER: {
    nl: 'is een afzender zoals Bureau De Brug <post@example.org>.',
    en: 'is a sender such as Bureau De Brug <post@example.org>.',
  },
  KEY_MISSING: {
    nl: 'ontbreekt. Maak een sleutel met `openssl rand -base64 32` en bewaar hem ook buiten deze machine.',
    en: 'is missing. Make a key with `openssl rand -base64 32`, and keep it outside this machine too.',
  },
  KEY_TWICE: {
    nl: 'is gezet, en ook het bestand ervoor (…_FILE). Geef er één.',
    en: 'is set, and so is the file for it (…_FILE). Give one of them.',
  },
  KEY_FILE_UNREADABLE: {
    nl: 'noemt een bestand dat niet te lezen is.',
    en: 'names a file that cannot be read.',
  },
  KEY_NOT_32_BYTES: {
    nl: 'is geen sleutel van 32 bytes in base64. Maak er een met `openssl rand -base64 32`.',
    en: 'is not a key of 32 bytes in base64. Make one with `openssl rand -base64 32`.',
  },
  KEY_WELL_KNOWN: {
    nl: 'is een sleutel die anderen kennen of kunnen raden. Maak er een met `openssl rand -base64 32`.',
    en: 'is a key that others know or can guess. Make one with `openssl rand -base64 32`.',
  },
  SMTP_MISSING: {
    nl: 'ontbreekt. Zonder mailserver krijgt niemand een uitnodiging.',
    en: 'is missing. Without a mail server nobody gets an invitation.',
  },
  SENDER_MISSING: {
    nl: 'ontbreekt. Geef een afzender zoals Bureau De Brug <post@example.org>.',
    en: 'is missing. Give a sender such as Bureau De Brug <post@example.org>.',
  },
  PUBLIC_URL_MISSING: {
    nl: 'ontbreekt. Zonder dit adres kloppen de links in e-mails niet.',
    en: 'is missing. Without this address the links in mails lead nowhere.',
  },
  NOT_HTTPS: {
    nl: 'begint niet met https, en dan leest onderweg iedereen mee.',
    en: 'does not begin with https, so that anyone on the way can read along.',
  },
} as const satisfies Readonly<Record<string, Text>>

/**
 * Words a problem. A code that has no words, which a defect would be, says only that it is wrong.
 */
export function configProblem(variable: string, message: string): ConfigProblem {
  const code = isCode(message) ? message : 'INVALID'
  return { variable, code, says: SAYS[code] }
}

function isCode(message: string): message is ConfigProblemCode {
  return Object.hasOwn(SAYS, message)
}
