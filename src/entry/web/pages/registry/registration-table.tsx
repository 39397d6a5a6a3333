import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import { DataTable, DateText, useView } from '#entry/web/components/index.ts'
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
        ...(without === 'institution'
          ? []
          : [
              {
                title: TRAINING.institution,
                cell: ({ institution }: RegistrationLine) => institution,
              },
            ]),
        ...(without === 'institute'
          ? []
          : [{ title: TRAINING.institute, cell: ({ institute }: RegistrationLine) => institute }]),
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
