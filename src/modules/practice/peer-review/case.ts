import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { DossierView } from '#modules/practice/dossier-view.ts'
import { anonymise, type Anonymised, type KnownValue } from './anonymising.ts'

/** A version of a case in which nobody can be recognised. */
export interface AnonymisedCaseView {
  readonly id: string
  readonly body: string
  readonly writtenAt: Date
  readonly confirmedAt?: Date
  /** Ids of the meetings that it was shared with. */
  readonly meetings: readonly string[]
}

/** What a case is made of: the newest summaries, most of them. */
const SUMMARIES = 6
const LONGEST = 30_000

/** The words of a case as they stand in the dossier: what the anonymised version is made of. */
export function tellCase({ consults }: DossierView): string {
  return consults
    .flatMap(({ heldOn, summaries: [summary] }) => (summary ? [{ heldOn, summary }] : []))
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
    .slice(0, SUMMARIES)
    .toReversed()
    .map(({ summary }) => summary.body)
    .join('\n\n')
    .slice(0, LONGEST)
}

/** The case with all that is known of the dossier, and all that looks like it, replaced. */
export function anonymiseCase(dossier: DossierView): Anonymised {
  return anonymise(tellCase(dossier), knownValues(dossier))
}

/** Names, places, employers and numbers that stand in a dossier. */
function knownValues({
  client,
  profile,
  reference,
  service,
  relations,
  disclosures,
}: DossierView): KnownValue[] {
  const { givenName, familyName, prefix, email, phone } = client ?? {}
  const of = (kind: KnownValue['kind'], ...values: readonly (string | undefined)[]) =>
    values.flatMap((value) => (value ? [{ kind, value }] : []))
  return [
    ...of('name', givenName, familyName, prefix && `${prefix} ${familyName ?? ''}`),
    ...of('name', ...relations.map(({ holder }) => holder.name)),
    ...of('email', email),
    ...of('number', phone, reference, service.orderReference),
    ...of('place', profile.city),
    ...of('address', profile.street, profile.postcode),
    ...of('employer', service.principal?.name, ...disclosures.map(({ recipient }) => recipient)),
  ]
}

export interface CaseDraft {
  /** UUID of the form. */
  readonly id?: string
  /** 1 to 40 000 characters. */
  readonly body: string
}

/** Keeps a first version. Returns its id. */
export async function draftCase(
  tx: OpenedDossier,
  { id = randomUUID(), body }: CaseDraft,
): Promise<string> {
  const sealed = tx.seal('anonymised_cases.body', body)
  await tx.run(
    from.insertInto('anonymised_cases').values({ id, dossier_id: tx.dossierId, body: sealed }),
  )
  return id
}

/** @throws `CASE_CONFIRMED` once somebody confirmed it; `NOT_FOUND`. */
export async function changeCase(
  tx: OpenedDossier,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('anonymised_cases')
      .set({ body: tx.seal('anonymised_cases.body', body) })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * The professional says that nobody can be recognised in a version, in the words that were shown.
 *
 * @throws `DUPLICATE` when that was said before.
 */
export async function confirmCase(
  tx: OpenedDossier,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<void> {
  await changeCase(tx, { id, body })
  await tx.run(
    from
      .insertInto('case_confirmations')
      .values({ case_id: id, dossier_id: tx.dossierId, digest: digestOf(body) }),
  )
}

/**
 * Shares a confirmed version with the colleagues of a meeting.
 *
 * @throws `CASE_UNCONFIRMED`, `MEETING_OVER`, `DUPLICATE`; `NOT_FOUND` for a meeting that whoever
 * acts was not asked to.
 */
export async function shareCase(
  tx: OpenedDossier,
  { id, meetingId }: { readonly id: string; readonly meetingId: string },
): Promise<void> {
  const [row] = await tx.run(
    from
      .selectFrom('anonymised_cases')
      .select('body')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!row) throw new AppError('NOT_FOUND')
  const words = tx.unseal('anonymised_cases.body', row.body)
  await tx.run(written(sql`select share_case(${id}::uuid, ${meetingId}::uuid, ${words}::text)`))
}

function digestOf(body: string): Buffer {
  return createHash('sha256').update(body, 'utf8').digest()
}

/** The versions of an opened dossier, for the same round trip as the dossier itself. */
export function caseReads(access: Access, dossierId: string): CaseReads {
  return buildReads(access, dossierId)
}

export type CaseReads = ReturnType<typeof buildReads>
type Rows = { readonly [Name in keyof CaseReads]: RowsOf<CaseReads[Name]> }

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    anonymisedCases: selectReadable(access, 'anonymised_cases', {
      needs: ['id', 'body', 'written_at'],
      where,
    }),
    caseConfirmations: selectReadable(access, 'case_confirmations', {
      needs: ['case_id', 'confirmed_at'],
      where,
    }),
    caseShares: selectReadable(access, 'case_shares', { needs: ['case_id', 'meeting_id'], where }),
  }
}

/** What `caseReads` answered, unsealed, the newest first. */
export function readCases(opening: Opening, rows: Rows): AnonymisedCaseView[] {
  const confirmed = new Map(rows.caseConfirmations.map((row) => [row.case_id, row.confirmed_at]))
  return rows.anonymisedCases
    .map((row) => {
      const confirmedAt = confirmed.get(row.id)
      return {
        id: row.id,
        body: opening.unseal('anonymised_cases.body', row.body),
        writtenAt: row.written_at,
        ...(confirmedAt && { confirmedAt }),
        meetings: rows.caseShares
          .filter((share) => share.case_id === row.id)
          .map((share) => share.meeting_id),
      }
    })
    .toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
}
