import { formatNumber } from '#entry/web/words.ts'
import { z } from 'zod'
import { because } from '#entry/web/http/faults.ts'
import type { Language } from '#kernel/language.ts'

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
}

/** Cents as a reader expects an amount: "€ 1.234,50". */
export function formatCents(cents: number, language: Language): string {
  return FORMATS[language].format(cents / 100)
}

/** Cents as they are typed back into a field: "1234,50". */
export function typedCents(cents: number | null, language: Language): string {
  if (cents === null) return ''
  const text = (cents / 100).toFixed(2)
  return language === 'nl' ? text.replace('.', ',') : text
}

/** Hundredths of a unit: "1,25". */
export function formatQuantity(hundredths: number, language: Language): string {
  return formatNumber(hundredths / 100, language)
}

const AMOUNT = /^€?\s*(\d{1,3}(?:[., ]\d{3})+|\d{1,7})(?:[.,](\d{1,2}))?$/
const MORE_THAN_NOTHING = because({
  nl: 'Vul een bedrag in dat meer is dan nul.',
  en: 'Fill in an amount above zero.',
})
const WRONG = because({
  nl: 'Dit is geen bedrag. Schrijf het als 95 of 95,50.',
  en: 'This is not an amount. Write it as 95 or 95.50.',
})

/** Reads an amount as people type it; undefined when it is none. */
export function readCents(text: string): number | undefined {
  const [, whole, part = ''] = text.trim().match(AMOUNT) ?? []
  if (whole === undefined) return undefined
  return Number(whole.replaceAll(/[., ]/g, '')) * 100 + Number(part.padEnd(2, '0'))
}

/** An amount that must be filled in, as cents. */
export const amountInput = z
  .string()
  .refine((text) => readCents(text) !== undefined, WRONG)
  .transform((text) => readCents(text) ?? 0)

/** An amount above zero, as cents. */
export const sumInput = amountInput.refine((cents) => cents > 0, MORE_THAN_NOTHING)
