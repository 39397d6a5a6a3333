import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge, DataTable, DateText, Section } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { SigningView } from '#modules/practice/index.ts'
import { SIGNING_STATES } from './words.ts'

const words = {
  title: { nl: 'Ondertekeningen', en: 'Signatures' },
  document: { nl: 'Document', en: 'Document' },
  state: { nl: 'Stand', en: 'State' },
  asked: { nl: 'Gevraagd', en: 'Asked' },
} satisfies Record<string, Text>

export interface SigningListProps {
  readonly signings: readonly SigningView[]
  /** Titles by document. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** Path of the dossier. */
  readonly path: string
}

/** Documents that wait for signatures, or have them; nothing where there are none. */
export function SigningList({ signings, documents, path }: SigningListProps): JSX.Element | null {
  if (signings.length === 0) return null
  return (
    <Section title={words.title} id="ondertekeningen">
      <DataTable
        caption={words.title}
        captionHidden
        rows={signings}
        href={({ id }) => `${path}/ondertekenen/${id}`}
        columns={[
          {
            title: words.document,
            cell: ({ documentId }) => documents.find(({ id }) => id === documentId)?.title,
          },
          { title: words.state, cell: ({ state }) => <Badge {...SIGNING_STATES[state]} /> },
          { title: words.asked, cell: ({ askedAt }) => <DateText day={askedAt} form="short" /> },
        ]}
        empty={null}
      />
    </Section>
  )
}
