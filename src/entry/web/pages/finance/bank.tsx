import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  HiddenField,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  useView,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  BANK_ENTRIES_MOST,
  BANK_FILE_BYTES_LIMIT,
  bookEntry,
  keepIncome,
  listOpenEntries,
  listOpenInvoices,
  type Match,
  type OpenEntry,
  proposeMatches,
  readIncome,
  setEntryAside,
} from '#modules/finance/index.ts'
import { bankEntryPage } from './bank-entry.tsx'
import { BANK, collecting, FINANCE, readBooks } from './books.ts'
import { formatCents } from './money.ts'
import { MONEY } from './words.ts'

const words = {
  title: { nl: 'Bank', en: 'Bank' },
  lead: {
    nl: 'Lees een bestand van uw bank in (CAMT.053). Alleen wat binnenkwam, wordt bewaard; u bevestigt elke boeking.',
    en: 'Read a file of your bank (CAMT.053). Only what came in is kept; you confirm each booking.',
  },
  file: { nl: 'Bestand van de bank', en: 'File of the bank' },
  fileHint: { nl: 'XML, of een zip met XML-bestanden.', en: 'XML, or a zip of XML files.' },
  read: { nl: 'Inlezen', en: 'Read' },
  waiting: { nl: 'Nog te boeken', en: 'To be booked' },
  none: { nl: 'Alles is geboekt', en: 'Everything is booked' },
  noneWhy: {
    nl: 'Lees een nieuw bestand in zodra u dat van de bank hebt.',
    en: 'Read a new file as soon as you have it from the bank.',
  },
  debtor: { nl: 'Van', en: 'From' },
  wrote: { nl: 'Omschrijving', en: 'Message' },
  proposal: { nl: 'Voorstel', en: 'Proposal' },
  book: { nl: 'Boeken op', en: 'Book on' },
  byNumber: { nl: 'op nummer', en: 'by number' },
  byAmount: { nl: 'op bedrag', en: 'by amount' },
  choose: { nl: 'Zelf boeken', en: 'Book by hand' },
} satisfies Record<string, Text>

const MISSING = because({ nl: 'Kies een bestand.', en: 'Choose a file.' })

/** What came in, with proposals for what it pays. */
const bankPage = formPage(BANK, {
  input: z.object({
    file: z.instanceof(File, { error: MISSING }).refine(({ size }) => size > 0, MISSING),
  }),
  labels: words,
  read: async (door) => {
    const { entries, open } = await readBooks(door, 'bank-entries', {
      entries: listOpenEntries,
      open: listOpenInvoices,
    })
    return entries.map((entry) => ({ ...entry, matches: proposeMatches(entry, open) }))
  },
  view: (entries, form, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Form action={BANK} submit={words.read} files formId={form.formId}>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            required
            maxBytes={BANK_FILE_BYTES_LIMIT}
            accept=".xml,.zip"
            error={form.fault('file')}
          />
        </Form>
        <Section title={words.waiting}>
          <Entries entries={entries} />
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, input: { file } }) => {
    const income = readIncome(await file.bytes())
    const { fresh } = await collecting(door, (tx) => keepIncome(tx, income))
    if (income.length === 0) return { to: BANK, done: 'bank-empty' }
    return { to: BANK, done: fresh === 0 ? 'bank-known' : 'bank-read' }
  },
})

type Proposed = OpenEntry & { readonly matches: readonly Match[] }

function Entries({ entries }: { entries: readonly Proposed[] }): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={words.waiting}
      captionHidden
      rows={entries}
      most={BANK_ENTRIES_MOST}
      columns={[
        { title: words.debtor, cell: ({ debtor }) => debtor },
        { title: MONEY.date, cell: ({ bookedOn }) => <DateText day={bookedOn} form="short" /> },
        { title: words.wrote, cell: ({ remittance }) => remittance },
        {
          title: MONEY.amount,
          cell: ({ left }) => formatCents(left, language),
          align: 'end',
        },
        { title: words.proposal, cell: (entry) => <Proposals entry={entry} /> },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />}
    />
  )
}

function Proposals({ entry }: { entry: Proposed }): JSX.Element {
  return (
    <>
      {entry.matches.map(({ invoice, by }) => (
        <ActionForm
          action={`${BANK}/${entry.id}/boeken`}
          label={{
            nl: `${words.book.nl} ${invoice.number}`,
            en: `${words.book.en} ${invoice.number}`,
          }}
        >
          <HiddenField name="invoice" value={invoice.id} />
          <HiddenField name="amount" value={String(Math.min(entry.left, invoice.open))} />
          <Badge label={by === 'number' ? words.byNumber : words.byAmount} />
        </ActionForm>
      ))}
      <LinkButton href={`${BANK}/${entry.id}`} label={words.choose} look="quiet" />
    </>
  )
}

const booked = z.object({ invoice: z.uuid(), amount: z.coerce.number().int().positive() })

const bookAct = act(`${BANK}/:id/boeken`, async ({ door, params, input, formId }) => {
  const wanted = booked.safeParse(input)
  if (!wanted.success) throw new AppError('NOT_FOUND')
  const { invoice: invoiceId, amount } = wanted.data
  const booking = { id: formId, entryId: idOf(params), invoiceId, amount }
  await once(() => collecting(door, (tx) => bookEntry(tx, booking)))
  return { to: BANK, done: 'payment-recorded' }
})

const asideAct = act(`${BANK}/:id/terzijde`, async ({ door, params }) => {
  await collecting(door, (tx) => setEntryAside(tx, idOf(params)))
  return { to: BANK, done: 'saved' }
})

/** Files of the bank, and what is booked from them. */
export const bankRoutes: readonly Route[] = [bankPage, bankEntryPage, bookAct, asideAct]
