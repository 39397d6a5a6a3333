import type { Door } from '#entry/web/http/door.ts'
import { fileName, fileNames } from '#entry/web/http/file-answer.ts'
import { answer } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import {
  documentFileReads,
  type DocumentView,
  endingOf,
  readDocumentFile,
} from '#modules/practice/index.ts'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { type ArchivedFile, writeArchive } from './archive.ts'
import { writeTakenData } from './taken-data.ts'
import { drawTakenPage } from './taken-page.tsx'
import { openWhole, type Whole } from './whole.ts'

const FOLDER: Text = { nl: 'documenten', en: 'documents' }

/** The whole dossier in one file: to read, for another system, and every document. */
export const takenFile = answer('/mijn/dossiers/:id/meenemen/bestand', async (door, params, c) => {
  const whole = await openWhole(door, params)
  const title = `dossier ${whole.file.dossier.reference}`
  c.header('content-type', 'application/zip')
  c.header('content-disposition', `attachment; ${fileNames(title, 'zip')}`)
  return c.body(toStream(writeArchive(listFiles(door, whole), whole.at)))
})

/** Sends bytes as they are made, and stops making them when nobody takes them any more. */
function toStream(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const next = await bytes.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await bytes.return(undefined)
    },
  })
}

async function* listFiles(door: Door, whole: Whole): AsyncGenerator<ArchivedFile> {
  const { language } = door
  const { documents } = whole.file.dossier
  const places = new Map(
    documents.map((document, index) => [document.id, placeOf(document, index, FOLDER[language])]),
  )
  const documentHref = ({ id }: DocumentView): string =>
    (places.get(id) ?? '').split('/').map(encodeURIComponent).join('/')
  const asked = { whole, language, documentHref, site: door.visit.site.publicUrl }
  yield { name: 'dossier.html', bytes: Buffer.from(drawTakenPage(asked)) }
  yield { name: 'dossier.json', bytes: Buffer.from(writeTakenData(asked)) }
  for (const { id } of documents) {
    yield { name: places.get(id) ?? id, bytes: await readBytes(door, whole, id) }
  }
}

/** Each document is opened by itself, so that no more than one is in memory. */
async function readBytes(door: Door, { file }: Whole, documentId: string): Promise<Buffer> {
  const { id } = file.dossier
  const reads = documentFileReads(file.access, id, documentId)
  const { dossier, answers } = await door.open(SELF_SERVICE, id, reads)
  return readDocumentFile(dossier, answers).bytes
}

/** "documenten/03 Plan van aanpak.pdf": numbered, as titles can be the same. */
function placeOf({ title, mediaType }: DocumentView, index: number, folder: string): string {
  const number = String(index + 1).padStart(2, '0')
  return `${folder}/${number} ${fileName(title, endingOf(mediaType))}`
}
