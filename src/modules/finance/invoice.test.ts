import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { books, type Books } from '#world/books.ts'
import { anotherOwner } from '#world/worker.ts'
import { written } from '#store/query.ts'
import { sql } from 'kysely'
import {
  declareHours,
  draftCreditNote,
  draftInvoices,
  findInvoice,
  issueInvoice,
  listDeclared,
  listInvoices,
  listPayers,
  listWaiting,
  priceCharge,
  saveBilling,
  takeOff,
  toInvoice,
} from './index.ts'

test('cas-08, bur-23: hours become an invoice with name, date, a word from the list and the cost', async () => {
  const here = await books()
  await here.hours(75, { kind: 'consult' })
  await here.hours(50, { kind: 'research', day: '2026-11-03' })
  const { waiting } = await here.list({ waiting: listWaiting })
  expect(waiting).toMatchObject([
    { payer: 'Gemeente Rivierdam', subject: 'Sanne de Wit', description: 'consult', net: 11_875 },
    { subject: 'Sanne de Wit', description: 'preparation', quantity: 83, net: 7_885 },
  ])
  const [invoice] = await here.issue()
  expect(invoice).toMatchObject({
    number: `${new Date().getFullYear()}-0001`,
    payer: { name: 'Gemeente Rivierdam', city: 'Rivierdam' },
    net: 19_760,
    vatSum: 4_150,
    gross: 23_910,
    open: 23_910,
  })
  expect(Object.keys(invoice?.lines[0] ?? {}).toSorted()).toEqual([
    'date',
    'description',
    'id',
    'net',
    'quantity',
    'subject',
    'unit',
    'unitPrice',
    'vat',
  ])
  const out = invoice && toInvoice(invoice)
  expect(out?.totals).toMatchObject({ net: 19_760, vat: 4_150, gross: 23_910 })
  const { at } = here
  const { answers } = await at.there.store.open(at.coach.for('coaching'), at.dossierId, {
    declared: listDeclared,
  })
  expect(answers.declared).toMatchObject([{ number: invoice?.number }, { number: invoice?.number }])
})

test('cas-08, bur-23: a payer who may not know the name gets a code', async () => {
  const here = await books()
  await here.at.asCoach((tx) =>
    saveBilling(tx, { payer: 'principal', shown: 'code', code: 'K-17' }),
  )
  await here.hours(60)
  const { waiting } = await here.list({ waiting: listWaiting })
  expect(waiting.map(({ subject }) => subject)).toEqual(['K-17'])
})

test('cas-08, bur-23: what was done is a word from the list, and tells not what for', async () => {
  const here = await books()
  await here.hours(60)
  const { owner } = here.at.there
  const tell = () => owner.query(`update charges set description = 'gesprek over burn-out'`)
  await expect(tell()).rejects.toMatchObject({ constraint: 'charges_description_check' })
  await owner.query('alter table charges drop constraint charges_description_check')
  await tell()
})

test('an issued invoice changes no more, and the application’s login cannot change it either', async () => {
  const here = await books()
  await here.hours(60)
  const [invoice] = await here.issue()
  const id = invoice?.id ?? ''
  const line = invoice?.lines[0]?.id ?? ''
  const refused = (work: Parameters<Books['act']>[0]) =>
    expect(here.act(work)).rejects.toThrow(/INVOICE_ISSUED|NOT_DECLARED|CHARGE_FIXED/)
  await refused((tx) => takeOff(tx, line))
  await refused((tx) => priceCharge(tx, { id: line, unitPrice: 1, vat: '0' }))
  await refused((tx) => issueInvoice(tx, id))
  for (const statement of [
    sql`update issuances set gross = 1`,
    sql`delete from issuances`,
    sql`delete from invoices`,
    sql`update invoices set kind = 'credit-note'`,
    sql`update charges set subject = 'burn-out'`,
    sql`update charges set description = 'therapie'`,
    sql`insert into charges (payer_id, subject, day, description, quantity, unit)
      select payer_id, 'burn-out', day, description, 100, 'hour' from charges`,
    sql`insert into issuances (invoice_id, number) values (${id}, '1')`,
  ]) {
    await refused((tx) => tx.run(written(statement)))
  }
  expect(await here.document(id)).toEqual(invoice)
})

test('without its guard an issued invoice could be changed', async () => {
  const here = await books()
  await here.hours(60)
  const [invoice] = await here.issue()
  await here.at.there.owner.query('drop trigger guard_charge on charges')
  const id = invoice?.lines[0]?.id ?? ''
  await here.act((tx) => priceCharge(tx, { id, unitPrice: 1, vat: '0' }))
  expect((await here.document(invoice?.id ?? '')).lines[0]?.unitPrice).toBe(1)
})

test('numbers have no gaps, however many are issued at once and some of them taken back', async () => {
  const here = await books()
  const { owner } = here.at.there
  await here.hours(60)
  await here.issue()
  const ids = Array.from({ length: 12 }, () => randomUUID())
  for (const id of ids) {
    await owner.query(
      `insert into invoices (id, payer_id) select $1, payer_id from invoices limit 1`,
      [id],
    )
    await owner.query(
      `insert into charges (payer_id, invoice_id, subject, day, description, quantity, unit,
         unit_price, vat)
       select payer_id, $1, subject, day, description, 100, 'hour', 100, '21'
       from charges limit 1`,
      [id],
    )
  }
  const issued = await Promise.allSettled(
    ids.map((id, index) =>
      here.act(async (tx) => {
        const number = await issueInvoice(tx, id)
        if (index % 3 === 0) throw new Error('the printer is on fire')
        return number
      }),
    ),
  )
  expect(issued.filter(({ status }) => status === 'rejected')).toHaveLength(4)
  const { rows } = await owner.query<{ serial: number }>(
    'select serial from issuances order by serial',
  )
  expect(rows.map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const again = await here.act((tx) => issueInvoice(tx, ids[0] ?? ''))

  expect(again.endsWith('0010')).toBe(true)
})

test('whoever is slow holds up the next number, and nobody gets the same', async () => {
  const here = await books()
  await here.hours(60)
  await here.issue()
  const slow = await anotherOwner(here.at.there)
  await slow.query('begin')
  await slow.query('update invoice_series set last = last + 1')
  await here.hours(30)
  const [payer] = (await here.list({ payers: listPayers })).payers
  const [draft = ''] = await here.act((tx) =>
    draftInvoices(tx, { payerId: payer?.id ?? '', until: '2999-01-01' }),
  )
  const waiting = here.act((tx) => issueInvoice(tx, draft))
  await slow.query('rollback')
  expect(await waiting).toMatch(/-0002$/)
})

test('cents: what the database counts is what the invoice says, whatever the lines', async () => {
  const here = await books({ priced: false })
  await here.price(1)
  await here.hours(60)
  const { owner } = here.at.there
  const [payer] = (await here.list({ payers: listPayers })).payers
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 100_000 }),
    price: fc.integer({ min: 0, max: 1_000_000 }),
    vat: fc.constantFrom('21', '9', '0', 'medical', 'education', 'small-business'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const id = randomUUID()
      await owner.query('insert into invoices (id, payer_id) values ($1, $2)', [id, payer?.id])
      await owner.query(
        `insert into charges (payer_id, invoice_id, subject, day, description, quantity, unit,
           unit_price, vat)
         select $1, $2, 'x', '2026-01-01', 'consult', l.quantity, 'hour', l.price, l.vat
         from jsonb_to_recordset($3) as l (quantity integer, price integer, vat text)`,
        [payer?.id, id, JSON.stringify(lines)],
      )
      const { rows } = await owner.query<{ net: string; vat: string }>(
        'select net, vat from invoice_sums($1)',
        [id],
      )
      const document = await here.document(id)
      const totals = toInvoice({ ...document, number: '1', issuedOn: '2026-01-01' })?.totals
      const [sums] = rows
      expect([Number(sums?.net), Number(sums?.vat)]).toEqual([totals?.net, totals?.vat])
      const exact = lines.reduce((sum, { quantity, price }) => sum + (quantity * price) / 100, 0)
      expect(Math.abs(exact - Number(sums?.net))).toBeLessThanOrEqual(lines.length / 2)
    }),
    { numRuns: 25 },
  )
})

test('a credit note takes back the whole, or a part, and never more than there was', async () => {
  const here = await books()
  const entry = await here.hours(120)
  await here.hours(60, { day: '2026-11-03' })
  const [invoice] = await here.issue()
  const [two, one] = invoice?.lines ?? []
  const credit = async (lines: { chargeId: string; amount: number }[]) => {
    const id = randomUUID()
    await here.act((tx) => draftCreditNote(tx, { id, invoiceId: invoice?.id ?? '', lines }))
    await here.act((tx) => issueInvoice(tx, id))
    return here.document(id)
  }
  const part = await credit([{ chargeId: one?.id ?? '', amount: 2_500 }])
  expect(part).toMatchObject({
    kind: 'credit-note',
    credits: { number: invoice?.number },
    net: 2_500,
    gross: 3_025,
    dueOn: null,
  })
  await expect(credit([{ chargeId: one?.id ?? '', amount: 0 }])).rejects.toMatchObject({
    code: 'CREDIT_TOO_MUCH',
  })
  const whole = await credit([{ chargeId: two?.id ?? '', amount: 0 }])
  expect(whole.net).toBe(two?.net)
  expect((await here.document(invoice?.id ?? '')).open).toBe(34_485 - 3_025 - 22_990)
  // Hours that were taken back as a whole can be declared anew.
  await here.at.asCoach((tx) => declareHours(tx, [entry]))
  const { all } = await here.list({ all: listInvoices() })
  expect(all.map(({ kind, state }) => [kind, state])).toContainEqual(['credit-note', 'settled'])
})

test('cas-08, bur-23: a client who pays finds the invoice, and nobody else does', async () => {
  const here = await books({ payer: 'client' })
  await here.hours(60)
  const [invoice] = await here.issue()
  expect(invoice?.payer).toMatchObject({ name: 'Sanne de Wit' })
  const { there, client, coach } = here.at
  const id = invoice?.id ?? ''
  const look = (who: typeof client, activity: string) =>
    there.store
      .list(who.for(activity), 'own-invoices', { found: findInvoice(id) })
      .then(({ found }) => found[0]?.document?.number ?? null)
  expect(await look(client, 'invoice-access')).toBe(invoice?.number)
  const stranger = await there.account('Bram Bos')
  const administrator = await there.account('Dewi Tan', ['administrator', 'officer', 'manager'])
  expect(await look(stranger, 'invoice-access')).toBeNull()
  expect(await look(client, 'self-service')).toBeNull()
  expect(await look(coach, 'coaching')).toBeNull()
  for (const activity of ['administration', 'oversight', 'relation-management']) {
    expect(await look(administrator, activity)).toBeNull()
  }
})
