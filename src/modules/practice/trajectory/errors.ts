import type { Text } from '#kernel/language.ts'

/** What trajectories, forms and signings refuse, in words for the person who tried. */
export const TRAJECTORY_ERRORS = {
  GOAL_TOO_DEEP: {
    nl: 'Een tussendoel hoort bij een doel, en niet bij een ander tussendoel. Kies een doel.',
    en: 'A step belongs to a goal, and not to another step. Choose a goal.',
  },
  NO_TEMPLATE: {
    nl: 'Er is nog geen actielijst voor deze dienst. Maak die eerst bij Sjablonen, of voeg zelf acties toe.',
    en: 'There is no action list for this service yet. Make one under Templates first, or add actions yourself.',
  },
  FORM_FINAL: {
    nl: 'Dit formulier is definitief en verandert niet meer. Maak een nieuwe versie.',
    en: 'This form is final and no longer changes. Make a new version.',
  },
  FORM_NOT_FINAL: {
    nl: 'Deze versie is nog een concept. Pas het concept zelf aan.',
    en: 'This version is still a draft. Change the draft itself.',
  },
  FORM_REPLACED: {
    nl: 'Er is al een nieuwere versie van dit formulier. Ga daarin verder.',
    en: 'There is a newer version of this form already. Go on in that one.',
  },
  FORM_UNANSWERED: {
    nl: 'De cliënt heeft dit formulier nog niet ingevuld. Wacht daarop, of vul het samen in.',
    en: 'The client did not fill in this form yet. Wait for that, or fill it in together.',
  },
  FORM_CHANGED: {
    nl: 'Iemand anders heeft dit concept intussen gewijzigd. Bekijk die versie eerst.',
    en: 'Somebody else changed this draft meanwhile. Look at that version first.',
  },
  TOKEN_UNKNOWN: {
    nl: 'Dit sjabloon vraagt om {token}, maar dat bestaat niet. Kies een woord uit de lijst.',
    en: 'This template asks for {token}, which does not exist. Choose a word from the list.',
  },
  EVIDENCE_UNREADABLE: {
    nl: 'Dit is geen bewijsbestand van een ondertekening. Kies het bestand dat eindigt op .json.',
    en: 'This is no evidence file of a signing. Choose the file whose name ends with .json.',
  },
  SIGNING_ASKED: {
    nl: 'Dit document wacht al op handtekeningen.',
    en: 'This document waits for signatures already.',
  },
  SIGNING_OVER: {
    nl: 'Deze ondertekening is voorbij: ingetrokken, geweigerd of door beiden ondertekend.',
    en: 'This signing is over: withdrawn, refused or signed by both.',
  },
  ALREADY_SIGNED: {
    nl: 'U hebt dit document al ondertekend.',
    en: 'You have signed this document already.',
  },
  PROOF_NEEDED: {
    nl: 'Geef de code uit uw app nog een keer. Een handtekening kan tot vijf minuten daarna.',
    en: 'Give the code from your app once more. You can sign until five minutes after that.',
  },
  DRAWING_UNREADABLE: {
    nl: 'De getekende naam is niet goed aangekomen. Teken opnieuw, of laat het tekenvak leeg.',
    en: 'The drawn name did not arrive well. Draw it again, or leave the box empty.',
  },
  DOCUMENT_SIGNED: {
    nl: 'Dit document is ondertekend, of wacht daarop. Het kan niet weg zolang dat zo is.',
    en: 'This document was signed, or waits for that. It cannot be removed as long as that is so.',
  },
  STEP_NEEDS_DOCUMENT: {
    nl: 'Kies het document waarmee deze stap is gedaan.',
    en: 'Choose the document with which this step was taken.',
  },
  PLAN_NOT_SIGNED: {
    nl: 'Dit plan van aanpak is nog niet door u beiden ondertekend. Vraag eerst om handtekeningen.',
    en: 'This plan of action was not signed by both of you yet. Ask for signatures first.',
  },
} as const satisfies Record<string, Text>
