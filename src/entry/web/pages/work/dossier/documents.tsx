import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { listCategories } from '#entry/web/pages/work/categories.ts'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { WORK } from '#entry/web/pages/work/words.ts'
import { categoryTitle } from '#entry/web/titles.ts'
import { formatBytes } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { type DocumentView, endingOf, SOURCES } from '#modules/practice/index.ts'
import { placedTitle } from './provenance.tsx'
import { DossierScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  add: { nl: 'Document toevoegen', en: 'Add a document' },
  title: { nl: 'Document', en: 'Document' },
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  source: { nl: 'Van', en: 'From' },
  placed: { nl: 'Staat in', en: 'Stands in' },
  on: { nl: 'Op', en: 'On' },
  size: { nl: 'Bestand', en: 'File' },
  none: { nl: 'Nog geen documenten', en: 'No documents yet' },
  noneWhy: {
    nl: 'Voeg een plan, een rapport of een brief toe, met erbij van wie u het kreeg.',
    en: 'Add a plan, a report or a letter, with from whom you got it.',
  },
} satisfies Record<string, Text>

/** The documents of a dossier, the newest first. */
export function documentsPage(desk: Desk): Route {
  return page(`${desk.path}/:id/documenten`, {
    read: (door, params) => openFile(door, desk, params),
    view: drawDocuments,
  })
}

function drawDocuments(file: OpenedFile, door: Door): JSX.Element {
  const { dossier, path } = file
  const mayAdd = isOpenForWriting(file, 'documents') && listCategories(file).length > 0
  const add = <LinkButton href={`${path}/documenten/nieuw`} label={words.add} icon="add" />
  return (
    <DossierScreen door={door} file={file} part="documents" action={mayAdd && add}>
      <DataTable
        caption={WORK.documents}
        captionHidden
        rows={dossier.documents}
        href={({ id }) => `${path}/documenten/${id}`}
        columns={COLUMNS}
        empty={
          <EmptyState title={words.none} lead={words.noneWhy} icon="file" action={mayAdd && add} />
        }
      />
    </DossierScreen>
  )
}

const COLUMNS: readonly Column<DocumentView>[] = [
  { title: words.title, cell: ({ title }) => title },
  {
    title: words.category,
    cell: ({ category }) => <Words of={categoryTitle(category)} />,
  },
  { title: words.source, cell: (document) => <SourceCell of={document} /> },
  { title: words.placed, cell: ({ placed }) => placed && <Words of={placedTitle(placed)} /> },
  {
    title: words.on,
    cell: ({ addedAt }) => addedAt && <DateText day={addedAt} form="short" />,
  },
  { title: words.size, cell: (document) => <FileFacts of={document} /> },
]

/** From whom it came, by name where that was said. */
function SourceCell({ of }: { of: DocumentView }): JSX.Element | null {
  if (!of.source) return null
  return (
    <>
      <Words of={SOURCES[of.source]} />
      {of.sourceName && ` (${of.sourceName})`}
    </>
  )
}

/** "PDF, 24 kB". */
export function FileFacts({ of }: { of: DocumentView }): JSX.Element {
  const { language } = useView()
  return (
    <span>{`${endingOf(of.mediaType).toUpperCase()}, ${formatBytes(of.bytes, language)}`}</span>
  )
}
