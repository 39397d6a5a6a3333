import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { countTry, throttleAddress } from '#accounts/throttle.ts'
import { suggestionLeftMail } from '#jobs/mails/suggestion-left.ts'
import type { Outbox, Recipient } from '#jobs/outbox.ts'
import { written } from '#store/query.ts'

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

/** Of which organisation the statement is, and where the request came from. */
interface Whence {
  readonly accounts: Accounts
  readonly organisation: string
  readonly address: string
}

/** Suggestions from one network address before the next one has to wait. */
const FREE_TRIES = 10

/**
 * Mails a suggestion to whoever is responsible for the statement. Nothing is kept of who made it;
 * that there was one is, so that a check finds one that did not arrive. Many tries in a row
 * from one address have to wait.
 * @throws `TRY_LATER` with the seconds to wait.
 */
export async function leaveSuggestion(
  { accounts, organisation, address }: Whence,
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
  await accounts.platform.change(async (tx) => {
    const mail = await post.outbox.queueToFollow(tx, suggestionLeftMail, data, post.responsible)
    const note = sql.id(`org_${organisation}`, 'note_suggestion')
    await tx.run(written(sql`select ${note}(${mail}, ${suggestion.version})`))
  })
}
