-- How an erasure goes: whose words are remembered until it is re-read, and which rows go or stay.

-- Orders of which the rows are still to go, or are gone and to be re-read, oldest first; with who
-- goes with them: the person when no other dossier is left, the account when it has no other use.
create function open_erasures(most integer, gone boolean)
returns table (id uuid, dossier_id uuid, person_id uuid, account_id uuid, part text, cause text,
  language text, registered_at timestamptz, deleted_at timestamptz, reread_at timestamptz,
  accepted boolean)
language plpgsql volatile security definer set search_path from current
set plan_cache_mode = force_generic_plan as $$
declare
  ids uuid[];
begin
  -- What it notes is worked out again when it is lost: nobody need wait for the disk.
  perform set_config('synchronous_commit', 'off', true);
  select array_agg(w.dossier_id) into ids from (
    select o.dossier_id from erasure_orders o
    where o.closed_at is null and o.deleted_at is null and o.part = 'dossier' and not gone
    order by o.ordered_at, o.id limit most) w;
  update erasure_orders o set person_id = w.person_id, account_id = w.account_id
    from (
      select distinct on (d.id) d.id, u.account_id,
        case when not exists (select from dossiers e
          where e.person_id = d.person_id and e.id <> all (ids)) then d.person_id end as person_id
      from dossiers d left join useless_accounts(ids) u on u.dossier_id = d.id
      where d.id = any (ids) order by d.id) w
    where ids is not null and o.dossier_id = w.id and o.part = 'dossier' and o.deleted_at is null
      and (o.person_id, o.account_id) is distinct from (w.person_id, w.account_id);
  -- Asked apart, by an index each: thousands that are gone wait to be re-read together.
  return query
    select o.id, o.dossier_id, o.person_id, o.account_id, o.part, o.cause, o.language,
      o.registered_at, o.deleted_at, o.reread_at, o.accepted_why is not null
    from erasure_orders o where not gone and o.closed_at is null and o.deleted_at is null
    order by o.leftovers > 0, o.ordered_at, o.id limit most;
  return query
    select o.id, o.dossier_id, o.person_id, o.account_id, o.part, o.cause, o.language,
      o.registered_at, o.deleted_at, o.reread_at, o.accepted_why is not null
    from erasure_orders o where gone and o.closed_at is null and o.deleted_at is not null
    order by o.leftovers > 0, o.ordered_at, o.id limit most;
end
$$;

-- The statements by which somebody goes follow from the comments and the terms. They are written as
-- functions when those are described, so that PostgreSQL plans them once: reading comments and
-- planning anew took longer than erasing.
--
--   erasure_words  what the re-read will look for
--   let_go         what outlives a dossier is untied; what does not go with it by itself, goes
--   let_go_whole   of many at once, what would go with them row by row

-- Each word with its sort before it: addresses, names as they stand together in one row, days of
-- birth; and of the account of whom the dossier is about.
create function write_erasure_words() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  parts text;
begin
  select string_agg(p.part, E'\n  union all ' order by p.part) into parts from (
    select format(
      'select t.dossier_id, %L || lower(trim(v)) from %I t, unnest(array[%s]) v '
      'where t.dossier_id = any (ids) and strpos(v, %L) > 0 and trim(v) ~ %L', 'email|', m.relname,
      string_agg(format('t.%I', m.attname), ', ' order by m.attnum), '@',
      '^[^@[:space:]]+@[^@[:space:]]+$') as part
    from described_columns m
    where m.scope = 'dossiers' and m.relname not in ('dossiers', 'ledger')
      and m.type = 'text'::regtype
      and m.category is not null
    group by m.relname
    union all
    select format(
      'select n.dossier_id, %L || lower(case when cardinality(v) = 1 then v[1] '
      'else v[1] || %L || v[cardinality(v)] end) from (select t.dossier_id, '
      'array_remove(array[%s], null) as v from %I t where t.dossier_id = any (ids)) n '
      'where cardinality(v) > 0 and length(v[cardinality(v)]) > 2', 'name|', '%',
      string_agg(format('nullif(trim(t.%I), %L)', m.attname, ''), ', ' order by m.attnum),
      m.relname)
    from described_columns m
    where m.scope = 'dossiers' and m.relname not in ('dossiers', 'ledger')
      and m.type = 'text'::regtype and m.category is not null
      -- Names alone: where somebody was born is also where an institution is.
      and (m.attname in ('given_name', 'given_names', 'initials', 'prefix', 'family_name',
        'announced_name') or m.category = 'identity' and m.attname = 'name')
    group by m.relname
    union all
    select format('select t.dossier_id, %L || t.%I from %I t '
      'where t.dossier_id = any (ids) and t.%2$I is not null', 'born|', m.attname, m.relname)
    from described_columns m
    where m.scope = 'dossiers' and m.type = 'date'::regtype and m.category = 'identity') p;
  execute format($q$
create or replace function erasure_words(ids uuid[]) returns table (dossier_id uuid, word text)
language plpgsql stable security definer set search_path from current
set plan_cache_mode = force_generic_plan as $body$
begin
  return query %s
  union all select r.dossier_id, w from relations r
    join relation_words k on k.relation = r.relation and k.subject
    join gestand.accounts a on a.id = r.holder_id,
      unnest(array['email|' || lower(a.email), 'name|' || lower(a.name)]) w
    where r.dossier_id = any (ids);
end
$body$
$q$, parts);
end
$$;

-- Whom an erasure tells that it is done: the account of whom the dossier is about.
create function erasure_readers(ids uuid[])
returns table (order_id uuid, name text, email text, language text)
language sql stable security definer set search_path from current as $$
  select distinct on (o.id) o.id, a.name, a.email, a.language
  from erasure_orders o join relations r on r.dossier_id = o.dossier_id
  join relation_words k on k.relation = r.relation and k.subject
  join gestand.accounts a on a.id = r.holder_id
  where o.id = any (ids) and a.disabled_at is null
  order by o.id, r.since
$$;

-- Rows that outlive their dossier are untied from it: what names it, the person or the account is
-- emptied. With `names` also what tells who it was, there and in rows about the person through that
-- table, such as the steps of a request. A table of which nothing may be emptied loses the rows.
-- Of those with a term of their own the day is remembered on which it is over.
create function write_letting_go() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  body  text;
  whole text;
begin
  with tied as (
    select m.relname, bool_or(m.required and m.subject = 'own') as whole,
      string_agg(format('%I = any (%s)', m.attname, case m.attname when 'dossier_id' then 'ids'
          when 'person_id' then 'persons' else 'accounts' end), ' or ' order by m.attnum)
        filter (where m.subject = 'own' and m.attname in ('dossier_id', 'person_id', 'account_id'))
        as match,
      bool_and(m.attname = 'account_id') filter (where m.subject = 'own') as of_accounts,
      string_agg(format('%I = null', m.attname), ', ' order by m.attnum)
        filter (where m.subject = 'own' and m.attname in ('dossier_id', 'person_id', 'account_id'))
        as ties,
      string_agg(format('%I = %s', m.attname, case when m.required then '''–''' else 'null' end),
          ', ' order by m.attnum)
        filter (where m.linkable = 'always' or m.linkable = 'unless-kept' and not exists (
          select from retention_terms t
          where m.category = any (t.categories) and cardinality(t.sooner) = 0)) as linkable
    from described_columns m where m.scope = 'organisation'
    group by m.relname),
  through as (
    select m.subject as parent, m.relname, max(m.attname) as through, string_agg(
        format('%I = %s', l.attname, case when l.required then '''–''' else 'null' end), ', '
        order by l.attnum) as linkable
    from described_columns m
    join described_columns l on l.relname = m.relname and l.linkable is not null
    where m.subject <> 'own' group by m.subject, m.relname),
  lines as (
    select 0 as place, m.relname, format('insert into untied_rows (place, row_id, part, due_on) '
        'select %L, t.id, %L, coalesce(part_due(t.dossier_id, %2$L), '
        '(gestand.today() + interval %L)::date) from %I t where t.dossier_id = any (ids) '
        'on conflict do nothing;', m.relname, r.part, r.keep, m.relname) as line
    from described_columns m
    join (select distinct on (t.part) t.part, t.categories, t.keep from retention_terms t
      where t.part <> 'dossier' and t.keep is not null order by t.part, t.kind) r
      on m.category = any (r.categories)
    where m.scope = 'organisation'
    group by m.relname, r.part, r.keep
    having 2 = (select count(*) from described_columns d
      where d.relname = m.relname and d.attname in ('id', 'dossier_id'))
    union all
    select case when t.of_accounts then 3 else 1 end, t.relname, case
      when t.whole then format('delete from %I where %s;', t.relname, t.match)
      when t.linkable is null then format('update %I set %s where %s;', t.relname, t.ties, t.match)
      else format('if names then %supdate %I set %s, %s where %s; else update %2$I set %4$s '
        'where %5$s; end if;', (select string_agg(format(
          'update %I set %s where %I in (select id from %I where %s); ', c.relname, c.linkable,
          c.through, t.relname, t.match), '') from through c where c.parent = t.relname),
        t.relname, t.linkable, t.ties, t.match) end
    from tied t where t.match is not null
    union all
    select distinct 2, m.relname, format('delete from %I where dossier_id = any (ids);', m.relname)
    from described_columns m
    where m.scope = 'dossiers' and m.relname not in ('dossiers', 'ledger') and not m.cascades
    union all
    -- Of many at once, tables that nothing hangs on go as a whole: a foreign key takes them row by
    -- row, and asks of each row anew whether what notes it is still.
    select 4, c.relname, format('delete from %I where dossier_id = any (ids);', c.relname)
    from pg_constraint d join pg_class c on c.oid = d.conrelid
    where d.contype = 'f' and d.confdeltype = 'c'
      and d.confrelid = to_regclass(format('%I.dossiers', current_schema()))
      and not exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = c.oid)
      and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgtype & 8 = 8
        and t.tgname in ('note_removal', 'record_act_delete', 'reach_changed'))
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgtype & 8 = 8
        and not t.tgisinternal and t.tgqual is null))
  select string_agg('  ' || l.line, E'\n' order by l.place, l.relname, l.line)
        filter (where l.place < 3) || E'\n  if cardinality(accounts) = 0 then return; end if;\n'
        || string_agg('  ' || l.line, E'\n' order by l.relname) filter (where l.place = 3),
      string_agg('  ' || l.line, E'\n' order by l.relname) filter (where l.place = 4)
    into body, whole from lines l;
  execute format($q$
create or replace function let_go(ids uuid[], persons uuid[], accounts uuid[], names boolean)
returns void language plpgsql volatile security definer set search_path from current as $body$
#variable_conflict use_variable
begin
%s
end
$body$
$q$, body);
  execute format($q$
create or replace function let_go_whole(ids uuid[])
returns void language plpgsql volatile security definer set search_path from current as $body$
begin
%s
end
$body$
$q$, whole);
end
$$;

-- Who did something, in rows of the organisation, when that account is gone: nobody.
create function untie_stamps(accounts uuid[]) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  stamp record;
begin
  if cardinality(accounts) = 0 then return; end if;
  for stamp in
    select m.relname, m.attname from described_columns m
    where m.scope = 'organisation' and m.type = 'uuid'::regtype and not m.required and m.stamp
  loop
    execute format('update %I set %I = null where %2$I = any ($1)', stamp.relname, stamp.attname)
      using accounts;
  end loop;
end
$$;

-- The step in which rows go, for orders that are in the register: their keys are gone by then.
create function carry_out_erasures(ids uuid[]) returns bigint
language plpgsql volatile security definer set search_path from current
set plan_cache_mode = force_generic_plan as $$
declare
  asked uuid[];
  due   uuid[];
  one   record;
  gone  bigint := 0;
begin
  perform from erasure_orders o where o.id = any (ids) order by o.id for update;
  select array_agg(o.dossier_id) filter (where o.cause <> 'retention'),
      array_agg(o.dossier_id) filter (where o.cause = 'retention')
    into asked, due
    from erasure_orders o
    where o.id = any (ids) and o.deleted_at is null and o.part = 'dossier';
  if asked is not null then gone := gone + delete_dossiers(asked, true); end if;
  if due is not null then gone := gone + delete_dossiers(due, false); end if;
  for one in
    select o.part, array_agg(o.dossier_id) as ids from erasure_orders o
    where o.id = any (ids) and o.deleted_at is null and o.part <> 'dossier' group by o.part
  loop
    perform delete_part(one.ids, one.part);
  end loop;
  insert into ledger (activity, act, dossier_id, subject, item, statement)
    select 'system', 'erased', o.dossier_id, o.cause, o.id::text,
      (select version from statements order by applied_at desc limit 1)
    from erasure_orders o where o.id = any (ids) and o.deleted_at is null;
  update erasure_orders o set registered_at = coalesce(o.registered_at, now()), deleted_at = now()
    where o.id = any (ids) and o.deleted_at is null;
  return gone;
end
$$;

grant execute on function open_erasures, erasure_readers, carry_out_erasures to gestand_worker;
