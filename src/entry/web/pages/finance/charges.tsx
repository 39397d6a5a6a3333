import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import {
  ActionForm,
  DataTable,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Section,
  SelectField,
  Stack,
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
  DESCRIPTIONS,
  findCharge,
  listWaiting,
  priceCharge,
  VAT_TITLES,
  type WaitingCharge,
} from '#modules/finance/index.ts'
import { FINANCE, INVOICES, invoicing, readBooks } from './books.ts'
import { amountInput, formatCents, formatQuantity, typedCents } from './money.ts'
import { MONEY } from './words.ts'

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
  change: { nl: 'Prijs', en: 'Price' },
  acts: { nl: 'Wat kan', en: 'What can be done' },
  priceTitle: { nl: 'De prijs van een regel', en: 'The price of a line' },
  unitPrice: { nl: 'Prijs zonder btw', en: 'Price without VAT' },
  vat: MONEY.vat,
} satisfies Record<string, Text>

const PATH = `${FINANCE}/regels`

/** What waits for an invoice, by payer. */
export const chargesPage = page(PATH, {
  read: async (door) => (await readBooks(door, 'charges', { waiting: listWaiting })).waiting,
  view: (waiting, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
      />
      {waiting.length === 0 && (
        <EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />
      )}
      <Stack gap="large">
        {[...Map.groupBy(waiting, ({ payerId }) => payerId)].map(([payerId, lines]) => (
          <PayerCharges payerId={payerId} lines={lines} />
        ))}
      </Stack>
    </Screen>
  ),
})

interface PayerChargesProps {
  readonly payerId: string
  readonly lines: readonly WaitingCharge[]
}

function PayerCharges({ payerId, lines }: PayerChargesProps): JSX.Element {
  const { language } = useView()
  const name = lines[0]?.payer ?? ''
  const sum = lines.reduce((total, { net }) => total + (net ?? 0), 0)
  return (
    <Section
      title={`${name}: ${formatCents(sum, language)}`}
      action={<ActionForm action={`${PATH}/${payerId}/concept`} label={words.draft} icon="add" />}
    >
      <DataTable
        caption={name}
        captionHidden
        rows={lines}
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
              unit === 'hour' ? formatQuantity(quantity, language) : null,
            align: 'end',
          },
          {
            title: MONEY.net,
            cell: ({ net }) =>
              net === null ? <Words of={words.missing} /> : formatCents(net, language),
            align: 'end',
          },
          {
            title: words.acts,
            cell: ({ id }) => (
              <>
                <LinkButton href={`${PATH}/${id}/prijs`} label={words.change} look="quiet" />
                <ActionForm action={`${PATH}/${id}/weg`} label={words.drop} look="quiet" />
              </>
            ),
          },
        ]}
        empty={null}
      />
    </Section>
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
          options={Object.entries(VAT_TITLES).map(([value, label]) => ({ value, label }))}
          value={form.value('vat', charge.vat ?? '21')}
          error={form.fault('vat')}
        />
      </Form>
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
