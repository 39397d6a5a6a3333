-- Backups, rehearsals and restorations, which a restored organisation does not take back in time;
-- and what ended since, on its way to the register of endings in the database of keys.

create table gestand.endings (
  id           uuid primary key default gen_random_uuid(),
  organisation text not null,
  noted_at     timestamptz not null default clock_timestamp(),
  table_name   text not null,
  act          text not null check (act in ('insert', 'update', 'delete')),
  key          jsonb not null,
  columns      jsonb not null
);
create index endings_noted on gestand.endings (noted_at);
comment on table gestand.endings is
  $$What ended somebody's access or consent, on its way to the register in the database of keys. Ids, words and moments.$$;

-- Notes a change that must hold after the restoration of an older backup too: a consent withdrawn,
-- a relation ended, a dossier restricted. Arguments: the columns of the key; those that say what
-- became of it, never one that tells something of somebody; and a name, where one table holds
-- endings of two kinds. Tables of the platform belong to no organisation.
create function gestand.note_ending() returns trigger
language plpgsql security definer set search_path = gestand, pg_temp as $$
declare
  line  jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  keys  text[] := string_to_array(tg_argv[0], ' ');
  words text[] := string_to_array(coalesce(tg_argv[1], ''), ' ');
begin
  insert into endings (organisation, table_name, act, key, columns)
  select case tg_table_schema when 'gestand' then '' else substr(tg_table_schema, 5) end,
    coalesce(tg_argv[2], tg_table_name), lower(tg_op),
    (select jsonb_object_agg(k, line -> k) from unnest(keys) k),
    coalesce((select jsonb_object_agg(w, line -> w) from unnest(words) w where tg_op <> 'DELETE'),
      '{}');
  return null;
end
$$;

create trigger note_ending after delete on gestand.accounts
  for each row execute function gestand.note_ending('id');
create trigger note_closing after update on gestand.accounts
  for each row when (old.disabled_at is distinct from new.disabled_at)
  execute function gestand.note_ending('id', 'disabled_at');
create trigger note_email after update on gestand.accounts
  for each row when (old.email is distinct from new.email)
  execute function gestand.note_ending('id', '', 'addresses');
create trigger note_ending after update on gestand.passwords
  for each row when (old.changed_at is distinct from new.changed_at)
  execute function gestand.note_ending('account_id', 'changed_at');
create trigger note_ending after update on gestand.second_factors
  for each row when (old.since is distinct from new.since)
  execute function gestand.note_ending('account_id', 'since');
create trigger note_removal after delete on gestand.second_factors
  for each row execute function gestand.note_ending('account_id');
create trigger note_ending after update of used_at on gestand.recovery_codes
  for each row execute function gestand.note_ending('account_id place', 'used_at');

create table gestand.backups (
  name         text primary key check (name ~ '^[a-z0-9][a-z0-9-]{1,99}$'),
  organisation text not null,
  taken_at     timestamptz not null,
  finished_at  timestamptz not null,
  rows         bigint not null,
  bytes        bigint not null,
  removed_at   timestamptz
);
create index backups_organisation on gestand.backups (organisation, taken_at);
comment on table gestand.backups is
  $$Backups that were made whole, and when each was destroyed. Those of the keys stand under no organisation.$$;

create table gestand.restorations (
  id           uuid primary key default gen_random_uuid(),
  organisation text not null,
  backup       text not null,
  rehearsal    boolean not null,
  state        text not null default 'running'
    check (state in ('running', 'good', 'bad', 'undone')),
  begun_at     timestamptz not null default clock_timestamp(),
  ended_at     timestamptz,
  report       jsonb,
  check ((state = 'running') = (ended_at is null))
);
create index restorations_organisation on gestand.restorations (organisation, begun_at);
comment on table gestand.restorations is
  $$Backups that were brought back, in earnest or as a rehearsal, with a report of what was found and taken out again: counts, codes and ids.$$;

-- Whether a backup is being brought back in earnest, so that nobody may sign in. Whoever brings one
-- back holds the lock; if nobody does, it was cut short, and the database has undone it.
create function gestand.restoring() returns boolean
language plpgsql volatile security definer set search_path = gestand, pg_temp as $$
begin
  if not exists (select from restorations where state = 'running' and not rehearsal) then
    return false;
  end if;
  if not pg_try_advisory_xact_lock(hashtext('gestand restore')) then return true; end if;
  update restorations set state = 'undone', ended_at = clock_timestamp()
  where state = 'running' and not rehearsal;
  return false;
end
$$;

create function gestand.refuse_while_restoring() returns trigger
language plpgsql security definer set search_path = gestand, pg_temp as $$
begin
  if restoring() then raise exception 'RESTORING' using errcode = 'GS503'; end if;
  return new;
end
$$;
create trigger refuse_while_restoring before insert on gestand.sessions
  for each row execute function gestand.refuse_while_restoring();
create trigger refuse_while_restoring before insert on gestand.sign_ins
  for each row execute function gestand.refuse_while_restoring();

grant execute on function gestand.restoring to gestand_accounts, gestand_worker;
grant select, delete on gestand.endings to gestand_worker;
grant select on gestand.backups, gestand.restorations to gestand_worker;
