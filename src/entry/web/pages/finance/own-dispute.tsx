import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  RadioGroup,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  DISPUTE_REASONS,
  disputeOwn,
  listOwnInvoices,
  type OwnInvoice,
} from '#modules/finance/index.ts'
import { formatCents } from './money.ts'
import { OWN, OWN_PATH } from './own.tsx'
import { MONEY, REASONS } from './words.ts'

const words = {
  title: { nl: 'Factuur betwisten', en: 'Dispute the invoice' },
  why: {
    nl: 'Zolang wij ernaar kijken, krijgt u geen aanmaning. U kiest een reden; schrijven hoeft niet, want wie de facturen maakt, hoort niets over de begeleiding te weten. Wij nemen contact met u op.',
    en: 'As long as we look at it, you get no reminder. You choose a reason; you need not write, since whoever makes the invoices should know nothing of the guidance. We will contact you.',
  },
  reason: { nl: 'Wat klopt er niet?', en: 'What is wrong?' },
  choose: { nl: 'Kies een reden.', en: 'Choose a reason.' },
  send: { nl: 'Betwisten', en: 'Dispute' },
} satisfies Record<string, Text>

/** Where who pays says that an invoice is not right. */
export const ownDisputePage = formPage(`${OWN_PATH}/:id/betwisten`, {
  input: z.object({ reason: z.enum(DISPUTE_REASONS, { error: because(words.choose) }) }),
  labels: words,
  read: readOwn,
  view: ({ id, number, open }, form, door) => {
    const amount = formatCents(open ?? 0, door.language)
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader
          title={words.title}
          lead={`${number}, ${MONEY.open[door.language].toLowerCase()} ${amount}`}
        />
        <Notice tone="info">
          <Words of={words.why} />
        </Notice>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${OWN_PATH}/${id}/betwisten`}
          submit={words.send}
          cancelHref={OWN_PATH}
          formId={form.formId}
        >
          <RadioGroup
            name="reason"
            label={words.reason}
            required
            value={form.value('reason')}
            error={form.fault('reason')}
            options={DISPUTE_REASONS.map((value) => ({ value, label: REASONS[value] ?? value }))}
          />
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, formId, input: { reason } }) => {
    const invoiceId = idOf(params)
    await once(() => door.change(OWN, (tx) => disputeOwn(tx, { id: formId, invoiceId, reason })))
    return { to: OWN_PATH, done: 'dispute-opened' }
  },
})

/** @throws `NOT_FOUND` */
async function readOwn(door: Door, params: Params): Promise<OwnInvoice> {
  const id = idOf(params)
  const { all } = await door.list(OWN, 'own-invoices', { all: listOwnInvoices })
  const found = all.find((each) => each.id === id)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}
