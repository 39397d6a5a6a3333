import { z } from 'zod'
import { formatDay, RadioGroup, TextField } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { DESCRIPTIONS, draftCreditNote, type InvoiceDocument } from '#modules/finance/index.ts'
import { INVOICES, invoicing } from './books.ts'
import { readInvoice } from './invoice-file.ts'
import { formatCents, readCents } from './money.ts'
import { Step } from './steps.tsx'

const words = {
  title: { nl: 'Crediteren', en: 'Credit' },
  why: {
    nl: 'Er komt een concept van een creditfactuur, dat u nog nakijkt en uitgeeft. De factuur zelf verandert niet.',
    en: 'It becomes a draft of a credit note, which you check and issue. The invoice itself does not change.',
  },
  part: { nl: 'Wat neemt u terug?', en: 'What do you take back?' },
  whole: { nl: 'De hele factuur', en: 'The whole invoice' },
  lines: { nl: 'Wat ik hieronder per regel invul', en: 'What I fill in for each line below' },
  line: {
    nl: 'Op de factuur: {net} zonder btw. Vul in wat u daarvan terugneemt, of laat het leeg.',
    en: 'On the invoice: {net} without VAT. Fill in what you take back of it, or leave it empty.',
  },
} satisfies Record<string, Text>

const LINE = 'regel-'
const WHOLE = 'whole'
const NO_AMOUNT = because({
  nl: 'Dit is geen bedrag. Schrijf het als 95 of 95,50, of laat het leeg.',
  en: 'This is not an amount. Write it as 95 or 95.50, or leave it empty.',
})

/** An amount of a line without VAT, in cents; nothing of a line that stays. */
const lineInput = z
  .string()
  .refine((text) => text.trim() === '' || readCents(text) !== undefined, NO_AMOUNT)
  .transform((text) => readCents(text) ?? 0)

/** A draft of a credit note, of whole lines or parts of them. */
export const creditPage = formPage(`${INVOICES}/:id/credit`, {
  input: z
    .object({ part: z.enum([WHOLE, 'lines']) })
    .catchall(z.unknown())
    .transform(({ part, ...fields }, context) => ({ part, lines: linesOf(fields, context) })),
  labels: { part: words.part },
  read: (door, params) => readInvoice(door, idOf(params)),
  view: (document, form, door) => (
    <Step
      door={door}
      form={form}
      document={document}
      title={words.title}
      why={words.why}
      path="credit"
    >
      <RadioGroup
        name="part"
        label={words.part}
        required
        options={[
          { value: WHOLE, label: words.whole },
          { value: 'lines', label: words.lines },
        ]}
        value={form.value('part')}
        error={form.fault('part')}
      />
      {document.lines.map(({ id, subject, date, description, net }) => (
        <TextField
          name={`${LINE}${id}`}
          label={[DESCRIPTIONS[description][door.language], subject, formatDay(date, door.language)]
            .filter(Boolean)
            .join(', ')}
          hint={say(words.line, door.language, {
            net: formatCents(net ?? 0, door.language),
          })}
          width="short"
          inputmode="decimal"
          value={form.value(`${LINE}${id}`)}
          error={form.fault(`${LINE}${id}`)}
        />
      ))}
    </Step>
  ),
  act: async ({ door, params, input, formId }) => {
    const document = await readInvoice(door, idOf(params))
    const lines = input.part === WHOLE ? wholeOf(document) : input.lines
    if (lines.length === 0) throw new AppError('CREDIT_EMPTY', { field: 'part' })
    const note = { id: formId, invoiceId: document.id, lines }
    await once(() => invoicing(door, (tx) => draftCreditNote(tx, note)))
    return { to: `${INVOICES}/${formId}`, done: 'invoice-drafted' }
  },
})

interface CreditedLine {
  readonly chargeId: string
  /** Cents without VAT; zero is the whole line. */
  readonly amount: number
}

function wholeOf({ lines }: InvoiceDocument): CreditedLine[] {
  return lines.map(({ id }) => ({ chargeId: id, amount: 0 }))
}

function linesOf(fields: Record<string, unknown>, context: z.RefinementCtx): CreditedLine[] {
  return Object.entries(fields).flatMap(([name, typed]) => {
    if (!name.startsWith(LINE)) return []
    const { data: amount, error } = lineInput.safeParse(typed)
    for (const { message } of error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path: [name] })
    }
    return amount ? [{ chargeId: name.slice(LINE.length), amount }] : []
  })
}
