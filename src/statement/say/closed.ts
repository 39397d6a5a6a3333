import type { Language, Text } from '#kernel/language.ts'
import type { BASES, ENDS, EXCEPTIONS, IDENTIFICATIONS, SPECIALS } from '#statement/shape.ts'

/** How a sentence says the words that the language itself brings. */

export const BASIS_WORDS: Readonly<Record<(typeof BASES)[number], Text>> = {
  contract: { nl: 'de overeenkomst over de dienst', en: 'the contract for the service' },
  'legal-duty': { nl: 'een wettelijke plicht', en: 'a legal duty' },
  consent: { nl: 'uw toestemming', en: 'your consent' },
  'legitimate-interest': { nl: 'een gerechtvaardigd belang', en: 'a legitimate interest' },
  'vital-interest': { nl: 'een vitaal belang', en: 'a vital interest' },
  'public-task': { nl: 'een taak van algemeen belang', en: 'a task in the public interest' },
}

export const EXCEPTION_WORDS: Readonly<Record<(typeof EXCEPTIONS)[number], Text>> = {
  'explicit-consent': { nl: 'uw uitdrukkelijke toestemming', en: 'your explicit consent' },
  'employment-law': { nl: 'het arbeidsrecht', en: 'employment law' },
  'vital-interests': { nl: 'een vitaal belang', en: 'a vital interest' },
  'made-public': { nl: 'wat u zelf openbaar maakte', en: 'what you made public yourself' },
  'legal-claims': { nl: 'een rechtsvordering', en: 'a legal claim' },
  'public-interest': { nl: 'een zwaarwegend algemeen belang', en: 'a substantial public interest' },
  care: { nl: 'de zorg', en: 'the provision of care' },
  'public-health': { nl: 'de volksgezondheid', en: 'public health' },
  research: { nl: 'wetenschappelijk onderzoek', en: 'scientific research' },
}

export const SPECIAL_WORDS: Readonly<Record<(typeof SPECIALS)[number], Text>> = {
  health: { nl: 'gezondheid', en: 'health' },
  origin: { nl: 'afkomst', en: 'origin' },
  politics: { nl: 'politieke opvattingen', en: 'political opinions' },
  belief: { nl: 'geloof of levensovertuiging', en: 'religion or belief' },
  union: { nl: 'lidmaatschap van een vakbond', en: 'trade union membership' },
  genetics: { nl: 'erfelijke aanleg', en: 'genetic data' },
  biometrics: { nl: 'lichaamskenmerken', en: 'biometric data' },
  sexuality: { nl: 'seksualiteit', en: 'sexuality' },
  offences: { nl: 'strafbare feiten', en: 'criminal offences' },
}

export const END_WORDS: Readonly<Record<(typeof ENDS)[number], Text>> = {
  destroy: { nl: 'vernietigd', en: 'destroyed' },
  unlink: { nl: 'van u losgemaakt', en: 'unlinked from you' },
}

export const IDENTIFICATION_WORDS: Readonly<Record<(typeof IDENTIFICATIONS)[number], Text>> = {
  account: { nl: 'uw account', en: 'your account' },
  'covered-copy': {
    nl: 'een kopie van uw identiteitsbewijs waarop pasfoto en burgerservicenummer zijn afgedekt',
    en: 'a copy of your identity document with photo and citizen number covered',
  },
  'in-person': { nl: 'een bezoek met uw identiteitsbewijs', en: 'a visit with your identity card' },
}

/** What stands behind `true` in a declaration; `false` says nothing. */
export const SWITCH_WORDS: Readonly<Record<string, Text>> = {
  'at-once': { nl: 'meteen', en: 'at once' },
  'self-service': { nl: 'op elk moment zelf', en: 'yourself at any time' },
  optional: {
    nl: 'alleen als uw begeleiding erom vraagt',
    en: 'only when your guidance asks for it',
  },
  announced: { nl: 'vooraf aangekondigd', en: 'announced beforehand' },
}

/** Countries that English gives an article. */
const WITH_ARTICLE = new Set(['NL', 'GB', 'US', 'AE', 'PH'])

/** A country by its two letters: "Nederland", "the Netherlands". */
export function sayCountry(code: string, language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  return language === 'en' && WITH_ARTICLE.has(code) ? `the ${name}` : name
}
