-- What ended somebody's access or consent, kept where no backup of the data reaches: a backup that
-- is brought back is made to follow it again. Ids, words and moments; nothing of what anybody said.

create table registers (
  organisation text primary key,
  id           uuid not null default gen_random_uuid(),
  begun_at     timestamptz not null default now(),
  pruned_until timestamptz
);
comment on table registers is
  $$Names the register of an organisation: a backup knows under which it was made, so that nobody takes an empty one for it.$$;
comment on column registers.pruned_until is
  $$Endings from before are forgotten: a backup that is older can no longer be brought back.$$;

create table endings (
  id           uuid primary key,
  organisation text not null,
  noted_at     timestamptz not null,
  table_name   text not null,
  act          text not null check (act in ('insert', 'update', 'delete')),
  key          jsonb not null,
  columns      jsonb not null
);
create index endings_noted on endings (organisation, noted_at);
comment on table endings is
  $$A row that ended something, or came to say that something had ended. What concerns accounts stands under no organisation.$$;

create table ledger_heads (
  organisation text primary key,
  checkpoint   integer not null,
  hash         bytea not null check (length(hash) = 32),
  closed_at    timestamptz not null
);
comment on table ledger_heads is
  $$The newest checkpoint of each ledger: the witness that tells a restored ledger from one that was cut.$$;

grant select, insert, update on registers, ledger_heads to gestand_keys;
grant select, insert, delete on endings to gestand_keys;
