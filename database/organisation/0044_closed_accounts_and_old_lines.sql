-- What the statement says of accounts that ended and of lines of the ledger is carried out too.

-- Members who left: the number stays, because what they wrote names it; who it was goes. Then
-- accounts that are of no use in any organisation.
create function destroy_closed_accounts() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  term     interval := (select r.keep from retention_rules r where r.part = 'account');
  nameless bigint;
  gone     bigint;
begin
  perform gestand.note_unused_accounts();
  if term is null then return 0; end if;
  delete from functions f using members m where m.account_id = f.account_id
    and (m.left_at at time zone 'Europe/Amsterdam')::date + term <= gestand.today();
  update members set name = '–', title = '' where (name, title) <> ('–', '')
    and (left_at at time zone 'Europe/Amsterdam')::date + term <= gestand.today();
  get diagnostics nameless = row_count;
  gone := greatest(nameless, gestand.remove_unused_accounts(term));
  if gone > 0 then
    perform record('destroyed', 'system', null, null, 'accounts', null, gone::integer);
  end if;
  return gone;
end
$$;
create trigger note_nameless after update on members for each row
  when (old.name <> new.name and new.name = '–')
  execute function gestand.note_ending('account_id', 'name title');

-- Lines of the ledger go by whole checkpoints, from the oldest: that those of one were destroyed
-- because their term was over is signed, and the checkpoint itself stays, so that the chain does.
create table ledger_prunings (
  checkpoint_id integer primary key references checkpoints,
  until_xid     xid8 not null,
  pruned_at     timestamptz not null,
  key_id        text not null,
  signature     bytea not null
);
comment on table ledger_prunings is
  $$That the lines of a checkpoint and all before it were destroyed after their term, and signed.
@organisation @overseen @public @impersonal numbers and signatures$$;
comment on column ledger_prunings.checkpoint_id is $$@key$$;
comment on column ledger_prunings.until_xid is $$@key$$;
comment on column ledger_prunings.pruned_at is $$@key$$;
comment on column ledger_prunings.key_id is $$@key$$;
comment on column ledger_prunings.signature is $$@key$$;
create trigger append_only before update or delete on ledger_prunings
  for each row execute function refuse_change();

create function refuse_early_deletion() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if old.xid < (select max(p.until_xid) from ledger_prunings p) then return old; end if;
  raise exception 'LEDGER_IS_APPEND_ONLY' using errcode = 'GS001';
end
$$;
drop trigger append_only on ledger;
create trigger append_only before update on ledger
  for each row execute function refuse_change();
create trigger append_only_in_term before delete on ledger
  for each row execute function refuse_early_deletion();

-- The newest checkpoint of which every line is past its term, unless it was pruned before. A line
-- is never younger than the checkpoint that closed it.
create function prunable_checkpoint(out checkpoint_id integer, out until_xid xid8)
language sql stable security definer set search_path from current as $$
  select c.id, c.until_xid from checkpoints c, retention_rules r
  where r.part = 'access-log' and (c.closed_at at time zone 'Europe/Amsterdam')::date + r.keep
      <= gestand.today()
    and c.id > coalesce((select max(p.checkpoint_id) from ledger_prunings p), 0)
  order by c.id desc limit 1
$$;

create function note_pruning(which integer, moment timestamptz, signer text, signed bytea)
returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  insert into ledger_prunings (checkpoint_id, until_xid, pruned_at, key_id, signature)
    select p.checkpoint_id, p.until_xid, moment, signer, signed from prunable_checkpoint() p
    where p.checkpoint_id = which;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
end
$$;

-- Destroys at most so many lines that were signed off. Those of a dossier that is held stay as long
-- as it is.
create function destroy_lines(most integer) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone bigint;
begin
  delete from ledger l using (
    select o.id from ledger o
    where o.xid < (select max(p.until_xid) from ledger_prunings p)
      and not exists (select from standing_holds h where h.dossier_id = o.dossier_id)
    order by o.id limit most) d
  where l.id = d.id;
  get diagnostics gone = row_count;
  if gone > 0 then
    perform record('destroyed', 'system', null, null, 'ledger', null, gone::integer);
  end if;
  return gone;
end
$$;

-- For checks. Of lines only the oldest, since they are written in the order of time.
create function evidence_old_lines(most integer)
returns table (line_id bigint, late boolean)
language sql stable security definer set search_path from current as $$
  select o.id, coalesce((o.at at time zone 'Europe/Amsterdam')::date + r.keep + interval '2 days'
      < gestand.today(), false)
    and not exists (select from standing_holds h where h.dossier_id = o.dossier_id)
  from (select l.id, l.at, l.dossier_id from ledger l order by l.id limit most) o
  left join retention_rules r on r.part = 'access-log'
$$;

create function evidence_prunings()
returns table (checkpoint_id integer, early boolean)
language sql stable security definer set search_path from current as $$
  select p.checkpoint_id, c.closed_at + r.keep > p.pruned_at + interval '2 days'
  from ledger_prunings p join checkpoints c on c.id = p.checkpoint_id
  join retention_rules r on r.part = 'access-log'
$$;

create function evidence_closed_accounts()
returns table (account_id uuid, late boolean)
language sql stable security definer set search_path from current as $$
  select e.id, (e.ended_at at time zone 'Europe/Amsterdam')::date + r.keep
    + interval '2 days' < gestand.today()
  from (
    select m.account_id as id, m.left_at as ended_at from members m
      where m.left_at <= now() and m.name <> '–'
    union all
    select a.id, a.unused_since from gestand.accounts a where a.unused_since is not null) e
  join retention_rules r on r.part = 'account'
  union all
  select a.id, false from gestand.accounts a where a.unused_since is null
$$;

grant execute on function destroy_closed_accounts, prunable_checkpoint, note_pruning, destroy_lines,
  evidence_old_lines, evidence_prunings, evidence_closed_accounts to gestand_worker;
