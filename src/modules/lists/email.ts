import { z } from 'zod'
import { type Reading, read, refuse } from './reading.ts'

/** Limit on an email address, in characters (RFC 5321). */
const MAX_EMAIL_CHARACTERS = 254

const address = z.email().max(MAX_EMAIL_CHARACTERS)

/**
 * Reads an email address, in small letters, out of `A. Bakker <a.bakker@example.org>` and `mailto:`
 * too.
 */
export function readEmail(text: string): Reading<string> {
  const inBrackets = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text
  const bare = inBrackets
    .trim()
    .replace(/^mailto:\s*/i, '')
    .toLowerCase()
  if ((bare.match(/@/g) ?? []).length > 1) return refuse('EMAIL_MORE_THAN_ONE')
  return address.safeParse(bare).success ? read(bare) : refuse('EMAIL_UNREADABLE')
}
