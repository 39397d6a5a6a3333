-- From a dossier to a charge. Whoever works in the dossier declares; what goes out is a name or a
-- code, a day, a word from a closed list and a price, and nobody who makes invoices looks in.

-- Whether whoever has the dossier open may hand something of it to the books.
create function declares() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from dossiers d join category_rules c on c.kind = d.kind
    where d.id = opened() and c.activity = current_activity() and c.writes
      and c.category = 'invoice')
$$;

-- Who pays for the opened dossier, with what an invoice must say of a client who pays.
create function payer_of_opened() returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  which  uuid := opened();
  orders uuid := (select e.party_id from engagements e where e.dossier_id = which);
  chosen text := (select b.payer from billings b where b.dossier_id = which);
  found_payer uuid;
begin
  chosen := coalesce(chosen, case when orders is null then 'client' else 'principal' end);
  if chosen = 'principal' then
    if orders is null then raise exception 'PAYER_MISSING' using errcode = 'GS409'; end if;
    insert into payers (party_id, name, email)
      select p.id, p.name, p.email from parties p where p.id = orders
      on conflict (party_id) do nothing;
    select p.id into found_payer from payers p where p.party_id = orders;
    insert into relations (dossier_id, holder_id, relation)
      select which, orders, w.relation from relation_words w where w.relation = 'payer'
      on conflict do nothing;
    return found_payer;
  end if;
  insert into payers as p (dossier_id, name, street, postcode, city, email)
    select c.dossier_id,
      concat_ws(' ', coalesce(nullif(c.given_name, ''), nullif(c.initials, '')),
        nullif(c.prefix, ''), c.family_name),
      concat_ws(' ', f.street, f.house_number, nullif(f.house_number_addition, '')),
      coalesce(f.postcode, ''), coalesce(f.city, ''), c.email
    from clients c left join profiles f on f.dossier_id = c.dossier_id
    where c.dossier_id = which
    on conflict (dossier_id) do update set name = excluded.name,
      street = coalesce(nullif(excluded.street, ''), p.street),
      postcode = coalesce(nullif(excluded.postcode, ''), p.postcode),
      city = coalesce(nullif(excluded.city, ''), p.city), email = excluded.email
    returning p.id into found_payer;
  if found_payer is null then raise exception 'PAYER_MISSING' using errcode = 'GS409'; end if;
  return found_payer;
end
$$;

-- What an invoice calls the client of the opened dossier: the name, or a code.
create function subject_of_opened() returns text
language sql stable security definer set search_path from current as $$
  select case when b.shown = 'code' then coalesce(nullif(b.code, ''), d.reference)
    else concat_ws(' ', coalesce(nullif(c.given_name, ''), nullif(c.initials, '')),
      nullif(c.prefix, ''), c.family_name) end
  from dossiers d join clients c on c.dossier_id = d.id
  left join billings b on b.dossier_id = d.id
  where d.id = opened()
$$;

-- The word on the invoice for a kind of work: it says less than the kind does.
create function description_of(work text) returns text
language sql immutable parallel safe set search_path from current as $$
  select case work when 'consult' then 'consult' when 'report' then 'reporting'
    when 'travel' then 'travel' when 'contact' then 'deliberation'
    when 'meeting' then 'deliberation' else 'preparation' end
$$;

create function declare_charge(charge uuid, word text, at_day date, amount integer, wanted text)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  payer  uuid;
  tariff tariffs;
begin
  if not declares() then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  payer := payer_of_opened();
  tariff := find_tariff(opened(), payer, word, wanted, at_day);
  insert into charges (id, payer_id, dossier_id, subject, day, description, quantity, unit,
      unit_price, vat)
    values (charge, payer, opened(), subject_of_opened(), at_day, word, amount, wanted,
      tariff.unit_price, tariff.vat);
end
$$;

-- Hours of the opened dossier that can be charged and were not yet.
create function declare_hours(entries uuid[]) returns integer
language plpgsql volatile security definer set search_path from current as $$
declare
  entry    record;
  line     uuid;
  declared integer := 0;
begin
  if not declares() then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  for entry in
    select t.id, t.day, t.minutes, t.kind from time_entries t
    where t.dossier_id = opened() and t.id = any (entries) and t.billable
      and t.invoice_line is null
    order by t.day, t.id for update
  loop
    line := gen_random_uuid();
    perform declare_charge(line, description_of(entry.kind), entry.day,
      (entry.minutes * 100 + 30) / 60, 'hour');
    update time_entries set invoice_line = line where id = entry.id;
    declared := declared + 1;
  end loop;
  return declared;
end
$$;

-- A price that stands, for a piece of work: what it is comes from the same list.
create function declare_piece(charge uuid, word text, at_day date) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if at_day > gestand.today() then
    raise exception 'CHARGE_IN_FUTURE' using errcode = 'GS400';
  end if;
  perform declare_charge(charge, word, at_day, 100, 'piece');
end
$$;

-- Takes back what stands on no invoice yet.
create function undeclare(charge uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not declares() then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  delete from charges c
    where c.id = charge and c.dossier_id = opened() and c.credits is null
      and c.invoice_id is null;
  if not found then raise exception 'CHARGE_FIXED' using errcode = 'GS409'; end if;
end
$$;

-- What of the opened dossier was declared, for whoever declares.
create function declared_charges()
returns table (id uuid, subject text, day date, description text, quantity integer, unit text,
  unit_price integer, net bigint, credit boolean, drafted boolean, number text)
language sql stable security definer set search_path from current as $$
  select c.id, c.subject, c.day, c.description, c.quantity, c.unit, c.unit_price, c.net,
    c.credits is not null, c.invoice_id is not null, s.number
  from charges c left join issuances s on s.invoice_id = c.invoice_id
  where declares() and c.dossier_id = opened()
    and (c.credits is null or s.number is not null)
  order by c.day desc, c.id limit 1000
$$;

grant execute on function declare_hours, declare_piece, undeclare, declared_charges to public;

-- Time of which the line goes, or is taken back as a whole, can be charged anew.
create function free_time() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_table_name = 'charges' then
    update time_entries set invoice_line = null where invoice_line = old.id;
  else
    update time_entries t set invoice_line = null
    from charges c join charges o on o.id = c.credits
    where c.invoice_id = new.invoice_id and t.invoice_line = o.id and c.net = o.net;
  end if;
  return null;
end
$$;
create trigger free_time after delete on charges for each row execute function free_time();
create trigger free_time after insert on issuances for each row execute function free_time();

-- What was not issued goes with its dossier: no law asks to keep it. What was, stays without it.
create function drop_unissued() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  payer uuid;
begin
  if tg_table_name = 'charges' then
    delete from charges c where c.id = new.id
      and not exists (select from issuances s where s.invoice_id = c.invoice_id);
    return null;
  end if;
  payer := new.id;
  delete from charges c where c.payer_id = payer
    and not exists (select from issuances s where s.invoice_id = c.invoice_id);
  delete from invoices i where i.payer_id = payer
    and not exists (select from issuances s where s.invoice_id = i.id);
  delete from payers p where p.id = payer
    and not exists (select from invoices i where i.payer_id = payer);
  return null;
end
$$;
create trigger drop_unissued after update of dossier_id on charges
  for each row when (old.dossier_id is not null and new.dossier_id is null)
  execute function drop_unissued();
create trigger drop_unissued after update of dossier_id on payers
  for each row when (old.dossier_id is not null and new.dossier_id is null)
  execute function drop_unissued();
