-- What an installation has once: organisations, accounts, sessions and the key under which acts are
-- signed. Runs as gestand_owner, which owns everything and with which nobody signs in.

alter default privileges for role gestand_owner revoke execute on functions from public;

create table gestand.organisations (
  id         text primary key check (id ~ '^[a-z][a-z0-9]{1,30}$'),
  name       text not null,
  created_at timestamptz not null default now()
);
comment on table gestand.organisations is $$A controller with a schema of its own, org_<id>.$$;

create table gestand.accounts (
  id          uuid primary key default gen_random_uuid(),
  email       text not null check (length(email) between 3 and 254),
  name        text not null check (length(name) between 1 and 200),
  language    text not null default 'nl' check (language in ('nl', 'en')),
  created_at  timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index accounts_email on gestand.accounts (lower(email));
comment on table gestand.accounts is $$A login. What it may see follows from functions and relations in each organisation.$$;

create table gestand.sessions (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references gestand.accounts on delete cascade,
  strong     boolean not null,
  started_at timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  ends_at    timestamptz not null,
  idle_time  interval not null default '30 minutes',
  ended_at   timestamptz
);
create index sessions_account on gestand.sessions (account_id);
comment on table gestand.sessions is
  $$A signed-in browser. Only the hash of its secret is kept; strong means that a second factor was given.$$;

create table gestand.secrets (
  name  text primary key,
  value text not null check (length(value) >= 64)
);
comment on table gestand.secrets is $$Keys of the database itself, readable by its owner alone.$$;
insert into gestand.secrets values
  ('act', gen_random_uuid()::text || gen_random_uuid()::text),
  ('receipt', gen_random_uuid()::text || gen_random_uuid()::text);

-- A hash that only who has the key can make; the key comes last, so that a hash cannot be
-- lengthened into another. Never pass a key as a parameter of a query: it would stand in the plan,
-- which a setting of the session can print. That is why this is stable, as what it calls: only then
-- it is put in the place of its call, and has no parameters and plan of its own.
create function gestand.signature(words text, key text) returns text
language sql stable parallel safe
return encode(sha256(convert_to(words || '|' || key, 'utf8')), 'hex');

-- What is said in this transaction of this backend and in no other.
create function gestand.said_here(words text) returns text
language sql stable parallel restricted
return concat(words, '|', pg_backend_pid(), '|', extract(epoch from now()));

-- The words of the act that this transaction may do under a role: account, role, dossier ('' when
-- none is opened), activity and kind of dossier. Null when there is none, when its signature fails,
-- when the role is another one or when the transaction has lasted for more than five minutes, so
-- that nobody reads on after a right has ended. Policies name the role they are for: PostgreSQL
-- checks columns when a statement starts and rows while it runs, and a role can be changed in
-- between.
create function gestand.read_act(for_role text default current_setting('role')) returns text[]
language plpgsql stable parallel restricted security definer set search_path = gestand,
  pg_temp as $$
declare
  act text := current_setting('gestand.act', true);
  key text;
begin
  if split_part(act, '|', 2) = for_role and for_role = current_setting('role')
    and clock_timestamp() < now() + interval '5 minutes' then
    select value into strict key from secrets where name = 'act';
    if right(act, 64) = signature(said_here(left(act, -65)), key) then
      return string_to_array(act, '|');
    end if;
  end if;
  return null;
end
$$;
grant execute on function gestand.read_act to public;

-- Leaves a signed act in the transaction. Only functions of the owner can call it.
create function gestand.leave_act(account uuid, role_name text, dossier uuid, activity text,
  kind text)
returns text
language sql volatile security definer set search_path = gestand, pg_temp as $$
  select set_config('gestand.act', a.words || '|' || signature(said_here(a.words), k.value), true)
  from (select concat_ws('|', account, role_name, coalesce(dossier::text, ''),
    coalesce(activity, ''),
    coalesce(kind, '')) as words offset 0) a, secrets k
  where k.name = 'act'
$$;

-- Sessions that are still good.
create view gestand.live_sessions as
  select s.token_hash, s.account_id, s.strong, s.seen_at
  from gestand.sessions s join gestand.accounts a on a.id = s.account_id
  where s.ended_at is null and s.ends_at > now() and s.seen_at + s.idle_time > now()
    and a.disabled_at is null;
comment on view gestand.live_sessions is $$Sessions that neither ended nor idled too long, of accounts in use.$$;

-- The account behind a live session, and whether a second factor was given. Moves the idle clock
-- once a minute.
create function gestand.find_session(secret bytea, out account_id uuid, out strong boolean)
language plpgsql volatile security definer set search_path = gestand, pg_temp as $$
declare
  seen timestamptz;
begin
  select s.account_id, s.strong, s.seen_at into find_session.account_id, find_session.strong, seen
  from live_sessions s where s.token_hash = sha256(secret);
  if seen < now() - interval '1 minute' then
    update sessions set seen_at = now() where token_hash = sha256(secret);
  end if;
end
$$;

-- Today, as the organisations reckon it.
create function gestand.today() returns date
language sql stable parallel safe
return (now() at time zone 'Europe/Amsterdam')::date;
grant execute on function gestand.today to public;
