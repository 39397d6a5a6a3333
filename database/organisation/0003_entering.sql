-- The way in. Everything here is owned by gestand_owner and decides; the application only calls.

create view living_dossiers as
  select id, kind, person_id from dossiers
  where restricted_at is null and (expires_on is null or expires_on > gestand.today());
comment on view living_dossiers is $$Dossiers that are neither restricted nor past their term. @system$$;

create view standing_consents as
  select q.id as request_id, q.dossier_id, q.consent, q.holder_id, q.item_id
  from consent_requests q
  join consents c on c.request_id = q.id and c.decision = 'given'
  where not exists (select from withdrawals w where w.request_id = q.id);
comment on view standing_consents is $$Consents that were given and not withdrawn. @system$$;

create view standing_relations as
  select u.activity, r.dossier_id, r.holder_id, d.kind
  from relations r
  join living_dossiers d on d.id = r.dossier_id
  join rules u on u.kind = d.kind and u.relation = r.relation and u.scope = 'dossier'
  where r.since <= now() and (r.until is null or r.until > now())
    and (u.after is null or exists (
      select from standing_consents c
      where c.dossier_id = r.dossier_id and c.consent = u.after and c.holder_id = r.holder_id
        and (r.absence_id is null or c.item_id = r.absence_id)))
    and (u.during is null or exists (
      select from absences a
      where a.id = r.absence_id and a.substitute_id = r.holder_id
        and gestand.today() between a.starts_on and a.ends_on));
comment on view standing_relations is $$Who reaches which dossier for which activity, now, by a relation to it. @system$$;

create view standing_functions as
  select u.activity, u.kind, f.account_id, a.starts
  from functions f
  join members m on m.account_id = f.account_id and (m.left_at is null or m.left_at > now())
  join rules u on u.relation = f.function and u.scope = 'organisation'
  join activities a on a.activity = u.activity;
comment on view standing_functions is
  $$Who may act for a whole kind of dossier by a function. In an activity that starts dossiers this is the right to
start one, not to look into those of others. @system$$;

create function actor() returns uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select (gestand.read_act())[1]::uuid
$$;

create function opened() returns uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select nullif((gestand.read_act())[3], '')::uuid
$$;

create function current_activity() returns text
language sql stable parallel restricted security definer set search_path from current as $$
  select activity from activities where role = (gestand.read_act())[2]
$$;

-- The account itself and the parties that it acts for.
create function holders(account uuid) returns uuid[]
language sql stable parallel restricted security definer set search_path from current as $$
  select array(select party_id from affiliations where account_id = account) || account
$$;

create function reached() returns setof uuid
language plpgsql stable parallel restricted security definer set search_path from current rows 50 as $$
declare
  who      uuid := actor();
  doing    text := current_activity();
  standing uuid[];
begin
  if who is null then return; end if;
  standing := holders(who);
  return query select r.dossier_id from standing_relations r
    where r.activity = doing and r.holder_id = any (standing);
end
$$;

create function scoped_kinds() returns setof text
language plpgsql stable parallel restricted security definer set search_path from current rows 5 as $$
declare
  who   uuid := actor();
  doing text := current_activity();
begin
  return query select f.kind from standing_functions f
    where f.account_id = who and f.activity = doing and f.starts is null;
end
$$;

create function readable() returns setof text
language plpgsql stable parallel restricted security definer set search_path from current rows 10 as $$
declare
  doing text := current_activity();
  which uuid := opened();
begin
  return query select c.category from category_rules c
    join dossiers d on d.kind = c.kind
    where d.id = which and c.activity = doing and not c.writes;
end
$$;

create function writable() returns setof text
language plpgsql stable parallel restricted security definer set search_path from current rows 10 as $$
declare
  doing text := current_activity();
  which uuid := opened();
begin
  return query select c.category from category_rules c
    join dossiers d on d.kind = c.kind
    where d.id = which and c.activity = doing and c.writes;
end
$$;

-- Whether a consent stands for whoever asks: who reaches the dossier only through a party sees what was consented for that party.
create function consent_stands(request uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from standing_consents c
    where c.request_id = request and (c.holder_id = any (holders(actor())) or exists (
      select from standing_relations r
      where r.activity = current_activity() and r.dossier_id = c.dossier_id and r.holder_id = actor())))
$$;

-- Relations that open nothing before the person consented.
create function after_needed() returns setof text
language sql stable parallel restricted security definer set search_path from current as $$
  select relation from rules group by relation having bool_and(after is not null)
$$;

create function holds(function_name text) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from functions f where f.account_id = actor() and f.function = function_name)
$$;

create function record(act text, activity text, account uuid, dossier uuid, subject text, item text, amount integer)
returns void
language sql volatile security definer set search_path from current as $$
  insert into ledger (account_id, activity, act, dossier_id, subject, item, amount, statement)
  values (account, activity, act, dossier, subject, item, amount, (select version from statements order by applied_at desc limit 1))
$$;

-- Signs a session's account in to an activity, and to a dossier when one is given. One row always:
-- outcome entered, opened, refused, signed-out, weak (a second factor is missing) or no-activity.
-- The caller takes the role that is returned, which has no rights when nothing was entered.
create function enter(
  secret bytea, wanted_activity text, wanted_dossier uuid default null,
  out account_id uuid, out role text, out outcome text, out receipt text, out entered_at timestamptz
)
language plpgsql volatile security definer set search_path from current as $$
declare
  strong  boolean;
  allowed boolean;
  ours    uuid[];
begin
  role := 'gestand_nobody';
  entered_at := now();
  select s.account_id, s.strong into account_id, strong from gestand.find_session(secret) s;
  if account_id is null then outcome := 'signed-out'; return; end if;
  if not strong and exists (
    select from members m where m.account_id = enter.account_id and m.left_at is null) then
    outcome := 'weak'; return;
  end if;
  if wanted_activity is null then
    role := current_schema();
  else
    select a.role into role from activities a where a.activity = wanted_activity;
    if role is null then role := 'gestand_nobody'; outcome := 'no-activity'; return; end if;
  end if;
  if wanted_dossier is null then
    outcome := 'entered';
    perform gestand.leave_act(account_id, role, null);
    receipt := gestand.keyed_hash('receipt',
      account_id || '|' || wanted_activity || '|' || extract(epoch from now()));
    return;
  end if;
  ours := holders(account_id);
  allowed := exists (
      select from standing_relations r
      where r.activity = wanted_activity and r.dossier_id = wanted_dossier and r.holder_id = any (ours))
    or exists (
      select from standing_functions f join living_dossiers d on d.kind = f.kind
      where f.activity = wanted_activity and f.account_id = enter.account_id and f.starts is null
        and d.id = wanted_dossier);
  outcome := case when allowed then 'opened' else 'refused' end;
  perform record(outcome, wanted_activity, account_id, d.id, null, null, null)
    from (select (select id from dossiers where id = wanted_dossier) as id) d;
  perform gestand.leave_act(account_id, role, case when allowed then wanted_dossier end);
end
$$;

-- Starts a dossier in an activity that may, with its starter (or a colleague) in the relation the activity gives,
-- and leaves it opened. A second dossier of a person is started from one of that person that is within reach.
create function start_dossier(wanted_kind text, holder uuid default null, same_person_as uuid default null)
returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  words    text[] := gestand.read_act();
  who      uuid := words[1]::uuid;
  doing    text := current_activity();
  relation_given text;
  person   uuid;
  started  uuid;
begin
  select a.starts into relation_given from activities a
  where a.activity = doing and a.starts is not null and exists (
    select from standing_functions f
    where f.activity = doing and f.account_id = who and f.kind = wanted_kind);
  if relation_given is null then
    raise exception 'DOSSIER_NOT_STARTED' using errcode = 'GS403';
  end if;
  if holder is not null and not exists (
    select from members m where m.account_id = holder and m.left_at is null) then
    raise exception 'MEMBER_UNKNOWN' using errcode = 'GS404';
  end if;
  if same_person_as is null then
    insert into persons default values returning id into person;
  else
    select d.person_id into person from living_dossiers d where d.id = same_person_as and exists (
      select from relations r where r.dossier_id = d.id and r.holder_id = any (holders(who))
        and r.relation = relation_given);
    if person is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  end if;
  insert into dossiers (kind, person_id) values (wanted_kind, person) returning id into started;
  insert into relations (dossier_id, holder_id, relation)
    values (started, coalesce(holder, who), relation_given);
  perform record('started', doing, who, started, null, null, null);
  perform gestand.leave_act(who, words[2], started);
  return started;
end
$$;

-- Every change of a row is an act, whoever makes it. Arguments: the column with the dossier, the column with the key.
create function record_act() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  line  jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  words text[] := gestand.read_act();
begin
  perform record(
    case tg_op when 'INSERT' then 'inserted' when 'UPDATE' then 'updated' else 'deleted' end,
    coalesce((select activity from activities where role = words[2]), 'system'),
    words[1]::uuid, (line ->> tg_argv[0])::uuid, tg_table_name, line ->> tg_argv[1], null);
  return null;
end
$$;

-- Lists that were shown, batched by the application; each carries the receipt of its entry.
create function record_lists(lists jsonb) returns void
language sql volatile security definer set search_path from current as $$
  insert into ledger (at, account_id, activity, act, subject, amount, statement)
  select l.at, l.account, l.activity, 'listed', l.subject, l.amount, (select version from statements order by applied_at desc limit 1)
  from jsonb_to_recordset(lists)
    as l (at timestamptz, account uuid, activity text, subject text, amount integer, receipt text)
  where l.receipt = gestand.keyed_hash('receipt',
    l.account || '|' || l.activity || '|' || extract(epoch from l.at))
$$;

-- What an account can do here: for menus and first pages, not for permission.
create function whoami(out account_id uuid, out name text, out language text, out member boolean, out activities text[])
language plpgsql stable security definer set search_path from current as $$
begin
  account_id := actor();
  select a.name, a.language into name, language from gestand.accounts a where a.id = account_id;
  member := exists (select from members m where m.account_id = whoami.account_id and m.left_at is null);
  activities := array(
    select f.activity from standing_functions f where f.account_id = whoami.account_id
    union
    select r.activity from standing_relations r where r.holder_id = any (holders(whoami.account_id))
    order by 1);
end
$$;

-- The end of a dossier follows from its events: recomputed when one happens and when the statement changes.
create function reckon_expiry(which uuid default null) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  changed bigint;
begin
  with reckoned as (
    select d.id, (
      select case when count(*) = cardinality(u.events)
        then ((max(e.occurred_at) at time zone 'Europe/Amsterdam') + u.keep)::date end
      from retention_rules u left join events e on e.dossier_id = d.id and e.event = any (u.events)
      where u.part = 'dossier' and e.event is not null
      group by u.events, u.keep) as expires_on
    from dossiers d where which is null or d.id = which)
  update dossiers d set expires_on = r.expires_on from reckoned r
  where d.id = r.id and d.expires_on is distinct from r.expires_on;
  get diagnostics changed = row_count;
  return changed;
end
$$;

create function event_happened() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform reckon_expiry(coalesce(new.dossier_id, old.dossier_id));
  return null;
end
$$;
create trigger event_happened after insert or update or delete on events
  for each row execute function event_happened();

alter table consents alter column decided_by set default actor();
alter table withdrawals alter column withdrawn_by set default actor();

-- What no statement can change.

alter table dossiers enable row level security;
create policy core_living on dossiers as restrictive for select
  using (restricted_at is null and (expires_on is null or expires_on > gestand.today()));

-- A relation that needs no consent is given by starting a dossier or by accepting an invitation, never by a colleague.
alter table relations enable row level security;
create policy core_consented on relations as restrictive for insert
  with check (relation in (select after_needed()));
create policy core_consented_update on relations as restrictive for update
  using (relation in (select after_needed()));

-- People plan their own absence; an administrator plans everybody's.
alter table absences enable row level security;
create policy core_own on absences as restrictive for insert
  with check (account_id = (select actor()) or (select holds('administrator')));
create policy core_own_update on absences as restrictive for update
  using (account_id = (select actor()) or (select holds('administrator')))
  with check (account_id = (select actor()) or (select holds('administrator')));
