-- How an erasure goes: whose words are remembered until it is re-read, and which rows go or stay.

-- Orders of which the rows are still to go, or are gone and to be re-read, oldest first; with who
-- goes with them: the person when no other dossier is left, the account when it has no other use.
create function open_erasures(most integer, gone boolean)
returns table (id uuid, dossier_id uuid, person_id uuid, account_id uuid, part text, cause text,
  language text, registered_at timestamptz, deleted_at timestamptz, reread_at timestamptz,
  accepted boolean)
language plpgsql volatile security definer set search_path from current as $$
declare
  ids uuid[];
begin
  select array_agg(w.dossier_id) into ids from (
    select o.dossier_id from erasure_orders o
    where o.closed_at is null and o.registered_at is null and o.part = 'dossier' and not gone
    order by o.ordered_at, o.id limit most) w;
  update erasure_orders o set
    person_id = (select d.person_id from dossiers d where d.id = o.dossier_id
      and not exists (select from dossiers e
        where e.person_id = d.person_id and e.id <> all (ids))),
    account_id = (select u.account_id from useless_accounts(ids) u
      where u.dossier_id = o.dossier_id limit 1)
  where o.dossier_id = any (ids) and o.registered_at is null;
  return query
    select o.id, o.dossier_id, o.person_id, o.account_id, o.part, o.cause, o.language,
      o.registered_at, o.deleted_at, o.reread_at, o.accepted_why is not null
    from erasure_orders o where o.closed_at is null and (o.deleted_at is not null) = gone
    order by o.leftovers > 0, o.ordered_at, o.id limit most;
end
$$;

create function note_registered(ids uuid[]) returns void
language sql volatile security definer set search_path from current as $$
  update erasure_orders set registered_at = now() where id = any (ids) and registered_at is null
$$;

-- What the re-read will look for as text, each word with its sort before it: addresses, names as
-- they stand together in one row, days of birth. Of which columns follows from their comments.
create function erasure_words(ids uuid[]) returns table (dossier_id uuid, word text)
language plpgsql stable security definer set search_path from current as $$
declare
  named record;
begin
  for named in
    select m.relname,
      string_agg(format('nullif(trim(t.%I), %L)', m.attname, ''), ', ' order by m.attnum)
        filter (where m.says ~ '@category identity\M') as names,
      string_agg(format('trim(t.%I)', m.attname), ', ') as columns
    from described_columns m
    where m.place ~ '@belongs dossiers' and m.relname <> 'ledger'
      and m.type = 'text'::regtype and m.says ~ '@category '
    group by m.relname
  loop
    return query execute format(
      $q$select t.dossier_id, 'email|' || lower(v) from %I t, unnest(array[%s]) v
         where t.dossier_id = any ($1) and v ~ '^[^@[:space:]]+@[^@[:space:]]+$'$q$,
      named.relname, named.columns) using ids;
    continue when named.names is null;
    return query execute format(
      $q$select n.dossier_id, 'name|' || lower(case when cardinality(v) = 1 then v[1]
           else v[1] || chr(37) || v[cardinality(v)] end)
         from (select t.dossier_id, array_remove(array[%s], null) as v from %I t
           where t.dossier_id = any ($1)) n
         where cardinality(v) > 0 and length(v[cardinality(v)]) > 2$q$,
      named.names, named.relname) using ids;
  end loop;
  for named in
    select m.relname, m.attname from described_columns m
    where m.place ~ '@belongs dossiers' and m.type = 'date'::regtype
      and m.says ~ '@category identity\M'
  loop
    return query execute format(
      $q$select t.dossier_id, 'born|' || t.%I from %I t
         where t.dossier_id = any ($1) and t.%1$I is not null$q$,
      named.attname, named.relname) using ids;
  end loop;
  return query
    select r.dossier_id, w from relations r
    join relation_words k on k.relation = r.relation and k.subject
    join gestand.accounts a on a.id = r.holder_id,
      unnest(array['email|' || lower(a.email), 'name|' || lower(a.name)]) w
    where r.dossier_id = any (ids);
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
-- emptied. With `names` also what tells who it was. A table of which nothing may be emptied loses
-- the rows.
create function untie(ids uuid[], persons uuid[], accounts uuid[], names boolean) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  tied  record;
  match text;
  empty text;
begin
  for tied in
    select m.relname,
      array_agg(m.attname order by m.attnum) filter (where m.says ~ '@subject\M(?! [a-z])') as ties,
      bool_or(m.required and m.says ~ '@subject\M(?! [a-z])') as whole,
      array_agg(format('%I = %s', m.attname, case when m.required then '''–''' else 'null' end))
        filter (where m.says ~ '@linkable always' or m.says ~ '@linkable' and not exists (
          select from retention_terms t
          where substring(m.says from '@category ([a-z-]+)') = any (t.categories)
            and cardinality(t.sooner) = 0)) as linkable
    from described_columns m
    where m.place ~ '@organisation' and m.place !~ '@system'
    group by m.relname
    having bool_or(m.says ~ '@subject\M(?! [a-z])' and m.attname in ('dossier_id', 'person_id',
      'account_id'))
  loop
    select string_agg(format('%I = any (%s)', t, case t when 'dossier_id' then '$1'
        when 'person_id' then '$2' else '$3' end), ' or ') into match
      from unnest(tied.ties) t where t in ('dossier_id', 'person_id', 'account_id');
    if tied.whole then
      execute format('delete from %I where %s', tied.relname, match) using ids, persons, accounts;
      continue;
    end if;
    if names and tied.linkable is not null then
      perform empty_steps(tied.relname, match, ids, persons, accounts);
      empty := array_to_string(tied.linkable, ', ') || ', ';
    else
      empty := '';
    end if;
    select empty || string_agg(format('%I = null', t), ', ') into empty
      from unnest(tied.ties) t where t in ('dossier_id', 'person_id', 'account_id');
    execute format('update %I set %s where %s', tied.relname, empty, match)
      using ids, persons, accounts;
  end loop;
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
    where m.place ~ '@organisation' and m.type = 'uuid'::regtype and not m.required
      and m.says ~ '@stamp'
  loop
    execute format('update %I set %I = null where %2$I = any ($1)', stamp.relname, stamp.attname)
      using accounts;
  end loop;
end
$$;

-- Rows about the person through another table, such as the steps of a request.
create function empty_steps(parent text, match text, ids uuid[], persons uuid[], accounts uuid[])
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  child record;
begin
  for child in
    select m.relname,
      max(m.attname) filter (where m.says ~ ('@subject ' || parent || '\M')) as through,
      string_agg(format('%I = %s', m.attname, case when m.required then '''–''' else 'null' end),
        ', ') filter (where m.says ~ '@linkable') as linkable
    from described_columns m
    group by m.relname
    having bool_or(m.says ~ ('@subject ' || parent || '\M')) and bool_or(m.says ~ '@linkable')
  loop
    execute format('update %I set %s where %I in (select id from %I where %s)', child.relname,
      child.linkable, child.through, parent, match) using ids, persons, accounts;
  end loop;
end
$$;

-- Deletes what belongs to these dossiers, with persons and accounts of which nothing is left.
-- Tables that a dossier takes with it follow from their foreign keys; others are deleted first.
create function delete_dossiers(ids uuid[], names boolean) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  loose    record;
  lone     uuid[];
  useless  uuid[];
  gone     bigint;
begin
  -- Each is told once, as an erasure, and not row by row.
  perform set_config('gestand.erasing', 'on', true);
  select array_agg(u.account_id) into useless from useless_accounts(ids) u;
  select array_agg(distinct d.person_id) into lone from dossiers d
    where d.id = any (ids) and not exists (
      select from dossiers e where e.person_id = d.person_id and e.id <> all (ids));
  lone := coalesce(lone, '{}');
  useless := coalesce(useless, '{}');
  perform note_untied(ids);
  perform untie(ids, lone, useless, names);
  perform untie_stamps(useless);
  for loose in
    select distinct m.relname from described_columns m
    where m.place ~ '@belongs dossiers' and m.relname not in ('dossiers', 'ledger')
      and not m.cascades
  loop
    execute format('delete from %I where dossier_id = any ($1)', loose.relname) using ids;
  end loop;
  delete from dossiers where id = any (ids);
  get diagnostics gone = row_count;
  delete from persons where id = any (lone);
  delete from statement_audience where account_id = any (useless);
  delete from gestand.accounts where id = any (useless);
  perform set_config('gestand.erasing', '', true);
  return gone;
end
$$;

-- The step in which rows go, for orders that are registered: their keys are gone by then.
create function carry_out_erasures(ids uuid[]) returns bigint
language plpgsql volatile security definer set search_path from current as $$
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
    where o.id = any (ids) and o.registered_at is not null and o.deleted_at is null
      and o.part = 'dossier';
  if asked is not null then gone := gone + delete_dossiers(asked, true); end if;
  if due is not null then gone := gone + delete_dossiers(due, false); end if;
  for one in
    select o.part, array_agg(o.dossier_id) as ids from erasure_orders o
    where o.id = any (ids) and o.registered_at is not null and o.deleted_at is null
      and o.part <> 'dossier' group by o.part
  loop
    perform delete_part(one.ids, one.part);
  end loop;
  insert into ledger (activity, act, dossier_id, subject, item, statement)
    select 'system', 'erased', o.dossier_id, o.cause, o.id::text,
      (select version from statements order by applied_at desc limit 1)
    from erasure_orders o
    where o.id = any (ids) and o.registered_at is not null and o.deleted_at is null;
  update erasure_orders o set deleted_at = now()
    where o.id = any (ids) and o.registered_at is not null and o.deleted_at is null;
  return gone;
end
$$;

-- Takes out again what a restored backup brought back. For the owner, after a restore.
create function erase_again(dossiers uuid[], asked boolean) returns bigint
language sql volatile security definer set search_path from current as $$
  select delete_dossiers(dossiers, asked)
$$;

grant execute on function open_erasures, note_registered, erasure_words, erasure_readers,
  carry_out_erasures to gestand_worker;
