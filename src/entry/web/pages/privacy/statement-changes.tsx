import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DataTable, EmptyState, StatusBadge } from '#entry/web/components/index.ts'
import type { Wording } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { Change } from '#statement/diff/change.ts'

const words = {
  change: { nl: 'Verandering', en: 'Change' },
  effect: { nl: 'Gevolg', en: 'Effect' },
  path: { nl: 'Waar', en: 'Where' },
  same: { nl: 'Er is geen verschil', en: 'There is no difference' },
  sameWhy: {
    nl: 'Beide versies regelen hetzelfde.',
    en: 'Both versions settle the same.',
  },
} satisfies Record<string, Text>

export interface ChangesProps {
  readonly caption: Wording
  readonly captionHidden?: boolean
  readonly changes: readonly Change[]
  readonly language: Language
}

/** What differs between two versions, in words, with whether less or more may be done after it. */
export function Changes(props: ChangesProps): JSX.Element {
  const { caption, captionHidden = false, changes, language } = props
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={changes}
      columns={[
        { title: words.change, cell: ({ sentence }) => sentence[language] },
        { title: words.effect, cell: ({ effect }) => <StatusBadge status={effect} /> },
        { title: words.path, cell: ({ path }) => path },
      ]}
      empty={<EmptyState title={words.same} lead={words.sameWhy} icon="check" />}
    />
  )
}
