import { basename } from 'node:path'
import type { Letter, LetterBlock, PdfStandard } from '#duties/letter/letter.ts'
import { isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { describeProcessing } from './about.ts'
import { type Entry, writeArchive } from './archive.ts'
import { placeOf, tellInChapters } from './chapters.ts'
import { type Blanking, blanker, blankLine } from './blanking.ts'
import { writeCsv } from './csv.ts'
import { FileList, type PackagedFile } from './files.ts'
import { drawHypertext } from './hypertext.ts'
import { introduce, TITLES } from './introduction.ts'
import type { Sheet } from './line.ts'
import { FORMAT, type PackageIndex, packageSchema, type PackedFile } from './format.ts'
import { portableCategories, takePortable } from './portable.ts'
import type { ReadableWords } from './readable.ts'
import type { PackagedDossier, Reading } from './reading.ts'

/** What prints the part that is for reading on paper. */
export interface Press {
  print(letter: Letter, standard?: PdfStandard): Promise<Buffer>
}

/** How far a package is: its parts (dossiers, and what is outside them) and the rows so far. */
export interface PackageProgress {
  readonly done: number
  readonly of: number
  readonly lines: number
}

/** A package to be made. */
export interface PackageOrder {
  readonly reading: Reading
  /** Whose data it is about: all dossiers that whoever reads reaches, or some of them. */
  readonly dossiers: readonly PackagedDossier[]
  /** All that is held (article 15), or what can be taken along (article 20). */
  readonly kind: 'access' | 'portability'
  readonly statement: Statement
  readonly said: ReadableWords
  readonly press: Press
  readonly blanking?: Blanking
  readonly at: Date
  /** Hears how far it is. */
  readonly told?: (progress: PackageProgress) => void
}

/** Rows that are drawn in one readable file at most; a longer dossier is in several. */
const READABLE_LINES = 500
/** Of those files so many are on paper too: what follows is thousands of rows of a log. */
const PAPER_FILES = 4

const NAMES = {
  read: { nl: 'lezen', en: 'read' },
  title: { nl: 'Dossier {reference}', en: 'Dossier {reference}' },
  account: { nl: 'Buiten uw dossiers', en: 'Outside your dossiers' },
} satisfies Record<string, Text>

/**
 * Writes a package as a zip archive, part by part. What is in it: `index.html` with what must be
 * told beside the data, a folder for each dossier (rows as JSON and CSV, files, and a part to read
 * as HTML and PDF), a folder for what is held elsewhere, the index, its schema and the manifest.
 */
export function writePackage(order: PackageOrder): AsyncGenerator<Uint8Array> {
  return writeArchive(new Packing(order).entries(), order.at)
}

/** A part of the archive: of one dossier, or of what is outside them. */
interface Folder {
  readonly folder: string
  readonly title: string
  readonly dossier?: { readonly kind: string; readonly reference: string }
  readonly files?: FileList
}

class Packing {
  readonly #order: PackageOrder
  readonly #blank: (text: string) => string
  readonly #portable: ReadonlySet<string> | undefined
  readonly #place: (table: string) => number
  readonly #folders: PackageIndex['folders'] = []
  readonly #readable: string[] = []
  #told: Sheet[] = []
  #lines = 0
  #allLines = 0
  #done = 0

  constructor(order: PackageOrder) {
    this.#order = order
    this.#place = placeOf(order.said.chapters)
    this.#blank = blanker(order.blanking ?? { words: [], files: [] })
    this.#portable = order.kind === 'portability' ? portableCategories(order.statement) : undefined
  }

  async *entries(): AsyncGenerator<Entry> {
    const { dossiers, reading } = this.#order
    for (const dossier of dossiers) yield* this.#dossier(dossier)
    const account = NAMES.account[this.#language]
    const folder = { folder: 'account', title: account }
    yield* this.#sheets(folder, reading.elsewhere(dossiers[0]?.id, this.#place))
    yield* this.#volumes('account', account)
    yield* this.#ending()
  }

  get #language() {
    return this.#order.said.language
  }

  async *#dossier({ id, kind, reference }: PackagedDossier): AsyncGenerator<Entry> {
    const folder = `dossiers/${reference}`
    const files = new FileList(this.#order.reading, id)
    const title = NAMES.title[this.#language].replace('{reference}', reference)
    const sheets = this.#order.reading.sheets(id, this.#place)
    yield* this.#sheets({ folder, title, dossier: { kind, reference }, files }, sheets)
    yield* this.#files(folder, files)
    yield* this.#volumes(folder, title)
    this.#done += 1
    this.#tell()
  }

  #tell(): void {
    const { told, dossiers } = this.#order
    told?.({ done: this.#done, of: dossiers.length + 1, lines: this.#allLines })
  }

  /** Rows as JSON and CSV; what is to be read of them is kept until the end of the folder. */
  async *#sheets(
    { folder, title, dossier, files }: Folder,
    sheets: AsyncIterable<Sheet>,
  ): AsyncGenerator<Entry> {
    const packed = { folder, ...(dossier && { dossier }), tables: [], files: [], leftOut: [] }
    const index: PackageIndex['folders'][number] = packed
    this.#folders.push(index)
    const times = new Map<string, number>()
    for await (const whole of sheets) {
      const sheet = this.#keep(whole)
      files?.see(whole, sheet)
      if (!sheet || sheet.lines.length === 0) continue
      const time = (times.get(sheet.name) ?? 0) + 1
      times.set(sheet.name, time)
      const name = time === 1 ? sheet.name : `${sheet.name}-${time}`
      this.#allLines += sheet.lines.length
      this.#tell()
      index.tables.push({ table: sheet.name, place: `data/${name}`, rows: sheet.lines.length })
      const columns = [...new Set(sheet.lines.flatMap((line) => Object.keys(line)))]
      const data = { format: FORMAT, table: sheet.name, rows: sheet.lines }
      yield textEntry(`${folder}/data/${name}.json`, `${JSON.stringify(data, null, 1)}\n`)
      yield textEntry(`${folder}/data/${name}.csv`, `\uFEFF${writeCsv(columns, sheet.lines)}`)
      if (this.#portable) continue
      this.#lines += sheet.lines.length
      this.#told.push(sheet)
      if (this.#lines > READABLE_LINES) yield* this.#volumes(folder, title)
    }
  }

  #keep(whole: Sheet): Sheet | undefined {
    const sheet = this.#portable ? takePortable(whole, this.#portable) : whole
    return sheet && { ...sheet, lines: sheet.lines.map((line) => blankLine(line, this.#blank)) }
  }

  async *#files(folder: string, files: FileList): AsyncGenerator<Entry> {
    const index = this.#folders.at(-1)
    const leftOut = new Set(this.#order.blanking?.files)
    let number = 0
    for await (const file of files.read()) {
      if (leftOut.has(file.id)) {
        index?.leftOut.push({ table: file.table, id: file.id })
        continue
      }
      if (this.#portable && !files.isKept(file.id)) continue
      number += 1
      const title = this.#blank(file.title)
      const place = `files/${String(number).padStart(3, '0')} ${fileName(title, file.mediaType)}`
      index?.files.push(toPacked(file, title, place))
      yield { place: `${folder}/${place}`, content: file.parts(), text: false }
    }
  }

  /** What was kept to be read, as HTML and as PDF. */
  async *#volumes(folder: string, title: string): AsyncGenerator<Entry> {
    const blocks = tellInChapters(this.#told, this.#order.said)
    this.#told = []
    if (blocks.length === 0) return
    this.#lines = 0
    const language = this.#language
    const earlier = this.#readable.filter((place) => place.startsWith(`${folder}/`)).length
    const name = `${NAMES.read[language]}${earlier === 0 ? '' : `-${earlier + 1}`}`
    this.#readable.push(`${folder}/${name}.html`)
    yield textEntry(`${folder}/${name}.html`, drawHypertext({ language, title, blocks }))
    if (earlier < PAPER_FILES) yield* this.#paper(`${folder}/${name}.pdf`, title, blocks)
  }

  async *#ending(): AsyncGenerator<Entry> {
    const { kind, at, statement, said, blanking } = this.#order
    const language = this.#language
    const about = describeProcessing(statement, said.vocabulary, language)
    const blanked = blanking !== undefined && blanking.words.length + blanking.files.length > 0
    const title = TITLES[kind][language]
    const blocks = introduce({ about, kind, language, blanked })
    const documents = this.#folders.flatMap(({ folder, files }) =>
      files.map(({ place }) => `${folder}/${place}`),
    )
    const links = [...this.#readable, ...documents].map((href) => ({ href, text: href }))
    yield textEntry('index.html', drawHypertext({ language, title, blocks, links }))
    yield* this.#paper('index.pdf', title, blocks)
    const index: PackageIndex = {
      format: FORMAT,
      kind,
      madeAt: at.toISOString(),
      language,
      blanked,
      about,
      folders: this.#folders,
    }
    yield textEntry('package.json', `${JSON.stringify(index, null, 1)}\n`)
    const schema = packageSchema(this.#order.reading.source.catalogue)
    yield textEntry('package.schema.json', `${JSON.stringify(schema, null, 1)}\n`)
  }

  /** On paper; what cannot be printed is there to read in a browser. */
  async *#paper(
    place: string,
    title: string,
    blocks: readonly LetterBlock[],
  ): AsyncGenerator<Entry> {
    try {
      yield { place, content: [await this.#print(title, blocks)], text: false }
    } catch (error) {
      if (!isAppError(error, 'LETTER_FAILED')) throw error
    }
  }

  #print(title: string, blocks: readonly LetterBlock[]): Promise<Buffer> {
    const { controller } = this.#order.statement.declarations
    return this.#order.press.print({
      language: this.#language,
      title,
      sender: { name: controller.name, lines: [controller.address ?? []].flat() },
      writtenOn: this.#order.at.toISOString().slice(0, 10),
      blocks,
    })
  }
}

function textEntry(place: string, text: string): Entry {
  return { place, content: [Buffer.from(text)], text: true }
}

function toPacked(
  { id, table, mediaType }: PackagedFile,
  title: string,
  place: string,
): PackedFile {
  return { id, table, title, mediaType, place }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}
const LONGEST_NAME = 100

/** A title as the name of a file, with nothing in it that a disk refuses. */
function fileName(title: string, mediaType: string): string {
  const ending = ENDINGS[mediaType] ?? 'bin'
  const words = basename(title.replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, ' '))
    .replace(new RegExp(String.raw`\.${ending}$`, 'i'), '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .slice(0, LONGEST_NAME)
    .trim()
  return `${words || 'document'}.${ending}`
}
