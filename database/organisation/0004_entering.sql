-- The way in. Everything here is owned by gestand_owner and decides; the application only calls.
-- There is no token to make up, keep or borrow. A transaction shows a session, takes the role of an
-- activity and, for content, names a line of the ledger. At each read the database asks whether the
-- session is good, what its account may do, and whether the line is its opening of seconds ago.
--
-- Policies name the activities that they are for: PostgreSQL checks columns when a statement starts
-- and rows while it runs, and a role can be changed in between.

create view entrants as
  select s.token_hash, s.account_id, s.seen_at < now() - interval '1 minute' as stale,
    not s.strong and exists (
      select from members m
      where m.account_id = s.account_id and (m.left_at is null or m.left_at > now())) as weak
  from gestand.live_sessions s;
comment on view entrants is $$Whoever has a live session, and whether a second factor is missing
that staff must have. @system$$;

create view this_entrant as
  select s.account_id from gestand.this_session s
  where s.strong or not exists (
    select from members m
    where m.account_id = s.account_id and (m.left_at is null or m.left_at > now()));
comment on view this_entrant is $$The account of whoever asks. @system$$;

-- Who acts and for which activity: for defaults, triggers and functions.
create function actor() returns uuid
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  return (select account_id from this_entrant);
end
$$;

create function current_activity() returns text
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  return (select v.activity from this_entrant, activities v where v.role = current_setting('role'));
end
$$;

-- The role that whoever asks acts in; null for who does not act.
create function acting_role() returns text
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  return (select v.role from this_entrant, activities v where v.role = current_setting('role'));
end
$$;

-- The account itself and the parties that it acts for.
create function holders(account uuid) returns uuid[]
language sql stable parallel restricted security definer set search_path from current as $$
  select array(select party_id from affiliations where account_id = account) || account
$$;

-- Whether a function of an account in the organisation opens a dossier for an activity.
create function opens_by_function(account uuid, doing text, dossier uuid) returns boolean
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  return exists (
    select from standing_functions f join living_dossiers d on d.kind = f.kind
    where f.activity = doing and f.account_id = account and f.starts is null and f.opens
      and d.id = dossier and doing <> all (d.paused_activities));
end
$$;

create function refuse_opening() returns uuid language plpgsql stable as $$
begin raise exception 'NOT_FOUND' using errcode = 'GS404'; end
$$;

-- What is looked up on the way in is looked up by key. A plan is made once and kept: made while a
-- table was still empty it would read all of it later, so reading all is switched off.

-- The dossier that is open for an activity. Its line in the ledger opens it as long as its reader
-- reaches it: whoever withdraws a consent, or ends a relation, ends the reading that goes on.
-- Whoever names a line that opens nothing gets an error rather than an empty dossier.
-- In steps, the commonest first: starting one large query would cost more than most of it.
create function opened(doing text) returns uuid
language plpgsql stable parallel restricted security definer
set search_path from current set enable_seqscan = off as $$
declare
  named text := nullif(current_setting('gestand.opening', true), '');
  line  record;
begin
  if named is null then return null; end if;
  select l.dossier_id, l.account_id, l.act into line from ledger l
  where l.id = named::bigint and l.activity = doing
    and l.account_id = (select s.account_id from gestand.this_session s)
    and case l.act
      when 'opened' then l.at > now() - interval '10 seconds'
        and l.xid is distinct from pg_current_xact_id_if_assigned()
      when 'started' then l.xid = pg_current_xact_id_if_assigned()
    end;
  if line.act = 'started' then return line.dossier_id; end if;
  if exists (
    select from reach r
    where r.dossier_id = line.dossier_id and r.activity = doing and r.holder_id = line.account_id
      and r.since <= now() and r.until > now()) then
    return line.dossier_id;
  end if;
  if exists (
    select from affiliations f
    join reach r on r.dossier_id = line.dossier_id and r.activity = doing
      and r.holder_id = f.party_id
    where f.account_id = line.account_id and r.since <= now() and r.until > now()) then
    return line.dossier_id;
  end if;
  if opens_by_function(line.account_id, doing, line.dossier_id) then return line.dossier_id; end if;
  return refuse_opening();
end
$$;

create function opened() returns uuid language sql stable parallel restricted
return opened(current_activity());

-- Tables of the whole organisation show to whoever acts. Acting takes more than a session: a
-- function that the activity is held by, or a relation to some dossier that it is for. Who works
-- here may act in the activities of dossiers before there is a dossier; nobody acts in one that
-- only a function gives.
create function acting(doing text) returns boolean
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  who uuid := (select account_id from this_entrant);
begin
  if who is null or doing is null then return false; end if;
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

-- Whether whoever asks acts in the activity of its role, and that is one of these.
create function acting(doing text[]) returns boolean language sql stable parallel restricted
return case when current_activity() = any (doing) then acting(current_activity()) else false end;

-- The dossiers that whoever asks reaches by a relation.
create function reached(doing text) returns uuid[]
language plpgsql stable parallel restricted security definer
set search_path from current set enable_seqscan = off as $$
begin
  return array(
    select r.dossier_id
    from this_entrant e
    join reach r on r.activity = doing and r.holder_id = any (
      array(select f.party_id from affiliations f where f.account_id = e.account_id)
        || e.account_id)
    where r.since <= now() and r.until > now());
end
$$;

create function scoped_kinds(doing text) returns setof text
language plpgsql stable parallel restricted security definer set search_path from current
rows 5 as $$
begin
  return query select f.kind
    from this_entrant e
    join standing_functions f on f.account_id = e.account_id and f.activity = doing
    where f.starts is null;
end
$$;

-- Categories that an activity reads, and writes, in the dossier that is open for it.

create function readable(doing text) returns setof text
language plpgsql stable parallel restricted security definer set search_path from current
rows 10 as $$
begin
  return query select c.category
    from dossiers d join category_rules c on c.kind = d.kind
    where d.id = opened(doing) and c.activity = doing and not c.writes;
end
$$;

create function writable(doing text) returns setof text
language plpgsql stable parallel restricted security definer set search_path from current
rows 10 as $$
begin
  return query select c.category
    from dossiers d join category_rules c on c.kind = d.kind
    where d.id = opened(doing) and c.activity = doing and c.writes;
end
$$;

-- Whether a consent stands for whoever asks: who reaches the dossier only through a party sees what
-- was consented for that party.
create function consent_stands(request uuid, doing text) returns boolean
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  return exists (
    select from this_entrant e
    join standing_consents c on c.request_id = request
    where c.holder_id = any (holders(e.account_id)) or exists (
      select from standing_relations r
      where r.activity = doing and r.dossier_id = c.dossier_id and r.holder_id = e.account_id));
end
$$;

-- The idle clock of sessions, once a minute.
create function keep_sessions(secrets bytea[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from gestand.live_sessions s join unnest(secrets) a (secret)
    on s.token_hash = sha256(a.secret)
  where s.seen_at < now() - interval '1 minute';
  if not found then return; end if;
  update gestand.sessions s set seen_at = now()
  where s.token_hash in (
    select l.token_hash from gestand.sessions l
    where l.token_hash in (select sha256(a.secret) from unnest(secrets) a (secret))
      and l.ended_at is null and l.ends_at > clock_timestamp()
      and l.seen_at + l.idle_time > clock_timestamp()
    for update skip locked);
end
$$;

-- Opens dossiers, many at once: each opening, and each refusal, becomes a line of the ledger.
-- Nothing can be read yet: what opens a dossier is the line, once it is committed, for ten seconds
-- and to the account that made it. Whoever rolls back what is asked here has opened nothing.
-- Outcomes: opened, refused, signed-out, weak (a second factor is missing), no-activity.
-- The numbers of the lines stay in a setting of the connection, in the order asked, so that what
-- reads can be sent along without waiting for them. To make them up opens nothing.
create function open_dossiers(secrets bytea[], wanted_activities text[], wanted_dossiers uuid[])
returns table (place bigint, outcome text, opening bigint)
language plpgsql volatile security definer rows 10
set search_path from current set plan_cache_mode = force_generic_plan
set enable_seqscan = off as $$
declare
  stale  boolean;
  idle   boolean := false;
  opened text := '';
begin
  for place, outcome, opening, stale in
    with asked as materialized (
      select a.*, case when a.outcome in ('opened', 'refused')
        then nextval('ledger_id_seq'::regclass) end as opening
      from (
        select a.place, e.account_id, e.stale, a.activity, a.dossier, case
            when e.account_id is null then 'signed-out'
            when e.weak then 'weak'
            when exists (
                select from reach r
                where r.dossier_id = a.dossier and r.activity = a.activity and r.holder_id = any (
                    array(select f.party_id from affiliations f where f.account_id = e.account_id)
                      || e.account_id)
                  and r.since <= now() and r.until > now())
              or opens_by_function(e.account_id, a.activity, a.dossier)
              then 'opened'
            when not exists (select from activities v where v.activity = a.activity)
              then 'no-activity'
            else 'refused' end as outcome
        from unnest(secrets, wanted_activities, wanted_dossiers) with ordinality
          as a (secret, activity, dossier, place)
        left join entrants e on e.token_hash = sha256(a.secret)
        offset 0) a),
    noted as (
      insert into ledger (id, account_id, activity, act, dossier_id, statement)
      overriding system value
      select a.opening, a.account_id, a.activity, a.outcome,
        case a.outcome when 'opened' then a.dossier
          else (select d.id from dossiers d where d.id = a.dossier) end,
        (select version from statements order by applied_at desc limit 1)
      from asked a where a.opening is not null)
    select a.place, a.outcome, a.opening, a.stale from asked a
  loop
    idle := idle or stale is true;
    opened := opened || coalesce(opening::text, '') || ' ';
    return next;
  end loop;
  perform set_config('gestand.opened', opened, false);
  if idle then perform keep_sessions(secrets); end if;
end
$$;

-- What comes of a session that wants to act for an activity: entered, signed-out, weak (a second
-- factor is missing) or no-activity; an empty activity asks no more than who it is. It gives no
-- right, it says why there is none.
create function enter(secret bytea, wanted_activity text) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  outcome text;
  stale   boolean;
begin
  select case
      when e.weak then 'weak'
      when wanted_activity <> '' and not exists (
        select from activities v where v.activity = wanted_activity) then 'no-activity'
      else 'entered' end, e.stale
  into outcome, stale
  from entrants e where e.token_hash = sha256(secret);
  if stale then perform keep_sessions(array[secret]); end if;
  return coalesce(outcome, 'signed-out');
end
$$;
