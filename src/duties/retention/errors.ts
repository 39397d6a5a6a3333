import type { Text } from '#kernel/language.ts'

/** What retention and erasure refuse. Doors register them as explanations. */
export const RETENTION_ERRORS = {
  TERM_NOT_YOURS: {
    nl: 'De privacyverklaring laat u deze dag niet kiezen.',
    en: 'The privacy statement does not leave this day to you.',
  },
  TERM_OUTSIDE: {
    nl: 'Kies een dag na vandaag, en hoogstens tien jaar na de gewone termijn.',
    en: 'Choose a day after today, and ten years after the usual term at most.',
  },
  DOSSIER_UNKNOWN: {
    nl: 'Er is geen dossier met dit nummer. Kijk het nummer na, bijvoorbeeld 2026-00012.',
    en: 'There is no dossier with this number. Check the number, for example 2026-00012.',
  },
  HOLD_OUTSIDE: {
    nl: 'Kies een dag na vandaag, hoogstens vijf jaar vooruit.',
    en: 'Choose a day after today, five years ahead at most.',
  },
  ERASURE_BEGUN: {
    nl: 'Dit dossier wordt al verwijderd. Het kan niet meer worden vastgehouden.',
    en: 'This dossier is being erased already. It can no longer be held.',
  },
  ERASURE_BARRED: {
    nl: 'Dit dossier mag nog niet weg: een wet verplicht om het te bewaren.',
    en: 'This dossier may not go yet: a law demands that it is kept.',
  },
  ERASURE_HELD: {
    nl: 'Dit dossier mag nog niet weg: er geldt een bewaarplicht.',
    en: 'This dossier may not go yet: it must be kept.',
  },
} as const satisfies Readonly<Record<string, Text>>
