import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  DataTable,
  formatPersonName,
  Section,
  useView,
} from '#entry/web/components/index.ts'
import { type CountText, sayCount } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  type ClientList,
  explainOutcome,
  type ImportOutcome,
  type RowOutcome,
} from '#modules/practice/index.ts'

const words = {
  report: { nl: 'Rij voor rij', en: 'Row by row' },
  line: { nl: 'Regel', en: 'Line' },
  name: { nl: 'Naam', en: 'Name' },
  result: { nl: 'Resultaat', en: 'Result' },
  remarks: { nl: 'Opmerkingen', en: 'Remarks' },
  new: { nl: 'Nieuw', en: 'New' },
  known: { nl: 'Nieuw, bekende cliënt', en: 'New, known client' },
  erased: { nl: 'Nieuw, eerder verwijderd', en: 'New, erased before' },
  left: { nl: 'Overgeslagen', en: 'Left out' },
  refused: { nl: 'Kan niet mee', en: 'Cannot come in' },
} satisfies Record<string, Text>

const MORE: CountText = {
  one: {
    nl: 'En nog {count} rij zonder opmerkingen.',
    en: 'And {count} more row without remarks.',
  },
  other: {
    nl: 'En nog {count} rijen zonder opmerkingen.',
    en: 'And {count} more rows without remarks.',
  },
}

/** Rows that a report shows, those that need a look first. */
const SHOWN_ROWS = 300

/** What became of each row, or would become of it. */
export function RowReport(props: { list: ClientList; outcome: ImportOutcome }): JSX.Element {
  const { language } = useView()
  const { list } = props
  const read = new Map(list.rows.map((row) => [row.line, row]))
  const rows = props.outcome.rows.map((outcome): ReportRow => {
    const row = read.get(outcome.line)
    const { familyName = '', givenName, initials, prefix } = row?.fields ?? {}
    const name = { given: givenName ?? initials ?? '', prefix, family: familyName }
    const problems = (row?.problems ?? []).map(({ says }) => says[language])
    // That a row was not read well says nothing beside what is wrong with it.
    const isTold = 'code' in outcome && outcome.code === 'ROW_UNREAD' && problems.length > 0
    const reason = isTold ? '' : explainOutcome(outcome)[language]
    return {
      outcome,
      name: formatPersonName(name, 'listed'),
      remarks: [reason, ...problems].filter((remark) => remark !== ''),
    }
  })
  const shown = rows.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, SHOWN_ROWS)
  const rest = rows.length - shown.length
  return (
    <Section title={words.report}>
      <DataTable
        caption={words.report}
        captionHidden
        rows={shown}
        columns={[
          { title: words.line, cell: ({ outcome }) => String(outcome.line) },
          { title: words.name, cell: ({ name }) => name },
          { title: words.result, cell: ({ outcome }) => <OutcomeBadge of={outcome} /> },
          { title: words.remarks, cell: ({ remarks }) => remarks.join(' ') },
        ]}
        empty={null}
      />
      {rest > 0 && <p>{sayCount(MORE, rest, language)}</p>}
    </Section>
  )
}

interface ReportRow {
  readonly outcome: RowOutcome
  readonly name: string
  readonly remarks: readonly string[]
}

const URGENCIES = { refused: 0, 'left-out': 1, new: 2 } as const

function urgency({ outcome, remarks }: ReportRow): number {
  return URGENCIES[outcome.outcome] + (remarks.length > 0 ? 0 : 1)
}

function OutcomeBadge({ of }: { of: RowOutcome }): JSX.Element {
  switch (of.outcome) {
    case 'refused':
      return <Badge label={words.refused} tone="error" icon="cross" />
    case 'left-out':
      return <Badge label={words.left} tone="neutral" />
    default:
      if (of.erasedOn !== undefined) {
        return <Badge label={words.erased} tone="warning" icon="alert" />
      }
      return <Badge label={of.knownPerson ? words.known : words.new} tone="success" icon="add" />
  }
}
