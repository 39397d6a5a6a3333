import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { countTry, throttleAddress } from '#accounts/throttle.ts'
import type { Language } from '#kernel/language.ts'
import type { Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { AskedOf } from './asking.ts'
import type { ReceivedCopy } from './identity.ts'
import type { RequestLine, StepRow } from './request.ts'
import { sealNote } from './request-seal.ts'

/** What the person can do with the own request. */
export interface OwnStep {
  readonly requestId: string
  readonly action: 'answer' | 'withdraw'
  readonly note: string
}

/**
 * Answers what was asked, or lets go of the request, signed in.
 *
 * @throws `REQUEST_STEP_IMPOSSIBLE`; `NOT_FOUND` for the request of somebody else.
 */
export async function takeOwnStep(
  tx: Runner,
  { organisation, keys }: AskedOf,
  { requestId, action, note }: OwnStep,
): Promise<void> {
  const opening = await keys.make(organisation, requestId)
  await tx.run(
    written(
      sql`select step_own_request(${requestId}, ${action}, ${sealNote(opening, note)}::bytea)`,
    ),
  )
}

/** A link by which somebody without an account follows a request. */
export interface RequestLink {
  readonly organisation: string
  readonly secret: Buffer
}

/** What the link shows: the request without who asked, and its steps. */
export interface LinkedRequest extends Omit<RequestLine, 'channel' | 'daysLeft'> {
  readonly language: Language
  readonly steps: readonly Omit<StepRow, 'place'>[]
}

/**
 * Confirms the address of a request that was made by the public form; the clock begins.
 *
 * @returns Whether there was one that waited for it.
 */
export async function confirmRequest(accounts: Accounts, link: RequestLink): Promise<boolean> {
  const confirm = sql.id(`org_${link.organisation}`, 'confirm_request')
  const [row] = await accounts.platform.run(
    written(sql<{ id: string | null }>`select ${confirm}(${link.secret}::bytea) as id`),
  )
  return Boolean(row?.id)
}

/** Finds a request by its link; undefined when it never was, or ended three months ago. */
export async function findLinked(
  { platform }: Accounts,
  { organisation, secret }: RequestLink,
): Promise<LinkedRequest | undefined> {
  const schema = `org_${organisation}`
  const [row] = await platform.run(
    written(sql<Omit<LinkedRequest, 'steps'>>`
      select id, number, kind, state, received_at as "receivedAt", due_on::text as "dueOn",
        closed_at as "closedAt", outcome, ground, language
      from ${sql.id(schema, 'linked_request')}(${secret}::bytea)`),
  )
  if (!row) return undefined
  const steps = await platform.run(
    written(sql<LinkedRequest['steps'][number]>`
      select id, action, state, ground, due_on::text as "dueOn", until_on::text as "untilOn", note,
        taken_at as "takenAt"
      from ${sql.id(schema, 'linked_steps')}(${secret}::bytea)`),
  )
  return { ...row, steps }
}

/**
 * Takes a step by the link.
 *
 * @throws `TRY_LATER`; `NOT_FOUND`; `REQUEST_STEP_IMPOSSIBLE`.
 */
export async function takeLinkedStep(
  accounts: Accounts,
  { secret, organisation, keys, address }: AskedOf & RequestLink & { readonly address: string },
  { requestId, action, note }: OwnStep,
): Promise<void> {
  await countTry(accounts, [throttleAddress(address)])
  const opening = await keys.make(organisation, requestId)
  const step = sql.id(`org_${organisation}`, 'step_linked_request')
  await accounts.platform.run(
    written(sql`select ${step}(${secret}::bytea, ${action}, ${sealNote(opening, note)}::bytea)`),
  )
}

/** Sends a copy by the link. @throws As `takeLinkedStep`. */
export async function sendLinkedCopy(
  accounts: Accounts,
  { organisation, secret, address }: RequestLink & { readonly address: string },
  { id, mediaType, sealed }: ReceivedCopy,
): Promise<void> {
  await countTry(accounts, [throttleAddress(address)])
  const send = sql.id(`org_${organisation}`, 'send_linked_copy')
  await accounts.platform.run(
    written(sql`select ${send}(${secret}::bytea, ${id}::uuid, ${mediaType}, ${sealed}::bytea)`),
  )
}
