import type { Door } from '#entry/web/http/door.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { AppError } from '#kernel/error.ts'
import { readSignings, signingReads, type SigningView } from '#modules/practice/index.ts'

export interface SigningFile {
  readonly file: OpenedFile
  readonly signing: SigningView
  /** Title of the document. */
  readonly title: string
  /** Path of the signing. */
  readonly path: string
}

/** Opens a dossier for the signing in the address. */
export async function openSigning(door: Door, desk: Desk, params: Params): Promise<SigningFile> {
  const { file, answers, opening, actors } = await openFileWith(door, desk, params, signingReads)
  const signing = readSignings(opening, answers, actors).find(({ id }) => id === params['signing'])
  if (!signing) throw new AppError('NOT_FOUND')
  const document = file.dossier.documents.find(({ id }) => id === signing.documentId)
  const path = `${file.path}/ondertekenen/${signing.id}`
  return { file, signing, title: document?.title ?? '', path }
}
