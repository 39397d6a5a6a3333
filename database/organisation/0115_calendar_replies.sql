-- An invitation to an appointment goes out by mail, and the calendar of whoever is invited answers
-- it by mail (RFC 5546, 3.2.3). The answer comes in at an address that stands in that invitation
-- alone, and counts only from the address that was invited. A series is one invitation: the whole
-- of it is answered, or a time by itself.

create table appointment_mailboxes (
  appointment_id uuid primary key references appointments on delete cascade,
  token          text not null unique default replace(gen_random_uuid()::text, '-', '')
);
comment on table appointment_mailboxes is
  $$The address at which calendars answer an invitation to an appointment; nobody can guess it.
@system @nobody an address of the software, that says nothing of anybody$$;
comment on column appointment_mailboxes.appointment_id is $$@key$$;

create table appointment_replies (
  appointment_id uuid primary key,
  dossier_id     uuid not null,
  sequence       integer not null,
  answer         text not null check (answer in ('accepted', 'declined', 'tentative')),
  replied_at     timestamptz not null,
  foreign key (appointment_id, dossier_id)
    references appointments (id, dossier_id) on delete cascade
);
create index appointment_replies_dossier on appointment_replies (dossier_id);
comment on table appointment_replies is
  $$What the calendar of the client answered last, at the time as the appointment was then.
@belongs dossiers @card$$;
comment on column appointment_replies.appointment_id is $$@key$$;
comment on column appointment_replies.dossier_id is $$@key$$;
comment on column appointment_replies.sequence is $$@impersonal which change of the time$$;
comment on column appointment_replies.answer is $$@category planning$$;
comment on column appointment_replies.replied_at is $$When the calendar says it answered. @stamp$$;

-- The address of an appointment in the opened dossier, made when it is asked for the first time.
-- All of a series have one, that stands with the last.
create function appointment_mailbox(wanted uuid) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine text;
  keeper uuid;
begin
  select coalesce((select s.id from appointments s where s.series_id = a.series_id
      order by s.recurs_at desc limit 1), a.id) into keeper
    from appointments a where a.id = wanted and a.dossier_id = opened();
  if keeper is null then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into appointment_mailboxes (appointment_id) values (keeper) on conflict do nothing;
  select token into mine from appointment_mailboxes where appointment_id = keeper;
  return mine;
end
$$;
grant execute on function appointment_mailbox to public;

-- Which appointment or series an address names, and whose tray takes what is no answer.
create function appointment_place(wanted text)
returns table (account_id uuid, dossier_id uuid, invitation_id uuid)
language sql stable security definer set search_path from current as $$
  select a.coach_id, a.dossier_id, coalesce(a.series_id, a.id) from appointment_mailboxes b
  join appointments a on a.id = b.appointment_id
  join living_dossiers d on d.id = a.dossier_id
  where b.token = wanted
$$;

-- Whether mail from an address is from whom the dossier is about: the accounts that get such mail,
-- or without any the address on the card.
create function invited(dossier uuid, address text) returns boolean
language sql stable security definer set search_path from current as $$
  with holders as (
    select r.holder_id from relations r
    where r.dossier_id = dossier and r.relation in ('client', 'representative')
      and (r.until is null or r.until > now()))
  select case when exists (select from holders) then exists (
      select from holders h join gestand.accounts a on a.id = h.holder_id
      where lower(a.email) = lower(address) and a.disabled_at is null)
    else exists (select from clients c where c.dossier_id = dossier
      and lower(c.email) = lower(address)) end
$$;

-- Whether nothing can be answered any more: the appointment has another time by now, it is over or
-- cancelled, or a newer answer is there.
create function replies_late(planned appointments, at_sequence integer, stamped timestamptz)
returns boolean
language sql stable security definer set search_path from current as $$
  select planned.sequence <> at_sequence or planned.ends_at < now()
    or exists (select from appointment_cancellations where appointment_id = planned.id)
    or exists (select from closures where dossier_id = planned.dossier_id)
    or exists (select from appointment_replies r where r.appointment_id = planned.id
      and r.sequence = at_sequence and r.replied_at >= stamped)
$$;

-- Takes an answer over, to one appointment, to one of a series (which, tells `occurrence`) or to
-- all of a series that still are as they were planned. Tells `stranger` when it is from somebody
-- else or about nothing, `late` when there is nothing to take over, and about which it is.
create function receive_reply(invitation uuid, occurrence timestamptz, address text, says text,
  at_sequence integer, stamped timestamptz, out outcome text, out about uuid)
language plpgsql volatile security definer set search_path from current as $$
declare
  planned appointments;
begin
  outcome := 'stranger';
  for planned in
    select * from appointments a
    where (a.series_id = invitation or a.id = invitation and a.series_id is null)
      and (occurrence is null or a.recurs_at = occurrence)
    order by a.recurs_at for update
  loop
    if not invited(planned.dossier_id, address) then return; end if;
    if outcome = 'stranger' then outcome := 'late'; end if;
    continue when replies_late(planned, at_sequence, stamped);
    perform keep_reply(planned, says, stamped);
    about := coalesce(about, planned.id);
    outcome := 'taken';
  end loop;
end
$$;

create function keep_reply(planned appointments, says text, stamped timestamptz) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  insert into appointment_replies (appointment_id, dossier_id, sequence, answer, replied_at)
    values (planned.id, planned.dossier_id, planned.sequence, says, stamped)
    on conflict (appointment_id) do update
    set sequence = excluded.sequence, answer = excluded.answer, replied_at = excluded.replied_at;
  if says = 'accepted' then
    insert into appointment_confirmations (appointment_id, sequence, dossier_id, confirmed_by)
      values (planned.id, planned.sequence, planned.dossier_id, null) on conflict do nothing;
  else
    delete from appointment_confirmations
    where appointment_id = planned.id and sequence = planned.sequence;
  end if;
  perform record('inserted', 'system', null, planned.dossier_id, 'appointment_replies',
    planned.id::text, null);
end
$$;
grant execute on function appointment_place, receive_reply to gestand_worker;

-- Whoever confirms on the page after all comes, whatever the calendar said before.
create function outdate_reply() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update appointment_replies set answer = 'accepted'
  where appointment_id = new.appointment_id and sequence = new.sequence;
  return null;
end
$$;
create trigger outdate_reply after insert on appointment_confirmations
  for each row execute function outdate_reply();
