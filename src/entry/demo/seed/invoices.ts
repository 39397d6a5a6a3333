import type { Load } from './load.ts'

/** Guards that count from today: the history brings days of its own. */
const OF_TODAY: readonly (readonly [table: string, trigger: string])[] = [
  ['issuances', 'guard_issuance'],
  ['sendings', 'guard_sending'],
  ['payments', 'guard_payment'],
  ['payment_reminders', 'guard_payment_reminder'],
]

/**
 * Invoices of the talks so far: those of earlier months issued and paid but for the odd one that is
 * overdue; of the last month one that is open, a draft, and lines that wait.
 */
export async function insertInvoices(load: Load): Promise<void> {
  const { owner, data } = load
  await owner.query(BASIS)
  await owner.query(HOURS)
  for (const [table, trigger] of OF_TODAY) {
    await owner.query(`alter table ${table} disable trigger ${trigger}`)
  }
  await owner.query(LINES, [data.today])
  await owner.query(INVOICES)
  await owner.query(ISSUED)
  await owner.query(FOLLOWED, [data.today])
  await owner.query(CAME_IN, [data.today])
  await owner.query('set constraints all immediate')
  for (const [table, trigger] of OF_TODAY) {
    await owner.query(`alter table ${table} enable trigger ${trigger}`)
  }
}

/** An id that is the same whenever it is made of the same words, in the form that ids have. */
function idOf(words: string): string {
  return `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`
}

const NAME = `concat_ws(' ', coalesce(nullif(c.given_name, ''), nullif(c.initials, '')),
  nullif(c.prefix, ''), c.family_name)`

const BASIS = `
  insert into invoice_settings (name, street, postcode, city, kvk, vat_id, iban, email)
  select o.name, 'Voorbeeldkade 1', '0000 AA', 'Voorbeeldstad', '00000000', 'NL000000000B00',
    'NL02ABNA0123456789', 'facturen@example.org'
  from gestand.organisations o where current_schema() = 'org_' || o.id
  on conflict do nothing;
  insert into tariffs (description, unit, unit_price, vat, starts_on) values
    ('any', 'hour', 9750, '21', '2020-01-01'), ('travel', 'hour', 4500, '21', '2020-01-01'),
    ('trajectory', 'piece', 295000, '21', '2020-01-01'),
    ('group-meeting', 'piece', 45000, 'education', '2020-01-01');
  insert into payers (party_id, name, street, postcode, city, email, kvk)
  select p.id, p.name, 'Voorbeeldplein 2', '0000 BB', 'Rivierdam', p.email, '00000000'
  from parties p where exists (select from engagements e where e.party_id = p.id);
  insert into payers (dossier_id, name, street, postcode, city, email)
  select e.dossier_id, ${NAME}, 'Voorbeeldlaan ' || row_number() over (order by c.family_name),
    '0000 CC', 'Voorbeeldstad', c.email
  from engagements e join clients c on c.dossier_id = e.dossier_id
  where e.party_id is null
    and exists (select from consults k where k.dossier_id = e.dossier_id)`

const HOURS = `
  insert into time_entries (dossier_id, day, minutes, kind, consult_id, noted_by, noted_at)
  select k.dossier_id, k.held_on, k.minutes, 'consult', k.id, k.noted_by, k.noted_at
  from consults k
  where not exists (select from time_entries t where t.consult_id = k.id)`

/** Of this month the hours are still to be declared; of the one before they wait. */
const LINES = `
  with declared as (
    insert into charges (id, payer_id, dossier_id, subject, day, description, quantity, unit,
      unit_price, vat, declared_by, declared_at)
    select ${idOf("'charge' || t.id")}, p.id, t.dossier_id, ${NAME}, t.day,
      description_of(t.kind), (t.minutes * 100 + 30) / 60, 'hour',
      case t.kind when 'travel' then 4500 else 9750 end, '21', t.noted_by, t.noted_at
    from time_entries t join engagements e on e.dossier_id = t.dossier_id
    join clients c on c.dossier_id = t.dossier_id
    join payers p on p.party_id = e.party_id or p.dossier_id = e.dossier_id
    where t.billable and t.day < date_trunc('month', $1::date)
      and t.day >= date_trunc('year', $1::date) and t.invoice_line is null
    returning id)
  update time_entries t set invoice_line = d.id from declared d
  where d.id = ${idOf("'charge' || t.id")};`

const INVOICES = `
  with months as (
    select c.payer_id, date_trunc('month', c.day)::date as month from charges c group by 1, 2),
  due as (
    select m.*, ${idOf("'invoice' || m.payer_id || m.month")} as id from months m
    where m.month < (select max(month) from months)
      or exists (select from payers p where p.id = m.payer_id and p.party_id is not null
        and p.name in (select min(name) from payers where party_id is not null
          union all select max(name) from payers where party_id is not null))),
  made as (
    insert into invoices (id, payer_id, drafted_at)
    select id, payer_id, month + interval '1 month 9 hours' from due returning id, payer_id)
  update charges c set invoice_id = d.id from due d
  where d.payer_id = c.payer_id and d.month = date_trunc('month', c.day)::date
    and exists (select from made where made.id = d.id)`

const ISSUED = `
  insert into issuances (invoice_id, year, serial, number, issued_on, due_on, net, vat, gross,
    payer_name, payer_street, payer_postcode, payer_city, payer_country, payer_kvk, supplier,
    issued_at)
  select i.id, extract(year from i.drafted_at),
    row_number() over (partition by extract(year from i.drafted_at) order by i.drafted_at, p.name,
      i.id),
    extract(year from i.drafted_at) || '-' || to_char(row_number() over (
      partition by extract(year from i.drafted_at) order by i.drafted_at, p.name, i.id), 'FM0000'),
    i.drafted_at::date, i.drafted_at::date + 30, s.net, s.vat, s.net + s.vat,
    p.name, p.street, p.postcode, p.city, p.country, p.kvk,
    to_jsonb(o) - 'id' - 'prefix' - 'pay_days' - 'remind_days', i.drafted_at
  from invoices i join payers p on p.id = i.payer_id cross join invoice_settings o
  cross join lateral invoice_sums(i.id) s
  where i.drafted_at < (select max(drafted_at) from invoices)
    or i.payer_id <> (select id from payers where party_id is not null order by name limit 1);
  insert into invoice_series (year, last)
  select year, max(serial) from issuances group by 1;
  insert into sendings (invoice_id, way, sent_at)
  select invoice_id, 'mail', issued_at + interval '5 minutes' from issuances`

const FOLLOWED = `
  with ranked as (
    select s.*, row_number() over (order by s.issued_on desc, s.serial) as place from issuances s),
  stubborn as (
    select r.* from ranked r where r.issued_on < $1::date - 120
    order by r.issued_on desc, r.gross limit 1),
  paid as (
    insert into payments (invoice_id, amount, paid_on, way, recorded_at)
    select r.invoice_id, r.gross, r.issued_on + 21, 'transfer', r.issued_at + interval '21 days'
    from ranked r where r.issued_on < (select max(issued_on) from issuances)
      and (r.serial % 6 <> 0 or r.issued_on < $1::date - 120)
      and r.invoice_id not in (select invoice_id from stubborn) returning invoice_id),
  late as (
    select r.* from ranked r where r.due_on < $1::date - 16 and r.serial % 6 = 0
      and r.issued_on >= $1::date - 120)
  insert into payment_reminders (invoice_id, stage, way, due_on, sent_at)
  select l.invoice_id, 1, 'mail', l.due_on + 16, l.issued_at + interval '32 days' from late l
  where (select count(*) from paid) >= 0
  union all
  select s.invoice_id, stage, 'mail', s.due_on + 16 * stage,
    s.issued_at + (16 + 16 * stage) * interval '1 day'
  from stubborn s cross join generate_series(1, 3) stage`

/** Of this week: one that pays an invoice by its number, one that pays a part, one of nobody. */
const CAME_IN = `
  with unpaid as (
    select s.number, s.payer_name, s.gross, row_number() over (order by s.gross) as place
    from issuances s where not exists (select from payments p where p.invoice_id = s.invoice_id))
  insert into bank_entries (id, mark, booked_on, amount, debtor, remittance)
  select gen_random_uuid(), 'demonstratie-' || place, $1::date - 3,
    case place when 1 then gross else gross / 2 end, payer_name,
    case place when 1 then 'factuur ' || number else 'deel van de rekening' end
  from unpaid where place <= 2
  union all
  select gen_random_uuid(), 'demonstratie-3', $1::date - 3, 7700, 'Stichting Voorbeeld',
    'bijdrage najaar'`
