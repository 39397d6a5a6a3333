import type { Language, Text } from '#kernel/language.ts'
import type { Vat } from './formats/invoice.ts'

/** How a price is taxed, as it is chosen and stored. */
export const VAT_WORDS = [
  '21',
  '9',
  '0',
  'medical',
  'education',
  'small-business',
  'reverse-charge',
] as const
export type VatWord = (typeof VAT_WORDS)[number]

/** For whoever chooses: why there is no tax may be told in full here, and not on the invoice. */
export const VAT_TITLES: Readonly<Record<VatWord, Text>> = {
  '21': { nl: '21% btw', en: '21% VAT' },
  '9': { nl: '9% btw', en: '9% VAT' },
  '0': { nl: '0% btw', en: '0% VAT' },
  medical: { nl: 'vrijgesteld: gezondheidszorg', en: 'exempt: health care' },
  education: { nl: 'vrijgesteld: onderwijs', en: 'exempt: education' },
  'small-business': {
    nl: 'vrijgesteld: kleineondernemersregeling',
    en: 'exempt: small business scheme',
  },
  'reverse-charge': { nl: 'btw verlegd', en: 'VAT reverse-charged' },
}

// An invoice names the law, and not what kind of care or lesson it was.
const EXEMPT: Text = {
  nl: 'Vrijgesteld van btw, artikel 11 Wet op de omzetbelasting 1968',
  en: 'Exempt from VAT, article 11 Dutch Turnover Tax Act 1968',
}
const SMALL: Text = {
  nl: 'Vrijgesteld van btw, artikel 25 Wet op de omzetbelasting 1968',
  en: 'Exempt from VAT, article 25 Dutch Turnover Tax Act 1968',
}
const REVERSED: Text = { nl: 'Btw verlegd', en: 'VAT reverse-charged' }

/** How each stands on the invoice, in the language of the invoice. */
const VATS: Readonly<Record<VatWord, Omit<Vat, 'reason'> & { readonly why?: Text }>> = {
  '21': { category: 'S', rate: 2100 },
  '9': { category: 'S', rate: 900 },
  '0': { category: 'Z', rate: 0 },
  medical: { category: 'E', rate: 0, why: EXEMPT },
  education: { category: 'E', rate: 0, why: EXEMPT },
  'small-business': { category: 'E', rate: 0, why: SMALL },
  'reverse-charge': { category: 'AE', rate: 0, why: REVERSED },
}

/** How a price is taxed, in the words of the invoice. */
export function vatOf(word: VatWord, language: Language): Vat {
  const { why, ...vat } = VATS[word]
  return { ...vat, ...(why && { reason: why[language] }) }
}
