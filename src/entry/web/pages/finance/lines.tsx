import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  LinkButton,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { DESCRIPTIONS, type InvoiceDocument, toInvoice } from '#modules/finance/index.ts'
import { FINANCE, INVOICES } from './books.ts'
import { formatCents, formatQuantity } from './money.ts'
import { COUNTED, MONEY, VAT_RATES } from './words.ts'

const words = {
  none: { nl: 'Er staat nog niets op', en: 'There is nothing on it yet' },
  noneWhy: {
    nl: 'Gooi het concept weg en maak een nieuw van wat te factureren is.',
    en: 'Throw the draft away and make a new one of what is to be invoiced.',
  },
  missing: { nl: 'prijs ontbreekt', en: 'no price yet' },
  change: { nl: 'Prijs', en: 'Price' },
  off: { nl: 'Weghalen', en: 'Take off' },
} satisfies Record<string, Text>

/** The lines of an invoice with their sums. Lines of a draft can still change. */
export function InvoiceLines({ document }: { document: InvoiceDocument }): JSX.Element {
  const { language } = useView()
  const { id, lines, number } = document
  const isDraft = number === null && document.kind === 'invoice'
  return (
    <Stack>
      <DataTable
        caption={MONEY.invoices}
        captionHidden
        rows={lines}
        columns={[
          { title: MONEY.name, cell: ({ subject }) => subject },
          { title: MONEY.date, cell: ({ date }) => <DateText day={date} form="short" /> },
          {
            title: MONEY.description,
            cell: ({ description }) => <Words of={DESCRIPTIONS[description]} />,
          },
          {
            title: MONEY.quantity,
            cell: ({ quantity, unit }) =>
              `${formatQuantity(quantity, language)}\u00A0${COUNTED[unit][language]}`,
            align: 'end',
          },
          {
            title: MONEY.price,
            cell: ({ unitPrice }) =>
              unitPrice === null ? <Words of={words.missing} /> : formatCents(unitPrice, language),
            align: 'end',
          },
          { title: MONEY.vat, cell: ({ vat }) => vat && <Words of={VAT_RATES[vat]} /> },
          {
            title: MONEY.net,
            cell: ({ net }) => (net === null ? null : formatCents(net, language)),
            align: 'end',
          },
          ...(isDraft
            ? [
                {
                  title: MONEY.acts,
                  cell: (line: (typeof lines)[number]) => (
                    <Actions>
                      <LinkButton
                        href={`${FINANCE}/regels/${line.id}/prijs`}
                        label={words.change}
                        look="quiet"
                        size="small"
                      />
                      <ActionForm
                        action={`${INVOICES}/${id}/regels/${line.id}/af`}
                        label={words.off}
                        look="quiet"
                        size="small"
                      />
                    </Actions>
                  ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
      />
      <Sums document={document} />
    </Stack>
  )
}

function Sums({ document }: { document: InvoiceDocument }): JSX.Element | null {
  const { language } = useView()
  // A draft is reckoned as it would go out, with a number that it has not yet.
  const { totals } = toInvoice({ ...document, number: '0', issuedOn: '2000-01-01' }) ?? {}
  if (!totals || document.lines.length === 0) return null
  return (
    <DescriptionList
      items={[
        { term: MONEY.net, value: formatCents(totals.net, language) },
        ...totals.groups.map(({ rate, category, tax }) => ({
          term:
            category === 'AE' || category === 'E'
              ? { nl: 'Btw (verlegd of vrijgesteld)', en: 'VAT (reversed or exempt)' }
              : { nl: `Btw ${rate / 100}%`, en: `VAT ${rate / 100}%` },
          value: formatCents(tax, language),
        })),
        { term: MONEY.total, value: formatCents(totals.gross, language) },
      ]}
    />
  )
}
