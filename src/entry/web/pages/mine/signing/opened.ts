import type { Door } from '#entry/web/http/door.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { openOwnFileWith, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { AppError } from '#kernel/error.ts'
import { readSignings, signingReads, type SigningView } from '#modules/practice/index.ts'

export interface OwnSigning {
  readonly file: OwnFile
  readonly signing: SigningView
  /** Title of the document. */
  readonly title: string
  /** Path of the signing. */
  readonly path: string
}

/** Opens one's own dossier for the signing in the address. */
export async function openOwnSigning(door: Door, params: Params): Promise<OwnSigning> {
  const { file, answers, opening, actors } = await openOwnFileWith(door, params, signingReads)
  const signing = readSignings(opening, answers, actors).find(({ id }) => id === params['signing'])
  if (!signing) throw new AppError('NOT_FOUND')
  const document = file.dossier.documents.find(({ id }) => id === signing.documentId)
  const path = `${file.path}/ondertekenen/${signing.id}`
  return { file, signing, title: document?.title ?? '', path }
}

/** Whether the client can still sign or refuse. */
export function waitsForClient({ state, signatures }: SigningView): boolean {
  return state === 'asked' && !signatures.some(({ signatory }) => signatory === 'client')
}
