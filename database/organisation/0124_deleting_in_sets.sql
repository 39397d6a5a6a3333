-- PostgreSQL follows the foreign keys of a dossier that goes one by one: some sixty questions a
-- dossier, of which nearly all find nothing, and that took most of the time of destroying what is
-- due. Of many at once the rows go table by table instead.
--
--   dossiers go, unguarded ──► what referred to them goes, as their foreign keys say
--     ──► a look whether anything still refers to one: then all of it is undone
--
-- In that order a guard that asks whether the dossier is still there sees what it sees when a
-- foreign key takes its row along. Nobody can refer to a dossier meanwhile: the first step waits
-- for who did, and whoever comes after it waits for the end and finds none.
--
-- Going unguarded is a right of its own, for this function alone. An owner without it deletes by
-- the foreign keys, as does anyone who erases a few.

-- What follows a dossier that is gone, other than by foreign keys.
create function follow_dossiers(ids uuid[], persons uuid[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  delete from reach where dossier_id = any (ids);
  delete from waiting_mails where dossier_id = any (ids);
  delete from package_orders where person_id = any (persons);
  delete from packages p using dossiers d
    where d.id = p.dossier_id and d.person_id = any (persons);
end
$$;

create function dossiers_went() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform follow_dossiers(array(select g.id from gone g), array(select g.person_id from gone g));
  return null;
end
$$;
create trigger dossiers_went after delete on dossiers referencing old table as gone
  for each statement execute function dossiers_went();

-- What refers to dossiers, as one text.
create function dossier_references() returns text
language sql stable security definer set search_path from current as $$
  select string_agg(format('%I.%I %s', c.relname, a.attname, k.confdeltype), ', '
    order by c.relname, a.attname)
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
  where k.contype = 'f' and k.confrelid = to_regclass(format('%I.dossiers', current_schema()))
$$;

-- Written with the other functions of an erasure: `taken_along` says what referred to dossiers
-- then, so that what came later shows. Where one table keeps rows of another from going, that one
-- goes later, with all that goes with it.
create function write_taking_along() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  steps text;
  looks text;
begin
  with recursive referring as (
    select c.oid, c.relname, a.attname, k.confdeltype as act
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
    where k.contype = 'f' and k.confrelid = to_regclass(format('%I.dossiers', current_schema()))),
  follows as (
    select r.oid as root, r.oid from referring r
    union
    select f.root, k.conrelid from follows f
    join pg_constraint k on k.confrelid = f.oid and k.contype = 'f' and k.confdeltype = 'c'),
  waits as (
    select distinct c.root as first, p.root as later
    from pg_constraint k join follows c on c.oid = k.conrelid join follows p on p.oid = k.confrelid
    where k.contype = 'f' and k.confdeltype in ('a', 'r') and not exists (
      select from follows o where o.root = p.root and o.oid = k.conrelid)),
  depth as (
    select r.oid, 0 as deep from referring r
    union
    select w.later, d.deep + 1 from waits w join depth d on d.oid = w.first where d.deep < 12),
  lines as (
    select (select max(d.deep) from depth d where d.oid = r.oid) as deep, r.relname,
      format(case r.act when 'c' then 'delete from %1$I where %2$I = any (ids);'
        else 'update %1$I set %2$I = null where %2$I = any (ids);' end, r.relname, r.attname)
        as line
    from referring r where r.act in ('c', 'n'))
  select (select string_agg('  ' || l.line, E'\n' order by l.deep, l.line) from lines l),
    (select string_agg(format('select from %I where %I = any (ids)', r.relname, r.attname),
      E'\n    union all ' order by r.relname, r.attname) from referring r)
    into steps, looks;
  execute format($q$
create or replace function taken_along() returns text
language sql immutable security definer set search_path from current as $body$ select %L $body$
$q$, dossier_references());
  execute format($q$
create or replace function take_along(ids uuid[]) returns void
language plpgsql volatile security definer set search_path from current as $body$
begin
%s
  if exists (%s) then
    raise exception 'something still refers to a dossier that went' using errcode = '23503';
  end if;
end
$body$
$q$, steps, looks);
end
$$;

-- Whether dossiers can go in sets now: this owner may, and nothing hangs on their going but what
-- `take_along` and `follow_dossiers` know.
create function go_in_sets(amount integer) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return amount > 8 and current_setting('session_replication_role') = 'origin'
    and has_parameter_privilege('session_replication_role', 'set')
    and dossier_references() = taken_along()
    and not exists (
      select from pg_trigger t
      where t.tgrelid = to_regclass(format('%I.dossiers', current_schema()))
        and not t.tgisinternal and t.tgtype & 8 = 8 and t.tgname <> 'dossiers_went');
end
$$;

create function delete_in_sets(ids uuid[]) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone    uuid[];
  persons uuid[];
begin
  perform set_config('session_replication_role', 'replica', true);
  with went as (delete from dossiers d where d.id = any (ids) returning d.id, d.person_id)
  select array_agg(w.id), array_agg(distinct w.person_id) into gone, persons from went w;
  perform set_config('session_replication_role', 'origin', true);
  if gone is null then return 0; end if;
  perform take_along(gone);
  perform follow_dossiers(gone, persons);
  return cardinality(gone);
end
$$;

-- Deletes what belongs to these dossiers, with persons and accounts of which nothing is left.
-- Planned once, for any dossiers, as the functions that call it are: plans for the very ones that
-- go were made anew for each batch, and went through all other dossiers to see who has two.
create function delete_dossiers(ids uuid[], names boolean) returns bigint
language plpgsql volatile security definer set search_path from current
set plan_cache_mode = force_generic_plan as $$
declare
  lone     uuid[];
  useless  uuid[];
  gone     bigint;
begin
  -- Each is told once, as an erasure, and not row by row.
  perform set_config('gestand.erasing', 'on', true);
  -- Whoever makes a table that refers to dossiers waits, so that it is known or not there.
  lock table dossiers in row exclusive mode;
  select array_agg(u.account_id) into useless from useless_accounts(ids) u;
  select array_agg(distinct d.person_id) into lone from dossiers d
    where d.id = any (ids) and not exists (
      select from dossiers e where e.person_id = d.person_id and e.id <> all (ids));
  lone := coalesce(lone, '{}');
  useless := coalesce(useless, '{}');
  perform let_go(ids, lone, useless, names);
  perform untie_stamps(useless);
  if go_in_sets(cardinality(ids)) then
    begin
      gone := delete_in_sets(ids);
    exception when foreign_key_violation then
      -- Rows that keep each other from going, whichever goes first: only a foreign key can.
      gone := null;
    end;
  end if;
  if gone is null then
    if cardinality(ids) > 8 then perform let_go_whole(ids); end if;
    delete from dossiers where id = any (ids);
    get diagnostics gone = row_count;
  end if;
  delete from persons where id = any (lone);
  delete from statement_audience where account_id = any (useless);
  delete from gestand.accounts where id = any (useless);
  perform set_config('gestand.erasing', '', true);
  return gone;
end
$$;

-- Takes out again what a restored backup brought back. For the owner, after a restore.
create function erase_again(dossiers uuid[], asked boolean) returns bigint
language sql volatile security definer set search_path from current as $$
  select delete_dossiers(dossiers, asked)
$$;

-- Written anew with each statement; the right to call it stays.
select describe_columns();
grant execute on function erasure_words to gestand_worker;
