import type { z } from 'zod'
import type { FieldError } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  missing: { nl: 'Vul dit in.', en: 'Fill this in.' },
  tooLong: {
    nl: 'Dit is te lang. Gebruik hoogstens {maximum} tekens.',
    en: 'This is too long. Use at most {maximum} characters.',
  },
  tooShort: {
    nl: 'Dit is te kort. Gebruik minstens {minimum} tekens.',
    en: 'This is too short. Use at least {minimum} characters.',
  },
  email: {
    nl: 'Dit is geen e-mailadres. Schrijf het als naam@example.org.',
    en: 'This is not an e-mail address. Write it as name@example.org.',
  },
  date: {
    nl: 'Dit is geen datum. Schrijf dag, maand en jaar, zoals 23-11-2026.',
    en: 'This is not a date. Write day, month and year, such as 23-11-2026.',
  },
  choice: { nl: 'Kies een van de mogelijkheden.', en: 'Choose one of the options.' },
  tooLow: {
    nl: 'Dit getal is te klein. Vul {minimum} in, of meer.',
    en: 'This number is too small. Fill in {minimum} or more.',
  },
  tooHigh: {
    nl: 'Dit getal is te groot. Vul hoogstens {maximum} in.',
    en: 'This number is too large. Fill in {maximum} at most.',
  },
  wrong: { nl: 'Dit klopt niet. Kijk het na.', en: 'This is not right. Please check it.' },
} satisfies Record<string, Text>

/**
 * What is wrong with a form, one sentence a field. A schema can give a sentence of its own as JSON
 * of a `Text`.
 */
export function faultsOf(error: z.ZodError): FieldError[] {
  const seen = new Set<string>()
  return error.issues.flatMap((issue) => {
    const name = String(issue.path[0] ?? '')
    if (seen.has(name)) return []
    seen.add(name)
    return [{ name, message: sentence(issue) }]
  })
}

/** A sentence of one's own for a zod check. */
export function because(text: Text): string {
  return JSON.stringify(text)
}

function sentence(issue: z.core.$ZodIssue): Text {
  // Made by `because`.
  if (issue.message.startsWith('{"nl"')) return JSON.parse(issue.message) as Text
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string') return fill(words.tooLow, issue)
      return issue.minimum === 1 ? words.missing : fill(words.tooShort, issue)
    case 'too_big':
      return fill(issue.origin === 'string' ? words.tooLong : words.tooHigh, issue)
    case 'invalid_format':
      if (issue.format === 'email') return words.email
      // Nobody types an id: it is one of what can be chosen.
      if (issue.format === 'uuid') return words.choice
      return issue.format === 'date' ? words.date : words.wrong
    case 'invalid_value':
      return words.choice
    case 'invalid_type':
      return words.missing
    case 'invalid_union': {
      // What may stay empty says of what is filled in what the last of its forms says.
      const inner = issue.errors.at(-1)?.[0]
      return inner ? sentence(inner) : words.wrong
    }
    default:
      return words.wrong
  }
}

function fill(text: Text, issue: { minimum?: unknown; maximum?: unknown }): Text {
  const put = (sentenceText: string): string =>
    sentenceText
      .replace('{minimum}', String(issue.minimum ?? 0))
      .replace('{maximum}', String(issue.maximum ?? ''))
  return { nl: put(text.nl), en: put(text.en) }
}
