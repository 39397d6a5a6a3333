-- Signing: a document that client and coach both sign, each with a second factor given just then.

create table signings (
  id          uuid primary key default gen_random_uuid(),
  dossier_id  uuid not null,
  document_id uuid not null,
  category    text not null,
  digest      bytea not null check (length(digest) = 32),
  asked_by    uuid default actor(),
  asked_at    timestamptz not null default now(),
  unique (id, dossier_id),
  foreign key (document_id, dossier_id, category)
    references documents (id, dossier_id, category) on delete cascade
);
create index signings_dossier on signings (dossier_id);
create index signings_document on signings (document_id);
comment on table signings is $$That client and coach were asked to sign a document.
@belongs dossiers @insert coaching$$;
comment on column signings.id is $$@key$$;
comment on column signings.dossier_id is $$@key$$;
comment on column signings.document_id is $$@key$$;
comment on column signings.category is $$@key$$;
comment on column signings.digest is
  $$SHA-256 of the bytes that are signed. @category signature$$;
comment on column signings.asked_by is $$@stamp$$;
comment on column signings.asked_at is $$@stamp$$;

create table signatures (
  signing_id  uuid not null,
  dossier_id  uuid not null,
  signatory   text not null check (signatory in ('client', 'coach')),
  name        bytea not null,
  drawing     bytea,
  mark_digest bytea not null check (length(mark_digest) = 32),
  digest      bytea not null check (length(digest) = 32),
  proved_at   timestamptz not null,
  signed_at   timestamptz not null,
  proof       bytea not null check (length(proof) = 64),
  proof_key   text not null,
  signer_id   uuid default actor(),
  primary key (signing_id, signatory),
  foreign key (signing_id, dossier_id) references signings (id, dossier_id) on delete cascade
);
create index signatures_dossier on signatures (dossier_id);
comment on table signatures is
  $$The signature of one of both under a document, sealed by the organisation with its signing key.
@belongs dossiers @insert coaching self-service$$;
comment on column signatures.signing_id is $$@key$$;
comment on column signatures.dossier_id is $$@key$$;
comment on column signatures.signatory is $$@category signature$$;
comment on column signatures.name is $$The name as it was typed. @category signature @sealed$$;
comment on column signatures.drawing is $$The name as it was drawn. @category signature @sealed$$;
comment on column signatures.mark_digest is
  $$SHA-256 of name and drawing together. @category signature$$;
comment on column signatures.digest is
  $$SHA-256 of the document as it was signed. @category signature$$;
comment on column signatures.proved_at is
  $$When the second factor was given for it. @category signature$$;
comment on column signatures.signed_at is $$@category signature$$;
comment on column signatures.proof is
  $$Ed25519 over all of the above, by the organisation. @category signature$$;
comment on column signatures.proof_key is $$The key that made the proof. @category signature$$;
comment on column signatures.signer_id is $$@stamp$$;

create table signing_refusals (
  signing_id uuid primary key,
  dossier_id uuid not null,
  words      bytea not null,
  refused_by uuid default actor(),
  refused_at timestamptz not null default now(),
  foreign key (signing_id, dossier_id) references signings (id, dossier_id) on delete cascade
);
create index signing_refusals_dossier on signing_refusals (dossier_id);
comment on table signing_refusals is $$That a client will not sign, and why.
@belongs dossiers @insert self-service$$;
comment on column signing_refusals.signing_id is $$@key$$;
comment on column signing_refusals.dossier_id is $$@key$$;
comment on column signing_refusals.words is $$@category signature @sealed$$;
comment on column signing_refusals.refused_by is $$@stamp$$;
comment on column signing_refusals.refused_at is $$@stamp$$;

create table signing_withdrawals (
  signing_id   uuid primary key,
  dossier_id   uuid not null,
  withdrawn_by uuid default actor(),
  withdrawn_at timestamptz not null default now(),
  foreign key (signing_id, dossier_id) references signings (id, dossier_id) on delete cascade
);
create index signing_withdrawals_dossier on signing_withdrawals (dossier_id);
comment on table signing_withdrawals is
  $$That a document no longer waits for signatures; it was taken back before both had signed.
@belongs dossiers @insert coaching$$;
comment on column signing_withdrawals.signing_id is $$@category signature$$;
comment on column signing_withdrawals.dossier_id is $$@key$$;
comment on column signing_withdrawals.withdrawn_by is $$@stamp$$;
comment on column signing_withdrawals.withdrawn_at is $$@stamp$$;

create table signing_reminders (
  signing_id  uuid not null,
  dossier_id  uuid not null,
  turn        integer not null check (turn between 1 and 3),
  reminded_at timestamptz not null default now(),
  primary key (signing_id, turn),
  foreign key (signing_id, dossier_id) references signings (id, dossier_id) on delete cascade
);
create index signing_reminders_dossier on signing_reminders (dossier_id);
comment on table signing_reminders is
  $$That who had not signed was reminded of it. @belongs dossiers$$;
comment on column signing_reminders.signing_id is $$@category signature$$;
comment on column signing_reminders.dossier_id is $$@key$$;
comment on column signing_reminders.turn is $$@impersonal the first, second or third time$$;
comment on column signing_reminders.reminded_at is $$@stamp$$;

-- Signed by both: with two signatures it is whole.
create function signed_by_both(document uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from signings s
    where s.document_id = document and not exists (
      select from signing_withdrawals w where w.signing_id = s.id)
    and (select count(*) from signatures g where g.signing_id = s.id) = 2)
$$;

-- What is signed is the document as it stands, and once at a time.
create function guard_signing() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from documents where id = new.document_id and dossier_id = new.dossier_id
    and digest = new.digest for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if exists (select from signings s where s.document_id = new.document_id and s.id <> new.id
    and not exists (select from signing_withdrawals w where w.signing_id = s.id)
    and not exists (select from signing_refusals r where r.signing_id = s.id)) then
    raise exception 'SIGNING_ASKED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_signing before insert on signings
  for each row execute function guard_signing();

-- A signing that was withdrawn or refused takes nothing more, and one that is whole is not
-- withdrawn or refused. One thing at a time happens to it.
create function guard_signing_open() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from signings where id = new.signing_id and dossier_id = new.dossier_id for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if exists (select from signing_withdrawals w where w.signing_id = new.signing_id)
    or exists (select from signing_refusals r where r.signing_id = new.signing_id)
    or (select count(*) from signatures g where g.signing_id = new.signing_id) = 2 then
    raise exception 'SIGNING_OVER' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_signing_open before insert on signatures
  for each row execute function guard_signing_open();
create trigger guard_signing_open before insert on signing_refusals
  for each row execute function guard_signing_open();
create trigger guard_signing_open before insert on signing_withdrawals
  for each row execute function guard_signing_open();

-- When whoever asks gave a second factor in this very session, if that was in the last minutes.
create function fresh_proof() returns timestamptz
language sql stable parallel restricted security definer set search_path from current as $$
  select date_trunc('milliseconds', t.proved_at)
  from gestand.this_session s
  join gestand.sessions t
    on t.token_hash = sha256(decode(current_setting('gestand.session', true), 'hex'))
  where s.strong and t.proved_at > now() - interval '5 minutes'
$$;

-- What a signature is made of, as the database knows it.
create function signing_facts()
returns table (signer_id uuid, proved_at timestamptz, signed_at timestamptz)
language sql stable parallel restricted security definer set search_path from current as $$
  select actor(), fresh_proof(), date_trunc('milliseconds', now())
$$;
grant execute on function signing_facts to public;

create function guard_signature() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if actor() is null then return new; end if;
  if (new.signatory = 'client') is distinct from is_subject(actor(), new.dossier_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if fresh_proof() is null or new.proved_at is distinct from fresh_proof() then
    raise exception 'PROOF_NEEDED' using errcode = 'GS409';
  end if;
  if new.signed_at is distinct from date_trunc('milliseconds', now()) or new.digest is distinct from
    (select digest from signings where id = new.signing_id) then
    raise exception 'CONFLICT' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_signature before insert on signatures
  for each row execute function guard_signature();

-- What was signed stays as long as its dossier.
create function keep_signed_document() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if actor() is not null and exists (select from dossiers where id = old.dossier_id) and exists (
    select from signings s where s.document_id = old.id
      and not exists (select from signing_withdrawals w where w.signing_id = s.id)
      and not exists (select from signing_refusals r where r.signing_id = s.id)) then
    raise exception 'DOCUMENT_SIGNED' using errcode = 'GS409';
  end if;
  return old;
end
$$;
create trigger keep_signed_document before delete on documents
  for each row execute function keep_signed_document();

-- Who did not sign within three days is reminded, then every week, three times at most.
create function remind_of_signings()
returns table (signing_id uuid, dossier_id uuid, account_id uuid, subject boolean)
language sql volatile security definer set search_path from current as $$
  with due as (
    insert into signing_reminders (signing_id, dossier_id, turn)
    select s.id, s.dossier_id, 1 + (
      select count(*) from signing_reminders r where r.signing_id = s.id)
    from signings s join living_dossiers d on d.id = s.dossier_id
    where s.asked_at < now() - interval '3 days'
      and not exists (select from signing_withdrawals w where w.signing_id = s.id)
      and not exists (select from signing_refusals r where r.signing_id = s.id)
      and (select count(*) from signatures g where g.signing_id = s.id) < 2
      and not exists (select from closures z where z.dossier_id = s.dossier_id)
      and not exists (select from signing_reminders r where r.signing_id = s.id
        and (r.turn = 3 or r.reminded_at > now() - interval '7 days'))
    order by s.asked_at limit 500
    on conflict do nothing
    returning signing_reminders.signing_id, signing_reminders.dossier_id)
  select due.signing_id, due.dossier_id, r.holder_id, w.subject
  from due
  join relations r on r.dossier_id = due.dossier_id and (r.until is null or r.until > now())
  join relation_words w on w.relation = r.relation
  where (w.subject or r.relation = 'responsible-coach') and not exists (
    select from signatures g where g.signing_id = due.signing_id
      and g.signatory = case when w.subject then 'client' else 'coach' end)
$$;
grant execute on function remind_of_signings to gestand_worker;

-- What checks may know of signatures: all that was signed, and neither name nor drawing.
create function evidence_signatures()
returns table (
  signing_id uuid, dossier_id uuid, document_id uuid, signatory text, signer_id uuid,
  digest bytea, asked_digest bytea, document_digest bytea, mark_digest bytea,
  proved_at timestamptz, signed_at timestamptz, proof bytea, proof_key text, related boolean
)
language sql stable security definer set search_path from current as $$
  select g.signing_id, g.dossier_id, s.document_id, g.signatory, g.signer_id, g.digest, s.digest,
    d.digest, g.mark_digest, g.proved_at, g.signed_at, g.proof, g.proof_key,
    exists (
      select from relations r join relation_words w on w.relation = r.relation
      where r.dossier_id = g.dossier_id and r.holder_id = g.signer_id
        and w.subject = (g.signatory = 'client'))
  from signatures g
  join signings s on s.id = g.signing_id
  left join documents d on d.id = s.document_id
$$;
grant execute on function evidence_signatures to gestand_worker;
