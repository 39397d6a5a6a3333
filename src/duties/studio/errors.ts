import type { Text } from '#kernel/language.ts'

/** What the studio refuses. Doors register them as explanations. */
export const STUDIO_ERRORS = {
  DRAFT_CHANGED: {
    nl: 'Iemand anders bewaarde dit concept intussen. Bewaar uw tekst ergens anders, open het concept opnieuw en voeg haar toe.',
    en: 'Somebody else saved this draft meanwhile. Keep your text elsewhere, open the draft again and add it.',
  },
  DRAFT_CLOSED: {
    nl: 'In dit concept kan niet meer worden geschreven: het is voorgesteld, vastgesteld of verwijderd.',
    en: 'This draft can no longer be written in: it was proposed, decided on or dropped.',
  },
  DRAFT_UNSOUND: {
    nl: 'Er staan nog fouten in het concept. Verbeter die eerst.',
    en: 'The draft still has errors. Mend those first.',
  },
  VERSION_TAKEN: {
    nl: 'Dit versienummer is al gebruikt. Geef de verklaring een hoger nummer.',
    en: 'This version number was used already. Give the statement a higher number.',
  },
  VERSION_RETRACTED: {
    nl: 'Deze versie is teruggenomen. Geef de verklaring een hoger nummer.',
    en: 'This version was taken back. Give the statement a higher number.',
  },
  VERSION_IN_FORCE: {
    nl: 'Deze versie wacht niet meer op haar dag. Een nieuwe versie kan haar wel vervangen.',
    en: 'This version does not wait for its day any more. A new version can replace it.',
  },
  IN_FORCE_PASSED: {
    nl: 'De dag waarop de verklaring ingaat, is voorbij. Kies vandaag of een latere dag.',
    en: 'The day on which the statement takes effect has passed. Choose today or a later day.',
  },
  IN_FORCE_BEFORE_OTHER: {
    nl: 'Er is al een versie die later ingaat. Kies die dag of een latere.',
    en: 'There is a version already that takes effect later. Choose that day or a later one.',
  },
  OWN_PROPOSAL: {
    nl: 'U schreef aan dit voorstel mee. Iemand anders moet het goedkeuren.',
    en: 'You had a hand in this proposal. Somebody else must approve it.',
  },
  PROPOSAL_ANSWERED: {
    nl: 'Op dit voorstel is al geantwoord. Ververs de pagina om te zien hoe.',
    en: 'This proposal was answered already. Refresh the page to see how.',
  },
  FOLDER_UNREADABLE: {
    nl: 'In dit bestand staat geen verklaring. Kies een zip met statement.yaml, text.nl.md en text.en.md, of kies die drie bestanden.',
    en: 'There is no statement in this file. Choose a zip with statement.yaml, text.nl.md and text.en.md, or choose those three files.',
  },
} as const satisfies Readonly<Record<string, Text>>
