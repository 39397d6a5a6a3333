import type { Text } from '#kernel/language.ts'

/** What the end of a practice refuses. */
export const SUCCESSION_ERRORS = {
  SUCCESSOR_MISSING: {
    nl: 'Er is nog geen opvolger. Wijs er eerst een aan.',
    en: 'There is no successor yet. Name one first.',
  },
  SUCCESSOR_NOT_YET: {
    nl: 'Deze functie komt vanzelf als het einde van de praktijk is vastgesteld. U kunt haar niet geven.',
    en: 'This function comes by itself once the end of the practice is established. You cannot give it.',
  },
  ENDING_STANDS: {
    nl: 'Het einde van de praktijk is al gemeld. Trek dat eerst in als er iets verandert.',
    en: 'The end of the practice was declared already. Take that back first when something changes.',
  },
  ENDING_TOO_SOON: {
    nl: 'Kies een laatste dag vanaf vandaag, en geef cliënten minstens vier weken om te kiezen.',
    en: 'Choose a last day from today on, and give clients at least four weeks to choose.',
  },
  ENDING_OWN: {
    nl: 'Iemand anders moet dit bevestigen: niet wie het meldde, en niet de opvolger.',
    en: 'Somebody else must confirm this: not who declared it, and not the successor.',
  },
  ENDING_UNDER_WAY: {
    nl: 'De eerste dossiers zijn al overgedragen of afgesloten. Intrekken kan niet meer.',
    en: 'The first dossiers were handed over or closed already. It cannot be taken back any more.',
  },
  CHOICE_OVER: {
    nl: 'Kiezen kan niet meer: de dag is voorbij, of uw keuze is al uitgevoerd.',
    en: 'You can no longer choose: the day has passed, or your choice was carried out.',
  },
} as const satisfies Readonly<Record<string, Text>>
