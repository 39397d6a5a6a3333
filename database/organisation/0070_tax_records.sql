-- Reading invoices, by those who keep the books and by those who pay; how long they are kept; and
-- what checks may know of them.

-- How each invoice stands: what came off it, what is open, what was asked.
create function invoice_states()
returns table (invoice_id uuid, credited bigint, paid bigint, open bigint, stage integer,
  asked_by date, disputed_until date, handed_at timestamptz, sent_at timestamptz)
language sql stable security definer set search_path from current rows 1000 as $$
  select s.invoice_id, coalesce(n.credited, 0), coalesce(p.paid, 0),
    case when i.kind = 'invoice'
      then s.gross - coalesce(n.credited, 0) - coalesce(p.paid, 0) else 0 end,
    coalesce(r.stage, 0), coalesce(r.due_on, s.due_on), d.ends_on, h.handed_at, t.sent_at
  from issuances s join invoices i on i.id = s.invoice_id
  left join (
    select i.credits, sum(s.gross)::bigint as credited
    from invoices i join issuances s on s.invoice_id = i.id
    where i.credits is not null group by 1) n on n.credits = s.invoice_id
  left join (
    select p.invoice_id, sum(p.amount)::bigint as paid from payments p
    where not exists (select from payment_reversals r where r.payment_id = p.id)
    group by 1) p on p.invoice_id = s.invoice_id
  left join (
    select r.invoice_id, max(r.stage) as stage, max(r.due_on) as due_on
    from payment_reminders r group by 1) r on r.invoice_id = s.invoice_id
  left join (
    select d.invoice_id, max(d.ends_on) as ends_on from invoice_disputes d
    where d.ends_on >= gestand.today()
      and not exists (select from dispute_endings e where e.dispute_id = d.id)
    group by 1) d on d.invoice_id = s.invoice_id
  left join collector_handovers h on h.invoice_id = s.invoice_id
  left join (
    select t.invoice_id, max(t.sent_at) as sent_at from sendings t group by 1) t
    on t.invoice_id = s.invoice_id
  where (select keeps_books())
$$;

-- Whether whoever asks pays this: the client of a dossier within reach, or a voice of the party.
create function is_payer(which uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select current_activity() = 'invoice-access'
    and exists (select from category_rules c
      where c.activity = 'invoice-access' and c.category = 'invoice' and not c.writes)
    and exists (select from payers p where p.id = which
      and (p.dossier_id = any (reached('invoice-access')) or p.party_id = any (holders(actor()))))
$$;

-- All that an invoice says, and nothing else, for those who keep the books and for who pays.
create function invoice_document(which uuid) returns jsonb
language sql stable security definer set search_path from current as $$
  select jsonb_build_object(
    'id', i.id, 'kind', i.kind, 'payerId', i.payer_id, 'number', s.number,
    'language', p.language, 'issuedOn', s.issued_on, 'dueOn', s.due_on,
    'reference', coalesce(nullif(i.reference, ''), p.reference), 'email', p.email,
    'credits', (select jsonb_build_object('id', o.invoice_id, 'number', o.number,
      'issuedOn', o.issued_on) from issuances o where o.invoice_id = i.credits),
    'supplier', coalesce(s.supplier, (select to_jsonb(t) - 'id' from invoice_settings t)),
    'payer', jsonb_build_object('name', coalesce(s.payer_name, p.name),
      'street', coalesce(s.payer_street, p.street),
      'postcode', coalesce(s.payer_postcode, p.postcode),
      'city', coalesce(s.payer_city, p.city), 'country', coalesce(s.payer_country, p.country),
      'kvk', case when s.number is null then p.kvk else s.payer_kvk end,
      'vatId', case when s.number is null then p.vat_id else s.payer_vat_id end,
      'oin', case when s.number is null then p.oin else s.payer_oin end),
    'lines', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'subject', c.subject,
        'date', c.day, 'description', c.description, 'quantity', c.quantity, 'unit', c.unit,
        'unitPrice', c.unit_price, 'vat', c.vat, 'net', c.net) order by c.subject, c.day, c.id)
      from charges c where c.invoice_id = i.id), '[]'),
    'net', s.net, 'vatSum', s.vat, 'gross', s.gross, 'open', invoice_open(i.id))
  from invoices i join payers p on p.id = i.payer_id
  left join issuances s on s.invoice_id = i.id
  where i.id = which and (keeps_books() or s.number is not null and is_payer(i.payer_id))
$$;

-- The invoices of whoever pays, newest first.
create function own_invoices()
returns table (id uuid, kind text, number text, issued_on date, due_on date, payer text,
  gross bigint, open bigint, disputed boolean, disputable boolean)
language sql stable security definer set search_path from current rows 50 as $$
  select i.id, i.kind, s.number, s.issued_on, s.due_on, s.payer_name, s.gross, invoice_open(i.id),
    is_disputed(i.id), coalesce(invoice_open(i.id) > 0, false) and not is_disputed(i.id)
  from payers p join invoices i on i.payer_id = p.id join issuances s on s.invoice_id = i.id
  where current_activity() = 'invoice-access'
    and (p.dossier_id = any (reached('invoice-access')) or p.party_id = any (holders(actor())))
    and is_payer(p.id)
  order by s.issued_on desc, s.serial desc limit 500
$$;

-- Who pays says that an invoice is not right: a word from the list, as finance has it too. It lasts
-- two months, unless finance ends it; no reminder goes out meanwhile.
create function dispute_own_invoice(dispute uuid, which uuid, why text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from invoices i join issuances s on s.invoice_id = i.id
    where i.id = which and is_payer(i.payer_id)) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if coalesce(invoice_open(which), 0) <= 0 then
    raise exception 'NOTHING_OPEN' using errcode = 'GS409';
  end if;
  insert into invoice_disputes (id, invoice_id, reason, ends_on)
    values (dispute, which, why, gestand.today() + 60);
end
$$;
grant execute on function invoice_states, invoice_document, own_invoices, dispute_own_invoice
  to public;

-- Kept for as long as the law asks of the books, counted from the end of the year, and no longer.
create function tax_years_over() returns setof integer
language sql stable security definer set search_path from current as $$
  select y from generate_series(2000, extract(year from gestand.today())::integer) y,
    retention_rules r
  where r.part = 'invoice' and r.keep is not null
    and (make_date(y + 1, 1, 1) + r.keep)::date <= gestand.today()
$$;

create function destroy_tax_records() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone uuid[] := array(
    select s.invoice_id from issuances s where s.year in (select tax_years_over())
      and not is_disputed(s.invoice_id)
      and not exists (select from invoices n join issuances m on m.invoice_id = n.id
        where n.credits = s.invoice_id and m.year not in (select tax_years_over())));
  paid uuid[] := array(select p.id from payments p where p.invoice_id = any (gone));
begin
  delete from payment_reversals where payment_id = any (paid);
  delete from payments where id = any (paid);
  delete from payment_reminders where invoice_id = any (gone);
  delete from dispute_endings e using invoice_disputes d
    where d.id = e.dispute_id and d.invoice_id = any (gone);
  delete from invoice_disputes where invoice_id = any (gone);
  delete from sendings where invoice_id = any (gone);
  delete from collector_handovers where invoice_id = any (gone);
  update charges set credits = null where invoice_id = any (gone) and credits is not null;
  delete from charges where invoice_id = any (gone);
  delete from issuances where invoice_id = any (gone);
  update invoices set kind = 'invoice', credits = null
    where id = any (gone) and credits is not null;
  delete from invoices where id = any (gone);
  delete from bank_entries b where extract(year from b.booked_on) in (select tax_years_over())
    and not exists (select from payments p where p.entry_id = b.id);
  delete from payers p where p.party_id is null and p.dossier_id is null
    and not exists (select from invoices i where i.payer_id = p.id);
  if cardinality(gone) > 0 then
    perform record('destroyed', 'system', null, null, 'invoices', null, cardinality(gone));
  end if;
  return cardinality(gone);
end
$$;

-- For checks: ids, words, moments and whether something is as it must be.

create function evidence_invoices(patience interval)
returns table (invoice_id uuid, late boolean, altered boolean)
language sql stable security definer set search_path from current as $$
  select s.invoice_id,
    s.year in (select tax_years_over()) and (s.issued_at + patience) < now()
      and (make_date(s.year + 1, 1, 1) + r.keep + patience)::date <= gestand.today()
      and not is_disputed(s.invoice_id),
    (select (t.net, t.vat) is distinct from (s.net, s.vat) from invoice_sums(s.invoice_id) t)
      or s.gross <> s.net + s.vat
  from issuances s left join retention_rules r on r.part = 'invoice'
$$;

create function evidence_invoice_series()
returns table (year integer, broken boolean)
language sql stable security definer set search_path from current as $$
  select y.year, y.last <> (select count(*) from issuances s where s.year = y.year)
    or y.last <> (select coalesce(max(s.serial), 0) from issuances s where s.year = y.year)
  from invoice_series y where y.year not in (select tax_years_over())
$$;

create function evidence_invoice_disputes()
returns table (dispute_id uuid, unheld boolean, reminded boolean)
language sql stable security definer set search_path from current as $$
  select d.id,
    e.dispute_id is null and d.ends_on >= gestand.today() and exists (
      select from charges c join dossiers o on o.id = c.dossier_id
      where c.invoice_id = d.invoice_id
        and not exists (select from standing_holds h where h.dossier_id = o.id)
        and not exists (select from erasure_orders x where x.dossier_id = o.id
          and x.ordered_at < d.opened_at)),
    exists (select from payment_reminders r where r.invoice_id = d.invoice_id
      and r.sent_at > d.opened_at and r.sent_at < coalesce(e.ended_at,
        (d.ends_on + 1)::timestamp at time zone 'Europe/Amsterdam'))
  from invoice_disputes d left join dispute_endings e on e.dispute_id = d.id
$$;

grant execute on function destroy_tax_records, evidence_invoices, evidence_invoice_series,
  evidence_invoice_disputes to gestand_worker;
