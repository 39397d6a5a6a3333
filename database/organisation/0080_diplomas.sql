-- Diplomas: a number that is given once, and what stays of a diploma when its holder is gone.

-- The digit that closes a number so that it has none left over: H. Michael Damm, 2004. It finds
-- every wrong digit and every two neighbours that were swapped.
create function damm_digit(digits text) returns integer
language plpgsql immutable strict parallel safe as $$
declare
  square constant text := '0317598642709215486342068713591750983426612304597836742095815869720134'
    || '894536201794386172052581436790';
  interim integer := 0;
begin
  for place in 1 .. length(digits) loop
    interim := substr(square, interim * 10 + substr(digits, place, 1)::integer + 1, 1)::integer;
  end loop;
  return interim;
end
$$;

create function diploma_number(serial integer) returns text
language sql immutable strict parallel safe set search_path from current as $$
  select lpad(serial::text, 8, '0') || damm_digit(lpad(serial::text, 8, '0'))
$$;

grant execute on function damm_digit, diploma_number to public;

create table diplomas (
  number     text primary key default '' check (length(number) between 3 and 30),
  serial     integer not null default 0 unique check (serial between 1 and 99999999),
  version_id uuid not null references programme_versions,
  issued_on  date not null default gestand.today(),
  dossier_id uuid references dossiers on delete set null,
  replaces   text unique references diplomas,
  check (number = diploma_number(serial) or number !~ '^[0-9]{9}$')
);
create index diplomas_dossier on diplomas (dossier_id);
create index diplomas_version on diplomas (version_id);
create index diplomas_day on diplomas (issued_on desc, serial desc);
comment on table diplomas is
  $$That a diploma was issued: number, programme and day. Outlives the dossier, and is never deleted.
@organisation @insert diplomas taking-over$$;
comment on column diplomas.number is
  $$The place in the sequence with a check digit, or the number of before a register was taken
over. @key$$;
comment on column diplomas.serial is $$The place in the sequence, without gaps. @stamp$$;
comment on column diplomas.version_id is $$@key$$;
comment on column diplomas.issued_on is $$@category diploma$$;
comment on column diplomas.dossier_id is
  $$Whose it is, until the dossier is erased. @key @subject$$;
comment on column diplomas.replaces is
  $$The diploma that this one came in the place of; empty after an erasure, so that the two no
longer tell of one person. @category diploma @linkable always$$;

-- The last place that was given. A transaction that is taken back gives its place back: who comes
-- next waits for it, and there are no gaps. It stays when rows are lost, so that none comes again.
create table diploma_series (
  sole boolean primary key default true check (sole),
  last integer not null check (last >= 0)
);
comment on table diploma_series is $$The last place in the sequence of diplomas. @system$$;
insert into diploma_series (last) values (0);

create table diploma_revocations (
  number     text primary key references diplomas,
  reason     text not null check (reason in ('replaced', 'mistaken', 'withdrawn')),
  revoked_on date not null default gestand.today()
);
create index diploma_revocations_day on diploma_revocations (revoked_on desc);
comment on table diploma_revocations is
  $$That a diploma is no longer good. It stays so, also when nobody knows any more whose it was.
@organisation @insert diplomas$$;
comment on column diploma_revocations.number is $$@key @subject diplomas$$;
comment on column diploma_revocations.reason is
  $$Another came in its place, it was issued by mistake, or it was taken back. @category diploma$$;
comment on column diploma_revocations.revoked_on is $$@stamp$$;

create table diploma_documents (
  number        text primary key references diplomas,
  dossier_id    uuid not null references dossiers on delete cascade,
  submission_id uuid,
  credential    bytea not null,
  issued_by     uuid default actor(),
  issued_at     timestamptz not null default now()
);
create index diploma_documents_dossier on diploma_documents (dossier_id);
comment on table diploma_documents is
  $$The diploma itself: what it said of its holder on the day of issue, signed.
@belongs dossiers @insert diplomas$$;
comment on column diploma_documents.number is $$@key$$;
comment on column diploma_documents.dossier_id is $$@key$$;
comment on column diploma_documents.submission_id is
  $$The application that was verified; a diploma that replaces another has none. @key$$;
comment on column diploma_documents.credential is
  $$An Open Badges 3.0 credential, as JSON. @category diploma-document @sealed$$;
comment on column diploma_documents.issued_by is $$@stamp$$;
comment on column diploma_documents.issued_at is $$@stamp$$;

create table reissue_requests (
  number     text primary key references diplomas,
  dossier_id uuid not null references dossiers on delete cascade,
  asked_by   uuid default actor(),
  asked_at   timestamptz not null default now()
);
create index reissue_requests_dossier on reissue_requests (dossier_id);
comment on table reissue_requests is
  $$That a holder asks for a diploma in the name as it is now.
@belongs dossiers @card @insert self-service$$;
comment on column reissue_requests.number is $$@category diploma$$;
comment on column reissue_requests.dossier_id is $$@key$$;
comment on column reissue_requests.asked_by is $$@stamp$$;
comment on column reissue_requests.asked_at is $$@stamp$$;

create table diploma_shares (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  number     text not null references diplomas,
  token_hash bytea not null unique check (length(token_hash) = 32),
  copy       bytea not null check (length(copy) <= 4000),
  ends_at    timestamptz not null,
  shared_at  timestamptz not null default now(),
  ended_at   timestamptz,
  looks      integer not null default 0,
  looked_at  timestamptz,
  check (ends_at between shared_at and shared_at + interval '366 days')
);
create index diploma_shares_dossier on diploma_shares (dossier_id);
comment on table diploma_shares is
  $$A link by which a holder lets others see what a diploma says, until a day.
@belongs dossiers @insert self-service @update self-service$$;
comment on column diploma_shares.id is $$@key$$;
comment on column diploma_shares.dossier_id is $$@key$$;
comment on column diploma_shares.number is $$@key$$;
comment on column diploma_shares.token_hash is $$@key$$;
comment on column diploma_shares.copy is
  $$What is shared, encrypted with the secret in the link, which is kept nowhere.
@category diploma$$;
comment on column diploma_shares.ends_at is $$@category diploma$$;
comment on column diploma_shares.shared_at is $$@stamp$$;
comment on column diploma_shares.ended_at is
  $$When the holder ended it, sooner than was said. @category diploma$$;
comment on column diploma_shares.looks is $$How often it was looked at. @stamp$$;
comment on column diploma_shares.looked_at is $$@stamp$$;

-- Who works here sees the list of diplomas; anybody else those of the own dossiers.
alter table diplomas enable row level security;
create policy core_own_diploma on diplomas as restrictive for select
  using ((select works_here(actor()))
    or dossier_id = any (array(select reached(current_activity()))));
alter table diploma_revocations enable row level security;
create policy core_own_diploma on diploma_revocations as restrictive for select
  using ((select works_here(actor())) or exists (
    select from diplomas d where d.number = diploma_revocations.number));

-- Issues: everything but whose it is and what it replaces follows from the registration.
create function guard_diploma() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  former diplomas;
begin
  if current_activity() = 'diplomas' then
    if new.dossier_id is distinct from opened() then
      raise exception 'NOT_FOUND' using errcode = 'GS404';
    end if;
    perform from dossiers where id = new.dossier_id for no key update;
    select r.version_id into new.version_id from registrations r
      where r.dossier_id = new.dossier_id;
    if new.replaces is null then
      if not exists (
        select from submissions s join registrations r on r.dossier_id = s.dossier_id
        where s.dossier_id = new.dossier_id and s.about = 'diploma' and s.outcome = 'verified'
          and r.state = 'enrolled')
        or exists (select from diplomas d where d.dossier_id = new.dossier_id) then
        raise exception 'DIPLOMA_NOT_VERIFIED' using errcode = 'GS409';
      end if;
    else
      select * into former from diplomas d
        where d.number = new.replaces and d.dossier_id = new.dossier_id;
      if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
      if diploma_state(new.replaces) = 'revoked' then
        raise exception 'DIPLOMA_REVOKED' using errcode = 'GS409';
      end if;
      new.version_id := former.version_id;
    end if;
    new.number := '';
    new.issued_on := gestand.today();
  end if;
  -- Last, so that whoever waits for a number waits for no more than the commit.
  select greatest(s.last, coalesce((select max(d.serial) from diplomas d), 0)) + 1
    into strict new.serial from diploma_series s for update;
  if new.number = '' then new.number := diploma_number(new.serial); end if;
  return new;
end
$$;
create trigger guard_diploma before insert on diplomas
  for each row execute function guard_diploma();

create function note_series() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update diploma_series s set last = greatest(s.last, (select max(d.serial) from diplomas d));
  return null;
end
$$;
create trigger note_series after insert on diplomas
  for each statement execute function note_series();

-- Valid or revoked; of what is not known here, nothing. Anybody may ask, by number alone.
create function diploma_state(asked text) returns text
language sql stable parallel restricted security definer set search_path from current as $$
  select case when r.number is null then 'valid' else 'revoked' end
  from diplomas d left join diploma_revocations r on r.number = d.number
  where d.number = asked
$$;
grant execute on function diploma_state to public;

-- A diploma that replaces another revokes it.
create function settle_diploma() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is distinct from 'diplomas' then return null; end if;
  if new.replaces is null then
    perform graduate(new.dossier_id);
  else
    insert into diploma_revocations (number, reason) values (new.replaces, 'replaced');
  end if;
  return null;
end
$$;
create trigger settle_diploma after insert on diplomas
  for each row execute function settle_diploma();

-- What was issued is never deleted and never changes. That it leads to nobody any more is all that
-- an erasure does to it.
create function keep_diploma() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'diplomas' then
    if (new.number, new.serial, new.version_id, new.issued_on)
        = (old.number, old.serial, old.version_id, old.issued_on)
      and (new.dossier_id is null or new.dossier_id = old.dossier_id)
      and (new.replaces is null or new.replaces = old.replaces) then
      return new;
    end if;
  end if;
  raise exception 'DIPLOMA_FIXED' using errcode = 'GS409';
end
$$;
create trigger keep_diploma before update or delete on diplomas
  for each row execute function keep_diploma();
create trigger keep_diploma before update or delete on diploma_revocations
  for each row execute function keep_diploma();

create function guard_revocation() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() = 'diplomas' then
    perform from diplomas d where d.number = new.number and d.dossier_id = opened() for share;
    if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
    if exists (select from diploma_revocations r where r.number = new.number) then
      raise exception 'DIPLOMA_REVOKED' using errcode = 'GS409';
    end if;
  end if;
  return new;
end
$$;
create trigger guard_revocation before insert on diploma_revocations
  for each row execute function guard_revocation();

-- What hangs on a diploma hangs on one of the same dossier.
create function guard_own_diploma() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from diplomas d where d.number = new.number and d.dossier_id = new.dossier_id;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if tg_table_name <> 'diploma_documents' and diploma_state(new.number) = 'revoked' then
    raise exception 'DIPLOMA_REVOKED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_own_diploma before insert on diploma_documents
  for each row execute function guard_own_diploma();
create trigger guard_own_diploma before insert on reissue_requests
  for each row execute function guard_own_diploma();
create trigger guard_own_diploma before insert on diploma_shares
  for each row execute function guard_own_diploma();
