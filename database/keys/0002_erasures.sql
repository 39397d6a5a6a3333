-- What was erased, kept where no backup of the data reaches: a restored backup is made to forget it
-- again. Pseudonymous: ids of what is gone, words and moments.

create table erasures (
  place            bigint generated always as identity unique,
  id               uuid primary key,
  organisation     text not null,
  dossier_id       uuid not null,
  person_id        uuid,
  account_id       uuid,
  part             text not null default 'dossier' check (part ~ '^[a-z][a-z-]{1,40}$'),
  cause            text not null check (cause ~ '^[a-z][a-z-]{1,40}$'),
  registered_at    timestamptz not null default now(),
  key_destroyed_at timestamptz,
  deleted_at       timestamptz,
  reread_at        timestamptz,
  closed_at        timestamptz,
  check (deleted_at is null or key_destroyed_at is not null),
  check (reread_at is null or deleted_at is not null),
  check (closed_at is null or reread_at is not null),
  unique (organisation, dossier_id, part)
);
create index erasures_place on erasures (organisation, place);
create index erasures_unfinished on erasures (organisation) where closed_at is null;
comment on table erasures is
  $$A dossier, or a part of one, that is erased: registered before anything of it goes.$$;
comment on column erasures.place is $$In which order they were registered.$$;
comment on column erasures.person_id is $$When nothing else of the person is left.$$;
comment on column erasures.account_id is $$When the account had no other use.$$;

-- A row says once that something went, and never takes it back. Thousands are closed by one
-- statement, so what is in order calls no function.
create function guard_erasure() returns trigger
language plpgsql set search_path from current as $$
begin
  raise exception 'ERASURE_STANDS' using errcode = 'GS409';
end
$$;
create trigger guard_erasure before update on erasures for each row
  when ((old.place, old.id, old.organisation, old.dossier_id, old.part, old.cause,
      old.registered_at)
    is distinct from
      (new.place, new.id, new.organisation, new.dossier_id, new.part, new.cause,
      new.registered_at)
    or old.key_destroyed_at is distinct from new.key_destroyed_at
      and old.key_destroyed_at is not null
    or old.deleted_at is distinct from new.deleted_at and old.deleted_at is not null
    or old.reread_at is distinct from new.reread_at and old.reread_at is not null
    or old.closed_at is distinct from new.closed_at and old.closed_at is not null)
  execute function guard_erasure();

-- By what somebody who was erased is recognised when they come again: a hash of an e-mail address,
-- or of name and day of birth, under a key that is in no database. Tied to no dossier.
create table erased_marks (
  organisation text  not null,
  mark         bytea not null check (length(mark) = 32),
  erased_on    date  not null,
  primary key (organisation, mark)
);
comment on table erased_marks is $$Keyed hashes by which the return of an erased person is noticed.$$;

-- What an erasure looks for as text, and whom it tells that it is done: sealed, and gone when it
-- closes.
create table erasure_traces (
  erasure_id uuid primary key references erasures,
  sealed     bytea not null
);
comment on table erasure_traces is
  $$Names and addresses that an erasure which is under way still looks for, sealed.$$;

grant select, insert, update on erasures to gestand_keys;
grant select, insert, update, delete on erased_marks, erasure_traces to gestand_keys;
