-- Mail about a client: it comes in at an address of the dossier or of the coach, waits in the tray
-- of that coach, and goes into a dossier when the coach files it there. Nothing is written in a
-- dossier that nobody opened. What is not filed goes after a month.

create table mail_addresses (
  dossier_id uuid primary key references dossiers on delete cascade,
  token      text not null unique default replace(gen_random_uuid()::text, '-', ''),
  made_by    uuid default actor(),
  made_at    timestamptz not null default now()
);
comment on table mail_addresses is
  $$An address at which mail about this dossier comes in; nobody can guess it.
@belongs dossiers @insert coaching @delete coaching$$;
comment on column mail_addresses.dossier_id is $$@key$$;
comment on column mail_addresses.token is $$@category correspondence$$;
comment on column mail_addresses.made_by is $$@stamp$$;
comment on column mail_addresses.made_at is $$@stamp$$;

-- Whoever makes an address does not choose it.
create function make_mail_token() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  new.token := replace(gen_random_uuid()::text, '-', '');
  return new;
end
$$;
create trigger make_mail_token before insert on mail_addresses
  for each row execute function make_mail_token();

create table filed_mails (
  id             uuid primary key default gen_random_uuid(),
  dossier_id     uuid not null references dossiers on delete cascade,
  message_digest bytea not null check (length(message_digest) = 32),
  sent_at        timestamptz not null,
  source         text not null
    check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  sender         bytea not null,
  receivers      bytea not null,
  subject        bytea not null,
  body           bytea not null check (length(body) <= 1048576 + 29),
  filed_by       uuid default actor(),
  filed_at       timestamptz not null default now(),
  unique (id, dossier_id),
  unique (dossier_id, message_digest)
);
comment on table filed_mails is $$A mail about the client, as plain text; once in each dossier.
@belongs dossiers @insert coaching @delete coaching$$;
comment on column filed_mails.id is $$@key$$;
comment on column filed_mails.dossier_id is $$@key$$;
comment on column filed_mails.message_digest is $$Hash of the Message-ID. @key$$;
comment on column filed_mails.sent_at is $$@category correspondence$$;
comment on column filed_mails.source is $$@impersonal a word from a list$$;
comment on column filed_mails.sender is $$@category correspondence @sealed$$;
comment on column filed_mails.receivers is $$@category correspondence @sealed$$;
comment on column filed_mails.subject is $$@category correspondence @sealed$$;
comment on column filed_mails.body is $$@category correspondence @sealed$$;
comment on column filed_mails.filed_by is $$@stamp$$;
comment on column filed_mails.filed_at is $$@stamp$$;
create trigger refuse_when_closed before insert on filed_mails
  for each row execute function refuse_when_closed();

create table mail_attachments (
  document_id uuid primary key references documents on delete cascade,
  mail_id     uuid not null,
  dossier_id  uuid not null,
  foreign key (mail_id, dossier_id) references filed_mails (id, dossier_id) on delete cascade
);
create index mail_attachments_mail on mail_attachments (mail_id);
create index mail_attachments_dossier on mail_attachments (dossier_id);
comment on table mail_attachments is $$Which documents came with which mail.
@belongs dossiers @insert coaching @impersonal identifiers only$$;
comment on column mail_attachments.document_id is $$@key$$;
comment on column mail_attachments.mail_id is $$@key$$;
comment on column mail_attachments.dossier_id is $$@key$$;

create table mail_trays (
  account_id uuid primary key,
  token      text not null unique default replace(gen_random_uuid()::text, '-', '')
);
comment on table mail_trays is $$The address at which mail for a coach comes in.
@system @nobody an address of the software, that says nothing of the coach$$;
comment on column mail_trays.account_id is $$@key$$;

create table waiting_mails (
  id             uuid primary key,
  account_id     uuid not null,
  dossier_id     uuid,
  message_digest bytea not null check (length(message_digest) = 32),
  summary        bytea not null check (length(summary) <= 4096),
  bytes          integer not null check (bytes between 1 and 26214400),
  arrived_at     timestamptz not null default now(),
  expires_on     date not null default gestand.today() + 30,
  unique (account_id, message_digest)
);
create index waiting_mails_account on waiting_mails (account_id, arrived_at);
create index waiting_mails_dossier on waiting_mails (dossier_id) where dossier_id is not null;
create index waiting_mails_expiry on waiting_mails (expires_on);
comment on table waiting_mails is
  $$A mail that waits until its coach files it or destroys it, sealed with a key of its own.
@organisation @delete coaching
@nobody nobody looked yet whom it is about; what is not filed within a month is destroyed$$;
comment on column waiting_mails.id is $$@key$$;
comment on column waiting_mails.account_id is $$In whose tray it lies. @key$$;
comment on column waiting_mails.dossier_id is $$Which dossier it seems to be about. @key$$;
comment on column waiting_mails.message_digest is $$@key$$;
comment on column waiting_mails.summary is
  $$Sender, subject and day. @category correspondence @sealed$$;
comment on column waiting_mails.bytes is $$@impersonal a size$$;
comment on column waiting_mails.arrived_at is $$@stamp$$;
comment on column waiting_mails.expires_on is $$@stamp$$;

create table waiting_mail_parts (
  mail_id uuid not null references waiting_mails on delete cascade,
  part    integer not null check (part between 0 and 24),
  body    bytea not null check (length(body) <= 1048576 + 29),
  primary key (mail_id, part)
);
comment on table waiting_mail_parts is $$The bytes of a mail that waits, as it came.
@organisation @nobody nobody looked yet whom it is about$$;
comment on column waiting_mail_parts.mail_id is $$@key$$;
comment on column waiting_mail_parts.part is $$@key$$;
comment on column waiting_mail_parts.body is $$@category correspondence @sealed mail_id$$;

-- A tray is its owner's alone.
alter table waiting_mails enable row level security;
alter table waiting_mail_parts enable row level security;
create policy core_own_mail on waiting_mails as restrictive
  using (account_id = (select actor()));
create policy core_own_mail on waiting_mail_parts as restrictive
  using (exists (select from waiting_mails w where w.id = mail_id));

-- The address of one's own tray, made when it is asked for the first time.
create function own_mail_tray() returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  mine text;
begin
  if acting(current_activity()) is not true
    or not has_column_privilege(acting_role(), 'filed_mails', 'body', 'insert') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into mail_trays (account_id) values (actor()) on conflict do nothing;
  select token into mine from mail_trays where account_id = actor();
  return mine;
end
$$;
grant execute on function own_mail_tray to public;

-- Whose tray an address leads to, and which dossier it names: the coach who answers for it now.
create function mail_place(wanted text) returns table (account_id uuid, dossier_id uuid)
language sql stable security definer set search_path from current as $$
  select r.holder_id, a.dossier_id
  from mail_addresses a
  join living_dossiers d on d.id = a.dossier_id
  join relations r on r.dossier_id = a.dossier_id and r.relation = 'responsible-coach'
    and (r.until is null or r.until > now())
  where a.token = wanted
  union all
  select t.account_id, null from mail_trays t
  join functions f on f.account_id = t.account_id and f.function = 'coach'
  where t.token = wanted
  limit 1
$$;

-- The one client of a coach who writes from an address; nobody when there are more, or none.
create function mail_sender(coach uuid, address text) returns uuid
language sql stable security definer set search_path from current as $$
  select case when count(*) = 1 then min(c.dossier_id::text)::uuid end
  from clients c join reach r on r.dossier_id = c.dossier_id and r.holder_id = coach
    and r.activity = 'coaching' and r.since <= now() and r.until > now()
  where lower(c.email) = lower(address)
    and not exists (select from closures z where z.dossier_id = c.dossier_id)
$$;

-- Puts a mail in a tray. Tells `full` when nothing more fits, `known` when it is there already.
create function receive_mail(mail uuid, coach uuid, about uuid, digest bytea, says bytea,
  size integer, parts bytea[]) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(coach::text, 60));
  if exists (select from waiting_mails w where w.account_id = coach and w.message_digest = digest)
    or exists (select from filed_mails f where f.dossier_id = about and f.message_digest = digest)
  then
    return 'known';
  elsif (select count(*) from waiting_mails w where w.account_id = coach) >= 500 then
    return 'full';
  end if;
  insert into waiting_mails (id, account_id, dossier_id, message_digest, summary, bytes)
    values (mail, coach, about, digest, says, size);
  insert into waiting_mail_parts (mail_id, part, body)
    select mail, p.place - 1, p.body from unnest(parts) with ordinality p (body, place);
  return 'received';
end
$$;

-- Mails that nobody filed in time; their keys go with them.
create function expire_waiting_mails() returns table (id uuid)
language sql volatile security definer set search_path from current as $$
  delete from waiting_mails where waiting_mails.expires_on < gestand.today()
  returning waiting_mails.id
$$;
grant execute on function mail_place, mail_sender, receive_mail, expire_waiting_mails
  to gestand_worker;
