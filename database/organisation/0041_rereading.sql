-- After an erasure: looking everywhere, closing, and telling how far it is.

-- The re-read does not ask the comments that decided what goes: it looks in every column of every
-- table that can hold an id.
create function reread_ids(ids uuid[])
returns table (order_id uuid, place text, amount bigint)
language plpgsql stable security definer set search_path from current as $$
declare
  gone   uuid[] := array(
    select i from erasure_orders o, unnest(array[o.dossier_id, o.person_id, o.account_id]) i
    where o.id = any (ids) and o.part = 'dossier' and i is not null);
  col    record;
  traces record;
begin
  for col in
    select n.nspname, c.relname, a.attname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in (current_schema(), 'gestand') and c.relkind in ('r', 'p')
      and a.atttypid = 'uuid'::regtype
      -- A table without a page has no rows.
      and (c.relkind = 'p' or pg_relation_size(c.oid) > 0)
      -- Pseudonymous by design: who did what, and what was erased.
      and not (n.nspname = current_schema() and c.relname in ('ledger', 'erasure_orders'))
  loop
    for traces in execute format(
      'select t.%3$I as id, count(*) as amount from %1$I.%2$I t where t.%3$I = any ($1) group by 1',
      col.nspname, col.relname, col.attname) using gone
    loop
      return query
        select o.id, col.relname || '.' || col.attname, traces.amount from erasure_orders o
        where o.id = any (ids) and o.part = 'dossier'
          and traces.id in (o.dossier_id, o.person_id, o.account_id);
    end loop;
  end loop;
end
$$;

-- Words as text, in every column of text of every table, but for rows that are another person's:
-- those can have the same name, and two people can share an address. And but for what the statement
-- keeps for a term of its own, such as the name on an invoice. Texts of statements are about
-- nobody: as long as they are, they have the letters of a name and of a place somewhere.
create function reread_words(patterns text[], ids uuid[])
returns table (place text, amount bigint)
language plpgsql stable security definer set search_path from current as $$
declare
  col  record;
begin
  for col in
    select n.nspname, c.relname, string_agg(format('lower(t.%I::text) like any ($1)', a.attname),
        ' or ') filter (where a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype,
          'text[]'::regtype)) as hit,
      string_agg(format('(t.%1$I is null or t.%1$I = any ($2))', a.attname), ' and ') filter (
        where a.atttypid = 'uuid'::regtype and (
          a.attname in ('dossier_id', 'person_id', 'account_id')
          or c.relname = 'accounts' and a.attname = 'id')) as own
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in (current_schema(), 'gestand') and c.relkind in ('r', 'p')
      and c.relname not in ('statements', 'statement_revisions', 'publications', 'applied',
        'migrations')
      and not exists (
        select from described_columns m join retention_terms t on m.category = any (t.categories)
        where n.nspname = current_schema() and m.relname = c.relname and m.attname = a.attname
          and m.linkable = 'unless-kept'
          and t.part <> 'dossier' and cardinality(t.sooner) = 0)
    group by n.nspname, c.relname
  loop
    continue when col.hit is null;
    return query execute format(
      'select %L::text, count(*) from %I.%I t where (%s) and %s having count(*) > 0',
      col.relname, col.nspname, col.relname, col.hit,
      case when col.relname = 'ledger' then 'true' else coalesce(col.own, 'true') end)
      using patterns, ids;
  end loop;
end
$$;

-- Notes what the re-read found, instead of what the one before it found, and closes what left
-- nothing, or nothing but what somebody found to be another's; and the requests of which that was
-- the last. Answers with what it closed.
create function settle_erasures(ids uuid[], orders uuid[], places text[], amounts bigint[])
returns setof uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  request uuid;
begin
  delete from erasure_leftovers where order_id = any (ids);
  insert into erasure_leftovers (order_id, place, amount)
    select f.o, f.p, sum(f.a) from unnest(orders, places, amounts) as f (o, p, a) group by 1, 2;
  return query
    with settled as (
      update erasure_orders o set reread_at = now(), leftovers = l.amount,
        closed_at = case when l.amount = 0 or o.accepted_why is not null then now() end
      from unnest(ids) i (id)
      left join (select f.o, sum(f.a) as amount from unnest(orders, amounts) as f (o, a)
        group by 1) f on f.o = i.id
      cross join lateral (select coalesce(f.amount, 0) as amount) l
      where o.id = i.id and o.deleted_at is not null and o.closed_at is null
      returning o.id, o.closed_at)
    select s.id from settled s where s.closed_at is not null;
  for request in
    select distinct o.request_id from erasure_orders o join requests q on q.id = o.request_id
    where o.id = any (ids) and q.state = 'executing' and not exists (
      select from erasure_orders e where e.request_id = o.request_id and e.closed_at is null)
      and not exists (select from requested_dossiers(q))
  loop
    perform finish_request(request, 'fulfilled');
  end loop;
end
$$;

-- Which of these are closed here: the register may not know yet.
create function closed_erasures(ids uuid[]) returns setof uuid
language sql stable security definer set search_path from current as $$
  select o.id from erasure_orders o where o.id = any (ids) and o.closed_at is not null
$$;

create function note_scrubbed(until_moment timestamptz) returns bigint
language sql volatile security definer set search_path from current as $$
  with done as (
    update erasure_orders set scrubbed_at = now()
    where deleted_at <= until_moment and scrubbed_at is null returning 1)
  select count(*) from done
$$;

-- What anyone with the number of an erasure may see of it: how far it is, and nothing of whom.
create function erasure_progress(which uuid)
returns table (part text, cause text, ordered_at timestamptz, registered_at timestamptz,
  deleted_at timestamptz, reread_at timestamptz, closed_at timestamptz, scrubbed_at timestamptz,
  held boolean)
language sql stable security definer set search_path from current as $$
  select o.part, o.cause, o.ordered_at, o.registered_at, o.deleted_at, o.reread_at, o.closed_at,
    o.scrubbed_at, exists (select from standing_holds h where h.dossier_id = o.dossier_id)
  from erasure_orders o where o.id = which
$$;

-- What goes when the opened dossier is erased, by table and category, and what stays of it.
create function erasure_preview()
returns table (place text, category text, amount bigint, stays boolean)
language plpgsql stable security definer set search_path from current as $$
declare
  which uuid := opened();
  tab   record;
begin
  if which is null then return; end if;
  for tab in
    select distinct m.relname, m.category, m.by_row, m.scope <> 'dossiers' as outlives
    from described_columns m
    where (m.category is not null or m.by_row is not null) and m.scope <> 'system' and exists (
      select from described_columns d where d.relname = m.relname and d.attname = 'dossier_id')
  loop
    return query execute format(
      'select %L::text, %s, count(*), %L::boolean from %I where dossier_id = $1 group by 2',
      tab.relname, case when tab.by_row is null then format('%L::text', tab.category)
        else quote_ident(tab.by_row) end, tab.outlives or tab.relname = 'ledger', tab.relname)
      using which;
  end loop;
end
$$;

grant execute on function reread_ids, reread_words, settle_erasures, closed_erasures, note_scrubbed
  to gestand_worker;
grant execute on function erasure_progress, erasure_preview to public;
