import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { type RegistryPost, tellAccount } from '#modules/registry/news.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import type { Runner } from '#store/platform.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Reads } from '#store/store.ts'

/** The activity in which audits are planned. */
export const AUDIT_PLANNING = 'audit-planning'
/** The activity in which an auditor sees what an audit is about. */
export const AUDITS = 'audits'
/** The most students of one audit. */
export const SAMPLE_LIMIT = 200
/** Longest finding, in characters. */
export const JUDGEMENT_LIMIT = 5_000
const LIST_LIMIT = 200

export interface NewAudit {
  /** UUID of the form. */
  readonly id: string
  readonly partyId: string
  /** Nothing for all programmes. */
  readonly programmeId?: string | undefined
  readonly auditorId: string
  /** ISO dates, the last one included, at most 120 days apart. */
  readonly startsOn: string
  readonly endsOn: string
  /** How many students chance draws, at most 200. */
  readonly sample: number
}

/**
 * Plans an audit: chance draws the students, the institution and the auditor are let in to their
 * portfolios as long as it lasts, and all of them are told. In activity `audit-planning`.
 *
 * @throws `AUDIT_WITHOUT_STUDENTS`, `AUDIT_DAY_PASSED`, `AUDITOR_UNKNOWN`; `DUPLICATE` when this
 *   form was sent before; what the gate refuses.
 */
export async function planAudit(tx: Runner, post: RegistryPost, audit: NewAudit): Promise<void> {
  const { id, partyId, programmeId = null, auditorId, startsOn, endsOn, sample } = audit
  await tx.run(
    written(sql`select plan_audit(${id}::uuid, ${partyId}::uuid, ${programmeId}::uuid,
      ${auditorId}::uuid, ${startsOn}::date, ${endsOn}::date, ${sample}::integer)`),
  )
  const hearers = await tx.run(
    written(sql<{ account_id: string; dossier_id: string | null }>`
      select account_id, dossier_id from audit_hearers(${id}::uuid)`),
  )
  for (const { account_id: accountId, dossier_id: dossierId } of hearers) {
    await tellAccount(
      tx,
      post,
      dossierId
        ? { accountId, news: 'audit-student', path: `/mijn/registraties/${dossierId}/portfolio` }
        : { accountId, news: 'audit-institution', path: '/instelling/portfolios' },
    )
  }
}

/**
 * Ends an audit before its last day, with the reach of whoever looked for it.
 *
 * @throws `NOT_FOUND` when it ended already.
 */
export async function endAudit(tx: Runner, id: string): Promise<void> {
  await tx.run(written(sql`select end_audit(${id}::uuid)`))
}

/** Says who of the institution talks with the auditor. In activity `portfolio`. */
export async function namePartner(
  tx: Runner,
  { auditId, name }: { readonly auditId: string; readonly name: string },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('audit_partners')
      .set({ name })
      .where('audit_id', '=', auditId)
      .returning('audit_id'),
  )
  if (changed.length > 0) return
  await tx.run(from.insertInto('audit_partners').values({ audit_id: auditId, name }))
}

export type Judgement = 'in-order' | 'not-in-order'

/**
 * Writes what an auditor found on the training of the student whose dossier is open; once more
 * changes it.
 *
 * @throws `NOT_FOUND` when the student is not in this audit, or it is of somebody else or over.
 */
export async function judge(
  tx: OpenedDossier,
  finding: { readonly auditId: string; readonly judgement: Judgement; readonly words: string },
): Promise<void> {
  const { auditId, judgement } = finding
  const [audited] = await tx.run(
    written(sql<{ dossier_id: string }>`
      select dossier_id from audit_students
      where audit_id = ${auditId}::uuid and dossier_id = ${tx.dossierId}::uuid
        and judges_now(audit_id)`),
  )
  if (!audited) throw new AppError('NOT_FOUND')
  const words = tx.seal('audit_judgements.words', finding.words)
  const changed = await tx.run(
    from
      .updateTable('audit_judgements')
      .set({ judgement, words })
      .where('audit_id', '=', auditId)
      .where('dossier_id', '=', tx.dossierId)
      .returning('audit_id'),
  )
  if (changed.length > 0) return
  await tx.run(
    from
      .insertInto('audit_judgements')
      .values({ audit_id: auditId, dossier_id: tx.dossierId, judgement, words }),
  )
}

export interface AuditLine {
  readonly id: string
  readonly party: string
  readonly programme_nl: string | null
  readonly programme_en: string | null
  readonly auditor: string | null
  /** ISO dates, the last one included. */
  readonly starts_on: string
  readonly ends_on: string
  readonly ended_at: Date | null
  /** Before, during or after. */
  readonly state: 'planned' | 'running' | 'over'
  /** Who of the institution talks with the auditor. */
  readonly partner: string | null
  readonly students: number
  /** How many the list has in all. */
  readonly total: number
}

const line = sql`
  select a.id, p.name as party, g.name_nl as programme_nl, g.name_en as programme_en,
    m.name as auditor, a.starts_on::text as starts_on, a.ends_on::text as ends_on, a.ended_at,
    case when a.ended_at is not null or a.ends_on < gestand.today() then 'over'
      when a.starts_on > gestand.today() then 'planned' else 'running' end as state,
    b.name as partner,
    (select count(*)::integer from audit_students s where s.audit_id = a.id) as students,
    count(*) over ()::integer as total
  from audits a join parties p on p.id = a.party_id
  left join programmes g on g.id = a.programme_id
  left join members m on m.account_id = a.auditor_id
  left join audit_partners b on b.audit_id = a.id`

/** Audits on a page of the list. */
export const AUDITS_PAGE = 50

/**
 * Audits within reach, those that end last first.
 *
 * @param search A part of a name of an institution, a programme or an auditor; empty finds all.
 * @param page Counted from 1.
 */
export function listAudits({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<AuditLine> {
  return written(sql<AuditLine>`${line}
    where strpos(
      lower(concat_ws(E'\\n', p.name, g.name_nl, g.name_en, m.name)), lower(${search})) > 0
    order by a.ends_on desc, a.id
    limit ${AUDITS_PAGE} offset ${(page - 1) * AUDITS_PAGE}`)
}

/** A student in an audit. */
export interface AuditedStudent {
  readonly dossier_id: string
  readonly given_names: string | null
  readonly prefix: string | null
  readonly family_name: string | null
  readonly programme_nl: string
  readonly programme_en: string
  /** When the auditor last judged; null for nothing yet. */
  readonly judged_at: Date | null
}

export interface AuditReads extends Reads {
  readonly audit: WrittenQuery<AuditLine>
  readonly students: WrittenQuery<AuditedStudent>
}

/** What a page of one audit needs: in `audit-planning`, or in `audits` for the auditor. */
export function auditReads(id: string): AuditReads {
  return {
    audit: written(sql<AuditLine>`${line} where a.id = ${id}`),
    students: written(sql<AuditedStudent>`
      select s.dossier_id, n.given_names, n.prefix, n.family_name, g.name_nl as programme_nl,
        g.name_en as programme_en, s.judged_at
      from audit_students s join registrations r on r.dossier_id = s.dossier_id
      join programme_versions v on v.id = r.version_id join programmes g on g.id = v.programme_id
      left join registrants n on n.dossier_id = s.dossier_id
      where s.audit_id = ${id}
      order by n.family_name, n.given_names, s.dossier_id limit ${LIST_LIMIT}`),
  }
}

/** What to choose from when an audit is planned. */
export const auditChoices = {
  institutions: written(sql<{ id: string; name: string }>`
    select p.id, p.name from institutions i join parties p on p.id = i.party_id
    where i.sort = 'care' order by p.name limit 2000`),
  programmes: written(sql<{ id: string; name_nl: string; name_en: string }>`
    select id, name_nl, name_en from programmes order by name_nl limit 500`),
  auditors: written(sql<{ id: string; name: string }>`
    select distinct m.account_id as id, m.name from members m
    join functions f on f.account_id = m.account_id and f.function = 'audit-member'
    where m.left_at is null order by m.name limit 200`),
} satisfies Reads

/** An audit that a student is in, with what was found. */
export interface StudentAudit {
  readonly audit_id: string
  readonly party: string
  readonly auditor: string | null
  readonly starts_on: string
  readonly ends_on: string
  readonly ended_at: Date | null
  readonly running: boolean
  readonly judgement: Judgement | null
  readonly words: Buffer | null
}

/** The audits that the student of one dossier is in. */
export function studentAudits(dossierId: string): WrittenQuery<StudentAudit> {
  return written(sql<StudentAudit>`
    select s.audit_id, p.name as party, m.name as auditor, a.starts_on::text as starts_on,
      a.ends_on::text as ends_on, a.ended_at,
      a.ended_at is null and gestand.today() between a.starts_on and a.ends_on as running,
      j.judgement, j.words
    from audit_students s join audits a on a.id = s.audit_id join parties p on p.id = a.party_id
    left join members m on m.account_id = a.auditor_id
    left join audit_judgements j on j.audit_id = s.audit_id and j.dossier_id = s.dossier_id
    where s.dossier_id = ${dossierId} order by a.ends_on desc limit ${LIST_LIMIT}`)
}

/** The words of a finding. */
export function findingOf(opening: Opening, { words }: StudentAudit): string | undefined {
  return words ? opening.unseal('audit_judgements.words', words) : undefined
}
