import type { Text } from '#kernel/language.ts'

/** What is said after an act about surveys and research. */
export const SURVEY_NOTICES: Readonly<Record<string, Text>> = {
  'survey-begun': {
    nl: 'De enquête is begonnen. De opdrachtgever krijgt een mail met de link om de tekst aan te leveren.',
    en: 'The survey is begun. Whoever commissions it gets a mail with the link to hand over the words.',
  },
  'survey-counted': {
    nl: 'Opgeslagen en geteld.',
    en: 'Saved and counted.',
  },
  'survey-planned': {
    nl: 'De enquête is ingepland. Hieronder ziet u hoe ver het versturen is.',
    en: 'The survey is planned. Below you see how far the sending is.',
  },
  'survey-example': {
    nl: 'Het voorbeeld is naar uw eigen adres gestuurd.',
    en: 'The example was sent to your own address.',
  },
  'survey-delivered': {
    nl: 'Dank u. De tekst en het adres zijn aangeleverd.',
    en: 'Thank you. The words and the address were handed over.',
  },
  'research-refused': {
    nl: 'U doet niet meer mee. Dat geldt meteen, ook voor wat al klaarstond.',
    en: 'You no longer take part. That counts at once, also for what was ready already.',
  },
  'research-rejoined': {
    nl: 'U doet weer mee. U kunt dat altijd weer veranderen.',
    en: 'You take part again. You can change that at any time.',
  },
}
