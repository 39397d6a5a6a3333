import { z } from 'zod'
import { because } from '#entry/web/http/faults.ts'

/** Text that must be filled in. Space around it does not count. */
export function requiredText(maximum: number): z.ZodString {
  return z.string().trim().min(1).max(maximum)
}

/** Text that may stay empty: the empty text then. */
export function optionalText(maximum: number): z.ZodType<string> {
  return z.string().trim().max(maximum).default('')
}

/** A day that must be filled in, as a date field sends it. */
export function requiredDay(): z.ZodType<string> {
  return z.string().min(1).pipe(z.iso.date())
}

const DAY_WRONG = because({
  nl: 'Dit is geen datum. Schrijf dag, maand en jaar, zoals 23-11-2026.',
  en: 'This is not a date. Write day, month and year, such as 23-11-2026.',
})

/** A day, or the empty text. */
export function dayOrEmpty(): z.ZodType<string> {
  return z.string().refine((text) => text === '' || isDay(text), DAY_WRONG)
}

/** A day that may stay empty: nothing then. */
export function optionalDay(): z.ZodType<string | undefined> {
  return dayOrEmpty()
    .transform((text) => (text === '' ? undefined : text))
    .optional()
}

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}

const EMAIL_WRONG = because({
  nl: 'Dit is geen e-mailadres. Schrijf het als naam@example.org.',
  en: 'This is not an email address. Write it as name@example.org.',
})
const EMAIL_LIMIT = 254

/** An email address, or the empty text. */
export function emailOrEmpty(): z.ZodType<string> {
  return z
    .string()
    .trim()
    .max(EMAIL_LIMIT)
    .refine((text) => text === '' || z.email().safeParse(text).success, EMAIL_WRONG)
}

/** One of the words of a list. */
export function choiceOf<Word extends string>(
  words: Readonly<Record<Word, unknown>>,
): z.ZodType<Word> {
  const keys = Object.keys(words) as [Word, ...Word[]] // its own keys; every list has words
  return z.enum(keys)
}

/** A choice that may stay empty. */
export function optionalId(): z.ZodType<string | undefined> {
  return z.union([z.literal('').transform(() => undefined), z.uuid()]).optional()
}

interface Bounds {
  readonly minimum: number
  readonly maximum: number
}

export function wholeNumber({ minimum, maximum }: Bounds): z.ZodType<number> {
  const wrong = because({
    nl: `Vul een heel getal in van ${minimum} tot en met ${maximum}.`,
    en: `Fill in a whole number from ${minimum} to ${maximum}.`,
  })
  return z.coerce.number(wrong).int(wrong).min(minimum, wrong).max(maximum, wrong)
}
