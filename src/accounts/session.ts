import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { Accounts } from './accounts.ts'
import { hashToken, newToken } from './token.ts'

const LIFE = '12 hours'

/** A live session and the account behind it. */
export interface Session {
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly language: Language
  /** A second factor was given. */
  readonly strong: boolean
  readonly hasSecondFactor: boolean
  readonly device: string
}

/** Finds a live session by its token, which moves its idle clock. */
export async function findSession(
  { platform }: Accounts,
  token: Buffer,
): Promise<Session | undefined> {
  const [session] = await platform.run(
    written(sql<Session>`
      select t.id, a.id as "accountId", a.email, a.name, a.language, s.strong, t.device,
        exists (select from gestand.second_factors f where f.account_id = a.id) as "hasSecondFactor"
      from gestand.find_session(${token}::bytea) s
      join gestand.accounts a on a.id = s.account_id
      join gestand.sessions t on t.token_hash = ${hashToken(token)}::bytea`),
  )
  return session
}

/** @throws `SIGNED_OUT` when it is unknown, ended, idle for too long or of a disabled account. */
export async function readSession(accounts: Accounts, token: Buffer): Promise<Session> {
  const session = await findSession(accounts, token)
  if (!session) throw new AppError('SIGNED_OUT')
  return session
}

export interface SessionStart {
  readonly accountId: string
  readonly strong: boolean
  readonly device: string
}

/** Starts a session of at most 12 hours, which ends after 30 minutes without use. */
export async function startSession(
  tx: Runner,
  { accountId, strong, device }: SessionStart,
): Promise<Buffer> {
  const token = newToken()
  await tx.run(
    fromPlatform.insertInto('sessions').values({
      token_hash: hashToken(token),
      account_id: accountId,
      strong,
      device,
      ends_at: sql`now() + ${LIFE}::interval`,
    }),
  )
  return token
}

/** A session as its owner sees it in a list. */
export interface ListedSession {
  readonly id: string
  readonly device: string
  readonly startedAt: Date
  readonly seenAt: Date
  /** The one that asks. */
  readonly current: boolean
}

/** @throws `SIGNED_OUT`. */
export async function listSessions(accounts: Accounts, token: Buffer): Promise<ListedSession[]> {
  const session = await readSession(accounts, token)
  return accounts.platform.run(
    written(sql<ListedSession>`
      select id, device, started_at as "startedAt", seen_at as "seenAt",
        id = ${session.id} as current
      from gestand.sessions
      where account_id = ${session.accountId} and ended_at is null and ends_at > now()
        and seen_at + idle_time > now()
      order by seen_at desc limit 100`),
  )
}

/**
 * Ends one of one's own sessions.
 *
 * @throws `SIGNED_OUT`; `NOT_FOUND` when one has no such live session.
 */
export async function endSession(accounts: Accounts, token: Buffer, id: string): Promise<void> {
  const { accountId } = await readSession(accounts, token)
  const ended = await accounts.platform.run(
    fromPlatform
      .updateTable('sessions')
      .set({ ended_at: sql`now()` })
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .returning('id'),
  )
  if (ended.length === 0) throw new AppError('NOT_FOUND')
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(accounts: Accounts, token: Buffer): Promise<void> {
  const { accountId, id } = await readSession(accounts, token)
  await accounts.platform.run(
    fromPlatform
      .updateTable('sessions')
      .set({ ended_at: sql`now()` })
      .where('account_id', '=', accountId)
      .where('id', '!=', id)
      .where('ended_at', 'is', null),
  )
}

/**
 * Ends a session in favour of another, inside a transaction.
 *
 * @throws `SIGNED_OUT` when it was ended in the meantime.
 */
export async function takeSession(tx: Runner, id: string): Promise<void> {
  const taken = await tx.run(
    fromPlatform
      .updateTable('sessions')
      .set({ ended_at: sql`now()` })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id'),
  )
  if (taken.length === 0) throw new AppError('SIGNED_OUT')
}

/** Ends every session and every sign-in that was under way. */
export async function endAllSessions(tx: Runner, accountId: string): Promise<void> {
  await tx.run(
    fromPlatform
      .updateTable('sessions')
      .set({ ended_at: sql`now()` })
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null),
  )
  await tx.run(fromPlatform.deleteFrom('sign_ins').where('account_id', '=', accountId))
}
