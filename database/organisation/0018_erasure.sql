-- Erasure: an order, of which every step is noted, so that whatever stops half-way is finished by
-- whoever comes next. What is erased, and in which order, follows from the comments on tables alone.
--
--   ordered → registered → key destroyed → deleted → re-read → closed
--
-- The second and third step happen in the database of keys, outside the backups.

create table erasure_orders (
  id            uuid primary key default gen_random_uuid(),
  dossier_id    uuid not null,
  person_id     uuid,
  account_id    uuid,
  part          text not null default 'dossier',
  cause         text not null check (cause in ('request', 'choice', 'retention', 'restored')),
  request_id    uuid,
  kind          text not null,
  year          integer not null,
  due_on        date,
  language      text not null default 'nl' check (language in ('nl', 'en')),
  amount        bigint not null default 0,
  ordered_by    uuid,
  ordered_at    timestamptz not null default now(),
  registered_at timestamptz,
  deleted_at    timestamptz,
  reread_at     timestamptz,
  leftovers     bigint not null default 0 check (leftovers >= 0),
  accepted_by   uuid,
  accepted_why  text check (accepted_why in ('namesake', 'shared-address')),
  closed_at     timestamptz,
  scrubbed_at   timestamptz,
  unique (dossier_id, part),
  check (deleted_at is null or registered_at is not null),
  check (closed_at is null or deleted_at is not null and reread_at is not null)
);
create index erasure_orders_open on erasure_orders (ordered_at) where closed_at is null;
create index erasure_orders_closed on erasure_orders (closed_at);
create index erasure_orders_request on erasure_orders (request_id) where request_id is not null;
create index erasure_orders_unscrubbed on erasure_orders (deleted_at) where scrubbed_at is null;
comment on table erasure_orders is
  $$A dossier, or a part of one, that is to be erased or was, and how far that is. Ids of what is gone,
words and counts. @system$$;
comment on column erasure_orders.id is $$@key$$;
comment on column erasure_orders.dossier_id is $$@key @subject$$;
comment on column erasure_orders.person_id is $$@key @subject$$;
comment on column erasure_orders.account_id is $$@key @subject$$;
comment on column erasure_orders.part is $$@stamp$$;
comment on column erasure_orders.cause is $$@stamp$$;
comment on column erasure_orders.request_id is $$@stamp$$;
comment on column erasure_orders.kind is $$@stamp$$;
comment on column erasure_orders.year is $$@stamp$$;
comment on column erasure_orders.due_on is $$@stamp$$;
comment on column erasure_orders.language is $$@stamp$$;
comment on column erasure_orders.amount is $$@stamp$$;
comment on column erasure_orders.ordered_by is $$@stamp$$;
comment on column erasure_orders.ordered_at is $$@stamp$$;
comment on column erasure_orders.registered_at is $$@stamp$$;
comment on column erasure_orders.deleted_at is $$@stamp$$;
comment on column erasure_orders.reread_at is $$@stamp$$;
comment on column erasure_orders.leftovers is $$@stamp$$;
comment on column erasure_orders.accepted_by is $$@stamp$$;
comment on column erasure_orders.accepted_why is $$@stamp$$;
comment on column erasure_orders.closed_at is $$@stamp$$;
comment on column erasure_orders.scrubbed_at is $$@stamp$$;

create table erasure_leftovers (
  order_id uuid not null references erasure_orders on delete cascade,
  place    text not null,
  amount   bigint not null,
  primary key (order_id, place)
);
comment on table erasure_leftovers is
  $$Where the last re-read of an erasure still found something: places and counts. @system$$;

create table holds (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  reason     text not null
    check (reason in ('complaint', 'legal-claim', 'legal-duty', 'investigation', 'request')),
  ends_on    date not null,
  placed_by  uuid not null,
  placed_at  timestamptz not null default now(),
  lifted_by  uuid,
  lifted_at  timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create index holds_dossier on holds (dossier_id);
comment on table holds is
  $$Why a dossier may not be destroyed yet, and until when at most. @system$$;
comment on column holds.id is $$@key$$;
comment on column holds.dossier_id is $$@key @subject$$;
comment on column holds.reason is $$@key$$;
comment on column holds.ends_on is $$@stamp$$;
comment on column holds.placed_by is $$@stamp$$;
comment on column holds.placed_at is $$@stamp$$;
comment on column holds.lifted_by is $$@stamp$$;
comment on column holds.lifted_at is $$@stamp$$;

create view standing_holds as
  select id, dossier_id, reason, ends_on, placed_at from holds
  where lifted_at is null and ends_on >= gestand.today();
comment on view standing_holds is $$Holds that are neither lifted nor past their end. @system$$;

-- What names the person in rows that outlive the dossier. Emptied when the person asks; `always`,
-- whatever the statement keeps of it.
comment on column relation_lines.name is
  $$Empty after an erasure that the client asked for. @category relation-line @linkable$$;
comment on column requests.name is $$@category request @linkable always$$;
comment on column requests.email is $$@category request @linkable always$$;
comment on column requests.address is $$Where letters go. @category request @linkable always$$;
comment on column requests.person_name is
  $$Of the minor or of who gave the mandate. @category request @linkable always$$;
comment on column requests.reference is
  $$The number of a dossier, as the person gives it. @category request @linkable always$$;
comment on column requests.words is $$@category request @sealed @linkable always$$;
comment on column request_steps.note is $$@category request @sealed @linkable always$$;

-- What the comments say of each column, as the statement was applied: asking PostgreSQL for comments
-- one by one takes longer than erasing.
create table described_columns (
  relname  name not null,
  attname  name not null,
  attnum   smallint not null,
  type     regtype not null,
  required boolean not null,
  place    text not null,
  says     text not null,
  cascades boolean not null,
  primary key (relname, attname)
);
comment on table described_columns is
  $$Columns with their comments and those of their tables; what an erasure goes by. @system$$;

create function describe_columns() returns void
language sql volatile security definer set search_path from current as $$
  delete from described_columns;
  insert into described_columns
    select c.relname, a.attname, a.attnum, a.atttypid, a.attnotnull,
      coalesce(obj_description(c.oid), ''), coalesce(col_description(c.oid, a.attnum), ''),
      exists (select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confdeltype = 'c')
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and not a.attisdropped
$$;

-- Orders an erasure, from which moment nobody sees the dossier. Only functions of the owner can call
-- it. Asked twice it answers the same.
create function order_erasure(which uuid, wanted_part text, why text, request uuid default null,
  due date default null)
returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  d       dossiers;
  ordered uuid;
begin
  select * into d from dossiers where id = which for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  select id into ordered from erasure_orders where dossier_id = which and part = wanted_part;
  if found then return ordered; end if;
  if exists (select from standing_holds h where h.dossier_id = which) then
    raise exception 'ERASURE_HELD' using errcode = 'GS409';
  end if;
  insert into erasure_orders (dossier_id, part, cause, request_id, kind, year, due_on, language,
      ordered_by)
    values (which, wanted_part, why, request, d.kind, extract(year from d.started_at), due,
      coalesce((select q.language from requests q where q.id = request), 'nl'), actor())
    returning id into ordered;
  if wanted_part = 'dossier' then
    update dossiers set restricted_at = coalesce(restricted_at, now()) where id = which;
  end if;
  perform record('erasure-ordered', coalesce(current_activity(), 'system'), actor(), which,
    'erasure_orders', ordered::text, null);
  return ordered;
end
$$;

-- Requests for erasure that were granted become orders: one for each dossier of the person. One that
-- is held stays, and the request with it.
create function order_requested() returns integer
language plpgsql volatile security definer set search_path from current as $$
declare
  asked   record;
  dossier uuid;
  made    integer := 0;
begin
  for asked in select * from requests_to_execute('{erasure}') loop
    foreach dossier in array asked.dossier_ids loop
      continue when exists (
        select from erasure_orders o where o.dossier_id = dossier and o.part = 'dossier')
        or exists (select from standing_holds h where h.dossier_id = dossier);
      perform order_erasure(dossier, 'dossier', 'request', asked.request_id);
      made := made + 1;
    end loop;
    if cardinality(asked.dossier_ids) = 0
      and not exists (select from erasure_orders o where o.request_id = asked.request_id) then
      perform finish_request(asked.request_id, 'nothing-held');
    end if;
  end loop;
  return made;
end
$$;

-- Begins with what the person asked and the statement grants at once, in the transaction that asks:
-- the answer is the number by which it can be followed, without an account.
create function begin_own_erasure(request uuid) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  asked   record;
  dossier uuid;
  begun   uuid;
begin
  select x.* into asked from requests_to_execute('{erasure}') x
    join requests q on q.id = x.request_id and q.account_id = actor()
    where x.request_id = request;
  if not found then return null; end if;
  foreach dossier in array asked.dossier_ids loop
    begun := order_erasure(dossier, 'dossier', 'request', request);
  end loop;
  return begun;
end
$$;

-- Accounts of those whom these dossiers are about, and who are nobody anywhere else: no client of
-- another dossier, no member, no voice of a party, in no organisation.
create function useless_accounts(ids uuid[]) returns table (dossier_id uuid, account_id uuid)
language plpgsql stable security definer set search_path from current as $$
declare
  place    text;
  used     boolean;
  found_in uuid;
begin
  for dossier_id, account_id in
    select r.dossier_id, r.holder_id from relations r
    join relation_words w on w.relation = r.relation and w.subject
    join gestand.accounts a on a.id = r.holder_id
    where r.dossier_id = any (ids)
      and not exists (select from members m where m.account_id = r.holder_id)
      and not exists (select from affiliations f where f.account_id = r.holder_id)
      and not exists (select from relations o
        where o.holder_id = r.holder_id and o.dossier_id <> all (ids))
  loop
    used := false;
    for place in select 'org_' || o.id from gestand.organisations o loop
      continue when place = current_schema();
      execute format(
        'select exists (select from %1$I.members where account_id = $1)
           or exists (select from %1$I.affiliations where account_id = $1)
           or exists (select from %1$I.relations where holder_id = $1)', place)
        into used using account_id;
      exit when used;
    end loop;
    if not used then return next; end if;
  end loop;
end
$$;

-- Orders of which the rows are still to go, or are gone and to be re-read, oldest first; with who
-- goes with them: the person when no
-- other dossier is left, the account when it has no other use.
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
  delete from gestand.accounts where id = any (useless);
  perform set_config('gestand.erasing', '', true);
  return gone;
end
$$;

-- Deletes one part of these dossiers: the rows of which every category belongs to it. What is left of
-- the dossier keeps its key.
create function delete_part(ids uuid[], which text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  words text[] := (select t.categories from retention_terms t where t.part = which limit 1);
  own   record;
begin
  perform set_config('gestand.erasing', 'on', true);
  for own in
    select m.relname, max(substring(m.says from '@category-in ([a-z_]+)')) as by_row,
      bool_and(substring(m.says from '@category ([a-z-]+)') = any (words))
        filter (where m.says ~ '@category ') as whole
    from described_columns m
    where m.place ~ '@belongs dossiers' and m.relname not in ('dossiers', 'ledger')
    group by m.relname
  loop
    if own.by_row is not null then
      execute format('delete from %I where dossier_id = any ($1) and %I = any ($2)', own.relname,
        own.by_row) using ids, words;
    elsif own.whole then
      execute format('delete from %I where dossier_id = any ($1)', own.relname) using ids;
    end if;
  end loop;
  perform set_config('gestand.erasing', '', true);
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

-- The re-read does not ask the comments that decided what goes: it looks in every column of every
-- table that can hold an id.
create function reread_ids(ids uuid[])
returns table (order_id uuid, place text, amount bigint)
language plpgsql stable security definer set search_path from current as $$
declare
  gone uuid[] := array(
    select i from erasure_orders o, unnest(array[o.dossier_id, o.person_id, o.account_id]) i
    where o.id = any (ids) and o.part = 'dossier' and i is not null);
  col  record;
begin
  for col in
    select n.nspname, c.relname, a.attname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in (current_schema(), 'gestand') and c.relkind in ('r', 'p')
      and a.atttypid = 'uuid'::regtype
      -- Pseudonymous by design: who did what, and what was erased.
      and not (n.nspname = current_schema() and c.relname in ('ledger', 'erasure_orders'))
  loop
    return query execute format(
      $q$select o.id, %4$L, f.amount
         from (select t.%3$I as id, count(*) as amount from %1$I.%2$I t
           where t.%3$I = any ($2) group by 1) f
         join erasure_orders o on o.id = any ($1) and o.part = 'dossier'
           and f.id in (o.dossier_id, o.person_id, o.account_id)$q$,
      col.nspname, col.relname, col.attname, col.relname || '.' || col.attname) using ids, gone;
  end loop;
end
$$;

-- Words as text, in every column of text of every table, but for rows that are another person's:
-- those can have the same name, and two people can share an address.
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
      string_agg(format('(t.%I is null or t.%I = any ($2))', a.attname, a.attname), ' and ') filter (
        where a.atttypid = 'uuid'::regtype and (
          a.attname in ('dossier_id', 'person_id', 'account_id')
          or c.relname = 'accounts' and a.attname = 'id')) as own
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in (current_schema(), 'gestand') and c.relkind in ('r', 'p')
      and c.relname not in ('statements', 'applied', 'migrations')
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

-- Notes what the re-read found, instead of what the one before it found.
create function note_reread(ids uuid[], orders uuid[], places text[], amounts bigint[]) returns void
language sql volatile security definer set search_path from current as $$
  delete from erasure_leftovers where order_id = any (ids);
  insert into erasure_leftovers (order_id, place, amount)
    select f.o, f.p, sum(f.a) from unnest(orders, places, amounts) as f (o, p, a) group by 1, 2;
  update erasure_orders o set reread_at = now(),
    leftovers = coalesce((select sum(l.amount) from erasure_leftovers l where l.order_id = o.id), 0)
  where o.id = any (ids) and o.deleted_at is not null
$$;

-- Closes what was re-read and left nothing, or nothing but what somebody found to be another's; and
-- the requests of which that was the last.
create function close_erasures(ids uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  request uuid;
begin
  return query
    update erasure_orders o set closed_at = now()
    where o.id = any (ids) and o.closed_at is null and o.deleted_at is not null
      and o.reread_at >= o.deleted_at and (o.leftovers = 0 or o.accepted_why is not null)
    returning o.id;
  for request in
    select distinct o.request_id from erasure_orders o join requests q on q.id = o.request_id
    where o.id = any (ids) and q.state = 'executing' and not exists (
      select from erasure_orders e where e.request_id = o.request_id and e.closed_at is null)
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
    select distinct m.relname, substring(m.says from '@category ([a-z-]+)') as category,
      substring(m.says from '@category-in ([a-z_]+)') as by_row,
      m.place !~ '@belongs' as outlives
    from described_columns m
    where m.says ~ '@category' and m.place !~ '@system' and exists (
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

grant execute on function order_requested, open_erasures, note_registered, erasure_words,
  erasure_readers, note_scrubbed, closed_erasures, carry_out_erasures, reread_ids, reread_words, note_reread, close_erasures to gestand_worker;
grant execute on function erasure_progress, erasure_preview, begin_own_erasure to public;
