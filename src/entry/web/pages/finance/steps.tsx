import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  SelectField,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { atField } from '#entry/web/pages/work/field-error.ts'
import { requiredDay } from '#entry/web/pages/work/input.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import type { Text } from '#kernel/language.ts'
import {
  DISPUTE_REASONS,
  findInvoice,
  handToCollector,
  type InvoiceDocument,
  listCollectors,
  openDispute,
  PAYMENT_WAYS,
  recordPayment,
} from '#modules/finance/index.ts'
import { collecting, INVOICES, readBooks } from './books.ts'
import { known, readInvoice } from './invoice-file.ts'
import { sumInput, typedCents } from './money.ts'
import { REASONS, WAYS } from './words.ts'

const words = {
  pay: { nl: 'Betaling boeken', en: 'Record a payment' },
  amount: { nl: 'Bedrag', en: 'Amount' },
  paidOn: { nl: 'Betaald op', en: 'Paid on' },
  way: { nl: 'Hoe', en: 'How' },
  dispute: { nl: 'Betwisting vastleggen', en: 'Record a dispute' },
  disputeWhy: {
    nl: 'Er gaat geen aanmaning uit zolang de betwisting loopt, en het dossier erachter blijft bewaard. Schrijf niet op wat de betaler over de cliënt zegt.',
    en: 'No reminder goes out as long as the dispute lasts, and the dossier behind it is kept. Do not write down what the payer says about the client.',
  },
  reason: { nl: 'Reden', en: 'Reason' },
  endsOn: { nl: 'Loopt uiterlijk tot', en: 'Lasts until at most' },
  collector: { nl: 'Overdragen aan incasso', en: 'Hand over to a collector' },
  collectorWhy: {
    nl: 'Het incassobureau krijgt: wie moet betalen, adres, factuurnummer, datum, openstaand bedrag en wanneer u aanmaande. Niet wat u deed, en van cliënten die niet zelf betalen niets.',
    en: 'The collector gets: who must pay, address, number, date, open amount and when you reminded. Not what you did, and of clients who do not pay themselves nothing.',
  },
  recipient: { nl: 'Incassobureau', en: 'Collector' },
} satisfies Record<string, Text>

interface FrameProps {
  readonly door: Door
  readonly form: FormState
  readonly document: InvoiceDocument
  readonly title: Text
  readonly why?: Text
  readonly path: string
  readonly children?: Child
}

/** A step with an issued invoice: one form. */
export function Step({
  door,
  form,
  document,
  title,
  why,
  path,
  children,
}: FrameProps): JSX.Element {
  const home = `${INVOICES}/${document.id}`
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader title={title} breadcrumbs={[{ label: document.number ?? '', href: home }]} />
      {why && (
        <Notice tone="info">
          <Words of={why} />
        </Notice>
      )}
      <ErrorSummary errors={form.faults} />
      <Form action={`${home}/${path}`} submit={title} cancelHref={home} formId={form.formId}>
        {children}
      </Form>
    </Screen>
  )
}

const listed = (texts: Readonly<Record<string, Text>>, among: readonly string[]) =>
  among.flatMap((value) => {
    const label = texts[value]
    return label ? [{ value, label }] : []
  })

/** A payment that came otherwise than by a file of the bank. */
export const paymentPage = formPage(`${INVOICES}/:id/betaling`, {
  input: z.object({
    amount: sumInput,
    paidOn: requiredDay(),
    way: z.enum(PAYMENT_WAYS),
  }),
  labels: words,
  read: (door, params) => readInvoice(door, idOf(params)),
  view: (document, form, door) => (
    <Step door={door} form={form} document={document} title={words.pay} path="betaling">
      <TextField
        name="amount"
        label={words.amount}
        required
        width="short"
        inputmode="decimal"
        value={form.value('amount', typedCents(document.open, door.language))}
        error={form.fault('amount')}
      />
      <DateField
        name="paidOn"
        label={words.paidOn}
        required
        value={form.value('paidOn', dayOf(new Date()))}
        error={form.fault('paidOn')}
      />
      <SelectField
        name="way"
        label={words.way}
        required
        options={listed(WAYS, PAYMENT_WAYS)}
        value={form.value('way', 'transfer')}
      />
    </Step>
  ),
  act: async ({ door, params, input, formId }) => {
    const invoiceId = idOf(params)
    const record = () =>
      collecting(door, (tx) => recordPayment(tx, { id: formId, invoiceId, ...input }))
    await atField(once(record), { PAID_TOO_MUCH: 'amount', PAID_IN_FUTURE: 'paidOn' })
    return { to: `${INVOICES}/${invoiceId}`, done: 'payment-recorded' }
  },
})

/** A dispute: why, and until when at most. */
export const disputePage = formPage(`${INVOICES}/:id/betwisting`, {
  input: z.object({ reason: z.enum(DISPUTE_REASONS), endsOn: requiredDay() }),
  labels: words,
  read: (door, params) => readInvoice(door, idOf(params)),
  view: (document, form, door) => (
    <Step
      door={door}
      form={form}
      document={document}
      title={words.dispute}
      why={words.disputeWhy}
      path="betwisting"
    >
      <SelectField
        name="reason"
        label={words.reason}
        required
        options={listed(REASONS, DISPUTE_REASONS)}
        value={form.value('reason', 'amount')}
      />
      <DateField
        name="endsOn"
        label={words.endsOn}
        required
        value={form.value('endsOn')}
        error={form.fault('endsOn')}
      />
    </Step>
  ),
  act: async ({ door, params, input, formId }) => {
    const invoiceId = idOf(params)
    const open = () =>
      collecting(door, (tx) => openDispute(tx, { id: formId, invoiceId, ...input }))
    await atField(once(open), { HOLD_OUTSIDE: 'endsOn' })
    return { to: `${INVOICES}/${invoiceId}`, done: 'dispute-opened' }
  },
})

/** To a collector that the statement names. */
export const collectorPage = formPage(`${INVOICES}/:id/incasso`, {
  input: z.object({ recipient: z.string().min(1).max(60) }),
  labels: words,
  read: async (door, params) => {
    const { organisation, site } = door.visit
    const { found, collectors } = await readBooks(door, 'invoice', {
      found: findInvoice(idOf(params)),
      collectors: listCollectors,
    })
    const { declarations } = await site.publication.current(organisation)
    const options = collectors.map(({ recipient }) => ({
      value: recipient,
      label: declarations.recipients?.[recipient]?.name ?? recipient,
    }))
    return { document: known(found[0]?.document), options }
  },
  view: ({ document, options }, form, door) => (
    <Step
      door={door}
      form={form}
      document={document}
      title={words.collector}
      why={words.collectorWhy}
      path="incasso"
    >
      <SelectField
        name="recipient"
        label={words.recipient}
        required
        options={options}
        value={form.value('recipient', options[0]?.value)}
      />
    </Step>
  ),
  act: async ({ door, params, input: { recipient } }) => {
    const invoiceId = idOf(params)
    await collecting(door, (tx) => handToCollector(tx, { invoiceId, recipient }))
    return { to: `${INVOICES}/${invoiceId}`, done: 'handed-over' }
  },
})
