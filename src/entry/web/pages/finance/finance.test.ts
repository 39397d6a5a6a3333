import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountsOf } from '#world/accounts.ts'
import { books, type Books } from '#world/books.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'

const PAGES = [
  '/financien',
  '/financien/regels',
  '/financien/facturen',
  '/financien/facturen?staat=overdue&q=Rivierdam',
  '/financien/betalers',
  '/financien/tarieven',
  '/financien/gegevens',
  '/financien/bank',
  '/financien/boekhouding',
]

function desk(here: Books) {
  const site = siteOf(here.at.there)
  const as = (account: WorldAccount, language: 'nl' | 'en' = 'nl') =>
    new Browser(site, account, language)
  return { as, finance: as(here.finance), coach: as(here.at.coach), client: as(here.at.client) }
}

const ENTRY = '0b6f4a0e-5c1d-4a57-9d2f-000000000001'

test('the pages of finance are for finance, in both languages, empty and filled', async () => {
  const here = await books()
  const { as, coach, client } = desk(here)
  const administrator = as(await here.at.there.account('Dewi Tan', ['administrator', 'planner']))
  for (const filled of [false, true]) {
    if (filled) {
      await here.hours(60)
      await here.issue()
      await here.hours(30)
    }
    for (const path of PAGES) {
      for (const language of ['nl', 'en'] as const) {
        const seen = await as(here.finance, language).get(path)
        expect([path, seen.status]).toEqual([path, 200])
        expect(seen.body).toContain(`<html lang="${language}"`)
      }
      for (const other of [coach, client, administrator]) {
        expect([path, (await other.get(path)).status]).toEqual([path, 404])
      }
    }
  }
})

test('a coach declares, finance drafts, issues, mails and books, and the PDF holds the UBL', async () => {
  const here = await books()
  const { finance, coach } = desk(here)
  const { owner } = here.at.there
  const file = `/werk/dossiers/${here.at.dossierId}/declareren`
  const entry = randomUUID()
  await owner.query(
    `insert into time_entries (id, dossier_id, day, minutes, kind)
     values ($1, $2, '2026-11-02', 90, 'consult')`,
    [entry, here.at.dossierId],
  )
  expect((await coach.get(file)).body).toContain('90 minuten')
  expect((await finance.get(file)).status).toBe(404)
  const billing = { part: 'billing', payer: 'principal', shown: 'code', code: 'R-88' }
  expect((await coach.submit(file, billing)).status).toBe(303)
  expect((await coach.submit(file, { part: 'hours', entries: [entry] })).status).toBe(303)
  const payers = (await finance.get('/financien/regels')).body
  const payerId = payers.match(/regels\/([0-9a-f-]{36})\/concept/)?.[1] ?? ''
  const waiting = (await finance.get(`/financien/regels?betaler=${payerId}`)).body
  expect(waiting).toContain('R-88')
  expect(payers + waiting).not.toContain('Sanne')
  const drafted = await finance.submit(`/financien/regels/${payerId}/concept`, {})
  const path = drafted.to?.split('?')[0] ?? ''
  // Without an address it cannot be issued, and says what to do.
  expect((await finance.submit(`${path}/uitgeven`, {})).body).toContain('postcode')
  await finance.submit(`/financien/betalers/${payerId}`, {
    name: 'Gemeente Rivierdam',
    street: 'Plein 2',
    postcode: '0000 BB',
    city: 'Rivierdam',
    country: 'NL',
    kvk: '00000000',
    vatId: '',
    oin: '',
    reference: 'PO 12',
    email: 'facturen@rivierdam.example.org',
    language: 'nl',
  })
  expect((await finance.submit(`${path}/uitgeven`, {})).to).toContain('invoice-issued')
  const shown = (await finance.get(path)).body
  expect(shown).toContain('172,43')
  const pdf = await finance.get(`${path}/factuur.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const ubl = await finance.get(`${path}/factuur.xml`)
  expect(ubl.body).toContain('R-88')
  expect(ubl.body).not.toMatch(/Sanne|Wit|sanne@example/)
  expect((await finance.submit(`${path}/verstuur/mail`, {})).to).toContain('invoice-sent')
  const [mail] = await accountsOf(here.at.there).mails()
  expect(mail?.to.email).toBe('facturen@rivierdam.example.org')
  expect(mail?.attachments?.map(({ type }) => type)).toEqual(['application/pdf', 'application/xml'])
  const payment = { amount: '172,43', paidOn: '2026-11-20', way: 'transfer' }
  expect((await finance.submit(`${path}/betaling`, payment)).to).toContain('payment-recorded')
  expect((await finance.submit(`${path}/betaling`, payment)).status).toBe(409)
  expect((await finance.get(path)).body).toContain('Voldaan')
  const year = new Date().getFullYear()
  const auditfile = await finance.get(`/financien/boekhouding/${year}/auditfile.xml`)
  expect(auditfile.body).toContain('<auditfile')
  const csv = await finance.get(`/financien/boekhouding/${year}/boekingen.csv`)
  expect(csv.body).toContain('172,43')
  expect(csv.body + auditfile.body).not.toContain('R-88')
})

test('who pays reads the own invoices, and a disputed one is not reminded of', async () => {
  const here = await books({ payer: 'client' })
  const { finance, client, coach } = desk(here)
  await here.hours(60)
  const [invoice] = await here.issue()
  const path = `/financien/facturen/${invoice?.id}`
  expect((await client.get('/facturen')).body).toContain(invoice?.number)
  const pdf = `/facturen/${invoice?.id}/factuur.pdf`
  expect((await client.get(pdf)).status).toBe(200)
  expect((await coach.get(pdf)).status).toBe(404)
  const own = `/facturen/${invoice?.id}/betwisten`
  expect((await coach.get(own)).status).toBe(404)
  expect((await coach.submit(own, { reason: 'amount' })).status).toBe(404)
  expect((await client.submit(own, {})).status).toBe(422)
  expect((await client.submit(own, { reason: 'amount' })).to).toContain('dispute-opened')
  expect((await client.get('/facturen')).body).toContain('Betwist')
  const ending = /\/betwisting\/[0-9a-f-]+\/rejected/.exec((await finance.get(path)).body)?.[0]
  await finance.submit(`${path}${ending}`)
  await here.age(invoice?.id ?? '', 31)
  const dispute = { reason: 'amount', endsOn: '2027-06-01' }
  expect((await finance.submit(`${path}/betwisting`, dispute)).to).toContain('dispute-opened')
  expect((await finance.get(path)).body).toContain('wordt betwist')
  const reminder = await finance.submit(`${path}/aanmaning/1/mail`, {})
  expect(reminder.body).toContain('betwist')
  for (const step of ['betaling', 'credit', 'betwisting', 'incasso']) {
    expect([step, (await finance.get(`${path}/${step}`)).status]).toEqual([step, 200])
  }
  const line = invoice?.lines[0]?.id ?? ''
  const asked = (part: string, amount: string) =>
    finance.submit(`${path}/credit`, { part, [`regel-${line}`]: amount })
  // Of nothing there is no note, and what is no amount is not left out in silence.
  expect([(await asked('lines', '')).status, (await asked('lines', 'tien')).status]).toEqual([
    409, 422,
  ])
  expect((await asked('lines', '9999')).body).toContain('niet meer terugnemen')
  const credit = await asked('lines', '10')
  expect(credit.to).toContain('invoice-drafted')
  expect((await finance.get(credit.to?.split('?')[0] ?? '')).body).toContain('12,10')
  const whole = await asked('whole', '')
  expect((await finance.get(whole.to?.split('?')[0] ?? '')).body).toContain('114,95')
})

test('an entry of the bank is booked by hand: on an invoice that there is, and no more than it asks', async () => {
  const here = await books({ payer: 'client' })
  const { finance, coach } = desk(here)
  await here.hours(60)
  const [invoice] = await here.issue()
  await here.at.there.owner.query(
    `insert into bank_entries (id, mark, booked_on, amount, debtor, remittance)
     values ($1, 'x', '2026-11-20', 12000, 'Stichting', 'zonder nummer')`,
    [ENTRY],
  )
  const path = `/financien/bank/${ENTRY}`
  expect((await finance.get('/financien/bank')).body).toContain(path)
  expect([(await coach.get(path)).status, (await finance.get(path)).status]).toEqual([404, 200])
  const book = (number: string, amount: string) => finance.submit(path, { number, amount })
  expect((await book('2026-9999', '10')).body).toContain('geen factuur met dit nummer')
  expect((await book(invoice?.number ?? '', '120')).body).toContain('meer dan er van de factuur')
  expect((await book(invoice?.number ?? '', '0')).body).toContain('meer is dan nul')
  expect((await book(invoice?.number ?? '', '114,95')).to).toContain('payment-recorded')
  // What was paid too much stays to be seen until somebody says that it is no payment.
  expect((await finance.get(path)).body).toContain('5,05')
  await finance.submit(`${path}/terzijde`, {})
  expect((await finance.get(path)).status).toBe(404)
  expect((await finance.get('/financien/bank')).body).toContain('Alles is geboekt')
})

test('all reminders that can go by mail go at once, and what a collector gets says nothing of what was done', async () => {
  const here = await books({ payer: 'client' })
  const { finance, coach } = desk(here)
  const ids: string[] = []
  for (const minutes of [60, 90]) {
    await here.hours(minutes)
    for (const { id } of await here.issue()) {
      await here.age(id, 31)
      ids.push(id)
    }
  }
  expect((await finance.get('/financien')).body).toContain('2 aanmaningen mailen')
  expect((await coach.submit('/financien/aanmaningen')).status).toBe(404)
  for (let stage = 1; stage <= 3; stage += 1) {
    expect((await finance.submit('/financien/aanmaningen')).to).toContain('reminders-sent')
    await here.at.there.owner.query('update payment_reminders set due_on = due_on - 30')
  }
  const { rows } = await here.at.there.owner.query(
    `select count(*)::int as sent from payment_reminders`,
  )
  expect(rows).toEqual([{ sent: 6 }])
  expect((await finance.get('/financien')).body).not.toContain('aanmaningen mailen')
  const path = `/financien/facturen/${ids[0]}`
  expect((await finance.get(`${path}/incasso.csv`)).status).toBe(404)
  const { body } = await finance.get(`${path}/incasso`)
  const recipient = /<option value="([^"]+)"/.exec(body)?.[1] ?? ''
  expect((await finance.submit(`${path}/incasso`, { recipient })).to).toContain('handed-over')
  expect((await finance.submit(`${path}/incasso`, { recipient })).status).toBe(409)
  const claim = await finance.get(`${path}/incasso.csv`)
  expect(claim.headers.get('content-type')).toContain('text/csv')
  expect(claim.body.split('\r\n')[1]).toMatch(
    /^[^;]+;(\d{4}-\d\d-\d\d;){2}.*;114,95(;\d{4}-\d\d-\d\d){3}$/,
  )
  expect(claim.body).not.toMatch(/gesprek|consult|\buur/i)
})

test('a principal is made a payer by hand, once, and by finance alone', async () => {
  const here = await books({ payer: 'client' })
  const { finance, coach } = desk(here)
  const party = await here.at.there.party('Gemeente Voorbeeldstad')
  expect((await coach.submit('/financien/betalers/nieuw', { party })).status).toBe(404)
  const added = await finance.submit('/financien/betalers/nieuw', { party })
  expect((await finance.get(added.to?.split('?')[0] ?? '')).body).toContain(
    'Gemeente Voorbeeldstad',
  )
  expect((await finance.get('/financien/betalers/nieuw')).body).not.toContain(party)
})
