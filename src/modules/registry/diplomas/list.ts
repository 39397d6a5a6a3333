import { sql } from 'kysely'
import { from, type RowsOf, type WrittenQuery, written } from '#store/query.ts'

/** Lines on a page of diplomas. */
export const DIPLOMAS_PAGE = 50

/** What anybody may know of a number; of one that is not known here there is none. */
export type DiplomaState = 'valid' | 'revoked'

/** What anybody may know of a number. */
export function diplomaState(number: string): WrittenQuery<{ state: DiplomaState | null }> {
  return written(sql`select diploma_state(${number}) as state`)
}

/** A diploma as the register lists it. */
export interface DiplomaLine {
  readonly number: string
  readonly serial: number
  readonly issuedOn: string
  /** Null when its holder was erased. */
  readonly dossierId: string | null
  readonly programmeNl: string
  readonly programmeEn: string
  readonly revokedOn: string | null
  readonly reason: string | null
}

const DIPLOMA = sql`
  select d.number, d.serial, d.issued_on as "issuedOn", d.dossier_id as "dossierId",
    p.name_nl as "programmeNl", p.name_en as "programmeEn", r.revoked_on as "revokedOn", r.reason
  from diplomas d
  join programme_versions v on v.id = d.version_id
  join programmes p on p.id = v.programme_id
  left join diploma_revocations r on r.number = d.number`

/** Diplomas that were issued, newest first: one by its number, or those before a place. */
export function listDiplomas({
  number = null,
  before = null,
}: {
  readonly number?: string | null
  readonly before?: number | null
} = {}): WrittenQuery<DiplomaLine> {
  return written(
    number === null
      ? sql<DiplomaLine>`${DIPLOMA}
          where ${before}::integer is null or d.serial < ${before}::integer
          order by d.serial desc limit ${DIPLOMAS_PAGE + 1}`
      : sql<DiplomaLine>`${DIPLOMA} where d.number = ${number} limit 1`,
  )
}

/** The diplomas of whoever asks, newest first. */
export const listOwnDiplomas: WrittenQuery<DiplomaLine> = written(
  sql<DiplomaLine>`${DIPLOMA} order by d.serial desc limit ${DIPLOMAS_PAGE}`,
)

/** A registration from which a diploma can come. */
export interface DiplomaCourse {
  readonly dossierId: string
  readonly programmeNl: string
  readonly programmeEn: string
  readonly state: string
  /** What became of the newest application; null when there is none. */
  readonly outcome: string | null
  readonly submittedAt: Date | null
}

/** One's own registrations that are not crowned yet, with how far the application is. */
export const listOwnCourses: WrittenQuery<DiplomaCourse> = written(
  sql<DiplomaCourse>`
    select g.dossier_id as "dossierId", p.name_nl as "programmeNl", p.name_en as "programmeEn",
      g.state, s.outcome, s.submitted_at as "submittedAt"
    from registrations g
    join programme_versions v on v.id = g.version_id
    join programmes p on p.id = v.programme_id
    left join lateral (
      select s.outcome, s.submitted_at from submissions s
      where s.dossier_id = g.dossier_id and s.about = 'diploma'
      order by s.submitted_at desc limit 1) s on true
    where g.state in ('enrolled', 'interrupted')
    order by g.starts_on desc limit ${DIPLOMAS_PAGE}`,
)

/** What a page about one diploma of the opened dossier needs, for one round trip. */
export function diplomaReads(number: string): DiplomaReads {
  return buildReads(number)
}

export type DiplomaReads = ReturnType<typeof buildReads>
export type DiplomaRows = { readonly [Name in keyof DiplomaReads]: RowsOf<DiplomaReads[Name]> }

function buildReads(number: string) {
  return {
    diplomas: listDiplomas({ number }),
    holders: from
      .selectFrom('registrants')
      .select(['given_names', 'prefix', 'family_name'])
      .limit(1),
    verified: written(
      sql<{ verifier: 'institution' | 'institute'; party: string; verifiedAt: Date }>`
        select v.verifier, p.name as party, v.verified_at as "verifiedAt"
        from diploma_documents m
        join verifications v on v.submission_id = m.submission_id
        join parties p on p.id = v.party_id
        where m.number = ${number} order by v.verified_at`,
    ),
    asked: from.selectFrom('reissue_requests').select('asked_at').where('number', '=', number),
  }
}

/** The links by which a holder shares a diploma of the opened dossier: open ones before others. */
export function listShares(number: string): WrittenQuery<ShareLine> {
  return written(sql`
    select id::text, shared_at as "sharedAt", ends_at as "endsAt", ended_at as "endedAt", looks,
      looked_at as "lookedAt", ended_at is null and ends_at > now() as open
    from diploma_shares where number = ${number}
    order by open desc, shared_at desc limit ${DIPLOMAS_PAGE}`)
}

export interface ShareLine {
  readonly id: string
  readonly sharedAt: Date
  readonly endsAt: Date
  readonly endedAt: Date | null
  readonly looks: number
  readonly lookedAt: Date | null
  /** Whether it still shows something. */
  readonly open: boolean
}
