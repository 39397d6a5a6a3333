import { sql } from 'kysely'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** A care institution or a training institute. */
export interface InstitutionLine {
  readonly partyId: string
  readonly name: string
  readonly email: string | null
  readonly sort: 'care' | 'training'
  readonly city: string
  /** Accounts that act for it, as far as the activity may know. */
  readonly accounts: number
}

/** Institutions on one page of the list. */
export const INSTITUTIONS_PAGE = 50

/** Institutions by name, with how many there are. */
export function listInstitutions({
  search,
  page,
}: {
  /** A part of the name or of the town; empty finds all. */
  readonly search: string
  /** Counted from 1. */
  readonly page: number
}): WrittenQuery<InstitutionLine & { readonly total: number }> {
  return written(sql<InstitutionLine & { total: number }>`
    select i.party_id as "partyId", p.name, p.email, i.sort, i.city,
      (select count(*)::integer from affiliations f where f.party_id = i.party_id) as accounts,
      count(*) over ()::integer as total
    from institutions i join parties p on p.id = i.party_id
    where strpos(lower(p.name), lower(${search})) > 0
      or strpos(lower(coalesce(i.city, '')), lower(${search})) > 0
    order by p.name, i.party_id
    limit ${INSTITUTIONS_PAGE} offset ${(page - 1) * INSTITUTIONS_PAGE}`)
}

export function findInstitution(partyId: string): WrittenQuery<InstitutionLine> {
  return written(sql<InstitutionLine>`
    select i.party_id as "partyId", p.name, p.email, i.sort, i.city,
      (select count(*)::integer from affiliations f where f.party_id = i.party_id) as accounts
    from institutions i join parties p on p.id = i.party_id where i.party_id = ${partyId}::uuid`)
}

/** A party that the organisation works with already, and that trains nobody. */
export interface OtherParty {
  readonly partyId: string
  readonly name: string
}

/** Parties that are no institution, by name. */
export const listOtherParties = written(sql<OtherParty>`
  select p.id as "partyId", p.name from parties p
  where not exists (select from institutions i where i.party_id = p.id)
  order by p.name, p.id limit 1000`)

/**
 * Lets a party that there was train: as a care institution or as a training institute. Who acts for
 * it looks after its accounts from then on.
 *
 * @throws `DUPLICATE` when it is an institution already.
 */
export async function giveSort(
  tx: Transaction,
  { partyId, sort, city }: Pick<InstitutionLine, 'partyId' | 'sort' | 'city'>,
): Promise<void> {
  await tx.run(from.insertInto('institutions').values({ party_id: partyId, sort, city }))
}

/** @throws `DUPLICATE` when the form was sent twice. */
export async function openInstitution(
  tx: Transaction,
  institution: Omit<InstitutionLine, 'accounts'>,
): Promise<void> {
  const { partyId, name, email } = institution
  await tx.run(from.insertInto('parties').values({ id: partyId, name, email }))
  await giveSort(tx, institution)
}

/** For which institution others did something in the opened dossier of one's own. */
export const actingParties = written(sql<{ accountId: string; name: string }>`
  select account_id as "accountId", name from parties_of_opened()`)
