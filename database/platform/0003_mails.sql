-- Mail that waits to go out, queued inside the transaction of what it tells about. The application
-- seals what it says, so that neither a dump nor an application's own SQL can read it, write one or
-- send it to somebody else.

create table gestand.mails (
  id          uuid primary key default gen_random_uuid(),
  kind        text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
  account_id  uuid references gestand.accounts on delete cascade,
  payload     bytea check (octet_length(payload) <= 1048576),
  master      text not null,
  queued_at   timestamptz not null default now(),
  bulk        boolean not null default false,
  tries       integer not null default 0,
  next_try_at timestamptz not null default now(),
  sent_at     timestamptz,
  failed_at   timestamptz,
  failure     text check (length(failure) <= 100),
  check (sent_at is null or failed_at is null),
  check (payload is not null or sent_at is not null or failed_at is not null)
);
create index mails_waiting on gestand.mails (bulk, next_try_at)
  where sent_at is null and failed_at is null;
create index mails_bulk_waiting on gestand.mails (id)
  where bulk and sent_at is null and failed_at is null;
create index mails_account on gestand.mails (account_id);
comment on table gestand.mails is
  $$A mail to an account, or else to the address within its payload. The payload goes when it is sent or given up.$$;
comment on column gestand.mails.bulk is
  $$One of a great many that say the same: it goes out when no other mail waits.$$;
comment on column gestand.mails.failure is $$What the mail server said last, as codes: never an address or a text.$$;

-- Queues a mail in the transaction of whoever calls: an activity that entered, the accounts or the
-- worker.
create function gestand.queue_mail(kind text, account uuid, payload bytea, master text) returns uuid
language plpgsql volatile security definer set search_path = gestand, pg_temp as $$
declare
  queued uuid;
begin
  if session_user not in ('gestand_accounts', 'gestand_worker')
    and not exists (select from this_session) then
    raise exception 'SIGNED_OUT' using errcode = 'GS401';
  end if;
  insert into mails (kind, account_id, payload, master)
    values (queue_mail.kind, account, queue_mail.payload, queue_mail.master)
    returning id into queued;
  return queued;
end
$$;
grant execute on function gestand.queue_mail to public;

grant select, update, delete on gestand.mails to gestand_worker;
grant select (id, email, name, language, disabled_at) on gestand.accounts to gestand_worker;

-- The queue of jobs keeps its tables in a schema of its own, which it makes and upgrades by itself.
create schema gestand_jobs;
grant usage, create on schema gestand_jobs to gestand_worker;
