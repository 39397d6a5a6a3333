import { tellInChapters } from '#duties/package/chapters.ts'
import { dossierTables } from '#duties/package/extent.ts'
import type { Sheet } from '#duties/package/line.ts'
import type { ReadableWords } from '#duties/package/readable.ts'
import type { Continuation, LeftBehind } from '#duties/package/takeover/takeover.ts'
import { LetterPress } from '#duties/letter/press.ts'
import type { Authority } from '#kernel/authority.ts'
import type { Text } from '#kernel/language.ts'
import type { Catalogue, Statement } from '#statement/index.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { PACKAGE_CHAPTERS } from './package-chapters.ts'
import { PACKAGE_WORDS } from './package-words.ts'
import { addDocument, receiveFile } from './practice/index.ts'
import { VOCABULARY } from './vocabulary.ts'

/** The activity that starts dossiers with what came from elsewhere, and the one that goes on. */
export const TAKING_OVER = { starts: 'intake', goesOn: 'coaching' } as const

const TITLE: Text = {
  nl: 'Uit dossier {reference} van {controller}',
  en: 'From dossier {reference} of {controller}',
}
const MADE: Text = {
  nl: 'Gemaakt uit het pakket dat de cliënt meebracht.',
  en: 'Made from the package that the client brought.',
}
/** The kind of data of the document that tells what was done elsewhere. */
const CATEGORY = 'conversation-reports'

/** What goes on with a dossier that was taken over: the work in it, as far as it may write. */
export function goingOn(parts: {
  readonly authority: Authority
  readonly access: Access
  readonly catalogue: Catalogue
  readonly statement: Statement
}): Continuation {
  const { authority, access, catalogue, statement } = parts
  const categories = new Set(statement.declarations.activities[authority.activity]?.writes)
  const tables = dossierTables(catalogue, access)
  return {
    authority,
    access,
    categories,
    ...(categories.has(CATEGORY) && {
      tell: (tx: OpenedDossier, left: LeftBehind) => addTold(tx, toldSheets(tables, left), left),
    }),
  }
}

/** Rows of the work done elsewhere, in the columns that this organisation lets its own read. */
function toldSheets(
  tables: ReturnType<typeof dossierTables>,
  { dossier, taken }: LeftBehind,
): Sheet[] {
  const work = new Set(PACKAGE_CHAPTERS.flatMap((each) => (each.work ? each.tables : [])))
  return tables.flatMap(({ table, columns }): Sheet[] => {
    const lines = dossier.lines.get(table.name) ?? []
    if (lines.length === 0 || !work.has(table.name) || taken.has(table.name)) return []
    const shown = lines.map((line) =>
      Object.fromEntries(Object.entries(line).filter(([name]) => columns.includes(name))),
    )
    return [{ name: table.name, table, part: 1, lines: shown }]
  })
}

/** Puts what was done elsewhere into the dossier as a document, which its client reads too. */
async function addTold(
  tx: OpenedDossier,
  sheets: readonly Sheet[],
  { read: { language, controller, madeAt }, dossier: { reference } }: LeftBehind,
): Promise<void> {
  const said: ReadableWords = {
    language,
    vocabulary: VOCABULARY,
    ledger: LEDGER_WORDS,
    words: PACKAGE_WORDS,
    chapters: PACKAGE_CHAPTERS,
  }
  const blocks = tellInChapters(sheets, said)
  if (blocks.length === 0) return
  const title = TITLE[language]
    .replace('{reference}', reference)
    .replace('{controller}', controller)
  const press = new LetterPress()
  try {
    const sender = { name: controller, lines: [MADE[language]] }
    const writtenOn = madeAt.slice(0, 10)
    const bytes = await press.print({ language, title, sender, writtenOn, blocks })
    const file = await receiveFile(wholeOf(bytes), 'package.pdf')
    await addDocument(tx, {
      category: CATEGORY,
      title: title.slice(0, 200),
      file,
      source: 'client',
      channel: 'third-party',
      placed: 'both',
    })
  } finally {
    await press.close()
  }
}

async function* wholeOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
