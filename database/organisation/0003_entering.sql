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

create function opened(for_role text) returns uuid
language sql stable parallel restricted
return nullif((gestand.read_act(for_role))[3], '')::uuid;

-- The account itself and the parties that it acts for.
create function holders(account uuid) returns uuid[]
language sql stable parallel restricted security definer set search_path from current as $$
  select array(select party_id from affiliations where account_id = account) || account
$$;

-- Tables of the whole organisation show to whoever acts. Acting takes more than a session: a
-- function that the activity is held by, or a relation to some dossier that it is for. Who works
-- here may act in the activities of dossiers before there is a dossier; nobody acts in one that
-- only a function gives.
create function acting(for_role text) returns boolean
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  act   text[] := gestand.read_act(for_role);
  who   uuid := act[1]::uuid;
  doing text := act[4];
begin
  if act is null then return false; end if;
  if exists (select from standing_functions f where f.account_id = who and f.activity = doing) then
    return true;
  end if;
  -- What there is for others is not there for them: as with a dossier that is out of reach.
  if not exists (select from rules u where u.activity = doing and u.scope = 'dossier') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return exists (
      select from members m where m.account_id = who and (m.left_at is null or m.left_at > now()))
    or exists (
      select from standing_relations r where r.activity = doing
        and r.holder_id = any (holders(who)));
end
$$;

create function reached(for_role text) returns setof uuid
language plpgsql stable parallel restricted security definer set search_path
  from current rows 50 as $$
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
language plpgsql stable parallel restricted security definer set search_path
  from current rows 5 as $$
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
language plpgsql stable parallel restricted security definer set search_path
  from current rows 10 as $$
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
language plpgsql stable parallel restricted security definer set search_path
  from current rows 10 as $$
declare
  act   text[] := gestand.read_act();
  doing text := act[4];
  about text := act[5];
begin
  return query select c.category from category_rules c
    where c.activity = doing and c.kind = about and c.writes;
end
$$;

-- Whether a consent stands for whoever asks: who reaches the dossier only through a party sees what
-- was consented for that party.
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
  select exists (select from functions f where f.account_id = actor()
    and f.function = function_name)
$$;

create view entrants as
  select s.token_hash, s.account_id, s.seen_at,
    not s.strong and exists (
      select from members m
      where m.account_id = s.account_id and (m.left_at is null or m.left_at > now())) as weak
  from gestand.live_sessions s;
comment on view entrants is
  $$Whoever has a live session, and whether a second factor is missing that staff must have. @system$$;

-- Opens dossiers, many at once: each opening, and each refusal, becomes a line of the ledger.
-- Nothing can be read yet: what opens a dossier is the line, once it is committed, for ten seconds
-- and for the session that made it. Whoever rolls back what is asked here has opened nothing.
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
          when not exists (select from activities v
            where v.activity = a.activity) then 'no-activity'
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

-- Signs a session's account in to an activity, and to a dossier when one is given that it opened
-- just before in a transaction that is committed. Answers with words between bars: an outcome, and
-- when that is entered or opened the act: account, role, dossier, activity, kind of dossier and
-- signature; after entered also the moment and a receipt for the list that will be shown. Other
-- outcomes: refused, signed-out, weak (a second factor is missing), no-activity. The caller takes
-- the role of the activity, which sees nothing when nothing was entered.
create function enter(secret bytea, wanted_activity text,
  wanted_dossier uuid default null) returns text
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
