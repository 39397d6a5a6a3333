-- What leaves for calendar software, and who is reminded: times and nothing else.

-- Takes a new secret into use for whoever asks; the one before it no longer works.
create function begin_calendar_feed(hash bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if acting(current_activity()) is not true
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

-- Reports for whoever runs the organisation: figures and no names of clients. What counts fewer
-- people than the smallest group does not leave the database.

-- Whether whoever asks reports on services of this kind.
create function reports_on(kind text) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from standing_functions f where f.account_id = actor()
    and f.activity = 'reporting' and f.kind = reports_on.kind)
    and current_activity() = 'reporting';
end
$$;

-- What is reported of each dossier, as amounts: a measure, and how many, in a month.
create function report_facts(report text, since date, until date)
returns table (dossier_id uuid, measure text, month date, amount numeric, coach_id uuid)
language plpgsql stable security definer rows 1000 set search_path from current as $$
begin
  return query
    select a.dossier_id, 'started', date_trunc('month', a.activated_at)::date, 1::numeric,
      null::uuid
    from activations a where report = 'caseload'
      and a.activated_at >= gestand.midnight(since) and a.activated_at < gestand.midnight(until)
    union all
    select z.dossier_id, 'ended', date_trunc('month', z.ended_on)::date, 1, null
    from closures z where report = 'caseload' and z.ended_on >= since and z.ended_on < until
    union all
    select a.dossier_id, 'running', date_trunc('month', least(until - 1, gestand.today()))::date, 1,
      null
    from activations a left join closures z on z.dossier_id = a.dossier_id
    where report = 'caseload' and a.activated_at < gestand.midnight(until)
      and (z.ended_on is null or z.ended_on >= least(until, gestand.today()))
    union all
    select z.dossier_id, z.outcome, date_trunc('month', z.ended_on)::date, 1, null
    from closures z where report = 'outcomes' and z.ended_on >= since and z.ended_on < until
    union all
    select t.dossier_id, case when t.billable then 'billable' else 'not-billable' end,
      date_trunc('month', t.day)::date, t.minutes / 60.0, t.noted_by
    from time_entries t where report = 'hours' and t.day >= since and t.day < until;
end
$$;

-- A report over a year or a quarter, so that no two periods differ by a day; along one line, so
-- that no two lines cross in one person. A figure that is about fewer than five people is not told,
-- and neither are the smallest of the others until those that are hidden are about five together:
-- none can be reckoned from a total that another report gives. What a quarter tells, the year and
-- its other quarters could tell as well, so that a report minus others leaves nothing that was
-- hidden. How many run is told in fives, and not where it would give away how many started or
-- ended: what ran at the end of two years would else tell what happened between.
create function report_figures(report text, along text, since date, until date)
returns table (measure text, label text, amount numeric)
language plpgsql stable security definer rows 50 set search_path from current as $$
declare
  january date := date_trunc('year', since);
begin
  perform acting(current_activity());
  if report not in ('caseload', 'outcomes', 'hours')
    or along not in ('coach', 'service', 'principal', 'month') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if (since, until) not in (
    select s, e from report_frames(january, true) f (s, e)) then
    raise exception 'REPORT_PERIOD' using errcode = 'GS400';
  end if;
  return query
    with facts as (
      select w.s, w.e, f.dossier_id, f.measure, f.amount, case along
        when 'service' then d.kind
        when 'principal' then coalesce(g.party_id::text, '-')
        when 'month' then to_char(f.month, 'YYYY-MM')
        else coalesce(f.coach_id, (
          select r.holder_id from relations r
          where r.dossier_id = f.dossier_id and r.relation = 'responsible-coach'
          order by r.until desc nulls first, r.since desc limit 1))::text end as label
      from report_frames(january, along = 'month' or since <> january
        or until <> january + interval '1 year') w (s, e)
      cross join lateral report_facts(report, w.s, w.e) f
      join dossiers d on d.id = f.dossier_id
      left join engagements g on g.dossier_id = f.dossier_id
      where reports_on(d.kind)),
    cells as (
      select f.s, f.e, f.measure, f.label,
        case f.measure when 'running' then floor(sum(f.amount) / 5) * 5
          else round(sum(f.amount), 2) end as amount,
        count(distinct f.dossier_id) as people
      from facts f group by f.s, f.e, f.measure, f.label),
    ranked as (
      select c.*, min(c.people) over same < 5 as hides,
        sum(c.people) over (partition by c.s, c.e, c.measure order by c.people, c.label)
          - c.people as before
      from cells c window same as (partition by c.s, c.e, c.measure)),
    judged as (
      select r.*, bool_and(r.people >= 5 and not (r.hides and r.before < 5))
        over (partition by r.measure, r.label) as tells
      from ranked r),
    flows as (
      select j.*, bool_and(j.tells) filter (where j.measure in ('started', 'ended'))
        over (partition by j.s, j.e, j.label) is not false as flows
      from judged j)
    select f.measure, f.label,
      case when f.tells and (f.measure <> 'running' or f.flows) then f.amount end
    from flows f where f.s = since and f.e = until order by 2 nulls last, 1;
end
$$;

-- A year, and its quarters where they are asked for.
create function report_frames(january date, quarters boolean)
returns table (s date, e date)
language sql immutable parallel safe set search_path from current as $$
  select january, (january + interval '1 year')::date
  union all
  select (january + n * interval '3 months')::date, (january + (n + 1) * interval '3 months')::date
  from generate_series(0, 3) n where quarters
$$;

-- What is waited for, by the law or by the statement: done in time, done late, open, and overdue.
-- These say how the organisation works and nothing of who the work is for.
create function report_terms(since date, until date)
returns table (measure text, label text, amount numeric)
language plpgsql stable security definer rows 10 set search_path from current as $$
begin
  perform acting(current_activity());
  return query
    with terms as (
      select 'requests' as label, q.due_on,
        (q.closed_at at time zone 'Europe/Amsterdam')::date as done_on
      from requests q
      union all
      select 'complaints', c.due_on, (
        select (o.decided_at at time zone 'Europe/Amsterdam')::date from complaint_outcomes o
        where o.complaint_id = c.id)
      from complaints c
      union all
      select 'gatekeeper', t.due_on, t.done_on
      from gatekeeper_terms t join dossiers d on d.id = t.dossier_id
      where not exists (select from closures z where z.dossier_id = t.dossier_id)
      union all
      select 'retention', d.expires_on, null from dossiers d where d.expires_on is not null)
    select case when t.done_on <= t.due_on then 'in-time' when t.done_on is not null then 'late'
        when t.due_on < gestand.today() then 'overdue' else 'open' end,
      t.label, count(*)::numeric
    from terms t
    where current_activity() = 'reporting' and t.due_on >= since and t.due_on < until
    group by 1, 2 order by 2, 1;
end
$$;

-- What was invoiced, by principal or month: cents without tax, of what is issued. Clients who pay
-- themselves are one group.
create function report_income(along text, since date, until date)
returns table (measure text, label text, amount numeric)
language plpgsql stable security definer rows 50 set search_path from current as $$
begin
  perform acting(current_activity());
  return query
    select case i.kind when 'invoice' then 'invoiced' else 'credited' end,
      case along when 'principal' then coalesce(p.party_id::text, '-')
        else to_char(s.issued_on, 'YYYY-MM') end,
      round(sum(s.net) / 100.0, 2)
    from issuances s join invoices i on i.id = s.invoice_id
    left join payers p on p.id = i.payer_id
    where current_activity() = 'reporting' and s.issued_on >= since and s.issued_on < until
    group by 1, 2 order by 2, 1;
end
$$;

grant execute on function report_figures, report_terms, report_income to public;
