import type { ConsentView } from '#modules/practice/index.ts'
import type { OwnFile } from './own-file.ts'

/** Where the client reads what a consent is about: a summary or a document of the dossier. */
export function itemHref(
  { dossier, path }: Pick<OwnFile, 'dossier' | 'path'>,
  { itemId }: ConsentView,
): string | undefined {
  if (itemId === null) return undefined
  const isSummary = dossier.consults.some(({ summaries }) =>
    summaries.some(({ id }) => id === itemId),
  )
  if (isSummary) return `${path}/samenvattingen/${itemId}`
  const isDocument = dossier.documents.some(({ id }) => id === itemId)
  return isDocument ? `${path}/documenten/${itemId}` : undefined
}
