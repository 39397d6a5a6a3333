import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Statement } from '#statement/index.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { findWord } from '#statement/vocabulary.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** An agreement with a party that gets data, as it was signed. */
export interface Agreement {
  readonly id: string
  /** The recipient in the statement. */
  readonly recipient: string
  readonly title: string
  readonly startsOn: string
  /** The last day; null for as long as the service lasts. */
  readonly endsOn: string | null
  /** Two letters: where the data are. */
  readonly country: string | null
  /** What protects data outside the EEA; may be empty. */
  readonly safeguard: string
  readonly subProcessors: string
  readonly contact: string
  readonly remark: string
}

/** Days before the end from which it is warned of. */
const WARN_DAYS = 90

const COLUMNS = sql`id, recipient, title, starts_on as "startsOn", ends_on as "endsOn", country,
  safeguard, sub_processors as "subProcessors", contact, remark`

/** All agreements, the longest first. */
export const listAgreements = written(sql<Agreement>`
  select ${COLUMNS} from agreements
  order by recipient, ends_on desc nulls first, starts_on desc, id limit 1000`)

/** One agreement; no row when there is none. */
export function findAgreement(id: string): WrittenQuery<Agreement> {
  return written(sql`select ${COLUMNS} from agreements where id = ${id}`)
}

/** Records an agreement. @throws `DUPLICATE`; `INVALID` when it ends before it starts. */
export async function recordAgreement(tx: Transaction, agreement: Agreement): Promise<void> {
  await tx.run(from.insertInto('agreements').values({ id: agreement.id, ...rowOf(agreement) }))
}

/** @throws `NOT_FOUND`; `INVALID` when it ends before it starts. */
export async function changeAgreement(tx: Transaction, agreement: Agreement): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('agreements')
      .set(rowOf(agreement))
      .where('id', '=', agreement.id)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

function rowOf({ startsOn, endsOn, subProcessors, id: _, ...rest }: Agreement) {
  return { ...rest, starts_on: startsOn, ends_on: endsOn, sub_processors: subProcessors }
}

/** A recipient of the statement with how its agreement stands. */
export interface Processor {
  readonly word: string
  readonly needsAgreement: boolean
  /** Until when, as the statement declares; undefined when it declares none. */
  readonly declaredUntil: string | undefined
  /** The agreement that counts: the one that lasts longest. */
  readonly agreement: Agreement | undefined
  readonly state: 'in-force' | 'ending' | 'ended' | 'unrecorded' | 'not-needed'
  /** Days until it ends; undefined when it does not. */
  readonly daysLeft: number | undefined
}

const DAY_MS = 86_400_000

/** How the agreements with all recipients of a statement stand on a day. */
export function readProcessors(
  { declarations }: Statement,
  vocabulary: Vocabulary,
  agreements: readonly Agreement[],
  today: string,
): Processor[] {
  return Object.entries(declarations.recipients ?? {}).map(([word, recipient]) => {
    const needsAgreement =
      findWord(vocabulary.recipientKinds, recipient.kind)?.needsAgreement ?? false
    const agreement = agreements.find((each) => each.recipient === word)
    const endsOn = agreement ? agreement.endsOn : null
    const daysLeft =
      endsOn === null ? undefined : Math.round((Date.parse(endsOn) - Date.parse(today)) / DAY_MS)
    const state = stateOf({ needsAgreement, recorded: agreement !== undefined, daysLeft })
    return {
      word,
      needsAgreement,
      declaredUntil: recipient.agreement?.until,
      agreement,
      state,
      daysLeft,
    }
  })
}

function stateOf(facts: {
  readonly needsAgreement: boolean
  readonly recorded: boolean
  readonly daysLeft: number | undefined
}): Processor['state'] {
  const { needsAgreement, recorded, daysLeft } = facts
  if (!recorded) return needsAgreement ? 'unrecorded' : 'not-needed'
  if (daysLeft === undefined) return 'in-force'
  if (daysLeft < 0) return 'ended'
  return daysLeft <= WARN_DAYS ? 'ending' : 'in-force'
}
