import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  EmptyState,
  EndOfList,
  ErrorSummary,
  Form,
  PageHeader,
  SelectField,
  TextField,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  CHARGES_MOST,
  DESCRIPTIONS,
  findCharge,
  listWaiting,
  priceCharge,
  VAT_TITLES,
  type WaitingCharge,
} from '#modules/finance/index.ts'
import { FINANCE, INVOICES, invoicing, readBooks } from './books.ts'
import { amountInput, formatCents, formatQuantity, typedCents } from './money.ts'
import { COUNTED, MONEY } from './words.ts'

const words = {
  title: { nl: 'Te factureren', en: 'To be invoiced' },
  lead: {
    nl: 'Wat coaches declareerden en nog op geen factuur staat, per betaler.',
    en: 'What coaches declared and is on no invoice yet, by payer.',
  },
  none: { nl: 'Er is niets te factureren', en: 'There is nothing to invoice' },
  noneWhy: {
    nl: 'Zodra een coach uren of een vaste prijs declareert, staan ze hier.',
    en: 'As soon as a coach declares hours or a fixed price, they are listed here.',
  },
  draft: { nl: 'Concept maken', en: 'Make a draft' },
  missing: { nl: 'prijs ontbreekt', en: 'no price yet' },
  drop: { nl: 'Niet factureren', en: 'Do not invoice' },
  lines: { nl: 'Regels', en: 'Lines' },
  priceTitle: { nl: 'De prijs van een regel', en: 'The price of a line' },
  unitPrice: { nl: 'Prijs zonder btw', en: 'Price without VAT' },
  vat: MONEY.vat,
} satisfies Record<string, Text>

const PATH = `${FINANCE}/regels`

/** What waits for an invoice: by payer, and of one payer line by line. */
export const chargesPage = page(PATH, {
  read: async (door) => {
    const { waiting } = await readBooks(door, 'charges', { waiting: listWaiting })
    return { waiting, payerId: door.visit.query.get('betaler') }
  },
  view: ({ waiting, payerId }, door) => {
    const lines = waiting.filter((line) => line.payerId === payerId)
    const [first] = lines
    const title = first?.payer ?? words.title
    return (
      <Screen door={door} title={title}>
        <PageHeader
          title={title}
          lead={words.lead}
          breadcrumbs={[
            first ? { label: words.title, href: PATH } : { label: MONEY.finance, href: FINANCE },
          ]}
          action={first && <DraftButton payerId={first.payerId} look="primary" />}
        />
        {first ? <PayerLines lines={lines} /> : <WaitingPayers waiting={waiting} />}
        <EndOfList read={waiting.length} most={CHARGES_MOST} />
      </Screen>
    )
  },
})

interface DraftButtonProps {
  readonly payerId: string
  readonly look: 'primary' | 'quiet'
}

function DraftButton({ payerId, look }: DraftButtonProps): JSX.Element {
  const action = `${PATH}/${payerId}/concept`
  return <ActionForm action={action} label={words.draft} look={look} icon="add" />
}

interface WaitingProps {
  readonly waiting: readonly WaitingCharge[]
}

function WaitingPayers({ waiting }: WaitingProps): JSX.Element {
  const { language } = useView()
  const payers = [...Map.groupBy(waiting, ({ payerId }) => payerId)].map(([id, lines]) => ({
    id,
    name: lines[0]?.payer ?? '',
    amount: lines.length,
    sum: lines.reduce((total, { net }) => total + (net ?? 0), 0),
    isPriced: lines.every(({ net }) => net !== null),
  }))
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={payers}
      href={({ id }) => `${PATH}?betaler=${id}`}
      columns={[
        { title: MONEY.payer, cell: ({ name }) => name },
        { title: words.lines, cell: ({ amount }) => String(amount), align: 'end' },
        { title: MONEY.net, cell: ({ sum }) => formatCents(sum, language), align: 'end' },
        ...(payers.every(({ isPriced }) => isPriced) ? [] : [UNPRICED]),
        { title: MONEY.acts, cell: ({ id }) => <DraftButton payerId={id} look="quiet" /> },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />}
    />
  )
}

const UNPRICED = {
  title: MONEY.price,
  cell: ({ isPriced }: { readonly isPriced: boolean }) =>
    !isPriced && <Badge label={words.missing} tone="warning" />,
}

function PayerLines({ lines }: { lines: readonly WaitingCharge[] }): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={lines}
      href={({ id }) => `${PATH}/${id}/prijs`}
      columns={[
        { title: MONEY.name, cell: ({ subject }) => subject },
        { title: MONEY.date, cell: ({ day }) => <DateText day={day} form="short" /> },
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
          title: MONEY.net,
          cell: ({ net }) =>
            net === null ? (
              <Badge label={words.missing} tone="warning" />
            ) : (
              formatCents(net, language)
            ),
          align: 'end',
        },
      ]}
      empty={null}
    />
  )
}

/** The price of a line that was not issued. */
export const pricePage = formPage(`${PATH}/:id/prijs`, {
  input: z.object({ unitPrice: amountInput, vat: choiceOf(VAT_TITLES) }),
  labels: words,
  read: async (door, params) => {
    const { found } = await readBooks(door, 'charges', { found: findCharge(idOf(params)) })
    const [charge] = found
    if (!charge) throw new AppError('NOT_FOUND')
    return charge
  },
  view: (charge, form, door) => (
    <Screen door={door} title={words.priceTitle} width="narrow">
      <PageHeader
        title={words.priceTitle}
        lead={DESCRIPTIONS[charge.description]}
        breadcrumbs={[{ label: words.title, href: PATH }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${PATH}/${charge.id}/prijs`}
        submit={MONEY.save}
        cancelHref={backTo(charge.invoiceId)}
        formId={form.formId}
      >
        <TextField
          name="unitPrice"
          label={words.unitPrice}
          required
          width="short"
          inputmode="decimal"
          value={form.value('unitPrice', typedCents(charge.unitPrice, door.language))}
          error={form.fault('unitPrice')}
        />
        <SelectField
          name="vat"
          label={words.vat}
          required
          options={Object.entries(VAT_TITLES).map(([value, label]) => ({ value, label }))}
          value={form.value('vat', charge.vat ?? '21')}
          error={form.fault('vat')}
        />
      </Form>
      {charge.invoiceId === null && (
        <ActionForm
          action={`${PATH}/${charge.id}/weg`}
          label={words.drop}
          look="quiet"
          icon="trash"
        />
      )}
    </Screen>
  ),
  act: async ({ door, params, input }) => {
    const id = idOf(params)
    const found = await invoicing(door, async (tx) => {
      await priceCharge(tx, { id, ...input })
      return tx.run(findCharge(id))
    })
    return { to: backTo(found[0]?.invoiceId ?? null), done: 'saved' }
  },
})

function backTo(invoiceId: string | null): string {
  return invoiceId === null ? PATH : `${INVOICES}/${invoiceId}`
}
