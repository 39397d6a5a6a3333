import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import {
  diplomaCredential,
  type DiplomaFacts,
  issuerSecret,
  type Issuing,
  Signer,
} from '#modules/registry/credentials/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'

/** Why a diploma is no longer good; `replaced` comes by itself with the one in its place. */
export const REVOCATION_REASONS = ['mistaken', 'withdrawn'] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

/** Where the credential of a diploma is sealed. */
export const CREDENTIAL = 'diploma_documents.credential'

/** Who gets a diploma now. */
export interface IssueLine {
  readonly dossierId: string
  /** The application that both verified; null for a diploma that replaces another. */
  readonly submissionId: string | null
  readonly replaces: string | null
  readonly since: Date
  readonly givenNames: string
  readonly prefix: string
  readonly familyName: string
  readonly programmeNl: string
  readonly programmeEn: string
  /** How many there are in all. */
  readonly total: number
}

/** Those who may get a diploma now, with the longest wait first. */
export function listToIssue(limit: number): WrittenQuery<IssueLine> {
  return written(sql`
    select w.dossier_id as "dossierId", w.submission_id as "submissionId", w.replaces, w.since,
      t.given_names as "givenNames", t.prefix, t.family_name as "familyName",
      p.name_nl as "programmeNl", p.name_en as "programmeEn", w.total::integer as total
    from diplomas_to_issue(${limit}::integer) w
    join registrants t on t.dossier_id = w.dossier_id
    join registrations g on g.dossier_id = w.dossier_id
    join programme_versions v on v.id = g.version_id
    join programmes p on p.id = v.programme_id
    order by w.since, w.dossier_id`)
}

/** The accounts of whom the opened dossier is about. */
export const listHolders: WrittenQuery<{ id: string }> = written(
  sql<{ id: string }>`select holders_of_opened('registrant') as id`,
)

/**
 * Issues the diploma of the opened dossier: a number, the credential in the name of now, and the
 * person is a graduated professional. With `replaces`, another in the place of that one, which is
 * revoked by it.
 *
 * @returns The number.
 * @throws `DIPLOMA_NOT_VERIFIED`, `DIPLOMA_REVOKED`, `ISSUER_KEY_MISSING`, `NOT_FOUND`.
 */
export async function issueDiploma(
  tx: OpenedDossier,
  issuing: Issuing,
  { submissionId = null, replaces = null }: Partial<Pick<IssueLine, 'submissionId' | 'replaces'>>,
): Promise<string> {
  const signer = await Signer.open(issuing, await tx.run(issuerSecret))
  const holder = await readHolder(tx)
  const [issued] = await tx.run(
    from
      .insertInto('diplomas')
      .values({ dossier_id: tx.dossierId, version_id: holder.versionId, replaces })
      .returning(['number', 'serial', 'issued_on', 'version_id']),
  )
  if (!issued) throw new AppError('NOT_FOUND')
  const { number, serial } = issued
  const facts = { ...holder.facts, number, serial, issuedOn: issued.issued_on }
  const credential = await signer.sign(diplomaCredential(issuing.issuer, facts))
  await tx.run(
    from.insertInto('diploma_documents').values({
      number,
      dossier_id: tx.dossierId,
      submission_id: submissionId,
      credential: tx.seal(CREDENTIAL, JSON.stringify(credential)),
    }),
  )
  await signer.publishList(tx, serial)
  if (replaces !== null) await publishListOf(tx, signer, replaces)
  return number
}

/** Revokes a diploma of the opened dossier, in the list that everybody reads too. */
export async function revokeDiploma(
  tx: OpenedDossier,
  issuing: Issuing,
  { number, reason }: { readonly number: string; readonly reason: RevocationReason },
): Promise<void> {
  const signer = await Signer.open(issuing, await tx.run(issuerSecret))
  await tx.run(from.insertInto('diploma_revocations').values({ number, reason }))
  await publishListOf(tx, signer, number)
}

async function publishListOf(tx: OpenedDossier, signer: Signer, number: string): Promise<void> {
  const [diploma] = await tx.run(
    from.selectFrom('diplomas').select('serial').where('number', '=', number),
  )
  if (!diploma) throw new AppError('NOT_FOUND')
  await signer.publishList(tx, diploma.serial)
}

/** What the person entered of themselves, and what they trained for, as it is now. */
async function readHolder(
  tx: OpenedDossier,
): Promise<{ versionId: string; facts: Pick<DiplomaFacts, 'holder' | 'programme'> }> {
  const [row] = await tx.run(
    from
      .selectFrom('registrants as t')
      .innerJoin('registrations as g', 'g.dossier_id', 't.dossier_id')
      .innerJoin('programme_versions as v', 'v.id', 'g.version_id')
      .innerJoin('programmes as p', 'p.id', 'v.programme_id')
      .select(['t.given_names', 't.prefix', 't.family_name', 't.born_on'])
      .select(['v.id as version_id', 'v.number as version', 'p.name_nl'])
      .where('t.dossier_id', '=', tx.dossierId),
  )
  if (!row) throw new AppError('NOT_FOUND')
  const name = [row.given_names, row.prefix, row.family_name].filter((part) => part !== '')
  return {
    versionId: row.version_id,
    facts: {
      holder: { name: name.join(' '), bornOn: row.born_on },
      programme: { id: row.version_id, name: row.name_nl, version: String(row.version) },
    },
  }
}
