import type { Door } from '#entry/web/http/door.ts'
import { fileName, fileNames, streamOf } from '#entry/web/http/file-answer.ts'
import { answer } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { type DocumentView, endingOf, readDocumentFile } from '#modules/practice/index.ts'
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
  return c.body(streamOf(writeArchive(listFiles(door, whole), whole.at)))
})

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
  const { content } = await door.changeDossier(SELF_SERVICE, file.dossier.id, (tx) =>
    readDocumentFile(tx, file.access, documentId),
  )
  try {
    return Buffer.concat(await Array.fromAsync(content.parts()))
  } finally {
    await content.discard()
  }
}

/** "documenten/03 Plan van aanpak.pdf": numbered, as titles can be the same. */
function placeOf({ title, mediaType }: DocumentView, index: number, folder: string): string {
  const number = String(index + 1).padStart(2, '0')
  return `${folder}/${number} ${fileName(title, endingOf(mediaType))}`
}
