-- What the checks found. Public: anyone may see whether a promise is kept; what is wrong is told in
-- counts and ids.

create table proofs (
  id         bigint generated always as identity primary key,
  check_name text not null,
  state      text not null check (state in ('kept', 'broken')),
  looked_at  bigint not null check (looked_at >= 0),
  wrong      bigint not null check (wrong >= 0),
  ran_at     timestamptz not null default now()
);
create index proofs_newest on proofs (check_name, ran_at desc);
comment on table proofs is $$A run of a check: how many records it looked at and how many were wrong.
@organisation @public @impersonal counts$$;
comment on column proofs.id is $$@key$$;
comment on column proofs.check_name is $$@key$$;
comment on column proofs.state is $$@key$$;
comment on column proofs.looked_at is $$@key$$;
comment on column proofs.wrong is $$@key$$;
comment on column proofs.ran_at is $$@stamp$$;

create table findings (
  proof_id bigint not null references proofs on delete cascade,
  place    integer not null,
  code     text not null,
  subject  text not null,
  primary key (proof_id, place)
);
comment on table findings is $$What a check found wrong: a code and the id or name of the thing, never its content.
@organisation @overseen$$;
comment on column findings.proof_id is $$@key$$;
comment on column findings.place is $$@key$$;
comment on column findings.code is $$@category access-log$$;
comment on column findings.subject is $$@category access-log$$;
