-- What leaves for calendar software, and who is reminded: times and nothing else.

-- Takes a new secret into use for whoever asks; the one before it no longer works.
create function begin_calendar_feed(hash bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if actor() is null or acting_role() is null
    or not has_column_privilege(acting_role(), 'appointments', 'starts_at', 'select') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into calendar_feeds (account_id, token_hash, activity)
    values (actor(), hash, current_activity())
    on conflict (account_id) do update
    set token_hash = excluded.token_hash, activity = excluded.activity, made_at = now(),
      read_at = null;
  perform record('inserted', current_activity(), actor(), null, 'calendar_feeds', actor()::text,
    null);
end
$$;

create function end_calendar_feed() returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  delete from calendar_feeds where account_id = actor();
  if found then
    perform record('deleted', coalesce(current_activity(), 'account'), actor(), null,
      'calendar_feeds', actor()::text, null);
  end if;
end
$$;

create function own_calendar_feed() returns table (made_at timestamptz, read_at timestamptz)
language sql stable security definer rows 1 set search_path from current as $$
  select f.made_at, f.read_at from calendar_feeds f where f.account_id = actor()
$$;

-- The times of the account whose secret this is. Its account must still be there, and reach each
-- dossier now; a day on which it is read is a line in the ledger.
create function read_calendar_feed(secret bytea)
returns table (language text, id uuid, starts_at timestamptz, ends_at timestamptz,
  sequence integer, changed_at timestamptz, cancelled boolean)
language plpgsql volatile security definer rows 100 set search_path from current as $$
declare
  feed calendar_feeds;
begin
  select c.* into feed from calendar_feeds c
  join gestand.accounts a on a.id = c.account_id and a.disabled_at is null
  where c.token_hash = sha256(secret);
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  update calendar_feeds c set read_at = now()
  where c.account_id = feed.account_id
    and (c.read_at is null or c.read_at < now() - interval '1 day');
  if found then
    perform record('listed', feed.activity, feed.account_id, null, 'calendar-feed', null, null);
  end if;
  return query
    select n.language, p.id, p.starts_at, p.ends_at, p.sequence, p.planned_at,
      c.appointment_id is not null
    from gestand.accounts n
    join reach r on r.holder_id = n.id and r.since <= now() and r.until > now()
      and r.activity = feed.activity
    join activities v on v.activity = r.activity
      and has_column_privilege(v.role, 'appointments', 'starts_at', 'select')
    join appointments p on p.dossier_id = r.dossier_id
      and p.starts_at between now() - interval '90 days' and now() + interval '400 days'
    left join appointment_cancellations c on c.appointment_id = p.id
    where n.id = feed.account_id and (p.coach_id = n.id or exists (
      select from relations l join relation_words w on w.relation = l.relation and w.subject
      where l.dossier_id = p.dossier_id and l.holder_id = n.id))
    order by p.starts_at, p.id limit 2000;
end
$$;
grant execute on function begin_calendar_feed, end_calendar_feed, own_calendar_feed,
  read_calendar_feed to public;

-- Notes who is reminded now, of what begins within a day and not within two hours: once for each
-- time that it has. Tells which accounts are to get mail about it.
create function remind_of_appointments()
returns table (dossier_id uuid, account_id uuid)
language sql volatile security definer set search_path from current as $$
  with due as (
    insert into appointment_reminders (appointment_id, sequence, dossier_id)
    select a.id, a.sequence, a.dossier_id
    from appointments a join living_dossiers d on d.id = a.dossier_id
    where a.starts_at between now() + interval '2 hours' and now() + interval '24 hours'
      and not exists (select from appointment_cancellations c where c.appointment_id = a.id)
      and not exists (select from appointment_reminders r
        where r.appointment_id = a.id and r.sequence = a.sequence)
      and exists (select from relations r join relation_words w on w.relation = r.relation
        where w.subject and r.dossier_id = a.dossier_id and (r.until is null or r.until > now()))
    order by a.starts_at limit 500
    on conflict do nothing
    returning appointment_reminders.dossier_id)
  select due.dossier_id, r.holder_id
  from due
  join relations r on r.dossier_id = due.dossier_id and (r.until is null or r.until > now())
  join relation_words w on w.relation = r.relation and w.subject
$$;
grant execute on function remind_of_appointments to gestand_worker;
