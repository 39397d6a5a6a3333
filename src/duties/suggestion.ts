import type { Accounts } from '#accounts/index.ts'
import { countTry, throttleAddress } from '#accounts/throttle.ts'
import { suggestionLeftMail } from '#jobs/mails/suggestion-left.ts'
import type { Outbox, Recipient } from '#jobs/outbox.ts'

/** What a reader suggests at a paragraph of the statement. */
export interface Suggestion {
  readonly version: number
  /** The paragraph, as the reader saw it. */
  readonly passage: string
  /** At most 2,000 characters. */
  readonly words: string
  /** Where the paragraph is read. */
  readonly path: string
}

/** Suggestions from one network address before the next one has to wait. */
const FREE_TRIES = 10

/**
 * Mails a suggestion to whoever is responsible for the statement. Nothing is kept of who made it.
 *
 * @param address Where the request came from: many tries in a row have to wait.
 * @throws `TRY_LATER` with the seconds to wait.
 */
export async function leaveSuggestion(
  { accounts, address }: { readonly accounts: Accounts; readonly address: string },
  suggestion: Suggestion,
  post: {
    readonly outbox: Outbox
    /** The organisation, by the name that people know. */
    readonly organisation: string
    readonly responsible: Recipient
  },
): Promise<void> {
  const { words: key } = throttleAddress(address)
  await countTry(accounts, [{ words: `suggestion|${key}`, free: FREE_TRIES }])
  const data = { ...suggestion, organisation: post.organisation }
  await accounts.platform.change((tx) =>
    post.outbox.queue(tx, suggestionLeftMail, data, post.responsible),
  )
}
