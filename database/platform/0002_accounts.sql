-- How accounts prove who they are. What a thief of this database finds is sealed by the
-- application, or a hash of something long and random: nothing in it signs anybody in.

create table gestand.passwords (
  account_id uuid primary key references gestand.accounts on delete cascade,
  sealed     bytea not null,
  master     text not null,
  changed_at timestamptz not null default now()
);
create index passwords_master on gestand.passwords (master);
comment on table gestand.passwords is
  $$The argon2id hash of an account's password, sealed for that account by the master key that is named.$$;

create table gestand.second_factors (
  account_id uuid primary key references gestand.accounts on delete cascade,
  sealed     bytea not null,
  master     text not null,
  last_step  bigint not null,
  since      timestamptz not null default now()
);
create index second_factors_master on gestand.second_factors (master);
comment on table gestand.second_factors is $$The secret that an account shares with its authenticator app, sealed.$$;
comment on column gestand.second_factors.last_step is
  $$The newest time step of which a code was used: that code and older ones are refused.$$;

create table gestand.second_factor_setups (
  account_id uuid primary key references gestand.accounts on delete cascade,
  sealed     bytea not null,
  master     text not null,
  begun_at   timestamptz not null default now()
);
comment on table gestand.second_factor_setups is
  $$A second factor that is being set up: it counts from the first right code, and the old one until then.$$;

create table gestand.recovery_codes (
  account_id uuid not null references gestand.accounts on delete cascade,
  place      smallint not null check (place between 1 and 10),
  sealed     bytea not null,
  master     text not null,
  used_at    timestamptz,
  primary key (account_id, place)
);
comment on table gestand.recovery_codes is
  $$Codes for when the authenticator app is lost, each good once: hashes, sealed.$$;

create table gestand.sign_ins (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references gestand.accounts on delete cascade,
  device     text not null default '' check (length(device) <= 100),
  started_at timestamptz not null default now(),
  ends_at    timestamptz not null default now() + interval '15 minutes'
);
create index sign_ins_account on gestand.sign_ins (account_id);
comment on table gestand.sign_ins is
  $$A sign-in of which the password was right and the second factor is still to be given or set up. It opens nothing.$$;

alter table gestand.sessions
  add column id     uuid not null unique default gen_random_uuid(),
  add column device text not null default '' check (length(device) <= 100),
  add column proved_at timestamptz;
comment on column gestand.sessions.id is $$Names a session in the list that its owner sees; it is no secret.$$;
comment on column gestand.sessions.proved_at is
  $$When a second factor was given once more in this session, before something that asks for it.$$;
comment on column gestand.sessions.device is $$Browser and system in two words, so that people recognise it.$$;

create table gestand.recoveries (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references gestand.accounts on delete cascade,
  asked_at   timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 hour'
);
create index recoveries_account on gestand.recoveries (account_id);
comment on table gestand.recoveries is $$A link by mail with which a new password can be chosen, once.$$;

create table gestand.email_changes (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references gestand.accounts on delete cascade,
  email      text not null check (length(email) between 3 and 254),
  expires_at timestamptz not null default now() + interval '1 day'
);
create index email_changes_account on gestand.email_changes (account_id);
comment on table gestand.email_changes is
  $$A new e-mail address that counts from when the link that was sent to it is followed.$$;

create table gestand.throttles (
  key           bytea primary key check (length(key) = 32),
  failures      integer not null default 0 check (failures >= 0),
  counted_at    timestamptz not null default clock_timestamp(),
  blocked_until timestamptz not null default clock_timestamp()
);
comment on table gestand.throttles is
  $$Tries that failed, under keyed hashes of what was tried and from where. A day without one and they are forgotten.$$;

-- Counts a try under every key before it is made, so that many at the same moment cannot slip
-- through together. Answers how many seconds to wait; 0 means that it was counted and may be made.
-- From the key's free tries on, each failure doubles the wait, up to a quarter of an hour: long for
-- a guesser, and nobody is locked out for good.
create function gestand.count_try(keys bytea[], free integer[]) returns integer
language plpgsql volatile security definer set search_path = gestand, pg_temp as $$
declare
  moment timestamptz;
  wait   integer;
begin
  insert into throttles (key) select k from unnest(keys) k order by k on conflict do nothing;
  perform from throttles t where t.key = any (keys) order by t.key for update;
  moment := clock_timestamp();
  select ceil(extract(epoch from max(t.blocked_until) - moment)) into wait
  from throttles t where t.key = any (keys);
  if wait > 0 then return wait; end if;
  update throttles t set
    failures = n.failures,
    counted_at = moment,
    blocked_until = case when n.failures < n.free then moment
      else moment + least(900, power(2, least(n.failures - n.free, 20))) * interval '1 second' end
  from (
    select h.key, k.free,
      case when h.counted_at < moment - interval '1 day' then 1 else h.failures + 1 end as failures
    from unnest(keys, free) as k (key, free) join throttles h on h.key = k.key) n
  where t.key = n.key;
  return 0;
end
$$;

-- The organisations where an account works or has a dossier within reach. Asks each of them, so
-- that nothing needs keeping in step; an installation with thousands of organisations will want a
-- table instead.
create function gestand.list_organisations(account uuid)
returns table (organisation text, title text, member boolean)
language plpgsql stable security definer set search_path = gestand, pg_temp as $$
declare
  related boolean;
begin
  for organisation, title in select o.id, o.name from organisations o order by o.id loop
    execute format(
      'select exists (select from %1$I.members m
           where m.account_id = $1 and (m.left_at is null or m.left_at > now())),
         exists (select from %1$I.relations r
           where r.holder_id = any (%1$I.holders($1)) and (r.until is null or r.until > now()))',
      'org_' || organisation)
      into member, related using account;
    if member or related then return next; end if;
  end loop;
end
$$;

grant execute on function gestand.find_session, gestand.count_try, gestand.list_organisations
  to gestand_accounts;
