-- The way in. Everything here is owned by gestand_owner and decides; the application only calls.

-- Who acts, in which dossier and for which activity: for defaults, triggers and functions.

create function actor() returns uuid
language sql stable parallel restricted
return (gestand.read_act())[1]::uuid;

create function opened() returns uuid
language sql stable parallel restricted
return nullif((gestand.read_act())[3], '')::uuid;

create function current_activity() returns text
language sql stable parallel restricted
return nullif((gestand.read_act())[4], '');

-- The same for policies, which name the role they are for.

create function acting(for_role text) returns boolean
language sql stable parallel restricted
return gestand.read_act(for_role) is not null;

create function opened(for_role text) returns uuid
language sql stable parallel restricted
return nullif((gestand.read_act(for_role))[3], '')::uuid;

-- The account itself and the parties that it acts for.
create function holders(account uuid) returns uuid[]
language sql stable parallel restricted security definer set search_path from current as $$
  select array(select party_id from affiliations where account_id = account) || account
$$;

create function reached(for_role text) returns setof uuid
language plpgsql stable parallel restricted security definer set search_path from current rows 50 as $$
declare
  act   text[] := gestand.read_act(for_role);
  who   uuid := act[1]::uuid;
  doing text := act[4];
begin
  if act is null then return; end if;
  return query select r.dossier_id from standing_relations r
    where r.activity = doing and r.holder_id = any (
      array(select f.party_id from affiliations f where f.account_id = who) || who);
end
$$;

create function scoped_kinds(for_role text) returns setof text
language plpgsql stable parallel restricted security definer set search_path from current rows 5 as $$
declare
  act   text[] := gestand.read_act(for_role);
  who   uuid := act[1]::uuid;
  doing text := act[4];
begin
  return query select f.kind from standing_functions f
    where f.account_id = who and f.activity = doing and f.starts is null;
end
$$;

create function readable() returns setof text
language plpgsql stable parallel restricted security definer set search_path from current rows 10 as $$
declare
  act   text[] := gestand.read_act();
  doing text := act[4];
  about text := act[5];
begin
  return query select c.category from category_rules c
    where c.activity = doing and c.kind = about and not c.writes;
end
$$;

create function writable() returns setof text
language plpgsql stable parallel restricted security definer set search_path from current rows 10 as $$
declare
  act   text[] := gestand.read_act();
  doing text := act[4];
  about text := act[5];
begin
  return query select c.category from category_rules c
    where c.activity = doing and c.kind = about and c.writes;
end
$$;

-- Whether a consent stands for whoever asks: who reaches the dossier only through a party sees what was consented for that
-- party.
create function consent_stands(request uuid) returns boolean
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  act   text[] := gestand.read_act();
  who   uuid := act[1]::uuid;
  doing text := act[4];
begin
  return exists (
    select from standing_consents c
    where c.request_id = request and (c.holder_id = any (holders(who)) or exists (
      select from standing_relations r
      where r.activity = doing and r.dossier_id = c.dossier_id and r.holder_id = who)));
end
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

create view entrants as
  select s.token_hash, s.account_id, s.seen_at,
    not s.strong and exists (
      select from members m
      where m.account_id = s.account_id and (m.left_at is null or m.left_at > now())) as weak
  from gestand.live_sessions s;
comment on view entrants is
  $$Whoever has a live session, and whether a second factor is missing that staff must have. @system$$;

-- Opens dossiers, many at once: each opening, and each refusal, becomes a line of the ledger. Nothing can be read yet: what
-- opens a dossier is the line, once it is committed, for ten seconds and for the session that made it. Whoever rolls back
-- what is asked here has opened nothing.
-- Outcomes: opened, refused, signed-out, weak (a second factor is missing), no-activity.
create function open_dossiers(secrets bytea[], wanted_activities text[], wanted_dossiers uuid[])
returns table (place bigint, outcome text)
language plpgsql volatile security definer set search_path from current rows 10 as $$
begin
  return query
    with asked as materialized (
      select a.place, e.account_id, a.activity, a.dossier, case
          when e.account_id is null then 'signed-out'
          when e.weak then 'weak'
          when not exists (select from activities v where v.activity = a.activity) then 'no-activity'
          when exists (
              select from standing_relations r
              where r.activity = a.activity and r.dossier_id = a.dossier and r.holder_id = any (
                array(select f.party_id from affiliations f where f.account_id = e.account_id)
                  || e.account_id))
            or exists (
              select from standing_functions f join living_dossiers d on d.kind = f.kind
              where f.activity = a.activity and f.account_id = e.account_id and f.starts is null
                and f.opens and d.id = a.dossier)
            then 'opened'
          else 'refused' end as outcome
      from unnest(secrets, wanted_activities, wanted_dossiers) with ordinality
        as a (secret, activity, dossier, place)
      left join entrants e on e.token_hash = sha256(a.secret)),
    noted as (
      insert into ledger (account_id, activity, act, dossier_id, statement)
      select a.account_id, a.activity, a.outcome, d.id,
        (select version from statements order by applied_at desc limit 1)
      from asked a left join dossiers d on d.id = a.dossier
      where a.outcome in ('opened', 'refused') order by a.place)
    select a.place, a.outcome from asked a;
end
$$;

-- Signs a session's account in to an activity, and to a dossier when one is given that it opened just before in a
-- transaction that is committed. Answers with words between bars: an outcome, and when that is entered or opened the act:
-- account, role, dossier, activity, kind of dossier and signature; after entered also the moment and a receipt for the list
-- that will be shown. Other outcomes: refused, signed-out, weak (a second factor is missing), no-activity.
-- The caller takes the role of the activity, which sees nothing when nothing was entered.
create function enter(secret bytea, wanted_activity text, wanted_dossier uuid default null) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  answer text;
  stale  boolean;
begin
  if wanted_dossier is null then
    select
      case
        when e.weak then 'weak'
        when e.role is null then 'no-activity'
        else concat('entered|',
          set_config('gestand.act',
            e.words || '|' || gestand.signature(gestand.said_here(e.words), a.value), true),
          '|', now(), '|', gestand.signature(
            concat_ws('|', e.account_id, wanted_activity, extract(epoch from now())), r.value))
      end, e.seen_at < now() - interval '1 minute'
    into answer, stale
    from (
      select e.*, v.role,
        concat_ws('|', e.account_id, v.role, '', coalesce(wanted_activity, ''), '') as words
      from entrants e
      left join (
          select v.activity, v.role from activities v
          union all select null, current_schema()) v
        on v.activity is not distinct from wanted_activity
      where e.token_hash = sha256(secret)
      offset 0) e, gestand.secrets a, gestand.secrets r
    where a.name = 'act' and r.name = 'receipt';
  else
    select
      case
        when e.weak then 'weak'
        when e.words is null then 'refused'
        else 'opened|' || set_config('gestand.act',
          e.words || '|' || gestand.signature(gestand.said_here(e.words), a.value), true)
      end, e.seen_at < now() - interval '1 minute'
    into answer, stale
    from (
      select e.*, (
        select concat_ws('|', e.account_id, v.role, d.id, v.activity, d.kind)
        from ledger l
        join living_dossiers d on d.id = l.dossier_id
        join activities v on v.activity = l.activity
        where l.dossier_id = wanted_dossier and l.act = 'opened' and l.account_id = e.account_id
          and l.activity = wanted_activity and l.at > clock_timestamp() - interval '10 seconds'
          and l.xid is distinct from pg_current_xact_id_if_assigned()
        order by l.id desc limit 1) as words
      from entrants e where e.token_hash = sha256(secret)
      offset 0) e, gestand.secrets a
    where a.name = 'act';
  end if;
  if stale then
    update gestand.sessions set seen_at = now() where token_hash = sha256(secret);
  end if;
  return coalesce(answer, 'signed-out');
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
  doing    text := words[4];
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
  perform gestand.leave_act(who, words[2], started, doing, wanted_kind);
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
    coalesce(nullif(words[4], ''), 'system'),
    words[1]::uuid, (line ->> tg_argv[0])::uuid, tg_table_name, line ->> tg_argv[1], null);
  return null;
end
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
