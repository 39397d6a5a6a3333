import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** Somebody who acts for the same institution. */
export interface Colleague {
  readonly partyId: string
  readonly party: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  /** Whether they look after the accounts of the institution. */
  readonly administrator: boolean
}

/** Colleagues of whoever looks after them. */
export const listColleagues = written(sql<Colleague>`
  select party_id as "partyId", party, account_id as "accountId", name, email, administrator
  from own_colleagues()`)

/** An invitation to act for the institution that nobody accepted yet. */
export interface ColleagueInvitation {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly invitedAt: Date
  readonly expired: boolean
  /** How many there are in all. */
  readonly total: number
}

/** Invitations on a page of the list. */
export const COLLEAGUE_INVITATIONS_PAGE = 50

/**
 * Open invitations, the newest first.
 *
 * @param search A part of a name or an address; empty finds all.
 * @param page Counted from 1.
 */
export function listColleagueInvitations({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<ColleagueInvitation> {
  return written(sql<ColleagueInvitation>`
    select id, name, email, invited_at as "invitedAt", expires_at < now() as expired,
      count(*) over ()::integer as total
    from member_invitations
    where accepted_at is null and party_id in (select kept_parties())
      and strpos(lower(concat_ws(E'\\n', name, email)), lower(${search})) > 0
    order by invited_at desc, id
    limit ${COLLEAGUE_INVITATIONS_PAGE} offset ${(page - 1) * COLLEAGUE_INVITATIONS_PAGE}`)
}

interface Which {
  readonly partyId: string
  readonly accountId: string
}

/** Lets a colleague look after accounts too. @throws `DUPLICATE` when they do. */
export async function appointAdministrator(tx: Transaction, which: Which): Promise<void> {
  await tx.run(
    from.insertInto('party_functions').values({
      party_id: which.partyId,
      account_id: which.accountId,
      function: 'institution-administrator',
    }),
  )
}

/** Takes that back. @throws `NOT_FOUND`, `LAST_ADMINISTRATOR`. */
export async function dismissAdministrator(
  tx: Transaction,
  { partyId, accountId }: Which,
): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('party_functions')
      .where('party_id', '=', partyId)
      .where('account_id', '=', accountId)
      .returning('id'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Ends that somebody acts for the institution: they see its students no more, at once.
 *
 * @throws `NOT_FOUND`; `LAST_ADMINISTRATOR` for the only one who looks after accounts.
 */
export async function endColleague(tx: Transaction, { partyId, accountId }: Which): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('affiliations')
      .where('party_id', '=', partyId)
      .where('account_id', '=', accountId)
      .returning('party_id'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}

/** Takes an invitation back that nobody accepted. @throws `NOT_FOUND` */
export async function withdrawColleagueInvitation(tx: Transaction, id: string): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('member_invitations')
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .returning('id'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}
