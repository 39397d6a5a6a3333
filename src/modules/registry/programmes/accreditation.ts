import { sql } from 'kysely'
import { type RegistryPost, tellAccount } from '#modules/registry/news.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** How an accreditation stands today. */
export const ACCREDITATION_STATES = [
  'applied',
  'visited',
  'granted',
  'ending',
  'ended',
  'refused',
] as const
export type AccreditationState = (typeof ACCREDITATION_STATES)[number]

/** An accreditation of an institution for a programme, from application to its last day. */
export interface AccreditationLine {
  readonly id: string
  readonly partyId: string
  readonly institution: string
  readonly sort: 'care' | 'training'
  readonly programmeId: string
  readonly programmeNl: string
  readonly programmeEn: string
  readonly appliedOn: string
  /** Of the last visit. */
  readonly visitedOn: string | null
  readonly found: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly reason: string | null
  /** `ending`: within half a year, and no renewal was asked. */
  readonly state: AccreditationState
  /** Whether it was renewed, or its renewal is asked. */
  readonly renewed: boolean
}

const SELECT = sql`
  select a.id, a.party_id as "partyId", p.name as institution, i.sort,
    a.programme_id as "programmeId", m.name_nl as "programmeNl", m.name_en as "programmeEn",
    a.applied_on::text as "appliedOn", w.visited_on::text as "visitedOn", w.found,
    d.starts_on::text as "startsOn", d.ends_on::text as "endsOn", d.reason,
    n.id is not null as renewed,
    case when d.decision = 'refused' then 'refused'
      when d.ends_on < gestand.today() then 'ended'
      when d.ends_on < gestand.today() + 183 and n.id is null then 'ending'
      when d.decision = 'granted' then 'granted'
      when w.visited_on is not null then 'visited' else 'applied' end as state
  from accreditations a
  join institutions i on i.party_id = a.party_id
  join parties p on p.id = a.party_id
  join programmes m on m.id = a.programme_id
  left join accreditation_decisions d on d.accreditation_id = a.id
  left join accreditations n on n.renews = a.id
  left join lateral (
    select visited_on, found from accreditation_visits v where v.accreditation_id = a.id
    order by visited_on desc limit 1) w on true`

/** Accreditations on one page of the list. */
export const ACCREDITATIONS_PAGE = 50
const ALL_LIMIT = 1_000

export interface AccreditationsAsked {
  readonly partyId?: string
  readonly state?: AccreditationState | undefined
  /** A part of the name of an institution or programme. */
  readonly search?: string
  /** Counted from 1; all at once when left out, at most 1,000. */
  readonly page?: number
}

/**
 * Accreditations that whoever asks may see, with how many there are: what waits first, then what
 * ends soonest.
 */
export function listAccreditations({
  partyId,
  state,
  search = '',
  page,
}: AccreditationsAsked = {}): WrittenQuery<AccreditationLine & { readonly total: number }> {
  const limit = page === undefined ? ALL_LIMIT : ACCREDITATIONS_PAGE
  const skipped = page === undefined ? 0 : (page - 1) * ACCREDITATIONS_PAGE
  return written(sql<AccreditationLine & { total: number }>`
    select l.*, count(*) over ()::integer as total from (${SELECT}) l
    where ${partyId === undefined ? sql`true` : sql`l."partyId" = ${partyId}::uuid`}
      and ${state === undefined ? sql`true` : sql`l.state = ${state}`}
      and (strpos(lower(l.institution), lower(${search})) > 0
        or strpos(lower(l."programmeNl"), lower(${search})) > 0
        or strpos(lower(l."programmeEn"), lower(${search})) > 0)
    order by l."endsOn" is not null or l.state = 'refused', l.state in ('ended', 'refused'),
      l."endsOn", l."appliedOn", l.id limit ${limit} offset ${skipped}`)
}

export function findAccreditation(id: string): WrittenQuery<AccreditationLine> {
  return written(sql<AccreditationLine>`select * from (${SELECT}) l where l.id = ${id}::uuid`)
}

export interface Application {
  readonly id: string
  readonly partyId: string
  readonly programmeId: string
  /** The accreditation that it is to follow. */
  readonly renews?: string | undefined
}

/**
 * Applies for an accreditation, or for its renewal.
 *
 * @throws `DUPLICATE` when its renewal was asked before; `NOT_DECLARED` for another's institution.
 */
export async function applyForAccreditation(
  tx: Transaction,
  { id, partyId, programmeId, renews }: Application,
): Promise<void> {
  await tx.run(
    from.insertInto('accreditations').values({
      id,
      party_id: partyId,
      programme_id: programmeId,
      ...(renews !== undefined && { renews }),
    }),
  )
}

/** @param found What was found, about the institution; at most 2,000 characters. */
export async function recordVisit(
  tx: Transaction,
  visit: { id: string; accreditationId: string; visitedOn: string; found: string },
): Promise<void> {
  await tx.run(
    from.insertInto('accreditation_visits').values({
      id: visit.id,
      accreditation_id: visit.accreditationId,
      visited_on: visit.visitedOn,
      found: visit.found,
    }),
  )
}

/** The decision, which is taken once. */
export type AccreditationDecision =
  | { readonly decision: 'granted'; readonly startsOn: string; readonly endsOn: string }
  | { readonly decision: 'refused'; readonly reason: string }

/**
 * Decides, and tells those who look after the institution.
 *
 * @param tx In activity `programme-keeping`.
 * @throws `DUPLICATE` when it was decided before; `INVALID`.
 */
export async function decideAccreditation(
  tx: Transaction,
  post: RegistryPost,
  accreditationId: string,
  decided: AccreditationDecision,
): Promise<void> {
  await tx.run(
    from.insertInto('accreditation_decisions').values({
      accreditation_id: accreditationId,
      decision: decided.decision,
      starts_on: decided.decision === 'granted' ? decided.startsOn : null,
      ends_on: decided.decision === 'granted' ? decided.endsOn : null,
      ...(decided.decision === 'refused' && { reason: decided.reason }),
    }),
  )
  const hearers = await tx.run(
    written(sql<{ accountId: string }>`
      select account_id as "accountId"
      from accreditation_hearers(${accreditationId}) as account_id`),
  )
  for (const { accountId } of hearers) {
    const path = '/instelling/erkenningen'
    await tellAccount(tx, post, { accountId, news: 'accreditation-decided', path })
  }
}
