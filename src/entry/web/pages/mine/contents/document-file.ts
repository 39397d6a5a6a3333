import { fileAnswer } from '#entry/web/http/file-answer.ts'
import { act } from '#entry/web/http/form.tsx'
import { answer, idOf } from '#entry/web/http/page.tsx'
import { placeItem, readDocumentFile } from '#modules/practice/index.ts'
import { ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'

/** The file of a document: to be looked at, or kept when the address says so. */
export const documentFile = answer(
  '/mijn/dossiers/:id/documenten/:document',
  async (door, params, c) => {
    const id = idOf(params)
    const documentId = idOf(params, 'document')
    const access = await door.access(SELF_SERVICE)
    const file = await door.changeDossier(SELF_SERVICE, id, (tx) =>
      readDocumentFile(tx, access, documentId),
    )
    return fileAnswer(c, file, { keep: door.visit.query.has('bewaren') })
  },
)

/** The client shares a document that was the client's alone with the coach. */
export const documentShareAct = act(
  '/mijn/dossiers/:id/documenten/:document/delen',
  async ({ door, params }) => {
    const id = idOf(params)
    const documentId = idOf(params, 'document')
    await door.changeDossier(SELF_SERVICE, id, (tx) =>
      placeItem(tx, 'documents', { id: documentId, placed: 'both' }),
    )
    return { to: `${ownPath(id)}/inhoud`, done: 'shared' }
  },
)
