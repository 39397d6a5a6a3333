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
comment on table gestand.accounts is
  $$A login. What it may see follows from functions and relations in each organisation.$$;

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

-- With an account its sessions end, and none begins: so a session alone says whether it is good.
create function gestand.end_sessions() returns trigger
language plpgsql security definer set search_path = gestand, pg_temp as $$
begin
  update sessions set ended_at = now() where account_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger end_sessions after update of disabled_at on gestand.accounts
  for each row when (new.disabled_at is not null) execute function gestand.end_sessions();

create function gestand.refuse_session() returns trigger
language plpgsql security definer set search_path = gestand, pg_temp as $$
begin
  perform from accounts where id = new.account_id and disabled_at is null for key share;
  if not found then new.ended_at := coalesce(new.ended_at, now()); end if;
  return new;
end
$$;
create trigger refuse_session before insert or update of ended_at on gestand.sessions
  for each row when (new.ended_at is null) execute function gestand.refuse_session();
alter table gestand.accounts enable always trigger end_sessions;
alter table gestand.sessions enable always trigger refuse_session;

-- Sessions that are still good.
create view gestand.live_sessions as
  select token_hash, account_id, strong, seen_at
  from gestand.sessions
  where ended_at is null and ends_at > clock_timestamp()
    and seen_at + idle_time > clock_timestamp();
comment on view gestand.live_sessions is
  $$Sessions that neither ended nor idled too long, of accounts in use.$$;

-- The session that this transaction shows: its secret stands in a setting. Who does not have it
-- cannot guess it, the hash that is kept does not serve, and whatever is read asks again whether
-- the session is still good. After five minutes a transaction shows none: in the snapshot of an
-- old one a right may never end.
create view gestand.this_session as
  select account_id, strong from gestand.live_sessions
  where token_hash = sha256(decode(current_setting('gestand.session', true), 'hex'))
    and clock_timestamp() < now() + interval '5 minutes';
comment on view gestand.this_session is $$The session of whoever asks, if it is still good.$$;

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

-- The moment at which a day begins, as the organisations reckon it.
create function gestand.midnight(day date) returns timestamptz
language sql stable parallel safe
return day::timestamp at time zone 'Europe/Amsterdam';
grant execute on function gestand.midnight to public;
