import { sql } from 'kysely'
import type { Runner } from '#store/platform.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'

export type EndingReason = 'stopping' | 'illness' | 'death' | 'bankruptcy'
export type Choice = 'transfer' | 'close' | 'destroy'
export type Outcome = 'transferred' | 'closed' | 'destroyed'

/** The end of the practice as it was declared, the newest first. */
export interface Ending {
  readonly id: string
  readonly reason: EndingReason
  /** ISO date of the last day. */
  readonly endsOn: string
  /** ISO date until which clients choose. */
  readonly chooseBy: string
  readonly successor: string
  readonly declaredBy: string
  readonly declaredAt: Date
  readonly confirmedAt: Date | null
  readonly carriedAt: Date | null
  /** Whether whoever asks declared it or is the successor, and so cannot confirm it. */
  readonly own: boolean
}

/** The end that stands, or that was carried out; no row when the practice goes on. */
export const findEnding: WrittenQuery<Ending> = written(sql<Ending>`
  select e.id, e.reason, e.ends_on as "endsOn", e.choose_by as "chooseBy", m.name as successor,
    coalesce(d.name, '') as "declaredBy", e.declared_at as "declaredAt",
    e.confirmed_at as "confirmedAt", e.carried_at as "carriedAt",
    actor() in (e.declared_by, s.account_id) as own
  from practice_endings e
  join successors s on s.id = e.successor_id
  join members m on m.account_id = s.account_id
  left join members d on d.account_id = e.declared_by
  where e.revoked_at is null
  order by e.declared_at desc limit 1`)

/** Who is named to take care of the dossiers, if anybody is. */
export const findSuccessor = written(sql<{ accountId: string; name: string; namedAt: Date }>`
  select s.account_id as "accountId", m.name, s.named_at as "namedAt"
  from successors s join members m on m.account_id = s.account_id where s.ended_at is null`)

const CANDIDATES_LIMIT = 500

/** Who works here, to choose a successor from. */
export const listCandidates = from
  .selectFrom('members')
  .select(['account_id as accountId', 'name'])
  .where('left_at', 'is', null)
  .orderBy('name')
  .limit(CANDIDATES_LIMIT)

/** How far the end is, in numbers, and the numbers of dossiers whose clients must get a letter. */
export interface EndingProgress {
  readonly dossiers: string
  readonly told: string
  readonly chose_transfer: string
  readonly chose_close: string
  readonly chose_destroy: string
  readonly transferred: string
  readonly closed: string
  readonly destroyed: string
  readonly by_letter: readonly string[] | null
}

export const endingProgress = written(sql<EndingProgress>`select * from ending_progress()`)

/** @throws `MEMBER_UNKNOWN`; `ENDING_STANDS` while an end was declared. */
export async function nameSuccessor(tx: Runner, accountId: string): Promise<void> {
  await tx.run(written(sql`select name_successor(${accountId}::uuid)`))
}

export interface NewEnding {
  readonly reason: EndingReason
  /** ISO date, today at the earliest. */
  readonly endsOn: string
  /** ISO date, four weeks from now at the earliest. */
  readonly chooseBy: string
}

/**
 * Declares that the practice ends, which means nothing before somebody else confirms it.
 *
 * @throws `SUCCESSOR_MISSING`, `ENDING_STANDS`, `ENDING_TOO_SOON`.
 */
export async function declareEnding(tx: Runner, ending: NewEnding): Promise<void> {
  const { reason, endsOn, chooseBy } = ending
  await tx.run(written(sql`select declare_ending(${reason}, ${endsOn}::date, ${chooseBy}::date)`))
}

/**
 * Confirms the end: the successor sees who the clients are from now on, and clients are told.
 *
 * @throws `ENDING_OWN` for who declared it and for the successor; `NOT_FOUND`.
 */
export async function confirmEnding(tx: Runner, endingId: string): Promise<void> {
  await tx.run(written(sql`select confirm_ending(${endingId}::uuid)`))
}

/** @throws `ENDING_UNDER_WAY` once a dossier was handed over or closed; `NOT_FOUND`. */
export async function revokeEnding(tx: Runner, endingId: string): Promise<void> {
  await tx.run(written(sql`select revoke_ending(${endingId}::uuid)`))
}

/**
 * Records that a client without an account was told by letter.
 *
 * @param reference Number of the dossier.
 * @throws `NOT_FOUND` when there is none that waits for it.
 */
export async function recordLetter(tx: Runner, reference: string): Promise<void> {
  await tx.run(written(sql`select record_succession_letter(${reference})`))
}

/** What the end means for a dossier of whoever asks. */
export interface OwnSuccession {
  readonly dossier_id: string
  readonly reference: string
  readonly kind: string
  readonly successor: string
  /** ISO date. */
  readonly ends_on: string
  /** ISO date. */
  readonly choose_by: string
  readonly choice: Choice | null
  readonly outcome: Outcome | null
}

export const ownSuccessions = written(sql<OwnSuccession>`select * from own_successions()`)

/**
 * Chooses what becomes of the opened dossier, until the day that was named.
 *
 * @throws `CHOICE_OVER` after that day, or once the choice was carried out.
 */
export async function chooseSuccession(tx: OpenedDossier, choice: Choice): Promise<void> {
  await tx.run(written(sql`select choose_succession(${choice})`))
}

/** A client as the successor sees one: who it is, how to reach them, and what they chose. */
export interface SuccessionLine {
  readonly dossierId: string
  readonly reference: string
  readonly kind: string
  readonly givenName: string
  readonly prefix: string
  readonly familyName: string
  readonly email: string | null
  readonly phone: string | null
  readonly toldAt: Date | null
  readonly choice: Choice | null
  readonly outcome: Outcome | null
}

/** Clients on one page of the successor's list. */
export const SUCCESSION_PAGE = 50

/** The clients of the practice that ends, by name; one more than a page when there are more. */
export function listSuccessions(page: number): WrittenQuery<SuccessionLine> {
  return written(sql<SuccessionLine>`
    select d.id as "dossierId", d.reference, d.kind, c.given_name as "givenName", c.prefix,
      c.family_name as "familyName", c.email, c.phone, s.told_at as "toldAt", s.choice, s.outcome
    from succession_states() s
    join dossiers d on d.id = s.dossier_id
    join clients c on c.dossier_id = s.dossier_id
    order by c.family_name, c.given_name, d.id
    limit ${SUCCESSION_PAGE + 1} offset ${(page - 1) * SUCCESSION_PAGE}`)
}
