-- Finance. What an invoice says of a client stands in tables of its own, beside the dossiers:
-- whoever makes invoices is given these and no other. A charge comes from a dossier by the hand of
-- whoever works in it, with a name or a code, a day, a word from a closed list and a price.

create table invoice_settings (
  id           boolean primary key default true check (id),
  name         text not null check (length(name) between 1 and 200),
  street       text not null check (length(street) between 1 and 120),
  postcode     text not null check (length(postcode) between 1 and 12),
  city         text not null check (length(city) between 1 and 100),
  country      text not null default 'NL' check (country ~ '^[A-Z]{2}$'),
  kvk          text not null check (kvk ~ '^[0-9]{8}$'),
  vat_id       text check (vat_id ~ '^[A-Z]{2}[A-Z0-9]{2,14}$'),
  iban         text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  email        text not null check (length(email) between 3 and 254),
  prefix       text not null default '' check (prefix ~ '^[A-Z0-9-]{0,8}$'),
  pay_days     integer not null default 30 check (pay_days between 1 and 120),
  remind_days  integer not null default 14 check (remind_days between 7 and 60)
);
comment on table invoice_settings is $$What the organisation writes on its invoices about itself.
@organisation @impersonal the organisation's own details @insert invoicing @update invoicing$$;
comment on column invoice_settings.id is $$@key$$;
comment on column invoice_settings.name is $$@impersonal the organisation$$;
comment on column invoice_settings.street is $$@impersonal the organisation$$;
comment on column invoice_settings.postcode is $$@impersonal the organisation$$;
comment on column invoice_settings.city is $$@impersonal the organisation$$;
comment on column invoice_settings.country is $$@impersonal the organisation$$;
comment on column invoice_settings.kvk is $$@impersonal the organisation$$;
comment on column invoice_settings.vat_id is $$@impersonal the organisation$$;
comment on column invoice_settings.iban is $$@impersonal the organisation$$;
comment on column invoice_settings.email is $$@impersonal the organisation$$;
comment on column invoice_settings.prefix is $$Before the year in a number. @impersonal a prefix$$;
comment on column invoice_settings.pay_days is $$@impersonal a term$$;
comment on column invoice_settings.remind_days is $$Between reminders. @impersonal a term$$;

-- The rate that each word of tax stands for, in hundredths of a per cent; exempt and reversed none.
create function vat_rate(word text) returns integer
language sql immutable parallel safe set search_path from current as $$
  select case word when '21' then 2100 when '9' then 900 else 0 end
$$;

create table tariffs (
  id          uuid primary key default gen_random_uuid(),
  kind        text,
  party_id    uuid references parties on delete cascade,
  description text not null check (description in ('any', 'consult', 'first-consult',
    'group-meeting', 'preparation', 'deliberation', 'reporting', 'travel', 'trajectory',
    'trajectory-part', 'missed-consult')),
  unit        text not null check (unit in ('hour', 'piece')),
  unit_price  integer not null check (unit_price between 0 and 100000000),
  vat         text not null check (vat in ('21', '9', '0', 'medical', 'education',
    'small-business', 'reverse-charge')),
  starts_on   date not null default gestand.today(),
  ended_at    timestamptz
);
create index tariffs_party on tariffs (party_id);
comment on table tariffs is
  $$What an hour or a piece of work costs: of a kind of service, for a principal, or for all.
@organisation @insert invoicing @update invoicing
@nobody a price is nobody's; a party is an organisation$$;
comment on column tariffs.id is $$@key$$;
comment on column tariffs.kind is $$Kind of service; empty for all. @key$$;
comment on column tariffs.party_id is $$The principal; empty for all. @key$$;
comment on column tariffs.description is $$What is charged; any for all. @key$$;
comment on column tariffs.unit is $$@key$$;
comment on column tariffs.unit_price is $$Cents, without tax. @category party$$;
comment on column tariffs.vat is $$@category party$$;
comment on column tariffs.starts_on is $$@category party$$;
comment on column tariffs.ended_at is $$From when it no longer counts. @category party$$;

create table billings (
  dossier_id uuid primary key references dossiers on delete cascade,
  payer      text not null check (payer in ('principal', 'client')),
  shown      text not null default 'name' check (shown in ('name', 'code')),
  code       text not null default '' check (code ~ '^[A-Za-z0-9./-]{0,30}$')
);
comment on table billings is
  $$Who pays for a service, and whether the invoice names the client or shows a code.
@belongs dossiers @insert coaching intake @update coaching intake$$;
comment on column billings.dossier_id is $$@key$$;
comment on column billings.payer is $$@category service$$;
comment on column billings.shown is $$@category service$$;
comment on column billings.code is
  $$What the payer knows the client by; the number of the dossier when empty. @category service$$;

create table payers (
  id         uuid primary key default gen_random_uuid(),
  party_id   uuid unique references parties,
  dossier_id uuid unique,
  name       text not null check (length(name) between 1 and 200),
  street     text not null default '' check (length(street) <= 140),
  postcode   text not null default '' check (length(postcode) <= 12),
  city       text not null default '' check (length(city) <= 100),
  country    text not null default 'NL' check (country ~ '^[A-Z]{2}$'),
  kvk        text check (kvk ~ '^[0-9]{8}$'),
  vat_id     text check (vat_id ~ '^[A-Z]{2}[A-Z0-9]{2,14}$'),
  oin        text check (oin ~ '^[0-9]{20}$'),
  reference  text not null default '' check (reference ~ '^[A-Za-z0-9 ./-]{0,40}$'),
  email      text check (length(email) between 3 and 254),
  language   text not null default 'nl' check (language in ('nl', 'en')),
  apart      boolean not null default false
);
comment on table payers is
  $$Who pays: a principal, or the client of a dossier, with what an invoice must say of them.
@organisation @insert invoicing @update invoicing$$;
comment on column payers.id is $$@key$$;
comment on column payers.party_id is $$@key$$;
comment on column payers.dossier_id is
  $$Of a client who pays, until the dossier is erased. @key @subject$$;
comment on column payers.name is $$@category invoice @linkable$$;
comment on column payers.street is $$With the house number. @category invoice @linkable$$;
comment on column payers.postcode is $$@category invoice @linkable$$;
comment on column payers.city is $$@category invoice @linkable$$;
comment on column payers.country is $$@category invoice$$;
comment on column payers.kvk is $$@category invoice$$;
comment on column payers.vat_id is $$@category invoice$$;
comment on column payers.oin is $$The number of a government body. @category invoice$$;
comment on column payers.reference is
  $$Order or cost centre by which the payer knows whom to ask. @category invoice$$;
comment on column payers.email is
  $$Where invoices go; no law asks to keep it. @category invoice @linkable always$$;
comment on column payers.language is $$@impersonal a language$$;
comment on column payers.apart is
  $$Whether every client gets an invoice of their own. @impersonal yes or no$$;

create table charges (
  id          uuid primary key default gen_random_uuid(),
  payer_id    uuid not null references payers,
  dossier_id  uuid,
  invoice_id  uuid,
  credits     uuid references charges,
  subject     text not null check (length(subject) between 1 and 200),
  day         date not null check (day > '2000-01-01'),
  description text not null check (description in ('consult', 'first-consult', 'group-meeting',
    'preparation', 'deliberation', 'reporting', 'travel', 'trajectory', 'trajectory-part',
    'missed-consult')),
  quantity    integer not null check (quantity between 1 and 10000000),
  unit        text not null check (unit in ('hour', 'piece')),
  unit_price  integer check (unit_price between 0 and 100000000),
  vat         text check (vat in ('21', '9', '0', 'medical', 'education', 'small-business',
    'reverse-charge')),
  net         bigint generated always as ((quantity::bigint * unit_price + 50) / 100) stored,
  declared_by uuid default actor(),
  declared_at timestamptz not null default now(),
  check ((unit_price is null) = (vat is null))
);
create index charges_invoice on charges (invoice_id);
create index charges_dossier on charges (dossier_id);
create index charges_open on charges (payer_id, day) where invoice_id is null;
create index charges_credits on charges (credits) where credits is not null;
comment on table charges is
  $$One line to be invoiced, or that is: whose, of which day, a word for what was done, the cost.
It has no other columns, and there is no other way for anything of a client to reach an invoice.
@organisation @update invoicing @delete invoicing$$;
comment on column charges.id is $$@key$$;
comment on column charges.payer_id is $$@key$$;
comment on column charges.dossier_id is
  $$Where it came from, until the dossier is erased. @key @subject$$;
comment on column charges.invoice_id is
  $$The invoice that it stands on; empty as long as it waits for one. @impersonal an id$$;
comment on column charges.credits is $$The line that this one takes back. @key$$;
comment on column charges.subject is
  $$The name of the client, or a code. @category invoice @linkable$$;
comment on column charges.day is $$The day of the intervention. @category invoice$$;
comment on column charges.description is
  $$A word from a list, none of which tells what troubles the client. @category invoice$$;
comment on column charges.quantity is $$Hundredths: 125 is an hour and a quarter. @category invoice$$;
comment on column charges.unit is $$@category invoice$$;
comment on column charges.unit_price is
  $$Cents for one unit without tax; empty until a tariff is known. @category invoice$$;
comment on column charges.vat is $$@category invoice$$;
comment on column charges.net is $$Cents without tax: half a cent goes up. @stamp$$;
comment on column charges.declared_by is $$@stamp$$;
comment on column charges.declared_at is $$@stamp$$;

-- Only those who keep the books see these tables, each in that activity. Who pays, and who works in
-- a dossier, sees the own part by a function.
create function keeps_books() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select serving('invoicing') or serving('collecting')
$$;
grant execute on function keeps_books to public;

alter table invoice_settings enable row level security;
create policy core_books on invoice_settings as restrictive using ((select keeps_books()));
alter table tariffs enable row level security;
create policy core_books on tariffs as restrictive using ((select keeps_books()));
alter table payers enable row level security;
create policy core_books on payers as restrictive using ((select keeps_books()));
alter table charges enable row level security;
create policy core_books on charges as restrictive using ((select keeps_books()));

-- Whoever keeps the books adds principals as payers, never clients: those come from their dossiers.
create function guard_payer() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not keeps_books() then return new; end if;
  if tg_op = 'INSERT' and (new.party_id is null or new.dossier_id is not null)
    or tg_op = 'UPDATE' and (new.party_id, new.dossier_id)
      is distinct from (old.party_id, old.dossier_id) then
    raise exception 'PAYER_FIXED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_payer before insert or update on payers
  for each row execute function guard_payer();

-- The price that fits best: of the principal before the kind of service, the newest first.
create function find_tariff(dossier uuid, payer uuid, word text, wanted text, at_day date)
returns tariffs
language sql stable security definer set search_path from current as $$
  select t from tariffs t
  where t.unit = wanted and t.starts_on <= at_day and t.ended_at is null
    and t.description in ('any', word)
    and (t.kind is null or t.kind = (select d.kind from dossiers d where d.id = dossier))
    and (t.party_id is null
      or t.party_id = (select p.party_id from payers p where p.id = payer))
  order by t.party_id is null, t.description = 'any', t.kind is null, t.starts_on desc, t.id
  limit 1
$$;

-- A price that comes late is filled in where it was missing.
create function price_charges() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update charges c set unit_price = t.unit_price, vat = t.vat
  from charges o cross join lateral find_tariff(o.dossier_id, o.payer_id, o.description, o.unit,
    o.day) t
  where o.id = c.id and o.unit_price is null and t.unit_price is not null;
  return null;
end
$$;
create trigger price_charges after insert on tariffs
  for each row execute function price_charges();
