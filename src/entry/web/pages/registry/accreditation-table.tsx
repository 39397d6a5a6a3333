import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DataTable, DateText, useView } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { AccreditationLine } from '#modules/registry/index.ts'
import { AccreditationBadge } from './state-badge.tsx'
import { programmeOf, TRAINING } from './words.ts'

const words = {
  institution: { nl: 'Instelling', en: 'Institution' },
  appliedOn: { nl: 'Aangevraagd', en: 'Applied' },
  endsOn: { nl: 'Tot en met', en: 'Until' },
  acts: { nl: 'Actie', en: 'Action' },
} satisfies Record<string, Text>

export interface AccreditationTableProps {
  readonly rows: readonly AccreditationLine[]
  readonly href?: (line: AccreditationLine) => string
  /** Left out where it is the reader's own. */
  readonly named?: boolean
  /** What can be done with a line. */
  readonly acts?: (line: AccreditationLine) => Child
  readonly empty: Child
}

/** Accreditations with their terms. */
export function AccreditationTable(props: AccreditationTableProps): JSX.Element {
  const { language } = useView()
  const { href, named, acts } = props
  const day = (value: string | null) => value !== null && <DateText day={value} form="short" />
  return (
    <DataTable
      caption={TRAINING.accreditations}
      captionHidden
      rows={props.rows}
      {...(href && { href })}
      columns={[
        { title: TRAINING.programme, cell: (line) => programmeOf(line, language) },
        ...(named
          ? [
              {
                title: words.institution,
                cell: ({ institution }: AccreditationLine) => institution,
              },
            ]
          : []),
        { title: TRAINING.state, cell: ({ state }) => <AccreditationBadge state={state} /> },
        { title: words.endsOn, cell: ({ endsOn }) => day(endsOn) },
        { title: words.appliedOn, cell: ({ appliedOn }) => day(appliedOn) },
        ...(acts ? [{ title: words.acts, cell: acts }] : []),
      ]}
      empty={props.empty}
    />
  )
}
