import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  DataTable,
  DateText,
  EmptyState,
  FileLink,
  LinkButton,
  Muted,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { CHANNELS, type DocumentView, endingOf } from '#modules/practice/index.ts'
import { categoryTitle } from '#entry/web/titles.ts'
import { OWN_FILES, SourceCell } from './source.tsx'

const words = {
  title: { nl: 'Documenten', en: 'Documents' },
  document: { nl: 'Document', en: 'Document' },
  kind: { nl: 'Soort gegevens', en: 'Kind of data' },
  source: { nl: 'Van', en: 'From' },
  channel: { nl: 'via {channel}', en: 'by {channel}' },
  added: { nl: 'Toegevoegd', en: 'Added' },
  placed: { nl: 'Staat in', en: 'Stands in' },
  share: { nl: 'Delen met mijn coach', en: 'Share with my coach' },
  keep: { nl: 'Bewaren', en: 'Keep' },
  download: { nl: 'Downloaden', en: 'Download' },
  none: { nl: 'Er zijn geen documenten', en: 'There are no documents' },
  noneWhy: {
    nl: 'Voegt uw coach een bestand toe, dan kunt u het hier lezen en downloaden.',
    en: 'When your coach adds a file, you can read and download it here.',
  },
} satisfies Record<string, Text>

export interface DocumentsProps {
  readonly documents: readonly DocumentView[]
  /** Where the file of a document is. */
  readonly href: (document: DocumentView) => string
  /** Whether what is the reader's alone can be shared. */
  readonly share?: boolean
  /** Without the buttons, as on paper. */
  readonly quiet?: boolean
}

/** The files of a dossier, each to be read and kept. */
export function Documents({ documents, href, share, quiet }: DocumentsProps): JSX.Element {
  const say = useSay()
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={documents}
      columns={[
        { title: words.document, cell: (each) => <DocumentLink of={each} href={href(each)} /> },
        { title: words.kind, cell: ({ category }) => <Words of={categoryTitle(category)} /> },
        {
          title: words.source,
          cell: (each) => (
            <>
              <SourceCell {...each} />
              {each.channel && (
                <Muted>
                  {' '}
                  <Words of={words.channel} places={{ channel: say(CHANNELS[each.channel]) }} />
                </Muted>
              )}
            </>
          ),
        },
        {
          title: words.placed,
          cell: ({ placed }) => placed && <Words of={OWN_FILES[placed]} />,
        },
        { title: words.added, cell: ({ addedAt }) => addedAt && <DateText day={addedAt} /> },
        ...(quiet
          ? []
          : [
              {
                title: words.keep,
                cell: (each: DocumentView) => <Keep of={each} href={href(each)} share={share} />,
              },
            ]),
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
    />
  )
}

function DocumentLink({ of, href }: { of: DocumentView; href: string }): JSX.Element {
  const kind = endingOf(of.mediaType).toUpperCase()
  return <FileLink href={href} name={of.title} kind={kind} bytes={of.bytes} />
}

function Keep(props: { of: DocumentView; href: string; share: boolean | undefined }): JSX.Element {
  const { of, href, share } = props
  return (
    <>
      <Download href={href} />
      {share && of.placed === 'client' && (
        <ActionForm action={`${href}/delen`} label={words.share} look="plain" size="small" />
      )}
    </>
  )
}

function Download({ href }: { href: string }): JSX.Element {
  return (
    <LinkButton
      href={`${href}?bewaren`}
      label={words.download}
      look="plain"
      size="small"
      icon="download"
      download
    />
  )
}
