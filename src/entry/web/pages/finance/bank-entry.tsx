import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Card,
  DateText,
  DescriptionList,
  ErrorSummary,
  Form,
  PageHeader,
  Section,
  Stack,
  TextField,
  useView,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { atField } from '#entry/web/pages/work/field-error.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { bookEntry, findOpenEntry, type OpenEntry, readNumbered } from '#modules/finance/index.ts'
import { BANK, collecting, readBooks } from './books.ts'
import { sumInput, formatCents, typedCents } from './money.ts'
import { MONEY } from './words.ts'

const words = {
  bank: { nl: 'Bank', en: 'Bank' },
  title: { nl: 'Bijschrijving boeken', en: 'Book a bank entry' },
  came: { nl: 'Wat er binnenkwam', en: 'What came in' },
  debtor: { nl: 'Van', en: 'From' },
  wrote: { nl: 'Omschrijving', en: 'Message' },
  left: { nl: 'Nog te boeken', en: 'To be booked' },
  number: { nl: 'Nummer van de factuur', en: 'Number of the invoice' },
  numberHint: { nl: 'Zoals op de factuur, bijvoorbeeld 2026-0042.', en: 'Such as 2026-0042.' },
  amount: { nl: 'Bedrag', en: 'Amount' },
  amountHint: {
    nl: 'Betaalt dit meer facturen? Boek dan eerst het deel van deze; de rest blijft staan.',
    en: 'Does this pay several invoices? Book the part of this one first; the rest stays.',
  },
  book: { nl: 'Boeken', en: 'Book' },
  none: { nl: 'Hoort dit bij geen factuur?', en: 'Does this belong to no invoice?' },
  noneWhy: {
    nl: 'Zet het dan weg: de naam en de omschrijving worden gewist. Dit is niet ongedaan te maken.',
    en: 'Then put it away: name and message are deleted. This cannot be undone.',
  },
  aside: { nl: 'Geen factuur', en: 'No invoice' },
  rest: { nl: 'De rest is geen betaling', en: 'The rest is no payment' },
  restWhy: {
    nl: 'Bijvoorbeeld omdat u te veel ontving en dat hebt terugbetaald. Dit is niet ongedaan te maken.',
    en: 'For instance because you got too much and paid it back. This cannot be undone.',
  },
} satisfies Record<string, Text>

const NUMBER_LIMIT = 40

/** One bank entry: booked by hand on an invoice, or said to be no payment. */
export const bankEntryPage = formPage(`${BANK}/:id`, {
  input: z.object({ number: requiredText(NUMBER_LIMIT), amount: sumInput }),
  labels: words,
  read: async (door, params) => {
    const { found } = await readBooks(door, 'bank-entries', { found: findOpenEntry(idOf(params)) })
    const [entry] = found
    if (!entry) throw new AppError('NOT_FOUND')
    return entry
  },
  view: (entry, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} breadcrumbs={[{ label: words.bank, href: BANK }]} />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Entry entry={entry} />
        <Form
          action={`${BANK}/${entry.id}`}
          submit={words.book}
          cancelHref={BANK}
          formId={form.formId}
        >
          <TextField
            name="number"
            label={words.number}
            hint={words.numberHint}
            required
            width="short"
            value={form.value('number')}
            error={form.fault('number')}
          />
          <TextField
            name="amount"
            label={words.amount}
            hint={words.amountHint}
            required
            width="short"
            inputmode="decimal"
            value={form.value('amount', typedCents(entry.left, door.language))}
            error={form.fault('amount')}
          />
        </Form>
        <Section
          title={isWhole(entry) ? words.none : words.rest}
          lead={isWhole(entry) ? words.noneWhy : words.restWhy}
        >
          <AsideForm entry={entry} />
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: { number, amount }, formId }) => {
    const entryId = idOf(params)
    const book = () =>
      collecting(door, async (tx) => {
        const { id: invoiceId } = await readNumbered(tx, number)
        await bookEntry(tx, { id: formId, entryId, invoiceId, amount })
      })
    await atField(once(book), {
      INVOICE_UNKNOWN: 'number',
      PAID_TOO_MUCH: 'amount',
      ENTRY_SPENT: 'amount',
    })
    return { to: BANK, done: 'payment-recorded' }
  },
})

function Entry({ entry }: { entry: OpenEntry }): JSX.Element {
  const { language } = useView()
  const { amount, bookedOn, debtor, left, remittance } = entry
  return (
    <Card title={words.came} level={2}>
      <DescriptionList
        items={[
          { term: words.debtor, value: debtor },
          { term: MONEY.date, value: <DateText day={bookedOn} /> },
          ...(remittance === '' ? [] : [{ term: words.wrote, value: remittance }]),
          { term: MONEY.amount, value: formatCents(amount, language) },
          ...(left === amount ? [] : [{ term: words.left, value: formatCents(left, language) }]),
        ]}
      />
    </Card>
  )
}

function isWhole({ amount, left }: OpenEntry): boolean {
  return left === amount
}

/** Says that an entry, or what is left of it, pays no invoice. */
function AsideForm({ entry }: { entry: OpenEntry }): JSX.Element {
  return (
    <ActionForm
      action={`${BANK}/${entry.id}/terzijde`}
      label={isWhole(entry) ? words.aside : words.rest}
      look="danger"
    />
  )
}
