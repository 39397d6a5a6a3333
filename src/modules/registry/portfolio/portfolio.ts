import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { type DocumentFile, type ReceivedFile, unsealParts } from '#modules/practice/index.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { release } from '#store/sealing.ts'
import { Spool } from '#store/spool.ts'
import type { Reads } from '#store/store.ts'

/** The activity in which an employer looks in portfolios. */
export const PORTFOLIO = 'portfolio'
/** Longest title, in characters. */
export const PORTFOLIO_TITLE_LIMIT = 200
/** Longest attestation, in characters. */
export const ATTESTATION_LIMIT = 5_000
const LOOKS_LIMIT = 200

const FILES = { table: 'portfolio_files', column: 'portfolio_item_id' } as const

interface NewItem {
  /** UUID of the form. */
  readonly id: string
  /** At most 200 characters. */
  readonly title: string
  /** What of the programme it is about. */
  readonly requirementId?: string | undefined
}

/**
 * Puts an attestation in the own portfolio.
 *
 * @throws `PORTFOLIO_FULL`; `DUPLICATE` when this form was sent before.
 */
export async function addAttestation(
  tx: OpenedDossier,
  { id, title, requirementId, words }: NewItem & { readonly words: string },
): Promise<void> {
  await tx.run(
    from.insertInto('portfolio_items').values({
      id,
      dossier_id: tx.dossierId,
      requirement_id: requirementId ?? null,
      title: tx.seal('portfolio_items.title', title),
      words: tx.seal('portfolio_items.words', words),
    }),
  )
}

/**
 * Puts a file in the own portfolio, sealed part by part.
 *
 * @throws `PORTFOLIO_FULL`; `DUPLICATE` when this form was sent before.
 */
export async function addPortfolioFile(
  tx: OpenedDossier,
  { id, title, requirementId, file }: NewItem & { readonly file: ReceivedFile },
): Promise<void> {
  const { dossierId } = tx
  await tx.run(
    from.insertInto('portfolio_items').values({
      id,
      dossier_id: dossierId,
      requirement_id: requirementId ?? null,
      title: tx.seal('portfolio_items.title', title),
      media_type: file.mediaType,
      bytes: file.bytes,
      digest: file.digest,
    }),
  )
  let part = 0
  for await (const plain of file.parts()) {
    const body = tx.seal('portfolio_files.body', plain)
    const row = { portfolio_item_id: id, dossier_id: dossierId, part, body }
    await tx.run(from.insertInto('portfolio_files').values(row))
    release(body)
    part += 1
  }
}

/**
 * Takes something out of the own portfolio.
 *
 * @throws `NOT_FOUND`
 */
export async function removePortfolioItem(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('portfolio_items')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * The employer asks to look in the opened portfolio, which it may from now on for two weeks. In
 * activity `verification`.
 *
 * @throws `PORTFOLIO_ASKED` when that runs already; `NOT_FOUND` for whoever is no employer.
 */
export async function askPortfolio(tx: OpenedDossier): Promise<void> {
  await tx.run(written(sql`select ask_portfolio()`))
}

/** What a programme demands. */
export interface Requirement {
  readonly id: string
  readonly text_nl: string
  readonly text_en: string
}

/** The demands on the training of one dossier, in their order. */
export function requirementsOf(dossierId: string): WrittenQuery<Requirement> {
  return written(sql<Requirement>`
    select q.id, q.text_nl, q.text_en from registrations r
    join programme_requirements q on q.version_id = r.version_id
    where r.dossier_id = ${dossierId} order by q.place`)
}

export interface PortfolioReads extends Reads {
  readonly items: WrittenQuery<ItemRow>
  readonly requirements: WrittenQuery<Requirement>
}

interface ItemRow {
  readonly id: string
  readonly requirement_id: string | null
  readonly title: Buffer
  readonly words: Buffer | null
  readonly media_type: string | null
  readonly bytes: number | null
  readonly added_at: Date
}

/** What a page of a portfolio needs, in any activity that may see portfolios. */
export function portfolioReads(dossierId: string): PortfolioReads {
  return {
    items: written(sql<ItemRow>`
      select id, requirement_id, title, words, media_type, bytes, added_at from portfolio_items
      where dossier_id = ${dossierId} order by added_at desc, id`),
    requirements: requirementsOf(dossierId),
  }
}

/** Something in a portfolio, to be read. */
export interface PortfolioItem {
  readonly id: string
  readonly title: string
  readonly requirement: Requirement | undefined
  /** An attestation, or nothing for a file. */
  readonly words: string | undefined
  readonly mediaType: string | undefined
  readonly bytes: number | undefined
  readonly addedAt: Date
}

export function readPortfolio(
  opening: Opening,
  {
    items,
    requirements,
  }: { readonly [Name in keyof PortfolioReads]: RowsOf<PortfolioReads[Name]> },
): PortfolioItem[] {
  return items.map((row) => ({
    id: row.id,
    title: opening.unseal('portfolio_items.title', row.title),
    requirement: requirements.find(({ id }) => id === row.requirement_id),
    words: row.words ? opening.unseal('portfolio_items.words', row.words) : undefined,
    mediaType: row.media_type ?? undefined,
    bytes: row.bytes ?? undefined,
    addedAt: row.added_at,
  }))
}

/**
 * Unseals a file of the opened portfolio, and compares it with its digest.
 *
 * @throws `NOT_FOUND`; `UNREADABLE` when a byte of it changed.
 */
export async function readPortfolioFile(tx: OpenedDossier, id: string): Promise<DocumentFile> {
  const [row] = await tx.run(
    written(sql<{ title: Buffer; media_type: string | null; digest: Buffer | null }>`
      select title, media_type, digest from portfolio_items
      where id = ${id} and dossier_id = ${tx.dossierId}`),
  )
  if (!row?.media_type || !row.digest) throw new AppError('NOT_FOUND')
  const content = await Spool.fill(unsealParts(tx, FILES, id))
  if (!content.digest.equals(row.digest)) {
    await content.discard()
    throw new AppError('UNREADABLE')
  }
  return {
    title: tx.unseal('portfolio_items.title', row.title),
    mediaType: row.media_type,
    content,
  }
}

// Of request `p` for registration `r`: an audit, training or employment may end before the last
// day.
const LOOKS_NOW = sql`gestand.today() between p.starts_on and p.ends_on
  and r.institution_id = p.party_id and r.state not in ('graduated', 'ended')
  and not exists (select from audits a where a.id = p.audit_id and a.ended_at is not null)`

/** Somebody who may look in a portfolio, or could. */
export interface PortfolioLook {
  readonly id: string
  readonly dossier_id: string
  readonly party: string
  readonly audit_id: string | null
  /** ISO dates, the last one included. */
  readonly starts_on: string
  readonly ends_on: string
  readonly asked_at: Date
  readonly running: boolean
}

/** Who may look in one portfolio and who could before, the newest first, at most 200. */
export function looksAt(dossierId: string): WrittenQuery<PortfolioLook> {
  return written(sql<PortfolioLook>`
    select p.id, p.dossier_id, q.name as party, p.audit_id, p.starts_on::text as starts_on,
      p.ends_on::text as ends_on, p.asked_at,
      ${LOOKS_NOW} as running
    from portfolio_requests p join parties q on q.id = p.party_id
    join registrations r on r.dossier_id = p.dossier_id
    where p.dossier_id = ${dossierId} order by p.asked_at desc limit ${LOOKS_LIMIT}`)
}

/** A student whose portfolio the employer may see now. */
export interface OpenPortfolio {
  readonly dossier_id: string
  readonly given_names: string | null
  readonly prefix: string | null
  readonly family_name: string | null
  readonly programme_nl: string
  readonly programme_en: string
  readonly audit_id: string | null
  readonly ends_on: string
  /** How many the list has in all. */
  readonly total: number
}

/** Portfolios on a page of the list. */
export const PORTFOLIOS_PAGE = 50

/**
 * Portfolios that the employer of whoever asks may see now.
 *
 * @param search A part of a name of a student or a programme; empty finds all.
 * @param page Counted from 1.
 */
export function listOpenPortfolios({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<OpenPortfolio> {
  return written(sql<OpenPortfolio>`
    select p.dossier_id, n.given_names, n.prefix, n.family_name, g.name_nl as programme_nl,
      g.name_en as programme_en, p.audit_id, p.ends_on::text as ends_on,
      count(*) over ()::integer as total
    from portfolio_requests p
    join registrations r on r.dossier_id = p.dossier_id
    join programme_versions v on v.id = r.version_id
    join programmes g on g.id = v.programme_id
    left join registrants n on n.dossier_id = p.dossier_id
    where gestand.today() between p.starts_on and p.ends_on
      and strpos(lower(concat_ws(E'\\n', concat_ws(' ', n.given_names, nullif(n.prefix, ''),
        n.family_name), g.name_nl, g.name_en)), lower(${search})) > 0
    order by p.ends_on, n.family_name, n.given_names, p.dossier_id
    limit ${PORTFOLIOS_PAGE} offset ${(page - 1) * PORTFOLIOS_PAGE}`)
}

/** A registration of whoever asks, with what stands in its portfolio. */
export interface OwnPortfolio {
  readonly dossier_id: string
  readonly programme_nl: string
  readonly programme_en: string
  /** ISO date. */
  readonly starts_on: string
  /** Who may look now. */
  readonly lookers: number
  readonly signals: number
}

/** The own registrations. In activity `self-service`. */
export const ownPortfolios: WrittenQuery<OwnPortfolio> = written(sql<OwnPortfolio>`
  select r.dossier_id, g.name_nl as programme_nl, g.name_en as programme_en,
    r.starts_on::text as starts_on,
    (select count(distinct p.party_id)::integer from portfolio_requests p
      where p.dossier_id = r.dossier_id and ${LOOKS_NOW}) as lookers,
    (select count(*)::integer from signals s where s.dossier_id = r.dossier_id) as signals
  from registrations r join programme_versions v on v.id = r.version_id
  join programmes g on g.id = v.programme_id
  order by r.starts_on desc, r.dossier_id limit ${LOOKS_LIMIT}`)
