import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  CheckboxField,
  ErrorSummary,
  Form,
  PageHeader,
  PrintButton,
  Section,
  SelectField,
  Stack,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { emailOrEmpty, requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { changePayer, findPayer, listInvoices, type Payer } from '#modules/finance/index.ts'
import { invoicing, PAYERS, readBooks } from './books.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { MONEY } from './words.ts'

const words = {
  lead: {
    nl: 'Overzicht van alle facturen van deze betaler, en wat er op nieuwe facturen staat.',
    en: 'All invoices of this payer, and what new invoices say of them.',
  },
  invoices: { nl: 'Facturen van deze betaler', en: 'Invoices of this payer' },
  none: { nl: 'Nog geen facturen', en: 'No invoices yet' },
  details: { nl: 'Gegevens op de factuur', en: 'Details on the invoice' },
  name: { nl: 'Naam', en: 'Name' },
  street: { nl: 'Straat en huisnummer', en: 'Street and house number' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Plaats', en: 'Town' },
  country: { nl: 'Land (twee letters)', en: 'Country (two letters)' },
  kvk: { nl: 'KvK-nummer', en: 'Trade register number' },
  vatId: { nl: 'Btw-nummer', en: 'VAT number' },
  oin: { nl: 'OIN (overheid)', en: 'OIN (government)' },
  reference: { nl: 'Referentie van de betaler', en: 'Reference of the payer' },
  referenceHint: {
    nl: 'Een bestelnummer of kostenplaats. Nooit iets over de cliënt.',
    en: 'An order number or cost centre. Never anything about the client.',
  },
  email: { nl: 'E-mailadres voor facturen', en: 'E-mail address for invoices' },
  language: { nl: 'Taal', en: 'Language' },
  apart: {
    nl: 'Voor elke cliënt een eigen factuur',
    en: 'An invoice of its own for every client',
  },
} satisfies Record<string, Text>

const SHAPE = because({ nl: 'Dit nummer klopt niet.', en: 'This number is not right.' })
const LANGUAGES = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
]

const shaped = (shape: RegExp) =>
  z
    .string()
    .transform((text) => text.replaceAll(/[\s.]/g, '').toUpperCase())
    .refine((text) => text === '' || shape.test(text), SHAPE)
    .transform((text) => (text === '' ? null : text))

const input = z.object({
  name: requiredText(200),
  street: requiredText(140),
  postcode: requiredText(12),
  city: requiredText(100),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/),
  kvk: shaped(/^\d{8}$/),
  vatId: shaped(/^[A-Z]{2}[A-Z0-9]{2,14}$/),
  oin: shaped(/^\d{20}$/),
  reference: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9 ./-]{0,40}$/),
  email: emailOrEmpty(),
  language: z.enum(['nl', 'en']),
  apart: z.string().optional(),
})

/** One payer: statement of invoices, and what new invoices say. */
export const payerPage = formPage(`${PAYERS}/:id`, {
  input,
  labels: words,
  read: async (door, params) => {
    const id = idOf(params)
    const { found, rows } = await readBooks(door, 'payer', {
      found: findPayer(id),
      rows: listInvoices({ payerId: id }),
    })
    const [payer] = found
    if (!payer) throw new AppError('NOT_FOUND')
    return { payer, rows }
  },
  view: ({ payer, rows }, form, door) => (
    <Screen door={door} title={payer.name}>
      <PageHeader
        title={payer.name}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.payers, href: PAYERS }]}
        action={rows.length > 0 && <PrintButton />}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Section title={words.invoices}>
          <InvoiceTable
            rows={rows}
            caption={words.invoices}
            empty={{ title: words.none }}
            ofOnePayer
          />
        </Section>
        <Section title={words.details}>
          <Form action={`${PAYERS}/${payer.id}`} submit={MONEY.save} formId={form.formId}>
            <PayerFields form={form} payer={payer} />
          </Form>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: { apart, email, ...rest } }) => {
    const id = idOf(params)
    const payer = {
      ...rest,
      id,
      partyId: null,
      email: email === '' ? null : email,
      apart: apart !== undefined,
    }
    await invoicing(door, (tx) => changePayer(tx, payer))
    return { to: `${PAYERS}/${id}`, done: 'saved' }
  },
})

function PayerFields({ form, payer }: { form: FormState; payer: Payer }): JSX.Element {
  const field = (name: Exclude<keyof z.infer<typeof input>, 'apart' | 'language'>) => ({
    name,
    label: words[name],
    value: form.value(name, payer[name]),
    error: form.fault(name),
  })
  return (
    <>
      <TextField {...field('name')} required />
      <TextField {...field('street')} required />
      <TextField {...field('postcode')} required width="short" />
      <TextField {...field('city')} required />
      <TextField {...field('country')} required width="short" />
      <TextField {...field('email')} type="email" />
      <TextField {...field('reference')} hint={words.referenceHint} />
      <TextField {...field('kvk')} width="medium" />
      <TextField {...field('vatId')} width="medium" />
      <TextField {...field('oin')} width="medium" />
      <SelectField
        name="language"
        label={words.language}
        required
        options={LANGUAGES}
        value={form.value('language', payer.language)}
      />
      <CheckboxField
        name="apart"
        label={words.apart}
        checked={form.value('apart', payer.apart ? 'on' : '') !== ''}
      />
    </>
  )
}
