import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { written } from '#store/query.ts'
import { books, type Books } from '#world/books.ts'
import { erasingOf } from '#world/erasing.ts'
import { workerOf } from '#world/worker.ts'
import {
  bookEntry,
  destroyTaxRecords,
  endDispute,
  handToCollector,
  keepIncome,
  listEvents,
  listInvoices,
  listOpenEntries,
  listOpenInvoices,
  openDispute,
  proposeMatches,
  recordPayment,
  recordReminder,
  recordSending,
  reversePayment,
  setEntryAside,
} from './index.ts'

const COLLECTING = 'collecting'

async function issued(here: Books): Promise<string> {
  await here.hours(60)
  const [invoice] = await here.issue()
  return invoice?.id ?? ''
}

function remind(here: Books, invoiceId: string, stage: number) {
  return here.act((tx) => recordReminder(tx, { invoiceId, stage, way: 'mail' }), COLLECTING)
}

function dispute(here: Books, invoiceId: string, id: string = randomUUID()) {
  const endsOn = dayFromNow(60)
  return here
    .act((tx) => openDispute(tx, { id, invoiceId, reason: 'amount', endsOn }), COLLECTING)
    .then(() => id)
}

const REMINDED = Array.from({ length: 3 }, () => ({ recipient: 'payer', categories: ['invoice'] }))

test.each([
  // Where the principal owes, nothing of a client goes to the collector.
  ['principal' as const, REMINDED],
  ['client' as const, [{ recipient: 'collector', categories: ['invoice'] }]],
])(
  'bur-26: reminders come in order, each after its term, and then a collector gets who owes what: the %s',
  async (payer, gone) => {
    const here = await books({ payer })
    const id = await issued(here)
    const { owner } = here.at.there
    await expect(remind(here, id, 1)).rejects.toMatchObject({ code: 'NOT_DUE' })
    for (const stage of [1, 2, 3]) {
      await here.age(id, 31)
      await expect(remind(here, id, 4 - stage + (stage === 2 ? 1 : 0))).rejects.toMatchObject({})
      await remind(here, id, stage)
    }
    const hand = () =>
      here.act((tx) => handToCollector(tx, { invoiceId: id, recipient: 'collector' }), COLLECTING)
    await expect(hand()).rejects.toMatchObject({ code: 'NOT_REMINDED' })
    await here.age(id, 31)
    await hand()
    const { rows } = await owner.query<{ recipient: string; categories: string[] }>(
      'select recipient, categories from deliveries order by delivered_at',
    )
    expect(rows).toEqual(gone)
    const { events, all } = await here.list({ events: listEvents(id), all: listInvoices() })
    expect(events.map(({ sort }) => sort)).toEqual([
      'reminded',
      'reminded',
      'reminded',
      'handed-over',
    ])
    expect(all[0]).toMatchObject({ state: 'handed-over', stage: 3 })
  },
)

test('cas-08, bur-23: a mail to the payer passes the gate, and one that the statement does not name stays here', async () => {
  const here = await books()
  const id = await issued(here)
  const send = () =>
    here.act((tx) => recordSending(tx, { id: randomUUID(), invoiceId: id, way: 'mail' }))
  await send()
  const { owner } = here.at.there
  const { rows } = await owner.query('select recipient, purpose, party_id from deliveries')
  expect(rows).toEqual([{ recipient: 'payer', purpose: 'invoicing', party_id: here.partyId }])
  await owner.query("delete from recipient_rules where recipient = 'payer'")
  await expect(send()).rejects.toMatchObject({ code: 'RECIPIENT_UNDECLARED' })
})

test('cas-13, bur-26: a dispute stops reminders and keeps the dossier, until it ends', async () => {
  const here = await books()
  const id = await issued(here)
  const { owner } = here.at.there
  await here.age(id, 31)
  const which = await dispute(here, id)
  await expect(remind(here, id, 1)).rejects.toMatchObject({ code: 'INVOICE_DISPUTED' })
  const erase = () =>
    owner.query(`select order_erasure($1, 'dossier', 'request')`, [here.at.dossierId])
  await expect(erase()).rejects.toMatchObject({ message: 'ERASURE_HELD' })
  await here.act((tx) => endDispute(tx, { id: which, outcome: 'rejected' }), COLLECTING)
  await remind(here, id, 1)
  await erase()
})

test('cas-13, bur-26: without its trigger a dispute would keep nothing', async () => {
  const here = await books()
  const id = await issued(here)
  const { owner } = here.at.there
  await owner.query('drop trigger hold_disputed on invoice_disputes')
  await dispute(here, id)
  const { rows } = await owner.query(`select order_erasure($1, 'dossier', 'request')`, [
    here.at.dossierId,
  ])
  expect(rows).toHaveLength(1)
})

test('what came in is matched by number or by sum, booked once, and can be taken back', async () => {
  const here = await books()
  const id = await issued(here)
  const number = (await here.document(id)).number ?? ''
  const entry = (mark: string, amountCents: number, remittance: string) => ({
    mark,
    amountCents,
    remittance,
    date: '2026-11-20',
    currency: 'EUR',
    counterparty: { name: 'Gemeente Rivierdam', iban: '' },
    endToEndId: '',
    references: [],
    bankReference: mark,
  })
  const file = [entry('a', 12_000, `factuur ${number}`), entry('b', 500, 'contributie')]
  expect(await here.act((tx) => keepIncome(tx, file), COLLECTING)).toEqual({ fresh: 2, known: 0 })
  expect(await here.act((tx) => keepIncome(tx, file), COLLECTING)).toEqual({ fresh: 0, known: 2 })
  const look = () => here.list({ entries: listOpenEntries, open: listOpenInvoices }, COLLECTING)
  const { entries, open } = await look()
  const [paying, other] = entries.toSorted((a, b) => b.amount - a.amount)
  if (!paying || !other) throw new Error('both came in')
  expect(proposeMatches(paying, open)).toMatchObject([{ by: 'number', invoice: { id } }])
  const same = { ...paying, remittance: '', left: 11_495 }
  expect(proposeMatches(same, open)).toMatchObject([{ by: 'amount' }])
  expect(proposeMatches(other, open)).toEqual([])
  const book = (paymentId: string, amount = 11_495) =>
    here.act(
      (tx) => bookEntry(tx, { id: paymentId, entryId: paying.id, invoiceId: id, amount }),
      COLLECTING,
    )
  await expect(book(randomUUID(), 12_000)).rejects.toMatchObject({ code: 'PAID_TOO_MUCH' })
  const both = await Promise.allSettled([book(randomUUID()), book(randomUUID())])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await here.act((tx) => setEntryAside(tx, other.id), COLLECTING)
  expect(await look()).toMatchObject({ entries: [{ id: paying.id, left: 505 }], open: [] })
  // What was paid too much is put away, and who paid stays as long as some of it was a payment.
  await here.act((tx) => setEntryAside(tx, paying.id), COLLECTING)
  expect(await look()).toEqual({ entries: [], open: [] })
  const kept = await here.at.there.owner.query('select debtor from bank_entries order by amount')
  expect(kept.rows).toEqual([{ debtor: '' }, { debtor: 'Gemeente Rivierdam' }])
  const { events } = await here.list({ events: listEvents(id) })
  await here.act((tx) => reversePayment(tx, events[0]?.id ?? ''), COLLECTING)
  expect((await look()).open).toMatchObject([{ id, open: 11_495 }])
  const payment = { invoiceId: id, paidOn: '2026-11-20', way: 'transfer' } as const
  const pay = (amount: number) =>
    here.act((tx) => recordPayment(tx, { id: randomUUID(), amount, ...payment }), COLLECTING)
  await expect(pay(11_496)).rejects.toMatchObject({ code: 'PAID_TOO_MUCH' })
  await pay(11_495)
  expect((await here.document(id)).open).toBe(0)
})

test('cas-16, bur-25: the file goes and the invoice stays with what the tax wants, for seven years', async () => {
  const here = await books({ payer: 'client' })
  const id = await issued(here)
  await here.hours(45)
  const { there, dossierId } = here.at
  const { owner } = there
  await owner.query(`select order_erasure($1, 'dossier', 'request')`, [dossierId])
  await runErasures(erasingOf(there), there.organisation)
  const { rows: orders } = await owner.query<{ closed: boolean; leftovers: string }>(
    'select closed_at is not null as closed, leftovers from erasure_orders',
  )
  const { rows: left } = await owner.query('select place, amount from erasure_leftovers')
  expect({ left, orders }).toEqual({ left: [], orders: [{ closed: true, leftovers: 0 }] })
  const document = await here.document(id)
  expect(document).toMatchObject({ email: null, payer: { name: 'Sanne de Wit' }, gross: 11_495 })
  expect(document.lines.map(({ subject }) => subject)).toEqual(['Sanne de Wit'])
  const { rows } = await owner.query('select dossier_id, invoice_id from charges')
  // What was not issued went with the file.
  expect(rows).toEqual([{ dossier_id: null, invoice_id: id }])
  const worker = workerOf(there)
  expect(await destroyTaxRecords(worker, there.organisation)).toBe(0)
  // The term of who paid is over, that of the invoice is not.
  const over = `update untied_rows set due_on = '2026-01-01' where place = 'payers'`
  expect((await owner.query(over)).rowCount).toBe(1)
  const { rows: early } = await owner.query('select destroy_untied()::integer as n')
  expect(early).toEqual([{ n: 0 }])
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `update issuances set year = year - 8, issued_on = issued_on - interval '8 years'`,
  )
  await owner.query('set session_replication_role = origin')
  expect(await destroyTaxRecords(worker, there.organisation)).toBe(1)
  const { rows: gone } = await owner.query(
    'select (select count(*)::integer from charges) + (select count(*)::integer from payers) as n',
  )
  expect(gone).toEqual([{ n: 0 }])
})

test('cas-07, bur-24: whoever makes invoices reaches nothing of a dossier, by store or by SQL', async () => {
  const here = await books()
  await issued(here)
  const { there, dossierId } = here.at
  const { rows } = await there.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and obj_description(c.oid) ~ '@belongs dossiers'`,
  )
  expect(rows.length).toBeGreaterThan(30)
  for (const activity of ['invoicing', COLLECTING]) {
    for (const { name } of rows) {
      const read = here.act(
        (tx) => tx.run(written(sql`select * from ${sql.id(name)} limit 1`)),
        activity,
      )
      await expect(read, name).rejects.toMatchObject({ code: 'NOT_DECLARED' })
    }
    await expect(there.store.open(here.finance.for(activity), dossierId, {})).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    )
  }
  const coaching = there.store.open(here.finance.for('coaching'), dossierId, {})
  await expect(coaching).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('nobody but finance reads the books: not an administrator, a coach, a client or a director', async () => {
  const here = await books()
  await issued(here)
  const { there, coach, client } = here.at
  const staff = await there.account('Dewi Tan', ['administrator', 'officer', 'manager'])
  const tables = ['charges', 'payers', 'invoices', 'issuances', 'invoice_settings', 'tariffs']
  const ways = [
    [staff, 'administration'],
    [staff, 'oversight'],
    [staff, 'relation-management'],
    [coach, 'coaching'],
    [coach, 'intake'],
    [client, 'self-service'],
    [client, 'invoice-access'],
    [client, 'subject-access'],
  ] as const
  for (const [who, activity] of ways) {
    for (const name of tables) {
      const seen = await there.store
        .list(who.for(activity), 'books', { rows: written(sql`select * from ${sql.id(name)}`) })
        .then(({ rows }) => rows.length)
        .catch(() => 0)
      expect(seen, `${activity} ${name}`).toBe(0)
    }
    const { all } = await there.store.list(who.for('invoicing'), 'books', { all: listInvoices() })
    expect(all, activity).toEqual([])
  }
  // With the guard taken away the rows would show to every role that has the grant.
  await there.owner.query('drop policy core_books on invoice_settings')
  const { rows } = await there.store.list(staff.for('oversight'), 'books', {
    rows: written(sql`select name from invoice_settings`),
  })
  expect(rows).toHaveLength(1)
})

test('with the login of the application and no session, every function of finance is mute', async () => {
  const here = await books()
  const id = await issued(here)
  const attacker = await here.at.there.attack()
  await attacker.query('set search_path to org_reintegration')
  for (const activity of ['invoicing', 'collecting', 'invoice_access', 'coaching']) {
    await attacker.query(`set role org_reintegration__${activity}`)
    const { rows } = await attacker.query<{ document: unknown }>(
      'select invoice_document($1) as document, (select count(*) from invoice_states()) as states, (select count(*) from own_invoices()) as own',
      [id],
    )
    expect(rows).toEqual([{ document: null, states: 0, own: 0 }])
    await attacker.query('reset role')
  }
  await expect(attacker.query('select * from charges')).rejects.toMatchObject({ code: '42501' })
  await expect(attacker.query('select invoice_open($1)', [id])).rejects.toMatchObject({
    code: '42501',
  })
})
