-- Backups: what must hold after an older one is brought back, what the ledger says of it, and what
-- checks and the officer may know.

-- What ends somebody's access or consent is noted for the register of endings, in the transaction
-- in which it ends. A table that comes later and holds endings gets such a trigger too.
create trigger note_ending after insert on withdrawals for each row
  execute function gestand.note_ending('request_id', 'dossier_id withdrawn_by withdrawn_at');
create trigger note_ending after insert on events for each row
  execute function gestand.note_ending('dossier_id event', 'occurred_at');
create trigger note_change after update on events for each row
  execute function gestand.note_ending('dossier_id event', 'occurred_at');
create trigger note_removal after delete on events for each row
  execute function gestand.note_ending('dossier_id event');
create trigger note_ending after update on relations for each row
  when (old.until is distinct from new.until)
  execute function gestand.note_ending('id', 'until');
create trigger note_removal after delete on relations for each row
  execute function gestand.note_ending('id');
create trigger note_ending after update on dossiers for each row
  when (old.restricted_at is distinct from new.restricted_at)
  execute function gestand.note_ending('id', 'restricted_at');
create trigger note_ending after update on members for each row
  when (old.left_at is distinct from new.left_at)
  execute function gestand.note_ending('account_id', 'left_at');
create trigger note_ending after insert or delete on functions for each row
  execute function gestand.note_ending('account_id function');
create trigger note_ending after insert or delete on affiliations for each row
  execute function gestand.note_ending('party_id account_id');
create trigger note_ending after insert on absence_cancellations for each row
  execute function gestand.note_ending('absence_id', 'cancelled_by cancelled_at');
create trigger note_ending after insert or update on statements for each row
  execute function gestand.note_ending('version', 'in_force');

create table restorations (
  id              uuid primary key,
  backup          text not null,
  taken_at        timestamptz not null,
  restored_at     timestamptz not null,
  kept_checkpoint integer not null check (kept_checkpoint >= 0),
  lost_checkpoint integer not null check (lost_checkpoint >= kept_checkpoint),
  ledger_shift    bigint not null,
  key_id          text not null,
  signature       bytea not null
);
comment on table restorations is
  $$That a backup was brought back, and which checkpoints of the ledger were lost by it, signed as those are.
@organisation @overseen @public @impersonal names of backups, counts and signatures$$;
comment on column restorations.id is $$@key$$;
comment on column restorations.backup is $$@key$$;
comment on column restorations.taken_at is $$@key$$;
comment on column restorations.restored_at is $$@key$$;
comment on column restorations.kept_checkpoint is $$The newest checkpoint in the backup; 0 when it had none. @key$$;
comment on column restorations.lost_checkpoint is
  $$The newest checkpoint there was; the same when none was lost. @key$$;
comment on column restorations.ledger_shift is
  $$What is added to the number of a transaction, on a server that counts from lower than the one of the backup. @key$$;
comment on column restorations.key_id is $$@key$$;
comment on column restorations.signature is $$@key$$;
create trigger append_only before update or delete on restorations
  for each row execute function refuse_change();

-- Evidence for checks: names of backups, moments, and counts.

create function evidence_backups()
returns table (name text, taken_at timestamptz, removed_at timestamptz)
language sql stable security definer set search_path from current as $$
  select b.name, b.taken_at, b.removed_at from gestand.backups b
  where b.organisation = substr(current_schema(), 5)
  order by b.taken_at
$$;

create function evidence_rehearsals()
returns table (id uuid, backup text, state text, begun_at timestamptz, report jsonb)
language sql stable security definer set search_path from current as $$
  select r.id, r.backup, r.state, r.begun_at, r.report from gestand.restorations r
  where r.organisation = substr(current_schema(), 5) and r.rehearsal
  order by r.begun_at
$$;

-- Since when the organisation is here, and how many endings still wait for the register since when.
create function evidence_register(out created_at timestamptz, out waiting bigint,
  out oldest timestamptz)
language sql stable security definer set search_path from current as $$
  select o.created_at, w.waiting, w.oldest
  from gestand.organisations o,
    (select count(*) as waiting, min(e.noted_at) as oldest from gestand.endings e
      where e.organisation in (substr(current_schema(), 5), '')) w
  where o.id = substr(current_schema(), 5)
$$;

-- What the officer sees.

create function overseen_backups()
returns table (name text, taken_at timestamptz, finished_at timestamptz, rows bigint,
  bytes bigint, removed_at timestamptz)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    select b.name, b.taken_at, b.finished_at, b.rows, b.bytes, b.removed_at
    from gestand.backups b where b.organisation = substr(current_schema(), 5)
    order by b.taken_at desc limit 100;
end
$$;

create function overseen_restorations()
returns table (id uuid, backup text, rehearsal boolean, state text, begun_at timestamptz,
  ended_at timestamptz, report jsonb)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    select r.id, r.backup, r.rehearsal, r.state, r.begun_at, r.ended_at, r.report
    from gestand.restorations r where r.organisation = substr(current_schema(), 5)
    order by r.begun_at desc limit 100;
end
$$;

grant execute on function evidence_backups, evidence_rehearsals, evidence_register
  to gestand_worker;
grant execute on function overseen_backups, overseen_restorations to public;
