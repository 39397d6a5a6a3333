import type { Language, Text } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { sayDay } from '#kernel/day.ts'
import {
  findProgress,
  mayReportProgress,
  progressText,
  progressTitle,
} from './principal/progress.ts'
import { DOCUMENT_FILES, unsealParts } from './stored-part.ts'

/** Something that a client can let go: a document, or a summary of a consult. */
export interface DisclosedItem {
  readonly title: string
  readonly mediaType: string
  /** One after another: a document need not be in memory. */
  readonly parts: AsyncIterable<Buffer>
  /** Always so for a document: only summaries wait for the client's word that they are right. */
  readonly approved: boolean
}

const SUMMARY: Text = {
  nl: 'Samenvatting van het gesprek van {day}',
  en: 'Summary of the consult of {day}',
}

/** What a summary is called outside the dossier. */
function summaryTitle(heldOn: string, language: Language): string {
  return SUMMARY[language].replace('{day}', sayDay(heldOn, language))
}

/** The document or summary with this id in the opened dossier, with all that it holds. */
export async function findItem(
  tx: OpenedDossier,
  itemId: string,
  language: Language,
): Promise<DisclosedItem | undefined> {
  return (
    (await findSummary(tx, itemId, language)) ??
    (await findReported(tx, itemId, language)) ??
    findDocument(tx, itemId)
  )
}

async function findSummary(
  tx: OpenedDossier,
  id: string,
  language: Language,
): Promise<DisclosedItem | undefined> {
  const [row] = await tx.run(
    from
      .selectFrom('summaries as s')
      .innerJoin('consults as c', 'c.id', 's.consult_id')
      .leftJoin('approvals as a', 'a.summary_id', 's.id')
      .select(['s.body', 'c.held_on', 'a.approved_at'])
      .where('s.id', '=', id)
      .where('s.dossier_id', '=', tx.dossierId),
  )
  return (
    row && {
      title: summaryTitle(row.held_on, language),
      mediaType: 'text/plain',
      parts: only(Buffer.from(tx.unseal('summaries.body', row.body))),
      approved: row.approved_at !== null,
    }
  )
}

async function findReported(
  tx: OpenedDossier,
  id: string,
  language: Language,
): Promise<DisclosedItem | undefined> {
  if (!(await mayReportProgress(tx))) return undefined
  const progress = await findProgress(tx, id)
  return (
    progress && {
      title: progressTitle(progress.writtenAt, language),
      mediaType: 'text/plain',
      parts: only(Buffer.from(progressText(progress, language))),
      approved: true,
    }
  )
}

async function findDocument(tx: OpenedDossier, id: string): Promise<DisclosedItem | undefined> {
  const [row] = await tx.run(
    from
      .selectFrom('documents')
      .select(['title', 'media_type'])
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!row) return undefined
  return {
    title: tx.unseal('documents.title', row.title),
    mediaType: row.media_type,
    parts: unsealParts(tx, DOCUMENT_FILES, id),
    approved: true,
  }
}

async function* only(part: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(part)
}
