import type { Text } from '#kernel/language.ts'

/** What the handling of requests refuses. Doors register them as explanations. */
export const RIGHTS_ERRORS = {
  REQUEST_STEP_IMPOSSIBLE: {
    nl: 'Dit kan nu niet meer bij dit verzoek. Kijk hoe het ervoor staat.',
    en: 'This can no longer be done with this request. See how it stands.',
  },
  REQUEST_EXTENDED: {
    nl: 'De termijn is al een keer verlengd. Dat kan niet nog eens.',
    en: 'The term was extended before. It cannot be extended again.',
  },
  REQUEST_TERM_OVER: {
    nl: 'De termijn is al voorbij. Verlengen kan alleen voordat zij afloopt.',
    en: 'The term is over. It can only be extended before it ends.',
  },
  REQUEST_REASON_MISSING: {
    nl: 'Schrijf erbij waarom. Degene die het verzoek deed, krijgt dit te lezen.',
    en: 'Say why. Whoever made the request gets to read it.',
  },
  REQUEST_GROUND_UNKNOWN: {
    nl: 'Kies een grond die bij dit soort verzoek past.',
    en: 'Choose a ground that fits this kind of request.',
  },
  REQUEST_ABOUT_MISSING: {
    nl: 'Kies waartegen het bezwaar gaat.',
    en: 'Choose what the objection is about.',
  },
  REQUEST_NEEDS_DOSSIER: {
    nl: 'Kies om welk dossier het gaat.',
    en: 'Choose which dossier it is about.',
  },
  REQUEST_WORDS_MISSING: {
    nl: 'Schrijf wat er niet klopt en hoe het wel moet zijn.',
    en: 'Write what is wrong and how it should be.',
  },
  REQUEST_CONSENT_MISSING: {
    nl: 'Kies welke toestemming u intrekt.',
    en: 'Choose which consent you withdraw.',
  },
  REQUEST_OPEN: {
    nl: 'U hebt dit al gevraagd. Wij zijn ermee bezig; u ziet het bij uw verzoeken.',
    en: 'You asked for this already. We are working on it; see your requests.',
  },
  REQUEST_DOSSIER_UNKNOWN: {
    nl: 'Er is geen dossier met dit nummer. Kijk het nummer na.',
    en: 'There is no dossier with this number. Check the number.',
  },
  IDENTITY_WAY_UNDECLARED: {
    nl: 'De privacyverklaring noemt deze manier om te laten zien wie iemand is niet.',
    en: 'The privacy statement does not name this way to show who somebody is.',
  },
  IDENTITY_NOT_SHOWN: {
    nl: 'Hiermee is nog niet vastgesteld wie het is. Beoordeel eerst een kopie.',
    en: 'This does not show yet who it is. Judge a copy first.',
  },
  MANDATE_NOT_SEEN: {
    nl: 'Bevestig dat u hebt gezien dat de aanvrager namens deze persoon mag vragen.',
    en: 'Confirm that you saw that the requester may ask on behalf of this person.',
  },
  LIFTING_NOT_ANNOUNCED: {
    nl: 'Kies een latere dag: de persoon hoort het eerst.',
    en: 'Choose a later day: the person is told first.',
  },
  COPY_KIND_REFUSED: {
    nl: 'Stuur een foto (JPEG of PNG) of een PDF van hoogstens 5 MB.',
    en: 'Send a photo (JPEG or PNG) or a PDF of at most 5 MB.',
  },
  LETTER_FAILED: {
    nl: 'De brief kon niet worden gemaakt. Probeer het over een minuut opnieuw.',
    en: 'The letter could not be made. Try again in a minute.',
  },
} as const satisfies Readonly<Record<string, Text>>
