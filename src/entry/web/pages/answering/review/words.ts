import type { Text } from '#kernel/language.ts'

/** What the reviewer of access reads. */
export const reviewWords = {
  reviews: { nl: 'Toegang nakijken', en: 'Review of access' },
  title: { nl: 'Controle van de toegang', en: 'Review of access' },
  lead: {
    nl: 'Heeft ieder nog nodig wat hij of zij kan? Wat u beëindigt, stopt meteen. Over uw eigen toegang beslist een ander.',
    en: 'Does everybody still need what they can reach? What you end stops at once. Somebody else decides on your own access.',
  },
  undecided: { nl: 'te beslissen', en: 'to decide' },
  kept: { nl: 'blijft', en: 'stay' },
  ended: { nl: 'beëindigd', en: 'ended' },
  done: {
    nl: 'Over elke regel is beslist. Deze controle is klaar.',
    en: 'Every line was decided on. This review is done.',
  },
  nobody: { nl: 'Er was geen toegang om na te kijken', en: 'There was no access to review' },
  unknown: { nl: 'Onbekend account', en: 'Unknown account' },
  access: { nl: 'Toegang', en: 'Access' },
  since: { nl: 'Sinds', en: 'Since' },
  decision: { nl: 'Oordeel', en: 'Decision' },
  stays: { nl: 'Blijft', en: 'Stays' },
  gone: { nl: 'Beëindigd', en: 'Ended' },
  own: { nl: 'Hierover beslist een ander', en: 'Somebody else decides on this' },
  reason: { nl: 'Toelichting', en: 'Explanation' },
  keep: { nl: 'Houden', en: 'Keep' },
  end: { nl: 'Beëindigen', en: 'End' },
  endTitle: { nl: 'Toegang beëindigen', en: 'End access' },
  endQuestion: { nl: 'Deze toegang van {name} beëindigen?', en: 'End this access of {name}?' },
  endLead: {
    nl: 'Dit werkt meteen. Is de toegang later weer nodig, dan geeft een beheerder haar opnieuw.',
    en: 'This takes effect at once. If it is needed again, an administrator gives it anew.',
  },
  endStays: { nl: 'Wat deze persoon schreef en deed', en: 'What this person wrote and did' },
  keepAll: { nl: 'Alles van deze persoon houden', en: 'Keep all of this person' },
  function: { nl: 'Functie: {word}', en: 'Function: {word}' },
  relation: { nl: 'Dossiers als {word}: {amount}', en: 'Dossiers as {word}: {amount}' },
  affiliation: { nl: 'Contactpersoon van {party}', en: 'Contact of {party}' },
  sessions: { nl: 'Ingelogde apparaten: {amount}', en: 'Signed-in devices: {amount}' },
} satisfies Record<string, Text>
