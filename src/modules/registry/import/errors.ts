import type { Text } from '#kernel/language.ts'

/** What taking over a register refuses, in words for whoever tried. */
export const IMPORT_ERRORS = {
  IMPORT_MOVED_ON: {
    nl: 'Iemand anders neemt dezelfde lijst over. Wacht tot dat klaar is, en kies dan hetzelfde bestand om te zien hoe ver het kwam.',
    en: 'Somebody else is taking over the same list. Wait until that is done, then choose the same file to see how far it came.',
  },
  TWO_ACCOUNTS: {
    nl: 'Deze twee hebben elk een eigen account. Laat de persoon zelf één account opheffen; daarna kunt u ze samenvoegen.',
    en: 'These two have an account each. Let the person close one of the accounts; then you can put them together.',
  },
} satisfies Record<string, Text>
