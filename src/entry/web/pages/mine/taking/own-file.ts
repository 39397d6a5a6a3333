import { type Entry, writeArchive } from '#duties/package/archive.ts'
import { LetterPress } from '#duties/letter/press.ts'
import type { Door } from '#entry/web/http/door.ts'
import { fileName, fileNames } from '#entry/web/http/file-answer.ts'
import { answer } from '#entry/web/http/page.tsx'
import { openOwnFile, type OwnFile, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { sendSpool } from '#entry/web/pages/package/order.ts'
import { endingOf, readDocumentFile, takeFile } from '#modules/practice/index.ts'
import { Spool } from '#store/spool.ts'
import { ownFileLetter } from './own-file-letter.ts'

const press = new LetterPress()

/**
 * The client's own file whole, as one zip: a PDF to read, and every document that stands in it.
 * Each document is an opening in the ledger, as when it is read.
 */
export const ownFileArchive = answer(
  '/mijn/dossiers/:id/meenemen/mijn-dossier',
  async (door, params) => {
    const file = await openOwnFile(door, params)
    const now = new Date()
    // Made whole before anything of it leaves: what goes wrong is told instead of sent.
    const spool = await Spool.fill(writeArchive(listEntries(door, file, now), now))
    const title = `${file.dossier.reference} ${now.toISOString().slice(0, 10)}`
    const headers = {
      'content-type': 'application/zip',
      'content-length': String(spool.bytes),
      'content-disposition': `attachment; ${fileNames(title, 'zip')}`,
    }
    return new Response(sendSpool(spool), { headers })
  },
)

async function* listEntries(door: Door, file: OwnFile, now: Date): AsyncGenerator<Entry> {
  const pdf = await press.print(ownFileLetter(file, door.language, now))
  yield { place: 'dossier.pdf', content: [pdf], text: false }
  const access = await door.access(SELF_SERVICE)
  const { documents } = takeFile(file.dossier, 'client')
  for (const [index, { id, title, mediaType }] of documents.entries()) {
    const { content } = await door.changeDossier(SELF_SERVICE, file.dossier.id, (tx) =>
      readDocumentFile(tx, access, id),
    )
    const place = `documenten/${index + 1} ${fileName(title, endingOf(mediaType))}`
    try {
      yield { place, content: content.parts(), text: false }
    } finally {
      await content.discard()
    }
  }
}
