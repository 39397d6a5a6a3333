import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** An invitation to work here, or to act for a party. */
export interface StaffInvitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly title: string
  readonly functions: string[]
  /** Name of the party that one is to act for; null for members. */
  readonly party: string | null
  readonly partyId: string | null
  readonly invitedAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly state: 'open' | 'accepted' | 'expired'
}

/** As many as are listed at most. */
export const INVITATIONS_MOST = 500

/** The newest invitations, those still open first. */
export const listInvitations = written(sql<StaffInvitation>`
  select i.id, i.email, i.name, i.title, i.functions, p.name as party, i.party_id as "partyId",
    i.invited_at as "invitedAt",
    i.expires_at as "expiresAt", i.accepted_at as "acceptedAt",
    case when i.accepted_at is not null then 'accepted' when i.expires_at > now() then 'open'
      else 'expired' end as state
  from member_invitations i left join parties p on p.id = i.party_id
  order by (i.accepted_at is null and i.expires_at > now()) desc, i.invited_at desc, i.id
  limit ${INVITATIONS_MOST}`)

/**
 * Takes back an invitation that nobody accepted, or clears away one that expired: its link no
 * longer works.
 *
 * @throws `NOT_FOUND` when there is none, or it was accepted.
 */
export async function withdrawInvitation(tx: Transaction, id: string): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('member_invitations')
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .returning('id'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}

/** Takes back what somebody was sent before to come and work here. */
export function withdrawalOfInvitations(email: string): WrittenQuery<Record<string, never>> {
  return written(sql`delete from member_invitations
    where lower(email) = lower(${email}) and party_id is null and accepted_at is null`)
}

/** The functions that the statement knows. */
export const declaredFunctions = written(
  sql<{ relation: string }>`
    select distinct relation from rules where scope = 'organisation' order by 1`,
)
