-- What holds when money is asked for: the gate before anything of a client leaves, the order of
-- reminders, and what a dispute stops.

-- That something of an invoice goes to somebody, if the statement lets it: noted in each dossier it
-- is about. What goes to clients themselves is no delivery to another.
create function pass_invoice(which uuid, sort text, doing text, way text, whole boolean)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  rule   recipient_rules;
  payer  payers;
  wanted deliveries;
  about  uuid;
begin
  select p.* into payer from invoices i join payers p on p.id = i.payer_id where i.id = which;
  if sort = 'payer' and payer.party_id is null then return; end if;
  select r.* into rule from recipient_rules r
    where r.kind = sort and doing = any (r.purposes) order by r.recipient limit 1;
  if rule.recipient is null then
    raise exception 'RECIPIENT_UNDECLARED' using errcode = 'GS403';
  end if;
  for about in
    select distinct d.id from dossiers d
    where d.id = payer.dossier_id
      or whole and d.id in (select c.dossier_id from charges c where c.invoice_id = which)
  loop
    wanted := null;
    wanted.id := gen_random_uuid();
    wanted.dossier_id := about;
    wanted.recipient := rule.recipient;
    wanted.channel := case way when 'letter' then 'letter' when 'export' then 'export'
      else 'mail' end;
    wanted.purpose := doing;
    wanted.categories := '{invoice}';
    wanted.subject := 'invoices';
    wanted.item := which;
    wanted.delivered_by := actor();
    wanted.delivered_at := now();
    wanted.statement := (select s.version from statements s order by s.applied_at desc limit 1);
    perform refuse_delivery(wanted, rule);
    wanted.party_id := case when sort = 'payer' then payer.party_id end;
    insert into deliveries select (wanted).*;
  end loop;
end
$$;

create function guard_sending() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform pass_invoice(new.invoice_id, 'payer', 'invoicing', new.way, true);
  return new;
end
$$;
create trigger guard_sending before insert on sendings
  for each row execute function guard_sending();

-- What of a bank entry was booked on invoices and not taken back, in cents.
create function entry_spent(which uuid) returns bigint
language sql stable security definer set search_path from current as $$
  select coalesce(sum(p.amount), 0)::bigint from payments p where p.entry_id = which
    and not exists (select from payment_reversals r where r.payment_id = p.id)
$$;

-- A bank entry pays no more than it is, by however many payments at once, and a payment is of an
-- invoice that was issued.
create function guard_payment() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  entry bank_entries;
begin
  perform from invoices where id = new.invoice_id and kind = 'invoice' for update;
  if not found then raise exception 'INVOICE_NOT_ISSUED' using errcode = 'GS409'; end if;
  if new.paid_on > gestand.today() then
    raise exception 'PAID_IN_FUTURE' using errcode = 'GS400';
  end if;
  if new.amount > invoice_open(new.invoice_id) then
    raise exception 'PAID_TOO_MUCH' using errcode = 'GS409';
  end if;
  if new.entry_id is null then return new; end if;
  select * into entry from bank_entries where id = new.entry_id for update;
  if entry.amount < entry.aside + new.amount + entry_spent(entry.id) then
    raise exception 'ENTRY_SPENT' using errcode = 'GS409';
  end if;
  new.paid_on := entry.booked_on;
  return new;
end
$$;
create trigger guard_payment before insert on payments
  for each row execute function guard_payment();

-- What came in is as the bank told it. What of it is no payment can be set aside, all that is left
-- at once: when nothing of it was a payment, no name stays.
create function guard_entry() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  spent bigint := entry_spent(old.id);
begin
  if current_activity() is null then return new; end if;
  if (new.id, new.mark, new.booked_on, new.amount)
      is distinct from (old.id, old.mark, old.booked_on, old.amount)
    or new.aside <= old.aside or new.aside <> old.amount - spent
    or (new.debtor, new.remittance) is distinct from
      (case when spent = 0 then '' else old.debtor end,
      case when spent = 0 then '' else old.remittance end) then
    raise exception 'ENTRY_FIXED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_entry before update on bank_entries
  for each row execute function guard_entry();

-- Why an invoice cannot be reminded of now; null when it can. Each reminder gives time of its own.
create function reminder_barred(which uuid, wanted integer) returns text
language sql stable security definer set search_path from current as $$
  select case
    when i.kind <> 'invoice' or invoice_open(which) <= 0 then 'NOTHING_OPEN'
    when is_disputed(which) then 'INVOICE_DISPUTED'
    when exists (select from collector_handovers h where h.invoice_id = which) then 'HANDED_OVER'
    when wanted <> 1 + (select count(*) from payment_reminders r where r.invoice_id = which)
      then 'REMINDER_ORDER'
    when coalesce((select max(r.due_on) from payment_reminders r where r.invoice_id = which),
      s.due_on) >= gestand.today() then 'NOT_DUE' end
  from issuances s join invoices i on i.id = s.invoice_id where s.invoice_id = which
$$;

create function guard_payment_reminder() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  barred text;
begin
  perform from invoices where id = new.invoice_id for update;
  barred := reminder_barred(new.invoice_id, new.stage);
  if barred is not null then raise exception '%', barred using errcode = 'GS409'; end if;
  new.due_on := gestand.today() + (select s.remind_days from invoice_settings s);
  new.sent_by := actor();
  new.sent_at := now();
  perform pass_invoice(new.invoice_id, 'payer', 'collecting', new.way, true);
  return new;
end
$$;
create trigger guard_payment_reminder before insert on payment_reminders
  for each row execute function guard_payment_reminder();

-- A dispute keeps the dossiers behind the invoice, as long as it lasts and no longer.
create function guard_dispute() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from invoices where id = new.invoice_id and kind = 'invoice' for update;
  if not found then raise exception 'INVOICE_NOT_ISSUED' using errcode = 'GS409'; end if;
  if is_disputed(new.invoice_id) then
    raise exception 'INVOICE_DISPUTED' using errcode = 'GS409';
  end if;
  if new.ends_on <= gestand.today()
    or new.ends_on > (gestand.today() + interval '5 years')::date then
    raise exception 'HOLD_OUTSIDE' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger guard_dispute before insert on invoice_disputes
  for each row execute function guard_dispute();

create function hold_disputed() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  with placed as (
    insert into holds (dossier_id, reason, ends_on, placed_by)
    select d.id, 'legal-claim', new.ends_on, new.opened_by
    from dossiers d
    where d.id in (select c.dossier_id from charges c where c.invoice_id = new.invoice_id)
      and not exists (select from erasure_orders o
        where o.dossier_id = d.id and o.part = 'dossier' and o.closed_at is null)
    returning id, dossier_id),
  told as (
    select record('hold-placed', current_activity(), actor(), p.dossier_id, 'holds',
      'legal-claim', null) from placed p)
  insert into dispute_holds (dispute_id, hold_id)
    select new.id, p.id from placed p where (select count(*) from told) >= 0;
  return null;
end
$$;
create trigger hold_disputed after insert on invoice_disputes
  for each row execute function hold_disputed();

create function lift_disputed() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  held record;
begin
  for held in
    update holds h set lifted_by = new.ended_by, lifted_at = now()
    from dispute_holds d
    where d.dispute_id = new.dispute_id and h.id = d.hold_id and h.lifted_at is null
    returning h.id, h.dossier_id
  loop
    perform record('hold-lifted', current_activity(), actor(), held.dossier_id, 'holds',
      held.id::text, null);
  end loop;
  return null;
end
$$;
create trigger lift_disputed after insert on dispute_endings
  for each row execute function lift_disputed();

-- To a collector goes what is owed, by whom, and when that was asked: after the final reminder, and
-- to the one whom the statement names.
create function guard_collector_handover() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from invoices where id = new.invoice_id for update;
  if exists (select from collector_handovers h where h.invoice_id = new.invoice_id) then
    raise exception 'HANDED_OVER' using errcode = 'GS409';
  end if;
  if is_disputed(new.invoice_id) then
    raise exception 'INVOICE_DISPUTED' using errcode = 'GS409';
  end if;
  if coalesce(invoice_open(new.invoice_id), 0) <= 0 then
    raise exception 'NOTHING_OPEN' using errcode = 'GS409';
  end if;
  if not exists (select from payment_reminders r where r.invoice_id = new.invoice_id
    and r.stage = 3 and r.due_on < gestand.today()) then
    raise exception 'NOT_REMINDED' using errcode = 'GS409';
  end if;
  if not exists (select from recipient_rules r where r.recipient = new.recipient
    and r.kind = 'collector' and 'invoice' = any (r.gets)) then
    raise exception 'RECIPIENT_UNDECLARED' using errcode = 'GS403';
  end if;
  new.amount := invoice_open(new.invoice_id);
  new.handed_by := actor();
  perform pass_invoice(new.invoice_id, 'collector', 'collecting', 'export', false);
  return new;
end
$$;
create trigger guard_collector_handover before insert on collector_handovers
  for each row execute function guard_collector_handover();

-- Who there is to hand over to, by the statement.
create function collectors() returns table (recipient text)
language sql stable security definer set search_path from current as $$
  select r.recipient from recipient_rules r
  where keeps_books() and r.kind = 'collector' order by 1
$$;
grant execute on function collectors to public;
