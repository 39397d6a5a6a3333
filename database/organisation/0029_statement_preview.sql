-- What another statement would do to the dossiers that there are, counted without doing it. The
-- rules that are asked about come as the compiler makes them: rules, relation words, activities and
-- retention.

-- Those who draft or approve a statement may ask, and the owner.
create function may_preview() returns boolean
language sql stable security definer set search_path from current as $$
  select pg_has_role(session_user, 'gestand_owner', 'member') or exists (
    select from standing_functions f
    where f.account_id = actor() and f.activity = current_activity()
      and f.activity in ('statement-drafting', 'statement-approval'))
$$;

-- Who would reach which dossier. It asks the very view that decides, with the wanted rules standing
-- before the tables that it reads: so that what is counted cannot part from what will be.
create function reach_under(wanted jsonb)
returns table (activity text, dossier_id uuid, holder_id uuid)
language plpgsql stable security definer set search_path from current as $$
begin
  return query execute format($q$
    with rules as (
      select * from jsonb_to_recordset($1 -> 'rules') as r (
        activity text, kind text, relation text, scope text, after text, during text)),
    relation_words as (
      select * from jsonb_to_recordset($1 -> 'relationWords') as w (
        relation text, subject boolean, party boolean))
    select distinct s.activity, s.dossier_id, s.holder_id from (%s) s
    where s.since <= now() and s.until > now()$q$,
    rtrim(pg_get_viewdef('relation_reach'::regclass), ';')) using wanted;
end
$$;

create function functions_under(wanted jsonb) returns table (activity text, account_id uuid)
language plpgsql stable security definer set search_path from current as $$
begin
  return query execute format($q$
    with rules as (
      select * from jsonb_to_recordset($1 -> 'rules') as r (
        activity text, kind text, relation text, scope text, after text, during text)),
    activities as (
      select * from jsonb_to_recordset($1 -> 'activities') as a (
        activity text, role text, starts text, opens boolean))
    select distinct s.activity, s.account_id from (%s) s$q$,
    rtrim(pg_get_viewdef('standing_functions'::regclass), ';')) using wanted;
end
$$;

-- Who would gain and who would lose dossiers, by activity. Members are named by their id; everybody
-- else, clients and parties, is counted. A function counts as one, however many dossiers there are.
create function preview_reach(wanted jsonb)
returns table (activity text, by_function boolean, holder_id uuid, holders bigint, gained bigint,
  lost bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_preview() is not true then return; end if;
  return query
    with moved as (
      select coalesce(n.activity, o.activity) as activity,
        coalesce(n.dossier_id, o.dossier_id) as dossier_id,
        coalesce(n.holder_id, o.holder_id) as holder_id, o.activity is null as gains
      from reach_under(wanted) n
      full join (select distinct s.activity, s.dossier_id, s.holder_id from standing_relations s) o
        on o.activity = n.activity and o.dossier_id = n.dossier_id and o.holder_id = n.holder_id
      where n.activity is null or o.activity is null),
    acting as (
      select coalesce(n.activity, o.activity) as activity,
        coalesce(n.account_id, o.account_id) as account_id, o.activity is null as gains
      from functions_under(wanted) n
      full join (select distinct s.activity, s.account_id from standing_functions s) o
        on o.activity = n.activity and o.account_id = n.account_id
      where n.activity is null or o.activity is null),
    named as (
      select m.activity, m.dossier_id, m.holder_id, m.gains,
        case when exists (select from members x where x.account_id = m.holder_id)
          then m.holder_id end as name
      from moved m)
    select n.activity, false, n.name, count(distinct n.holder_id),
      count(distinct n.dossier_id) filter (where n.gains),
      count(distinct n.dossier_id) filter (where not n.gains)
    from named n group by n.activity, n.name
    union all
    select a.activity, true, a.account_id, 1, count(*) filter (where a.gains),
      count(*) filter (where not a.gains)
    from acting a group by a.activity, a.account_id
    order by 1, 2, 6 desc, 5 desc, 3
    limit 2000;
end
$$;

-- Dossiers of which a part would be due on another day, with both days: asked of the view that
-- reckons, with the wanted terms before its own, so that choices, floors and kinds count too.
create function terms_under(wanted jsonb)
returns table (part text, dossier_id uuid, now_end date, new_end date)
language plpgsql stable security definer set search_path from current as $$
begin
  return query execute format($q$
    with retention_terms as (
      select * from jsonb_to_recordset($1 -> 'retention') as t (
        part text, kind text, events text[], keep interval, at_least interval, sooner text[],
        later text[], tangible boolean, categories text[])),
    wanted as (select s.part, s.dossier_id, s.due_on from (%s) s)
    select coalesce(n.part, o.part), coalesce(n.dossier_id, o.dossier_id), o.due_on, n.due_on
    from wanted n
    full join reckoned_dates o on o.part = n.part and o.dossier_id = n.dossier_id
    where n.due_on is distinct from o.due_on$q$,
    rtrim(pg_get_viewdef('reckoned_dates'::regclass), ';')) using wanted;
end
$$;

-- How many dossiers get another end, and in which year they would go, now and then.
create function preview_terms(wanted jsonb)
returns table (part text, changed bigint, gone bigint, back bigint, years jsonb)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_preview() is not true then return; end if;
  return query
    with ends as materialized (select * from terms_under(wanted)),
    yearly as (
      select e.part, y.year, count(*) filter (where not y.later) as now,
        count(*) filter (where y.later) as later
      from ends e
      cross join lateral (values
        (extract(year from greatest(e.now_end, gestand.today())), false),
        (extract(year from greatest(e.new_end, gestand.today())), true)) as y (year, later)
      where case when y.later then e.new_end else e.now_end end is not null
      group by e.part, y.year)
    select e.part, count(*),
      count(*) filter (where e.new_end <= gestand.today()
        and (e.now_end is null or e.now_end > gestand.today())),
      count(*) filter (where e.now_end <= gestand.today()
        and (e.new_end is null or e.new_end > gestand.today())),
      coalesce((select jsonb_agg(jsonb_build_object('year', y.year, 'now', y.now,
        'later', y.later) order by y.year) from yearly y where y.part = e.part), '[]')
    from ends e group by e.part order by e.part;
end
$$;
grant execute on function preview_reach, preview_terms to public;

-- The accounts of those for whom a statement changes who reaches their dossier, or when it goes.
-- Only the owner asks this, before making it true.
create function audience_of(wanted jsonb) returns setof uuid
language sql stable security definer set search_path from current as $$
  with touched as (
    select coalesce(n.dossier_id, o.dossier_id) as dossier_id
    from reach_under(wanted) n
    full join (select distinct s.activity, s.dossier_id, s.holder_id from standing_relations s) o
      on o.activity = n.activity and o.dossier_id = n.dossier_id and o.holder_id = n.holder_id
    where n.activity is null or o.activity is null
    union
    select t.dossier_id from terms_under(wanted) t where t.new_end is distinct from t.now_end)
  select distinct r.holder_id
  from touched t join relations r on r.dossier_id = t.dossier_id
  join relation_words w on w.relation = r.relation and w.subject
  where r.until is null or r.until > now()
$$;
