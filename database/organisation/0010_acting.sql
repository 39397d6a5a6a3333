-- What activities do in every module: start dossiers and leave lines in the ledger. And what no
-- statement can change.

-- Starts a dossier in an activity that may, with its starter (or a colleague) in the relation the
-- activity gives, and leaves it opened. A second dossier of a person is started from one of that
-- person that is within reach.
create function start_dossier(wanted_kind text, holder uuid default null,
  same_person_as uuid default null)
returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  who      uuid := actor();
  doing    text := current_activity();
  relation_given text;
  person   uuid;
  started  uuid;
  opening  bigint;
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
        and r.relation = relation_given and (r.until is null or r.until > now()));
    if person is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  end if;
  insert into dossiers (kind, person_id) values (wanted_kind, person) returning id into started;
  insert into relations (dossier_id, holder_id, relation)
    values (started, coalesce(holder, who), relation_given);
  insert into ledger (account_id, activity, act, dossier_id, statement)
    values (who, doing, 'started', started,
      (select version from statements order by applied_at desc limit 1))
    returning id into opening;
  perform set_config('gestand.opening', opening::text, true);
  return started;
end
$$;

-- Every change of a row is an act, whoever makes it: a line for each. Those of one statement are
-- written together, save for rows that go: one dossier takes those of a hundred tables along, and
-- each would ask for its rows. Planned once: after thousands of rows, planning for one seems cheap.
-- Arguments: the column with the dossier, the column with the key.
create function record_act() returns trigger
language plpgsql security definer
set search_path from current set plan_cache_mode = force_generic_plan as $$
declare
  who   uuid;
  doing text;
  line  jsonb;
begin
  -- An erasure is told once, and not as what it empties.
  if tg_level = 'STATEMENT' and erasing() then return null; end if;
  select e.account_id, v.activity into who, doing
  from this_entrant e, activities v where v.role = current_setting('role');
  if tg_level = 'ROW' then
    line := to_jsonb(old);
    perform record('deleted', coalesce(doing, 'system'), who, (line ->> tg_argv[0])::uuid,
      tg_table_name, line ->> tg_argv[1], null);
    return null;
  end if;
  insert into ledger (account_id, activity, act, dossier_id, subject, item, statement)
  select who, coalesce(doing, 'system'),
    case tg_op when 'INSERT' then 'inserted' else 'updated' end,
    (c.line ->> tg_argv[0])::uuid, tg_table_name, c.line ->> tg_argv[1],
    (select version from statements order by applied_at desc limit 1)
  from (select to_jsonb(c) as line from changed c offset 0) c;
  return null;
end
$$;

-- A statement of one's own can stop showing the session, or leave the role, halfway: a value of a
-- row is reckoned before its guards run, what it answers with after its policies did. So that
-- nobody's change passes for one of the system, whoever changes a row acts, at each row and at the
-- end. Its triggers are for the login of the application. Runs as whoever changes.
create function must_act() returns trigger
language plpgsql set search_path from current as $$
begin
  if acting(current_activity()) is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;

-- What an account can do here: for menus and first pages, not for permission.
create function whoami(out account_id uuid, out name text, out language text, out member boolean,
  out activities text[])
language plpgsql stable security definer set search_path from current as $$
begin
  account_id := actor();
  select a.name, a.language into name, language from gestand.accounts a where a.id = account_id;
  member := exists (select from members m where m.account_id = whoami.account_id
    and m.left_at is null);
  activities := array(
    select f.activity from standing_functions f where f.account_id = whoami.account_id
    union
    select r.activity from standing_relations r where r.holder_id = any (holders(whoami.account_id))
    order by 1);
end
$$;

-- The end of a dossier follows from its events: recomputed when one happens and when the statement
-- changes.
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

-- Who makes a package of what is held also sees what is restricted or past its term; nobody else.
create function packaged() returns uuid[]
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  if current_activity() = 'subject-access' then return reached('subject-access'); end if;
  return '{}';
end
$$;
grant execute on function packaged to public;

alter table dossiers enable row level security;
create policy core_living on dossiers as restrictive for select
  using (restricted_at is null and (expires_on is null or expires_on > gestand.today())
    or id = any ((select packaged())::uuid[]));

-- Relations that open nothing before the person consented.
create function after_needed() returns setof text
language sql stable parallel restricted security definer set search_path from current as $$
  select relation from rules group by relation having bool_and(after is not null)
$$;

create function holds(function_name text) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from functions f where f.account_id = actor()
    and f.function = function_name)
$$;

-- A relation that needs no consent is given by starting a dossier or by accepting an invitation,
-- never by a colleague.
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

-- Who works here does not speak for a party that the dossiers of this organisation are shown to.
create function works_here(account uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from members m where m.account_id = account and (m.left_at is null or m.left_at > now()))
$$;
grant execute on function works_here to public;
alter table affiliations enable row level security;
create policy core_outsider on affiliations as restrictive for insert
  with check (not works_here(account_id));

-- The same as reached() row by row, for whoever reaches tens of thousands: all of those would be
-- gathered for a page that shows fifty. A barrier, so that nothing is asked of a row before it is
-- one's own.
create view own_reach with (security_barrier) as
  select r.activity, r.dossier_id
  from reach r
  where r.holder_id = any (array(
      select f.party_id from this_entrant e join affiliations f on f.account_id = e.account_id
      union all select e.account_id from this_entrant e))
    and r.since <= now() and r.until > now();
comment on view own_reach is
  $$Which dossiers whoever asks reaches, and for which activities. @system$$;
