import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  useView,
  Words,
  Reference,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { INVOICE_KINDS, type InvoiceRow } from '#modules/finance/index.ts'
import { INVOICES } from './books.ts'
import { formatCents } from './money.ts'
import { MONEY, STATES } from './words.ts'

export interface InvoiceTableProps {
  readonly rows: readonly InvoiceRow[]
  readonly caption: Text
  readonly empty: { readonly title: Text; readonly lead?: Text }
  /** The page says whose they are. */
  readonly ofOnePayer?: boolean
}

/** Invoices as rows, each leading to its page. */
export function InvoiceTable({ rows, caption, empty, ofOnePayer }: InvoiceTableProps): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      href={({ id }) => `${INVOICES}/${id}`}
      columns={[
        {
          title: MONEY.number,
          cell: (row) => <InvoiceName row={row} />,
        },
        ...(ofOnePayer ? [] : [{ title: MONEY.payer, cell: ({ payer }: InvoiceRow) => payer }]),
        {
          title: MONEY.date,
          cell: ({ issuedOn }) => issuedOn && <DateText day={issuedOn} form="short" />,
        },
        {
          title: MONEY.due,
          cell: ({ askedBy }) => askedBy && <DateText day={askedBy} form="short" />,
        },
        {
          title: MONEY.amount,
          cell: ({ gross }) => (gross === null ? null : formatCents(gross, language)),
          align: 'end',
        },
        {
          title: MONEY.open,
          cell: ({ open }) => (open > 0 ? formatCents(open, language) : null),
          align: 'end',
        },
        { title: MONEY.state, cell: ({ state }) => <Badge {...STATES[state]} /> },
      ]}
      empty={<EmptyState {...empty} icon="file" />}
    />
  )
}

function InvoiceName({ row: { number, kind } }: { row: InvoiceRow }): JSX.Element {
  return (
    <>
      {number === null ? <Words of={MONEY.draft} /> : <Reference of={number} />}
      {kind === 'credit-note' && (
        <>
          {' '}
          <Words of={INVOICE_KINDS[kind]} />
        </>
      )}
    </>
  )
}
