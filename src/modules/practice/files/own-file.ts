import type { DossierView } from '#modules/practice/dossier-view.ts'
import type { FileOfClient } from '#modules/practice/words.ts'

/** Which of the two files is asked for; nothing is both together. */
export type AskedFile = Exclude<FileOfClient, 'both'> | undefined

/**
 * What of a dossier stands in one of the two files. What was said in consults, and who the client
 * is, stands in both.
 */
export function takeFile(dossier: DossierView, asked: AskedFile): DossierView {
  if (!asked) return dossier
  const other = asked === 'client' ? 'coach' : 'client'
  return {
    ...dossier,
    notes: dossier.notes.filter(({ placed }) => placed !== other),
    documents: dossier.documents.filter(({ placed }) => placed !== other),
  }
}
