-- Invoices: from a dossier to a charge, from charges to a draft, from a draft to a number.

create table invoices (
  id         uuid primary key default gen_random_uuid(),
  kind       text not null default 'invoice' check (kind in ('invoice', 'credit-note')),
  payer_id   uuid not null references payers,
  credits    uuid references invoices,
  reference  text not null default '' check (reference ~ '^[A-Za-z0-9 ./-]{0,40}$'),
  drafted_by uuid default actor(),
  drafted_at timestamptz not null default now(),
  check ((kind = 'credit-note') = (credits is not null))
);
create index invoices_payer on invoices (payer_id);
create index invoices_credits on invoices (credits) where credits is not null;
alter table charges add foreign key (invoice_id) references invoices on delete set null;
comment on table invoices is
  $$An invoice, or a credit note that takes one back: a draft until it is issued.
@organisation @insert invoicing @update invoicing @delete invoicing$$;
comment on column invoices.id is $$@key$$;
comment on column invoices.kind is $$@key$$;
comment on column invoices.payer_id is $$@key @subject payers$$;
comment on column invoices.credits is $$What a credit note takes back. @key$$;
comment on column invoices.reference is
  $$The payer's own order number, never about the client. @category invoice$$;
comment on column invoices.drafted_by is $$@stamp$$;
comment on column invoices.drafted_at is $$@stamp$$;

-- The last number that was given in a year. A transaction that is taken back gives its number back:
-- who comes next waits for it, and there are no gaps.
create table invoice_series (
  year integer primary key check (year between 2000 and 9999),
  last integer not null check (last >= 0)
);
comment on table invoice_series is $$The last number of invoices in a year. @system$$;

create table issuances (
  invoice_id     uuid primary key references invoices,
  year           integer not null,
  serial         integer not null,
  number         text not null unique,
  issued_on      date not null,
  due_on         date,
  net            bigint not null,
  vat            bigint not null,
  gross          bigint not null,
  payer_name     text not null,
  payer_street   text not null,
  payer_postcode text not null,
  payer_city     text not null,
  payer_country  text not null,
  payer_kvk      text,
  payer_vat_id   text,
  payer_oin      text,
  supplier       jsonb not null,
  issued_by      uuid default actor(),
  issued_at      timestamptz not null default now(),
  unique (year, serial)
);
create index issuances_day on issuances (issued_on desc, serial desc);
comment on table issuances is
  $$That an invoice was issued: its number, and payer and sums as they were. It never changes.
@organisation @insert invoicing$$;
comment on column issuances.invoice_id is $$@key @subject invoices$$;
comment on column issuances.year is $$@stamp$$;
comment on column issuances.serial is $$@stamp$$;
comment on column issuances.number is $$@stamp$$;
comment on column issuances.issued_on is $$@stamp$$;
comment on column issuances.due_on is $$The last day to pay; a credit note has none. @stamp$$;
comment on column issuances.net is $$Cents. @stamp$$;
comment on column issuances.vat is $$Cents, rounded once for each rate. @stamp$$;
comment on column issuances.gross is $$Cents. @stamp$$;
comment on column issuances.payer_name is $$@category invoice @linkable$$;
comment on column issuances.payer_street is $$@category invoice @linkable$$;
comment on column issuances.payer_postcode is $$@category invoice @linkable$$;
comment on column issuances.payer_city is $$@category invoice @linkable$$;
comment on column issuances.payer_country is $$@category invoice$$;
comment on column issuances.payer_kvk is $$@category invoice$$;
comment on column issuances.payer_vat_id is $$@category invoice$$;
comment on column issuances.payer_oin is $$@category invoice$$;
comment on column issuances.supplier is $$@impersonal the organisation's own details$$;
comment on column issuances.issued_by is $$@stamp$$;
comment on column issuances.issued_at is $$@stamp$$;

alter table invoices enable row level security;
create policy core_books on invoices as restrictive using ((select keeps_books()));
alter table issuances enable row level security;
create policy core_books on issuances as restrictive using ((select keeps_books()));

-- What was issued does not change, and nothing comes on it or goes off. Whoever issues and whoever
-- moves a line hold the invoice, so that one of the two comes first.
create function refuse_when_issued() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  -- Outside an activity it is an erasure that unties rows, or the end of their term.
  if current_activity() is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_table_name = 'issuances' then
    raise exception 'INVOICE_ISSUED' using errcode = 'GS409';
  end if;
  perform from invoices where id = old.id for update;
  if exists (select from issuances where invoice_id = old.id) then
    raise exception 'INVOICE_ISSUED' using errcode = 'GS409';
  end if;
  if tg_op = 'DELETE' then
    delete from charges where invoice_id = old.id and credits is not null;
    return old;
  end if;
  if (new.id, new.kind, new.payer_id, new.credits)
    is distinct from (old.id, old.kind, old.payer_id, old.credits) then
    raise exception 'INVOICE_FIXED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger refuse_when_issued before update or delete on invoices
  for each row execute function refuse_when_issued();
create trigger refuse_when_issued before update or delete on issuances
  for each row execute function refuse_when_issued();

create function guard_invoice() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.credits is not null and not exists (
    select from invoices i join issuances s on s.invoice_id = i.id
    where i.id = new.credits and i.kind = 'invoice' and i.payer_id = new.payer_id) then
    raise exception 'INVOICE_NOT_ISSUED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_invoice before insert on invoices
  for each row execute function guard_invoice();

-- Whose a line is, and of which day, is what the dossier said. A price can be put right, and the
-- line put on a draft of the same payer.
create function guard_charge() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  perform from invoices where id in (old.invoice_id, new.invoice_id) order by id for update;
  if exists (select from issuances where invoice_id in (old.invoice_id, new.invoice_id)) then
    raise exception 'INVOICE_ISSUED' using errcode = 'GS409';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.id, new.payer_id, new.dossier_id, new.credits, new.subject, new.day, new.unit)
    is distinct from
    (old.id, old.payer_id, old.dossier_id, old.credits, old.subject, old.day, old.unit)
    or new.credits is not null then
    raise exception 'CHARGE_FIXED' using errcode = 'GS409';
  end if;
  if new.invoice_id is not null and not exists (
    select from invoices i
    where i.id = new.invoice_id and i.payer_id = new.payer_id and i.kind = 'invoice') then
    raise exception 'CHARGE_OF_OTHER' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_charge before update or delete on charges
  for each row execute function guard_charge();

-- Sums of an invoice, in cents: each line was rounded, and the tax is once for each rate.
create function invoice_sums(which uuid, out lines bigint, out unpriced bigint, out net bigint,
  out vat bigint)
language sql stable security definer set search_path from current as $$
  select coalesce(sum(g.lines), 0), coalesce(sum(g.unpriced), 0), coalesce(sum(g.net), 0),
    coalesce(sum((g.net * g.rate + 5000) / 10000), 0)
  from (
    select count(*) as lines, count(*) filter (where c.net is null) as unpriced,
      coalesce(sum(c.net), 0)::bigint as net, vat_rate(c.vat)::bigint as rate
    from charges c where c.invoice_id = which
    group by case when c.vat in ('medical', 'education', 'small-business') then 'exempt'
      else c.vat end, vat_rate(c.vat)) g
$$;

create function guard_issuance() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  invoice  invoices;
  payer    payers;
  supplier invoice_settings;
  sums     record;
  used     text[];
begin
  select * into invoice from invoices where id = new.invoice_id for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if exists (select from issuances where invoice_id = new.invoice_id) then
    raise exception 'INVOICE_ISSUED' using errcode = 'GS409';
  end if;
  select * into supplier from invoice_settings;
  if not found then raise exception 'SETTINGS_MISSING' using errcode = 'GS409'; end if;
  select * into payer from payers where id = invoice.payer_id for share;
  if '' in (payer.street, payer.postcode, payer.city) then
    raise exception 'PAYER_INCOMPLETE' using errcode = 'GS409';
  end if;
  select * into sums from invoice_sums(new.invoice_id);
  if sums.lines = 0 then raise exception 'INVOICE_EMPTY' using errcode = 'GS409'; end if;
  if sums.unpriced > 0 then raise exception 'PRICE_MISSING' using errcode = 'GS409'; end if;
  used := array(select distinct c.vat from charges c where c.invoice_id = new.invoice_id);
  if 'reverse-charge' = any (used) and payer.vat_id is null
    or supplier.vat_id is null and used && '{21,9,0,reverse-charge}' then
    raise exception 'VAT_ID_MISSING' using errcode = 'GS409';
  end if;
  if invoice.kind = 'credit-note' then perform check_credit(invoice); end if;
  new.issued_on := gestand.today();
  new.due_on := case when invoice.kind = 'invoice' then new.issued_on + supplier.pay_days end;
  new.net := sums.net;
  new.vat := sums.vat;
  new.gross := sums.net + sums.vat;
  new.payer_name := payer.name;
  new.payer_street := payer.street;
  new.payer_postcode := payer.postcode;
  new.payer_city := payer.city;
  new.payer_country := payer.country;
  new.payer_kvk := payer.kvk;
  new.payer_vat_id := payer.vat_id;
  new.payer_oin := payer.oin;
  new.supplier := to_jsonb(supplier) - 'id' - 'prefix' - 'pay_days' - 'remind_days';
  new.issued_by := actor();
  new.issued_at := now();
  new.year := extract(year from new.issued_on);
  -- Last, so that whoever waits for a number waits for no more than the commit.
  insert into invoice_series as s (year, last) values (new.year, 1)
    on conflict (year) do update set last = s.last + 1 returning s.last into new.serial;
  new.number := supplier.prefix || new.year || '-' || lpad(new.serial::text,
    greatest(4, length(new.serial::text)), '0');
  return new;
end
$$;
create trigger guard_issuance before insert on issuances
  for each row execute function guard_issuance();

-- No more is taken back of a line than it was, by however many notes at once.
create function check_credit(note invoices) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from invoices where id = note.credits for update;
  if exists (
    select from charges c join charges o on o.id = c.credits
    where c.invoice_id = note.id and c.net > o.net - coalesce((
      select sum(e.net) from charges e join issuances s on s.invoice_id = e.invoice_id
      where e.credits = o.id), 0)) then
    raise exception 'CREDIT_TOO_MUCH' using errcode = 'GS409';
  end if;
end
$$;

-- A draft of a credit note: of whole lines, or of an amount in cents of each.
create function draft_credit_note(note uuid, invoice uuid, lines uuid[], amounts bigint[])
returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not serving('invoicing') then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  insert into invoices (id, kind, payer_id, credits, reference)
    select note, 'credit-note', i.payer_id, i.id, i.reference from invoices i where i.id = invoice;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  insert into charges (payer_id, dossier_id, invoice_id, credits, subject, day, description,
      quantity, unit, unit_price, vat)
    select c.payer_id, c.dossier_id, note, c.id, c.subject, c.day, c.description,
      case when a.amount in (0, c.net) then c.quantity else 100 end,
      case when a.amount in (0, c.net) then c.unit else 'piece' end,
      case when a.amount in (0, c.net) then c.unit_price else a.amount end, c.vat
    from unnest(lines, amounts) as a (line, amount)
    join charges c on c.id = a.line and c.invoice_id = invoice
    where a.amount between 0 and c.net;
  if (select count(*) from charges where invoice_id = note) <> cardinality(lines) then
    raise exception 'CREDIT_TOO_MUCH' using errcode = 'GS409';
  end if;
end
$$;
grant execute on function draft_credit_note to public;
