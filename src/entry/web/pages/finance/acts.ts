import { act, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import {
  draftInvoices,
  dropCharge,
  dropDraft,
  endDispute,
  issueInvoice,
  listRemindable,
  recordReminder,
  recordSending,
  reversePayment,
  takeOff,
} from '#modules/finance/index.ts'
import { dayOf } from '#entry/web/components/index.ts'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { collecting, FINANCE, INVOICES, invoicing, readBooks } from './books.ts'
import { postInvoice, readInvoice } from './invoice-file.ts'
import { DISPUTE_ENDS } from './words.ts'

/** Drafts what waits for a payer, up to and including today. */
export const draftAct = act(`${FINANCE}/regels/:id/concept`, async ({ door, params }) => {
  const payerId = idOf(params)
  const until = dayOf(new Date())
  const ids = await invoicing(door, (tx) => draftInvoices(tx, { payerId, until }))
  const [only] = ids
  return only !== undefined && ids.length === 1
    ? { to: `${INVOICES}/${only}`, done: 'invoice-drafted' }
    : { to: `${INVOICES}?staat=draft`, done: 'invoice-drafted' }
})

/** Drops a line that is not to be invoiced. */
export const dropChargeAct = act(`${FINANCE}/regels/:id/weg`, async ({ door, params }) => {
  await invoicing(door, (tx) => dropCharge(tx, idOf(params)))
  return { to: `${FINANCE}/regels`, done: 'saved' }
})

/** Takes a line off a draft. */
export const takeOffAct = act(`${INVOICES}/:id/regels/:line/af`, async ({ door, params }) => {
  await invoicing(door, (tx) => takeOff(tx, idOf(params, 'line')))
  return { to: `${INVOICES}/${idOf(params)}`, done: 'saved' }
})

/** Throws a draft away. */
export const dropDraftAct = act(`${INVOICES}/:id/weg`, async ({ door, params }) => {
  await invoicing(door, (tx) => dropDraft(tx, idOf(params)))
  return { to: INVOICES, done: 'saved' }
})

/** Gives a draft its number. */
export const issueAct = act(`${INVOICES}/:id/uitgeven`, async ({ door, params }) => {
  const id = idOf(params)
  await invoicing(door, (tx) => issueInvoice(tx, id))
  return { to: `${INVOICES}/${id}`, done: 'invoice-issued' }
})

/** Sends an invoice by mail, or records that it went by post. */
export const sendAct = act(`${INVOICES}/:id/verstuur/:way`, async ({ door, params, formId }) => {
  const document = await readInvoice(door, idOf(params))
  const way = params['way'] === 'post' ? ('letter' as const) : ('mail' as const)
  const send = (): Promise<void> =>
    invoicing(door, async (tx) => {
      await recordSending(tx, { id: formId, invoiceId: document.id, way })
      const dueOn = document.dueOn ?? undefined
      if (way === 'mail') await postInvoice(door, tx, { document, stage: 0, dueOn })
    })
  await once(send)
  return { to: `${INVOICES}/${document.id}`, done: 'invoice-sent' }
})

/** Sends a reminder by mail, or records that it went by post. */
export const remindAct = act(`${INVOICES}/:id/aanmaning/:stage/:way`, async ({ door, params }) => {
  const document = await readInvoice(door, idOf(params))
  const stage = Number(params['stage'])
  if (![1, 2, 3].includes(stage)) throw new AppError('NOT_FOUND')
  const way = params['way'] === 'post' ? ('letter' as const) : ('mail' as const)
  await collecting(door, async (tx) => {
    const { dueOn } = await recordReminder(tx, { invoiceId: document.id, stage, way })
    if (way === 'mail') await postInvoice(door, tx, { document, stage, dueOn })
  })
  return { to: `${INVOICES}/${document.id}`, done: 'reminder-sent' }
})

/**
 * Sends by mail every reminder that can go now, fifty at once: each in a transaction of its own, so
 * that what went is recorded and what stops leaves the others.
 */
export const remindAllAct = act(`${FINANCE}/aanmaningen`, async ({ door }) => {
  const { due } = await readBooks(door, 'reminders', { due: listRemindable })
  for (const { id, stage } of due) {
    const document = await readInvoice(door, id)
    await collecting(door, async (tx) => {
      const { dueOn } = await recordReminder(tx, { invoiceId: id, stage, way: 'mail' })
      await postInvoice(door, tx, { document, stage, dueOn })
    })
  }
  return { to: FINANCE, done: 'reminders-sent' }
})

/** Takes a payment back that was recorded wrongly. */
export const reverseAct = act(`${INVOICES}/:id/betaling/:payment/terug`, async (asked) => {
  const { door, params } = asked
  await collecting(door, (tx) => reversePayment(tx, idOf(params, 'payment')))
  return { to: `${INVOICES}/${idOf(params)}`, done: 'payment-reversed' }
})

/** Ends a dispute. */
export const endDisputeAct = act(`${INVOICES}/:id/betwisting/:dispute/:outcome`, async (asked) => {
  const { door, params } = asked
  const outcome = choiceOf({ upheld: 1, rejected: 1, settled: 1 }).safeParse(params['outcome'])
  if (!outcome.success || DISPUTE_ENDS[outcome.data] === undefined) throw new AppError('NOT_FOUND')
  const ended = { id: idOf(params, 'dispute'), outcome: outcome.data }
  await collecting(door, (tx) => endDispute(tx, ended))
  return { to: `${INVOICES}/${idOf(params)}`, done: 'dispute-ended' }
})
