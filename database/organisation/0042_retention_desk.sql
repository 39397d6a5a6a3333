-- Retention by itself, at the desk of whoever keeps the terms, and for the checks.

-- By itself.

-- What is due, at most so many, by the index on parts and days: however many are due, and whatever
-- waits to be destroyed by hand, no batch looks at more than it takes.
create function pick_due(most integer)
returns table (dossier_id uuid, part text, due_on date, kind text, started_at timestamptz,
  person_id uuid)
language plpgsql volatile security definer set search_path from current
set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off
set enable_seqscan = off as $$
declare
  wanted text;
  found  integer;
begin
  for wanted in select distinct t.part from retention_terms t where not t.tangible order by 1 loop
    return query
      select u.dossier_id, u.part, u.due_on, d.kind, d.started_at, d.person_id
      from due_dates u join dossiers d on d.id = u.dossier_id
      -- Compared as one: by the day alone PostgreSQL went through what is due of all other parts.
      where (u.part, u.due_on) >= (wanted, date '-infinity')
        and (u.part, u.due_on) <= (wanted, gestand.today())
        and not exists (select from standing_holds h where h.dossier_id = u.dossier_id)
        and not exists (
          select from erasure_orders o where o.dossier_id = u.dossier_id and o.part = u.part)
        -- A dossier that was stripped waits for the last of what it was stripped to.
        and not (u.part = 'dossier' and exists (
          select from erasure_orders o where o.dossier_id = u.dossier_id and o.part = 'rest'
            and (o.deleted_at is null or d.expires_on > gestand.today()
              or d.expires_on is null and exists (select from lasting_parts(d.id)))))
      order by u.part, u.due_on limit most
      for update of d skip locked;
    get diagnostics found = row_count;
    most := most - found;
    exit when most <= 0;
  end loop;
end
$$;

create function order_due(most integer) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  made bigint;
begin
  with due as materialized (select * from pick_due(most)),
  lasting as materialized (
    select distinct l.dossier_id from lasting_among(
      array(select e.dossier_id from due e where e.part = 'dossier'), gestand.today()) l)
  insert into erasure_orders (dossier_id, part, cause, kind, year, due_on, person_id)
    -- What of a dossier is kept longer stays behind, stripped of the rest.
    select e.dossier_id, case when e.part = 'dossier' and l.dossier_id is not null
        then 'rest' else e.part end,
      case when c.dossier_id is null then 'retention' else 'choice' end, e.kind,
      extract(year from e.started_at), e.due_on,
      -- Who goes along is looked at again when the order is carried out: most are right by then.
      case when e.part = 'dossier' and l.dossier_id is null and not exists (
        select from dossiers o where o.person_id = e.person_id and o.id <> e.dossier_id)
        then e.person_id end
    from due e
    left join lasting l on l.dossier_id = e.dossier_id
    left join retention_choices c on c.dossier_id = e.dossier_id and c.part = e.part
    on conflict do nothing;
  get diagnostics made = row_count;
  return made;
end
$$;

-- Those whose dossier goes within the days given, and who were not told so yet for that day.
create function take_warnings(days integer, most integer)
returns table (dossier_id uuid, account_id uuid, due_on date)
language sql volatile security definer set search_path from current as $$
  with soon as (
    select u.dossier_id, u.due_on from due_dates u
    where u.part = 'dossier' and u.due_on > gestand.today() and u.due_on <= gestand.today() + days
      and u.warned_for is distinct from u.due_on
    order by u.due_on limit most for update skip locked),
  noted as (
    update due_dates u set warned_for = s.due_on from soon s
    where u.dossier_id = s.dossier_id and u.part = 'dossier')
  select s.dossier_id, r.holder_id, s.due_on
  from soon s join relations r on r.dossier_id = s.dossier_id
  join relation_words w on w.relation = r.relation and w.subject
  join gestand.accounts a on a.id = r.holder_id and a.disabled_at is null
$$;

-- The desk of whoever keeps the terms: numbers of dossiers and days, never whose they are.

create function keeps_terms() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from standing_functions f
    where f.account_id = actor() and f.activity = current_activity()
      and f.activity = 'retention')
$$;

create function retention_months(months integer)
returns table (month date, part text, amount bigint)
language sql stable security definer set search_path from current as $$
  select date_trunc('month', u.due_on)::date, u.part, count(*)
  from due_dates u
  where keeps_terms() and u.due_on < (date_trunc('month', gestand.today())
    + make_interval(months => least(months, 120)))::date
    and not exists (select from erasure_orders o
      where o.dossier_id = u.dossier_id and o.part = u.part and o.closed_at is not null)
  group by 1, 2 order by 1, 2
$$;

create function list_holds()
returns table (id uuid, reference text, kind text, reason text, ends_on date, placed_at timestamptz,
  placed_by uuid, due_on date)
language sql stable security definer set search_path from current as $$
  select h.id, d.reference, d.kind, h.reason, h.ends_on, h.placed_at, p.placed_by, u.due_on
  from standing_holds h join holds p on p.id = h.id join dossiers d on d.id = h.dossier_id
  left join due_dates u on u.dossier_id = h.dossier_id and u.part = 'dossier'
  where keeps_terms() order by h.ends_on, d.reference limit 500
$$;

-- Five years at most, as a claim can take; longer is for a new decision.
create function place_hold(number text, why text, until date) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid;
  made  uuid;
begin
  if not keeps_terms() then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  select d.id into which from dossiers d where d.reference = number for update;
  if not found then raise exception 'DOSSIER_UNKNOWN' using errcode = 'GS404'; end if;
  if until <= gestand.today() or until > (gestand.today() + interval '5 years')::date then
    raise exception 'HOLD_OUTSIDE' using errcode = 'GS400';
  end if;
  if exists (select from erasure_orders o
    where o.dossier_id = which and o.part = 'dossier' and o.closed_at is null) then
    raise exception 'ERASURE_BEGUN' using errcode = 'GS409';
  end if;
  insert into holds (dossier_id, reason, ends_on, placed_by)
    values (which, why, until, actor()) returning id into made;
  perform record('hold-placed', current_activity(), actor(), which, 'holds', why, null);
  return made;
end
$$;

create function lift_hold(which uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  dossier uuid;
begin
  if not keeps_terms() then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  update holds set lifted_by = actor(), lifted_at = now()
    where id = which and lifted_at is null returning dossier_id into dossier;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('hold-lifted', current_activity(), actor(), dossier, 'holds', which::text, null);
end
$$;

-- Erasures: those under way first. Whose they were nobody can tell any more.
create function list_erasures(skipped integer, most integer)
returns table (id uuid, kind text, year integer, part text, cause text, ordered_at timestamptz,
  registered_at timestamptz, deleted_at timestamptz, reread_at timestamptz, closed_at timestamptz,
  scrubbed_at timestamptz, leftovers bigint, places text[], total bigint)
language sql stable security definer set search_path from current as $$
  select o.id, o.kind, o.year, o.part, o.cause, o.ordered_at, o.registered_at, o.deleted_at,
    o.reread_at, o.closed_at, o.scrubbed_at, o.leftovers,
    array(select l.place || ': ' || l.amount from erasure_leftovers l
      where l.order_id = o.id order by 1 limit 20), count(*) over ()
  from erasure_orders o where keeps_terms()
  order by o.closed_at is not null, o.closed_at desc, o.ordered_at desc, o.id
  offset skipped limit most
$$;

create function accept_leftovers(which uuid, why text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not keeps_terms() then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  update erasure_orders set accepted_by = actor(), accepted_why = why
    where id = which and leftovers > 0 and closed_at is null;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('leftovers-accepted', current_activity(), actor(), null, 'erasure_orders',
    which::text, null);
end
$$;

-- What survives: how many, of which kind, begun in which year; per month in which they went.
create function destroyed_figures(since date, until date)
returns table (month date, kind text, year integer, part text, cause text, amount bigint,
  oldest timestamptz, digest text)
language sql stable security definer set search_path from current as $$
  select date_trunc('month', o.closed_at at time zone 'Europe/Amsterdam')::date, o.kind, o.year,
    o.part, o.cause, count(*), min(o.closed_at),
    encode(sha256(convert_to(string_agg(o.id::text, ' ' order by o.id), 'utf8')), 'hex')
  from erasure_orders o
  where keeps_terms() and o.closed_at >= since::timestamp at time zone 'Europe/Amsterdam'
    and o.closed_at < until::timestamp at time zone 'Europe/Amsterdam'
  group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4, 5
$$;

grant execute on function keeps_terms, retention_months, list_holds,
  place_hold, lift_hold, list_erasures,
  accept_leftovers, destroyed_figures to public;
grant execute on function order_due, take_warnings to gestand_worker;

-- What checks may know of it.

create function evidence_erasures()
returns table (order_id uuid, dossier_id uuid, part text, cause text, ordered_at timestamptz,
  deleted_at timestamptz, closed_at timestamptz, scrubbed_at timestamptz, there boolean,
  held boolean)
language sql stable security definer set search_path from current as $$
  select o.id, o.dossier_id, o.part, o.cause, o.ordered_at, o.deleted_at, o.closed_at,
    o.scrubbed_at,
    o.part = 'dossier' and exists (select from dossiers d where d.id = o.dossier_id),
    exists (select from standing_holds h where h.dossier_id = o.dossier_id)
  from erasure_orders o
$$;

create function evidence_holds()
returns table (hold_id uuid, reason text, ends_on date, placed_by uuid, placed_at timestamptz)
language sql stable security definer set search_path from current as $$
  select h.id, h.reason, h.ends_on, h.placed_by, h.placed_at from holds h where h.lifted_at is null
$$;

grant execute on function evidence_erasures, evidence_holds to gestand_worker;
