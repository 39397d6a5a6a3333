import { z } from 'zod'
import type { Letter } from './letter.ts'

/** What delivery needs of a kind of mail. */
export interface MailWriter {
  /** Its name in the outbox: lower-case words joined by hyphens. */
  readonly kind: string
  /** Writes what was queued; throws when it does not have the form of this kind. */
  readonly write: (queued: unknown) => Letter
}

/** A kind of mail, with what must be known to write it. */
export interface MailKind<Data> extends MailWriter {
  readonly check: (data: Data) => Data
}

export function mailKind<Data>(
  kind: string,
  data: z.ZodType<Data>,
  write: (data: Data) => Letter,
): MailKind<Data> {
  return {
    kind,
    check: (given) => data.parse(given),
    write: (queued) => write(data.parse(queued)),
  }
}

/** A page of this installation: its path, beginning with one slash. */
export const aPage = z.object({
  path: z
    .string()
    .regex(/^\/(?![/\\])/)
    .max(500),
})

/**
 * What most mails need: the organisation that writes, by the name people know, and the page that it
 * leads to.
 */
export const ofOrganisation = aPage.extend({ organisation: z.string().min(1).max(200) })
