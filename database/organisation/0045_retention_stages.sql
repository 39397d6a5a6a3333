-- Stages of retention. A part that the statement keeps longer than the dossier stays behind,
-- stripped of all else and tied to nobody; a part that it keeps shorter goes before. Rows that
-- outlive their dossier go on their own day.
--
--   all ──► a shorter part went ──► stripped to longer parts ('rest' went) ──► all went

create table untied_rows (
  place  name not null,
  row_id uuid not null,
  part   text not null,
  due_on date not null,
  primary key (place, row_id)
);
create index untied_rows_due on untied_rows (due_on);
comment on table untied_rows is
  $$Rows that outlived their dossier, and the day on which they go. Tells nobody whose they were.
@system$$;
comment on column untied_rows.place is $$@key$$;
comment on column untied_rows.row_id is $$@key$$;
comment on column untied_rows.part is $$@key$$;
comment on column untied_rows.due_on is $$@stamp$$;

-- Tables of dossiers that hold something of a part with a term of its own, by part.
create function part_tables()
returns table (relname name, part text, by_row name, categories text[], keep interval)
language sql stable security definer set search_path from current as $$
  select m.relname, t.part, max(m.by_row)::name, t.categories, t.keep
  from described_columns m
  join (select distinct on (r.part) r.part, r.categories, r.keep from retention_terms r
    where r.part <> 'dossier' and not r.tangible order by r.part, r.kind) t
    on m.category = any (t.categories) or m.among && t.categories
  where m.scope = 'dossiers' and m.relname not in ('dossiers', 'ledger')
  group by m.relname, t.part, t.categories, t.keep
$$;

-- Which parts with a term of their own have something in them, of each dossier: written with the
-- other functions of an erasure, so that it is planned once.
create function write_filled_parts() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  places text;
begin
  select string_agg(format('select t.dossier_id, %L from %I t where t.dossier_id = any (ids)%s',
      p.part, p.relname, case when p.by_row is not null
        then format(' and t.%I = any (%L)', p.by_row, p.categories) end),
      E'\n  union ' order by p.part, p.relname) into places
    from part_tables() p;
  execute format($q$
create or replace function filled_parts(ids uuid[]) returns table (dossier_id uuid, part text)
language plpgsql stable security definer set search_path from current as $body$
begin
  return query %s;
end
$body$
$q$, coalesce(places, 'select null::uuid, null where false'));
end
$$;
select write_filled_parts();

-- The day on which a part of a dossier is due. A function, so that it is planned once.
create function part_due(which uuid, wanted_part text) returns date
language plpgsql stable security definer set search_path from current as $$
begin
  return (select r.due_on from reckoned_dates r
    where r.dossier_id = which and r.part = wanted_part);
end
$$;

-- Parts of these dossiers that have something in them and are kept beyond a day; without a day
-- (`due_on`) for what is kept indefinitely.
create function lasting_among(ids uuid[], beyond date)
returns table (dossier_id uuid, part text, due_on date)
language sql stable security definer set search_path from current as $$
  select f.dossier_id, f.part, d.due_on
  from filled_parts(ids) f
  join (select distinct on (r.part) r.part, r.keep from retention_terms r
    order by r.part, r.kind) t on t.part = f.part
  cross join lateral (select part_due(f.dossier_id, f.part) as due_on) d
  where t.keep is null or d.due_on > beyond
$$;

create function lasting_parts(which uuid, beyond date default gestand.today())
returns table (part text, due_on date)
language sql stable security definer set search_path from current as $$
  select l.part, l.due_on from lasting_among(array[which], beyond) l order by l.part
$$;

-- Until when what was left of a stripped dossier stays; empty for what is kept indefinitely.
create function lasts_until(which uuid) returns date
language sql stable security definer set search_path from current as $$
  select case when bool_and(p.due_on is not null) then max(p.due_on) end
  from lasting_parts(which) p
$$;

-- Deletes one part of these dossiers, or with 'rest' everything but the parts that last: rows of
-- which nothing that stays is in it, and of other rows the columns. What is left of the dossier
-- keeps its key.
create function delete_part(ids uuid[], which text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  alike record;
begin
  perform set_config('gestand.erasing', 'on', true);
  if which <> 'rest' then
    perform delete_categories(ids, false, categories_of(array[which]), categories_of(array(
      select distinct r.part from reckoned_dates r
      where r.dossier_id = any (ids) and r.part <> which)));
  else
    for alike in
      select g.parts, array_agg(g.id) as ids
      from (select i as id, array(select p.part from lasting_parts(i) p) as parts
        from unnest(ids) i) g
      group by g.parts
    loop
      perform delete_categories(alike.ids, true, categories_of('{dossier}'),
        categories_of(alike.parts));
      perform loosen(alike.ids);
    end loop;
  end if;
  perform set_config('gestand.erasing', '', true);
end
$$;

create function categories_of(parts text[]) returns text[]
language sql stable security definer set search_path from current as $$
  select coalesce(array_agg(distinct c), '{}') from retention_terms t, unnest(t.categories) c
  where t.part = any (parts)
$$;

create function delete_categories(ids uuid[], rest boolean, gone text[], kept text[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  own     record;
  emptied text;
begin
  for own in select * from tables_to_go(rest, gone, kept) loop
    if own.by_row is not null then
      execute format('delete from %I where dossier_id = any ($1) and %I = any ($2)', own.relname,
        own.by_row) using ids, gone;
    elsif own.whole then
      execute format('delete from %I where dossier_id = any ($1)', own.relname) using ids;
    elsif own.emptied is not null then
      execute format('update %I set %s where dossier_id = any ($1)', own.relname, own.emptied)
        using ids;
    end if;
  end loop;
  -- The dossier itself stays as long as a part of it does, without what it tells of those that go.
  select string_agg(format('%I = null', m.attname), ', ') into emptied from described_columns m
  where m.relname = 'dossiers' and (m.category = any (gone) or rest and m.category <> all (kept));
  if emptied is not null then
    execute format('update dossiers set %s where id = any ($1)', emptied) using ids;
  end if;
end
$$;

-- What is written where something went and a column must have a value.
create function emptiness(type regtype) returns text language sql immutable as $$
  select quote_literal(case
    when type = 'uuid'::regtype then '00000000-0000-0000-0000-000000000000'
    when type in ('date'::regtype, 'timestamptz'::regtype) then '0001-01-01'
    when type in ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype, 'numeric'::regtype)
      then '0'
    when type = 'boolean'::regtype then 'false'
    when type = 'bytea'::regtype then ''
    when type::text like '%[]' then '{}'
    else '–' end)
$$;

-- Of each table whether its rows go, those that refer to others first, or which columns. What rows
-- that stay refer to stays too, emptied.
create function tables_to_go(rest boolean, gone text[], kept text[])
returns table (relname name, by_row name, whole boolean, emptied text)
language sql stable security definer set search_path from current as $$
  with recursive own as (
    select m.relname, max(m.by_row)::name as by_row, bool_or(m.category = any (kept)) as stays,
      rest and not bool_or(m.scope = 'organisation') or bool_or(m.category = any (gone)) as goes,
      string_agg(format('%I = %s', m.attname, case when m.required then emptiness(m.type)
          else 'null' end), ', ' order by m.attnum) filter (where m.category = any (gone))
        as emptied
    from described_columns m
    where (m.scope = 'dossiers' or m.scope = 'organisation' and not rest)
      and m.relname not in ('dossiers', 'ledger') and exists (
        select from described_columns d where d.relname = m.relname and d.attname = 'dossier_id')
    group by m.relname),
  refers as (
    select distinct c.relname as child, p.relname as parent
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.oid <> p.oid
      and c.relnamespace = current_schema()::regnamespace),
  staying as (
    select o.relname from own o where o.stays
    union select r.parent from refers r join staying s on s.relname = r.child),
  depth as (
    select o.relname, 0 as deep from own o
    union
    select r.parent, d.deep + 1 from refers r join depth d on d.relname = r.child
    where d.deep < 12)
  select o.relname, o.by_row, o.relname not in (select s.relname from staying s), o.emptied
  from own o where o.goes or o.by_row is not null
  order by (select max(d.deep) from depth d where d.relname = o.relname), o.relname
$$;

-- A dossier that was stripped belongs to a person of its own, about whom nothing else is known, and
-- ends with its last part.
create function loosen(ids uuid[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  one   uuid;
  fresh uuid;
  old   uuid;
begin
  foreach one in array ids loop
    insert into persons default values returning id into fresh;
    select d.person_id into old from dossiers d where d.id = one;
    update dossiers set person_id = fresh, expires_on = lasts_until(one) where id = one;
    delete from persons p where p.id = old
      and not exists (select from dossiers d where d.person_id = old);
  end loop;
end
$$;

-- At the desk of whoever keeps the terms, and for the checks.

create function retention_calendar(since date, until date, wanted_part text, wanted_kind text,
  number text, state text, skipped integer, most integer)
returns table (reference text, kind text, part text, due_on date, chosen boolean, tangible boolean,
  held_until date, reason text, ordered boolean, stays text[], stays_until date, gone text[],
  gone_on date, total bigint)
language sql stable security definer set search_path from current as $$
  select d.reference, d.kind, u.part, u.due_on, c.dossier_id is not null,
    u.part in (select t.part from retention_terms t where t.tangible),
    h.ends_on, h.reason, o.id is not null, l.parts, l.last_day, g.parts, g.last_day,
    count(*) over ()
  from due_dates u join dossiers d on d.id = u.dossier_id
  left join retention_choices c on c.dossier_id = u.dossier_id and c.part = u.part
  left join lateral (
    select s.ends_on, s.reason from standing_holds s where s.dossier_id = u.dossier_id
    order by s.ends_on desc limit 1) h on true
  left join erasure_orders o on o.dossier_id = u.dossier_id and o.part = u.part
  left join lateral (select array_agg(p.part order by p.part) as parts,
      case when bool_and(p.due_on is not null) then max(p.due_on) end as last_day
    from lasting_parts(u.dossier_id, u.due_on) p where u.part = 'dossier') l on true
  -- What of this dossier went before, on its own day.
  left join lateral (select array_agg(e.part order by e.deleted_at) as parts,
      (max(e.deleted_at) at time zone 'Europe/Amsterdam')::date as last_day
    from erasure_orders e where e.dossier_id = u.dossier_id and e.closed_at is not null) g on true
  where keeps_terms() and u.due_on between since and until
    and (wanted_part is null or u.part = wanted_part)
    and (wanted_kind is null or d.kind = wanted_kind)
    and (number is null or d.reference = number)
    and (state is null or state = 'held' and h.ends_on is not null
      or state = 'late' and u.due_on < gestand.today() and h.ends_on is null)
    and o.closed_at is null
    and not (u.part = 'dossier' and exists (select from erasure_orders r
      where r.dossier_id = u.dossier_id and r.part = 'rest' and r.closed_at is not null))
  order by u.due_on, d.reference, u.part
  offset skipped limit most
$$;

create function evidence_due()
returns table (dossier_id uuid, part text, due_on date, tangible boolean, held boolean,
  ordered_at timestamptz, closed_at timestamptz)
language sql stable security definer set search_path from current as $$
  select r.dossier_id, r.part, r.due_on, r.tangible,
    exists (select from standing_holds h where h.dossier_id = r.dossier_id),
    o.ordered_at, o.closed_at
  from reckoned_dates r
  left join lateral (
    select e.ordered_at, e.closed_at from erasure_orders e where e.dossier_id = r.dossier_id
      and (e.part = r.part or r.part = 'dossier' and e.part = 'rest'
        and exists (select from lasting_parts(r.dossier_id)))
    order by e.closed_at is null, e.part limit 1) o on true
  where r.due_on is not null
  union all
  select u.row_id, u.part, u.due_on, false, false, null, null from untied_rows u
$$;

grant execute on function retention_calendar to public;
grant execute on function evidence_due to gestand_worker;
