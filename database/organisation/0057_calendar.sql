-- What holds for appointments whoever plans them, who hears of them, and what leaves for calendars.

-- Which side somebody acts for: the person whom the dossier is about, or the practice.
create function calendar_side() returns text
language sql stable parallel restricted security definer set search_path from current as $$
  select case when current_activity() = 'self-service' then 'client' else 'practice' end
$$;

-- Who works with the client of the opened dossier: whoever acts, when that is a member who reaches
-- it, or else the coach who is responsible.
create function coach_of_opened() returns uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select r.holder_id from relations r
  join members m on m.account_id = r.holder_id and (m.left_at is null or m.left_at > now())
  where r.dossier_id = opened() and (r.until is null or r.until > now())
    and (r.holder_id = actor() or r.relation = 'responsible-coach')
  order by r.holder_id = actor() desc, r.since desc limit 1
$$;

create function guard_appointment() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  new.recurs_at := case tg_op when 'INSERT' then new.starts_at else old.recurs_at end;
  if tg_op = 'UPDATE' then
    if (new.dossier_id, new.id, new.series_id)
      is distinct from (old.dossier_id, old.id, old.series_id) then
      raise exception 'INVALID' using errcode = 'GS400';
    end if;
    if exists (select from appointment_cancellations where appointment_id = old.id) then
      raise exception 'APPOINTMENT_CANCELLED' using errcode = 'GS409';
    end if;
    if (new.starts_at, new.ends_at, new.way, new.coach_id)
      is not distinct from (old.starts_at, old.ends_at, old.way, old.coach_id) then
      return new;
    end if;
    new.sequence := old.sequence + 1;
    if old.ends_at < now() then
      raise exception 'APPOINTMENT_PAST' using errcode = 'GS409';
    end if;
  elsif exists (select from appointments where id = new.id) then
    return new;
  end if;
  if new.starts_at < now() then
    raise exception 'APPOINTMENT_PAST' using errcode = 'GS409';
  end if;
  if not exists (
    select from reach r join members m on m.account_id = r.holder_id
    where r.dossier_id = new.dossier_id and r.holder_id = new.coach_id
      and r.until > new.starts_at and (m.left_at is null or m.left_at > new.starts_at)) then
    raise exception 'COACH_NOT_OF_CLIENT' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_appointment before insert or update on appointments
  for each row execute function guard_appointment();
create trigger refuse_when_closed before insert or update on appointments
  for each row execute function refuse_when_closed();

-- A client cancels no later than a day before: after that it takes a call.
create function guard_cancellation() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  planned appointments;
begin
  select * into planned from appointments where id = new.appointment_id for update;
  new.side := calendar_side();
  if planned.ends_at < now() then
    raise exception 'APPOINTMENT_PAST' using errcode = 'GS409';
  end if;
  if new.side = 'client' and planned.starts_at < now() + interval '24 hours' then
    raise exception 'APPOINTMENT_NEAR' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_cancellation before insert on appointment_cancellations
  for each row execute function guard_cancellation();

-- What is answered is the appointment as it stands: one that was moved meanwhile is looked at
-- again.
create function guard_confirmation() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  planned appointments;
begin
  select * into planned from appointments where id = new.appointment_id for update;
  if exists (select from appointment_cancellations where appointment_id = new.appointment_id) then
    raise exception 'APPOINTMENT_CANCELLED' using errcode = 'GS409';
  end if;
  if planned.sequence <> new.sequence then
    raise exception 'APPOINTMENT_MOVED' using errcode = 'GS409';
  end if;
  if planned.ends_at < now() then
    raise exception 'APPOINTMENT_PAST' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_confirmation before insert on appointment_confirmations
  for each row execute function guard_confirmation();

create function guard_proposal() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  planned appointments;
begin
  select * into planned from appointments where id = new.appointment_id for update;
  new.side := calendar_side();
  new.sequence := planned.sequence;
  if exists (select from appointment_cancellations where appointment_id = new.appointment_id) then
    raise exception 'APPOINTMENT_CANCELLED' using errcode = 'GS409';
  end if;
  if planned.ends_at < now() or (select min(t) from unnest(new.times) t) < now() then
    raise exception 'APPOINTMENT_PAST' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_proposal before insert on appointment_proposals
  for each row execute function guard_proposal();

-- The newest proposal is the one that counts, and the other side answers it.
create function guard_proposal_answer() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  proposal appointment_proposals;
  planned appointments;
begin
  select * into proposal from appointment_proposals where id = new.proposal_id;
  select * into planned from appointments where id = proposal.appointment_id for update;
  if exists (select from appointment_cancellations where appointment_id = proposal.appointment_id)
  then
    raise exception 'APPOINTMENT_CANCELLED' using errcode = 'GS409';
  end if;
  if proposal.side = calendar_side() or proposal.sequence <> planned.sequence or exists (
    select from appointment_proposals p where p.appointment_id = proposal.appointment_id
      and p.proposed_at > proposal.proposed_at) then
    raise exception 'PROPOSAL_REPLACED' using errcode = 'GS409';
  end if;
  if new.chosen is not null and (new.chosen <> all (proposal.times) or new.chosen < now()) then
    raise exception 'APPOINTMENT_PAST' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_proposal_answer before insert on appointment_proposal_answers
  for each row execute function guard_proposal_answer();

-- Choosing a time moves the appointment; both sides have said yes to it then.
create function move_as_chosen() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  proposal appointment_proposals;
begin
  if new.chosen is null then return null; end if;
  select * into proposal from appointment_proposals where id = new.proposal_id;
  update appointments
  set starts_at = new.chosen, ends_at = new.chosen + (ends_at - starts_at)
  where id = proposal.appointment_id;
  insert into appointment_confirmations (appointment_id, sequence, dossier_id, confirmed_by)
    select a.id, a.sequence, a.dossier_id,
      case when proposal.side = 'client' then proposal.proposed_by else new.answered_by end
    from appointments a where a.id = proposal.appointment_id
    on conflict do nothing;
  return null;
end
$$;
create trigger move_as_chosen after insert on appointment_proposal_answers
  for each row execute function move_as_chosen();

-- Whether somebody is at work between two moments, by the clock in the Netherlands.
create function works_between(account uuid, starts timestamptz, ends timestamptz) returns boolean
language sql stable security definer set search_path from current as $$
  with asked as (
    select starts at time zone 'Europe/Amsterdam' as since,
      ends at time zone 'Europe/Amsterdam' as until)
  select since::date = until::date and case
    when exists (select from working_hours where account_id = account) then exists (
      select from working_hours h where h.account_id = account
        and h.weekday = extract(isodow from since)
        and since::time >= h.starts and until::time <= h.ends)
    else extract(isodow from since) < 6 and since::time >= '08:00' and until::time <= '18:00' end
  from asked
$$;

-- What stands in the way of a time, in words: another appointment of the coach or of the client, an
-- absence, a time that is blocked, hours at which the coach does not work. Never whose.
create function appointment_conflicts(coach uuid, starts timestamptz, ends timestamptz, own uuid)
returns setof text
language plpgsql stable security definer rows 5 set search_path from current as $$
declare
  which uuid := opened();
begin
  if which is null
    or not has_table_privilege(current_setting('role'), 'appointments', 'select')
      and not has_any_column_privilege(current_setting('role'), 'appointments', 'insert') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return query
    with taken as (
      select a.coach_id, d.person_id from appointments a
      join dossiers d on d.id = a.dossier_id
      where a.id <> own and a.starts_at < ends and a.ends_at > starts
        and a.starts_at > starts - interval '10 hours'
        and (a.coach_id = coach or d.person_id = (select person_id from dossiers where id = which))
        and not exists (select from appointment_cancellations c where c.appointment_id = a.id))
    select 'coach' where exists (select from taken t where t.coach_id = coach)
    union all
    select 'client' where exists (
      select from taken t where t.person_id = (select person_id from dossiers where id = which))
    union all
    select 'block' where exists (select from time_blocks b where b.account_id = coach
      and b.starts_at < ends and b.ends_at > starts)
    union all
    select 'absence' where exists (
      select from absences b where b.account_id = coach
        and starts < gestand.midnight(b.ends_on + 1) and ends > gestand.midnight(b.starts_on)
        and not exists (select from absence_cancellations c where c.absence_id = b.id))
    union all
    select 'hours' where not works_between(coach, starts, ends);
end
$$;

-- Blocks and hours are one's own, and of colleagues: no client sees them.
alter table time_blocks enable row level security;
create policy core_own on time_blocks as restrictive for insert
  with check (account_id = (select actor()));
create policy core_own_update on time_blocks as restrictive for update
  using (account_id = (select actor())) with check (account_id = (select actor()));
create policy core_own_delete on time_blocks as restrictive for delete
  using (account_id = (select actor()));
create policy core_colleagues on time_blocks as restrictive for select
  using (works_here((select actor())));
alter table working_hours enable row level security;
create policy core_own on working_hours as restrictive for insert
  with check (account_id = (select actor()));
create policy core_own_update on working_hours as restrictive for update
  using (account_id = (select actor())) with check (account_id = (select actor()));
create policy core_own_delete on working_hours as restrictive for delete
  using (account_id = (select actor()));
create policy core_colleagues on working_hours as restrictive for select
  using (works_here((select actor())));

-- Whoever plans for others knows which coach goes with which dossier, and nothing else of it.
create function planned_dossiers() returns table (dossier_id uuid, coach_id uuid)
language plpgsql stable security definer rows 100 set search_path from current as $$
begin
  perform acting(current_activity());
  return query
    select distinct on (d.id) d.id, r.holder_id
    from standing_functions f
    join living_dossiers d on d.kind = f.kind
    join activations a on a.dossier_id = d.id
    join relations r on r.dossier_id = d.id and r.relation = 'responsible-coach'
      and (r.until is null or r.until > now())
    where f.account_id = actor() and f.activity = current_activity() and f.starts is null
      and has_any_column_privilege(acting_role(), 'appointments', 'insert')
      and current_activity() <> all (d.paused_activities)
      and not exists (select from closures z where z.dossier_id = d.id)
    order by d.id, r.since desc;
end
$$;

grant execute on function coach_of_opened, appointment_conflicts, planned_dossiers to public;
