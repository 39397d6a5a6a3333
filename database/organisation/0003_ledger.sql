-- The append-only record of openings and acts. Pseudonymous: ids and words of the vocabulary only.

create table ledger (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default clock_timestamp(),
  xid        xid8 not null default pg_current_xact_id(),
  account_id uuid,
  activity   text,
  act        text not null,
  subject    text,
  dossier_id uuid,
  item       text,
  amount     integer,
  statement  integer
);
-- Partial, so that a line that is looked up by its id is never looked for here: to a plan that is
-- made while the ledger is empty this index costs the same as the key, and it is kept.
create index ledger_dossier on ledger (dossier_id, id) where dossier_id is not null;
comment on table ledger is $$Who did what, when and for which activity.
@belongs dossiers @overseen$$;
comment on column ledger.id is $$@key$$;
comment on column ledger.at is $$@category access-log$$;
comment on column ledger.xid is $$@stamp$$;
comment on column ledger.account_id is $$@category access-log$$;
comment on column ledger.activity is $$@category access-log$$;
comment on column ledger.act is $$opened, refused, listed, inserted, updated, deleted, signed-in … @category access-log$$;
comment on column ledger.subject is $$The table, or the name of the list. @category access-log$$;
comment on column ledger.dossier_id is $$@key$$;
comment on column ledger.item is $$The key of the row. @category access-log$$;
comment on column ledger.amount is $$Number of rows, for lists. @category access-log$$;
comment on column ledger.statement is $$Version of the statement under which it was done. @category access-log$$;

create function refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'LEDGER_IS_APPEND_ONLY' using errcode = 'GS001';
end
$$;
create trigger append_only before update or delete on ledger
  for each row execute function refuse_change();
create trigger append_only_whole before truncate on ledger
  for each statement execute function refuse_change();

create table checkpoints (
  id         integer primary key,
  until_xid  xid8 not null,
  entries    bigint not null,
  root       bytea not null check (length(root) = 32),
  previous   bytea not null check (length(previous) = 32),
  signature  bytea not null,
  key_id     text not null,
  closed_at  timestamptz not null
);
comment on table checkpoints is $$A closed batch of the ledger: the Merkle root of its entries, chained and signed.
@organisation @overseen @public @impersonal hashes and counts$$;
comment on column checkpoints.id is $$@key$$;
comment on column checkpoints.until_xid is $$Entries of transactions before this one, and not before the previous, are in it. @key$$;
comment on column checkpoints.entries is $$@key$$;
comment on column checkpoints.root is $$@key$$;
comment on column checkpoints.previous is $$Hash of the previous checkpoint, zeros for the first. @key$$;
comment on column checkpoints.signature is $$@key$$;
comment on column checkpoints.key_id is $$@key$$;
comment on column checkpoints.closed_at is $$@key$$;

create table ledger_keys (
  id         text primary key,
  public_key bytea not null,
  since      timestamptz not null default now()
);
comment on table ledger_keys is $$Public keys with which checkpoints can be verified.
@organisation @public @impersonal public keys$$;
comment on column ledger_keys.id is $$@key$$;
comment on column ledger_keys.public_key is $$@key$$;
comment on column ledger_keys.since is $$@stamp$$;

create function record(act text, activity text, account uuid, dossier uuid, subject text,
  item text, amount integer)
returns void
language sql volatile security definer set search_path from current as $$
  insert into ledger (account_id, activity, act, dossier_id, subject, item, amount, statement)
  values (account, activity, act, dossier, subject, item, amount,
    (select version from statements order by applied_at desc limit 1))
$$;

-- Lists that were shown, batched by the application. Each names the session that it was shown to by
-- its secret, so that no list can be noted for somebody else.
create function record_lists(lists jsonb) returns void
language sql volatile security definer set search_path from current as $$
  insert into ledger (at, account_id, activity, act, subject, amount, statement)
  select l.at, s.account_id, v.activity, 'listed', l.subject, l.amount,
    (select version from statements order by applied_at desc limit 1)
  from jsonb_to_recordset(lists)
    as l (at timestamptz, session text, activity text, subject text, amount integer)
  join gestand.sessions s on s.token_hash = sha256(decode(l.session, 'hex'))
  join activities v on v.activity = l.activity
  where l.at between now() - interval '1 hour' and now() + interval '1 minute'
$$;
