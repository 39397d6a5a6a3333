import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { ErrorSummary, Form, PageHeader, TextField } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import { findSettings, type InvoiceSettings, saveSettings } from '#modules/finance/index.ts'
import { FINANCE, invoicing, readBooks } from './books.ts'
import { MONEY } from './words.ts'

const words = {
  title: { nl: 'Gegevens op facturen', en: 'Details on invoices' },
  lead: {
    nl: 'Wat op elke nieuwe factuur over uw organisatie staat. Uitgegeven facturen houden wat er toen gold.',
    en: 'What every new invoice says about your organisation. Issued invoices keep what held then.',
  },
  name: { nl: 'Naam van de organisatie', en: 'Name of the organisation' },
  street: { nl: 'Straat en huisnummer', en: 'Street and house number' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Plaats', en: 'Town' },
  kvk: { nl: 'KvK-nummer', en: 'Trade register number' },
  vatId: { nl: 'Btw-nummer', en: 'VAT number' },
  vatIdHint: {
    nl: 'Laat leeg als u alleen vrijgestelde diensten levert.',
    en: 'Leave empty if all your services are exempt.',
  },
  iban: { nl: 'IBAN', en: 'IBAN' },
  email: { nl: 'E-mailadres voor vragen', en: 'E-mail address for questions' },
  prefix: { nl: 'Letters voor het nummer', en: 'Letters before the number' },
  prefixHint: {
    nl: 'Zonder letters is een nummer 2026-0001. Nummers lopen per jaar door zonder gaten.',
    en: 'Without letters a number is 2026-0001. Numbers run through each year without gaps.',
  },
  payDays: { nl: 'Betaaltermijn in dagen', en: 'Term of payment in days' },
  remindDays: { nl: 'Dagen per aanmaning', en: 'Days that each reminder gives' },
} satisfies Record<string, Text>

const KVK = because({ nl: 'Een KvK-nummer heeft 8 cijfers.', en: 'It has 8 digits.' })
const IBAN = because({
  nl: 'Dit is geen IBAN. Kijk het na.',
  en: 'This is not an IBAN. Please check it.',
})
const VAT_ID = because({
  nl: 'Een btw-nummer ziet eruit als NL000000000B00.',
  en: 'A VAT number looks like NL000000000B00.',
})

const plain = (text: string): string => text.replaceAll(/[\s.]/g, '').toUpperCase()

const input = z.object({
  name: requiredText(200),
  street: requiredText(120),
  postcode: requiredText(12),
  city: requiredText(100),
  kvk: z
    .string()
    .trim()
    .regex(/^\d{8}$/, KVK),
  vatId: z
    .string()
    .transform(plain)
    .refine((text) => text === '' || /^[A-Z]{2}[A-Z0-9]{2,14}$/.test(text), VAT_ID),
  iban: z.string().transform(plain).refine(isIban, IBAN),
  email: z.email().max(254),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{0,8}$/),
  payDays: z.coerce.number().int().min(1).max(120),
  remindDays: z.coerce.number().int().min(7).max(60),
})

/** The details of the organisation that stand on invoices. */
export const settingsPage = formPage(`${FINANCE}/gegevens`, {
  input,
  labels: words,
  read: async (door) => (await readBooks(door, 'invoice-settings', { own: findSettings })).own[0],
  view: (own, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${FINANCE}/gegevens`}
        submit={MONEY.save}
        cancelHref={FINANCE}
        formId={form.formId}
      >
        <Fields form={form} own={own} />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: { vatId, ...rest } }) => {
    const own = { ...rest, country: 'NL', vatId: vatId === '' ? null : vatId }
    await invoicing(door, (tx) => saveSettings(tx, own))
    return { to: `${FINANCE}/gegevens`, done: 'saved' }
  },
})

interface FieldsProps {
  readonly form: FormState
  readonly own: InvoiceSettings | undefined
}

function Fields({ form, own }: FieldsProps): JSX.Element {
  const field = (name: Exclude<keyof typeof words, 'title' | 'lead' | `${string}Hint`>) => ({
    name,
    label: words[name],
    value: form.value(name, String(own?.[name] ?? '')),
    error: form.fault(name),
  })
  return (
    <>
      <TextField {...field('name')} required autocomplete="organization" />
      <TextField {...field('street')} required />
      <TextField {...field('postcode')} required width="short" />
      <TextField {...field('city')} required />
      <TextField {...field('kvk')} required width="medium" inputmode="numeric" />
      <TextField {...field('vatId')} width="medium" hint={words.vatIdHint} />
      <TextField {...field('iban')} required />
      <TextField {...field('email')} required type="email" />
      <TextField {...field('prefix')} width="short" hint={words.prefixHint} />
      <TextField {...field('payDays')} required width="short" inputmode="numeric" />
      <TextField {...field('remindDays')} required width="short" inputmode="numeric" />
    </>
  )
}

/** Whether the check digits of an IBAN are right (ISO 13616). */
function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
