import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** An institution, principal or supplier, with how many act for it here. */
export interface PartyLine {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly contacts: number
  /** Invitations to act for it that are still open. */
  readonly invited: number
}

/** Somebody who acts for a party. */
export interface PartyContact {
  readonly accountId: string
  readonly partyId: string
  /** Null when the statement gives the activity no details of accounts. */
  readonly name: string | null
  readonly email: string | null
}

/** As many as are listed at most. */
export const PARTIES_MOST = 2_000

/** All parties by name. */
export const listParties = written(sql<PartyLine>`
  select p.id, p.name, p.email,
    (select count(*) from affiliations a where a.party_id = p.id) as contacts,
    (select count(*) from member_invitations i
      where i.party_id = p.id and i.accepted_at is null and i.expires_at > now()) as invited
  from parties p order by lower(p.name), p.id limit ${PARTIES_MOST}`)

/** One party; no row when there is none. */
export function findParty(id: string): WrittenQuery<PartyDetails & { readonly id: string }> {
  return written(sql`select id, name, email from parties where id = ${id}`)
}

/** Who act for a party. */
export function listContacts(partyId: string): WrittenQuery<PartyContact> {
  return written(sql<PartyContact>`
    select a.account_id as "accountId", a.party_id as "partyId", k.name, k.email
    from affiliations a left join known_accounts() k on k.account_id = a.account_id
    where a.party_id = ${partyId} order by lower(k.name), a.account_id limit 200`)
}

export interface PartyDetails {
  readonly name: string
  readonly email: string | null
}

/** @throws `DUPLICATE` when there is a party with this id, as after a form that was sent twice. */
export async function addParty(tx: Transaction, id: string, party: PartyDetails): Promise<void> {
  await tx.run(from.insertInto('parties').values({ id, ...party }))
}

/** @throws `NOT_FOUND` */
export async function changeParty(tx: Transaction, id: string, party: PartyDetails): Promise<void> {
  const changed = await tx.run(
    from.updateTable('parties').set(party).where('id', '=', id).returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Ends that an account acts for a party: it sees at once no more of what was released to that
 * party.
 *
 * @throws `NOT_FOUND`
 */
export async function endContact(
  tx: Transaction,
  { partyId, accountId }: Pick<PartyContact, 'partyId' | 'accountId'>,
): Promise<void> {
  const ended = await tx.run(
    from
      .deleteFrom('affiliations')
      .where('party_id', '=', partyId)
      .where('account_id', '=', accountId)
      .returning('party_id'),
  )
  if (ended.length === 0) throw new AppError('NOT_FOUND')
}
