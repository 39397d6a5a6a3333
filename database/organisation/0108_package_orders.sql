-- Packages that are being made, and those that wait to be fetched. An order stands here with all
-- that is needed to carry it out, so that whatever process stops loses none: another takes it up.
-- Whoever ordered it is known by the session, and only with the secret of that session can the
-- finished package be read.
create table package_orders (
  id           uuid primary key,
  session_hash bytea not null check (length(session_hash) = 32),
  what         text not null check (length(what) between 1 and 36),
  person_id    uuid,
  kind         text not null check (kind in ('access', 'portability')),
  left_out     integer not null check (left_out >= 0),
  sealed       bytea,
  state        text not null default 'waiting'
    check (state in ('waiting', 'making', 'ready', 'failed')),
  tries        integer not null default 0,
  done         integer not null default 0,
  dossiers     integer not null check (dossiers >= 0),
  lines        integer not null default 0,
  failure      text check (failure ~ '^[A-Z_]{1,60}$'),
  bytes        bigint,
  parts        integer,
  digest       bytea,
  begun_at     timestamptz not null default now(),
  told_at      timestamptz not null default now(),
  until        timestamptz not null default now() + interval '2 hours',
  unique (session_hash, what),
  check ((sealed is null) = (state in ('ready', 'failed'))),
  check ((digest is not null) = (state = 'ready'))
);
create index package_orders_person on package_orders (person_id);
comment on table package_orders is $$A package that is being made, or waits for the session that ordered it.
@system @nobody it is the package itself, and gone within the day$$;
comment on column package_orders.sealed is $$Who reads and what goes into it, until it is made. @sealed$$;

create table package_order_parts (
  order_id uuid not null references package_orders on delete cascade,
  part     integer not null check (part between 0 and 4095),
  body     bytea not null check (length(body) <= 1048576 + 29),
  primary key (order_id, part)
);
comment on table package_order_parts is $$The bytes of such a package, in parts of at most a megabyte.
@system @nobody encrypted with a key that is kept nowhere$$;
comment on column package_order_parts.body is $$@sealed$$;

-- Whose orders they are, as a hash of the secret that is shown; none when the session is not good.
create function package_session() returns bytea
language sql stable parallel restricted security definer set search_path from current as $$
  select sha256(decode(current_setting('gestand.session', true), 'hex'))
  where actor() is not null and current_activity() = 'subject-access'
$$;

-- Begins a package; what this session had ordered for the same goes.
create function order_package(id uuid, what text, person uuid, kind text, left_out integer,
  dossiers integer, sealed bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  mine bytea := package_session();
begin
  if mine is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  delete from package_orders o where o.session_hash = mine and o.what = order_package.what
    or o.until < now();
  if (select count(*) from package_orders o where o.sealed is not null) >= 200 then
    raise exception 'PACKAGE_BUSY' using errcode = 'GS409';
  end if;
  insert into package_orders (id, session_hash, what, person_id, kind, left_out, dossiers, sealed)
    values (id, mine, what, person, kind, left_out, dossiers, sealed);
end
$$;

create function find_package_order(wanted text) returns setof package_orders
language sql stable security definer set search_path from current as $$
  select o.* from package_orders o
  where o.session_hash = package_session() and o.what = wanted and o.until > now()
$$;

create function let_package_go(wanted text) returns void
language sql volatile security definer set search_path from current as $$
  delete from package_orders o where o.session_hash = package_session() and o.what = wanted
$$;

create function read_ordered_part(wanted text, number integer) returns bytea
language sql stable security definer set search_path from current as $$
  select p.body from find_package_order(wanted) o join package_order_parts p on p.order_id = o.id
  where o.state = 'ready' and p.part = number
$$;
grant execute on function order_package, find_package_order, let_package_go, read_ordered_part
  to public;

-- The next order for whoever makes packages: one that waits, or of which nothing was heard for half
-- a minute because its process stopped. After three times it is given up. Each time has a number,
-- and only who has the last one goes on.
create function take_package_order(out id uuid, out sealed bytea, out tries integer)
language plpgsql volatile security definer set search_path from current as $$
begin
  delete from package_orders o where o.until < now();
  update package_orders o set state = 'failed', failure = 'PACKAGE_STOPPED', sealed = null
  where o.state = 'making' and o.tries >= 3 and o.told_at < now() - interval '30 seconds';
  update package_orders o set state = 'making', tries = o.tries + 1, told_at = now(), done = 0,
    lines = 0
  where o.id = (select w.id from package_orders w
    where w.state = 'waiting'
      or w.state = 'making' and w.told_at < now() - interval '30 seconds'
    order by w.begun_at limit 1 for update skip locked)
  returning o.id, o.sealed, o.tries
    into take_package_order.id, take_package_order.sealed, take_package_order.tries;
  delete from package_order_parts p where p.order_id = take_package_order.id;
end
$$;

-- That it is being made, and how far it is. False when nobody wants it any more, or another makes
-- it.
create function tell_package_order(id uuid, try integer, done integer, lines integer)
returns boolean
language sql volatile security definer set search_path from current as $$
  with told as (
    update package_orders o set told_at = now(), done = tell_package_order.done,
      lines = tell_package_order.lines
    where o.id = tell_package_order.id and o.tries = try and o.state = 'making' returning 1)
  select exists (select from told)
$$;

create function put_package_order_part(id uuid, try integer, part integer, body bytea)
returns boolean
language sql volatile security definer set search_path from current as $$
  with mine as (
    select o.id from package_orders o
    where o.id = put_package_order_part.id and o.tries = try and o.state = 'making' for share),
  put as (
    insert into package_order_parts (order_id, part, body)
    select m.id, put_package_order_part.part, put_package_order_part.body from mine m returning 1)
  select exists (select from put)
$$;

-- Ready, or failed with the code of what stopped it: from then on half an hour is left, and the
-- secret of the session is here no more.
create function end_package_order(id uuid, try integer, failure text, bytes bigint, parts integer,
  digest bytea) returns boolean
language sql volatile security definer set search_path from current as $$
  with ended as (
    update package_orders o set sealed = null,
      state = case when end_package_order.failure is null then 'ready' else 'failed' end,
      failure = end_package_order.failure, bytes = end_package_order.bytes,
      parts = end_package_order.parts, digest = end_package_order.digest,
      done = case when end_package_order.failure is null then o.dossiers else o.done end,
      until = now() + interval '30 minutes'
    where o.id = end_package_order.id and o.tries = try and o.state = 'making' returning 1)
  select exists (select from ended)
$$;
grant execute on function take_package_order, tell_package_order, put_package_order_part,
  end_package_order to gestand_worker;
