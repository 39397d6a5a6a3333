import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import { type Column, DataTable, DateText, Muted, useView } from '#entry/web/components/index.ts'
import type { RegistrationLine } from '#modules/registry/index.ts'
import { StateBadge } from './state-badge.tsx'
import { nameOf, programmeOf, TRAINING } from './words.ts'

export interface RegistrationTableProps {
  readonly rows: readonly RegistrationLine[]
  readonly href: (line: RegistrationLine) => string
  /** The column of the other institution; both when left out. */
  readonly without?: 'institution' | 'institute'
  readonly empty: Child
}

/** Where somebody is in training. Both institutions share a column, or a screen is too narrow. */
const PLACES: Readonly<Record<'neither' | 'institution' | 'institute', Column<RegistrationLine>>> =
  {
    institution: { title: TRAINING.institute, cell: ({ institute }) => institute },
    institute: { title: TRAINING.institution, cell: ({ institution }) => institution },
    neither: {
      title: { nl: 'Werkgever en instituut', en: 'Employer and institute' },
      cell: ({ institution, institute }) => (
        <div>
          {institution}
          <br />
          <Muted>{institute}</Muted>
        </div>
      ),
    },
  }

/** A list of registrations. */
export function RegistrationTable(props: RegistrationTableProps): JSX.Element {
  const { language } = useView()
  const { without } = props
  return (
    <DataTable
      caption={TRAINING.students}
      captionHidden
      rows={props.rows}
      href={props.href}
      columns={[
        { title: TRAINING.student, cell: nameOf },
        { title: TRAINING.programme, cell: (line) => programmeOf(line, language) },
        PLACES[without ?? 'neither'],
        {
          title: TRAINING.startsOn,
          cell: ({ startsOn }) => <DateText day={startsOn} form="short" />,
        },
        { title: TRAINING.state, cell: ({ state }) => <StateBadge state={state} /> },
      ]}
      empty={props.empty}
    />
  )
}
