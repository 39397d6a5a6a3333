import type { Text } from '#kernel/language.ts'

/** What making and fetching a package refuses. Doors register them as explanations. */
export const PACKAGE_ERRORS = {
  PACKAGE_BUSY: {
    nl: 'Er worden nu veel pakketten gemaakt. Probeer het over een paar minuten opnieuw.',
    en: 'Many packages are being made now. Try again in a few minutes.',
  },
  PACKAGE_STOPPED: {
    nl: 'Het maken van dit pakket is onderbroken. Begin opnieuw.',
    en: 'The making of this package was cut short. Begin again.',
  },
  PACKAGE_CODE_WRONG: {
    nl: 'Deze code klopt niet. Kijk hem na. Na tien verkeerde codes werkt de link niet meer.',
    en: 'This code is not right. Check it. After ten wrong codes the link no longer works.',
  },
  PACKAGE_TOO_LARGE: {
    nl: 'Dit pakket is groter dan 4 GB. Maak het per dossier.',
    en: 'This package is larger than 4 GB. Make it dossier by dossier.',
  },
  OWN_REQUEST: {
    nl: 'Dit verzoek gaat over u zelf. Laat een collega het behandelen.',
    en: 'This request is about yourself. Let a colleague handle it.',
  },
} as const satisfies Readonly<Record<string, Text>>
