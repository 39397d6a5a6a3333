-- The keys with which the organisation signs credentials, and the lists of those that it took back.

create table issuer_keys (
  id           uuid primary key default gen_random_uuid(),
  public_key   text not null unique check (public_key ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$'),
  since        timestamptz not null default now(),
  retired_at   timestamptz,
  withdrawn_at timestamptz,
  check (withdrawn_at is null or retired_at is not null)
);
create unique index issuer_keys_one_current on issuer_keys ((true)) where retired_at is null;
comment on table issuer_keys is
  $$A public key of the organisation. What it signed stays good when another takes over, and is good
no more when it is withdrawn.
@organisation @public @impersonal keys of the organisation, for anybody to verify with
@insert diplomas @update diplomas$$;
comment on column issuer_keys.id is $$@key$$;
comment on column issuer_keys.public_key is $$Ed25519, as a Multikey. @impersonal a public key$$;
comment on column issuer_keys.since is $$@stamp$$;
comment on column issuer_keys.retired_at is $$When another took over. @stamp$$;
comment on column issuer_keys.withdrawn_at is
  $$When it was withdrawn, for somebody else may have it. @impersonal a moment$$;

create table issuer_secrets (
  key_id uuid primary key references issuer_keys on delete cascade,
  seed   bytea not null
);
comment on table issuer_secrets is
  $$The secret part of the key that signs now, sealed. It goes when another takes over. @system$$;
comment on column issuer_secrets.seed is $$@sealed key_id$$;

create table revocation_lists (
  list       integer primary key check (list >= 0),
  credential text not null check (length(credential) <= 100000),
  key_id     uuid not null references issuer_keys,
  revoked    integer not null check (revoked >= 0)
);
comment on table revocation_lists is
  $$Which diplomas of one list were revoked, as a signed credential (Bitstring Status List 1.0).
@organisation @public @impersonal places in a list, for anybody to verify with
@insert diplomas @update diplomas$$;
comment on column revocation_lists.list is $$@key$$;
comment on column revocation_lists.credential is $$@impersonal a published list$$;
comment on column revocation_lists.key_id is $$@impersonal the key that signed it$$;
comment on column revocation_lists.revoked is $$How many it holds. @impersonal a count$$;

-- A new key takes over from the one before it, in one act. A key that is withdrawn is so for good.
create function guard_issuer_key() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is null then return new; end if;
  if tg_op = 'INSERT' then
    perform pg_advisory_xact_lock(hashtext(current_schema() || '.issuer_keys'));
    update issuer_keys k set retired_at = now() where k.retired_at is null;
    new.since := now();
    new.retired_at := null;
    new.withdrawn_at := null;
    return new;
  end if;
  if new.id <> old.id or new.public_key <> old.public_key or old.retired_at is null
    or old.withdrawn_at is not null then
    raise exception 'KEY_FIXED' using errcode = 'GS409';
  end if;
  new.withdrawn_at := now();
  return new;
end
$$;
create trigger guard_issuer_key before insert or update of id, public_key, withdrawn_at
  on issuer_keys for each row execute function guard_issuer_key();

-- The secret of a key that was made in this very transaction is stored once; older secrets go.
create function store_issuer_secret(key uuid, sealed bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from issuer_keys k where k.id = key and k.retired_at is null and k.since = now();
  if not found or not serving('diplomas') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  delete from issuer_secrets s where s.key_id <> key;
  insert into issuer_secrets (key_id, seed) values (key, sealed);
end
$$;

-- The key that signs now, sealed: for who issues, and for a holder who downloads a diploma of their
-- own, which is sealed as it is drawn.
create function issuer_secret() returns table (key_id uuid, seed bytea)
language plpgsql stable security definer set search_path from current as $$
begin
  if not serving('diplomas') and not exists (
    select from diploma_documents m
    where m.dossier_id = opened() and is_subject(actor(), m.dossier_id)) then
    return;
  end if;
  return query
    select s.key_id, s.seed from issuer_secrets s join issuer_keys k on k.id = s.key_id
    where k.retired_at is null;
end
$$;

-- Which places of a list are revoked. Whoever writes the list again asks first, and waits for who
-- asked before: so none of two is lost.
create function revoked_places(wanted integer, size integer) returns integer[]
language plpgsql volatile security definer set search_path from current as $$
begin
  if not serving('diplomas') then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform pg_advisory_xact_lock(hashtext(current_schema() || '.revocation_lists'), wanted);
  return array(
    select d.serial % size from diploma_revocations r join diplomas d on d.number = r.number
    where d.serial / size = wanted order by 1);
end
$$;

grant execute on function store_issuer_secret, issuer_secret, revoked_places to public;

-- Nothing is issued or revoked but with a list that says so, whoever writes it. How many places a
-- list has is what the standard asks for.
create function guard_published() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  at integer := (select d.serial / 131072 from diplomas d where d.number = new.number);
begin
  if current_activity() is distinct from 'diplomas' then return null; end if;
  if not exists (
    select from revocation_lists l where l.list = at and l.revoked = (
      select count(*) from diploma_revocations r join diplomas d on d.number = r.number
      where d.serial / 131072 = at)) then
    raise exception 'REVOCATION_UNPUBLISHED' using errcode = 'GS409';
  end if;
  return null;
end
$$;
create constraint trigger guard_published after insert on diploma_documents
  deferrable initially deferred for each row execute function guard_published();
create constraint trigger guard_published after insert on diploma_revocations
  deferrable initially deferred for each row execute function guard_published();

-- What checks may know: each list, and the places that it should hold.
create function evidence_revocation_lists()
returns table (list integer, credential text, public_key text, withdrawn boolean, places integer[])
language sql stable security definer set search_path from current as $$
  select l.list, l.credential, k.public_key, k.withdrawn_at is not null, array(
    select d.serial % 131072 from diploma_revocations r join diplomas d on d.number = r.number
    where d.serial / 131072 = l.list order by 1)
  from revocation_lists l join issuer_keys k on k.id = l.key_id
$$;
grant execute on function evidence_revocation_lists to gestand_worker;
