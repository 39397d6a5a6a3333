-- What a person may stop: any use of a dossier, which is kept and shown to nobody, and one purpose
-- that rests on an interest of the organisation.

create table restrictions (
  id            uuid primary key default gen_random_uuid(),
  dossier_id    uuid not null references dossiers on delete cascade,
  request_id    uuid references requests on delete set null,
  restricted_at timestamptz not null default now(),
  announced_at  timestamptz,
  lifts_on      date,
  lifted_at     timestamptz,
  lifted_by     uuid,
  by_person     boolean not null default false,
  check ((announced_at is null) = (lifts_on is null)),
  -- Nobody but the person ends it without having told so before.
  check (lifted_at is null or by_person or coalesce(announced_at < lifted_at
    and lifts_on <= (lifted_at at time zone 'Europe/Amsterdam')::date, false))
);
create unique index restrictions_standing on restrictions (dossier_id) where lifted_at is null;
create index restrictions_request on restrictions (request_id);
comment on table restrictions is $$That a dossier is kept and not used, until the restriction is lifted.
@organisation$$;
comment on column restrictions.id is $$@key$$;
comment on column restrictions.dossier_id is $$@key @subject$$;
comment on column restrictions.request_id is $$@key$$;
comment on column restrictions.restricted_at is $$@category request$$;
comment on column restrictions.announced_at is $$When the person was told that it will be lifted. @stamp$$;
comment on column restrictions.lifts_on is $$@stamp$$;
comment on column restrictions.lifted_at is $$@stamp$$;
comment on column restrictions.lifted_by is $$@stamp$$;
comment on column restrictions.by_person is $$The person lifted it. @stamp$$;

create table objections (
  request_id  uuid not null references requests on delete cascade,
  dossier_id  uuid not null references dossiers on delete cascade,
  activity    text not null,
  objected_at timestamptz not null default now(),
  outcome     text check (outcome in ('upheld', 'overridden', 'withdrawn')),
  decided_at  timestamptz,
  primary key (request_id, dossier_id),
  check ((outcome is null) = (decided_at is null))
);
create index objections_dossier on objections (dossier_id);
comment on table objections is
  $$A person's no to an activity: it stands still for the dossier from then on, and for good when upheld.
@organisation$$;
comment on column objections.request_id is $$@key$$;
comment on column objections.dossier_id is $$@key @subject$$;
comment on column objections.activity is $$@key$$;
comment on column objections.objected_at is $$@category request$$;
comment on column objections.outcome is $$@stamp$$;
comment on column objections.decided_at is $$@stamp$$;

-- What stands in the dossier decides on access; the rows above are where it comes from.
create function shield_dossier() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which uuid := case when tg_op = 'DELETE' then old.dossier_id else new.dossier_id end;
begin
  -- What is on its way out stays hidden, whatever is asked meanwhile.
  if exists (select from erasure_orders o where o.dossier_id = which and o.part = 'dossier') then
    return null;
  end if;
  update dossiers d set
    restricted_at = (select min(r.restricted_at) from restrictions r
      where r.dossier_id = which and r.lifted_at is null),
    paused_activities = array(select distinct o.activity from objections o
      where o.dossier_id = which and (o.outcome is null or o.outcome = 'upheld') order by 1)
  where d.id = which;
  return null;
end
$$;
create trigger shield_dossier after insert or update or delete on restrictions
  for each row execute function shield_dossier();
create trigger shield_dossier after insert or update or delete on objections
  for each row execute function shield_dossier();

create trigger note_ending after insert or update on restrictions for each row
  execute function gestand.note_ending('id',
    'dossier_id restricted_at announced_at lifts_on lifted_at lifted_by by_person');
create trigger note_ending after insert or update on objections for each row
  execute function gestand.note_ending('request_id dossier_id',
    'activity objected_at outcome decided_at');

-- What a function gives reach over, and what stands of a person outside the dossiers.
create policy core_unpaused on dossiers as restrictive for select
  using (paused_activities = '{}' or (select current_activity()) is null
    or (select current_activity()) <> all (paused_activities));

create function shielded_dossiers() returns setof uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select id from dossiers
  where restricted_at is not null or current_activity() = any (paused_activities)
$$;
grant execute on function shielded_dossiers to public;

do $$
declare
  place record;
begin
  for place in
    select c.relname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id'
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and obj_description(c.oid) ~ '@organisation'
      and c.relname not in ('requests', 'restrictions', 'objections')
  loop
    execute format('alter table %I enable row level security', place.name);
    execute format('create policy core_shielded on %I as restrictive for select using (
      dossier_id is null or dossier_id <> all (array(select shielded_dossiers())))', place.name);
  end loop;
end
$$;

alter table restrictions enable row level security;
create policy core_mine on restrictions for select
  using (exists (select from requests r where r.id = request_id));
create policy core_concerned on restrictions as restrictive for select
  using ((select handles_requests()) or exists (select from requests r where r.id = request_id));
alter table objections enable row level security;
create policy core_mine on objections for select
  using (exists (select from requests r where r.id = request_id));
create policy core_concerned on objections as restrictive for select
  using ((select handles_requests()) or exists (select from requests r where r.id = request_id));

create function begin_restriction(r requests) returns void
language sql volatile security definer set search_path from current as $$
  insert into restrictions (dossier_id, request_id)
  select d, r.id from requested_dossiers(r) d
  on conflict do nothing
$$;

create function begin_objection(r requests) returns void
language sql volatile security definer set search_path from current as $$
  insert into objections (request_id, dossier_id, activity)
  select r.id, d, r.about from requested_dossiers(r) d
  on conflict do nothing
$$;

create function end_objection(which uuid, how text) returns void
language sql volatile security definer set search_path from current as $$
  update objections o set outcome = how, decided_at = now()
  where o.request_id = which and o.outcome is null
$$;

-- A request that is tied to another dossier while it is weighed pauses that one instead.
create function move_objection() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  delete from objections o where o.request_id = new.id and o.outcome is null
    and o.dossier_id not in (select requested_dossiers(new));
  perform begin_objection(new);
  return null;
end
$$;
create trigger move_objection after update of person_id, dossier_id on requests for each row
  when (new.kind = 'objection' and new.identified_at is not null and new.closed_at is null)
  execute function move_objection();

-- The person is told first; the day comes after that.
create function announce_lifting(restriction uuid, day date) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  asked uuid;
begin
  perform desk_only();
  if day <= gestand.today() then
    raise exception 'LIFTING_NOT_ANNOUNCED' using errcode = 'GS400';
  end if;
  update restrictions r set announced_at = now(), lifts_on = day
    where r.id = restriction and r.lifted_at is null returning r.request_id into asked;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  insert into request_steps (request_id, place, action, state, ground, due_on, taken_by)
    select q.id, (select max(s.place) + 1 from request_steps s where s.request_id = q.id),
      'announce-lifting', q.state, day::text, q.due_on, actor()
    from requests q where q.id = asked;
  return asked;
end
$$;

-- The person lets go of the own restriction, at any time.
create function lift_own_restriction(restriction uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update restrictions r set lifted_at = now(), lifted_by = actor(), by_person = true
    where r.id = restriction and r.lifted_at is null and exists (
      select from relations s join relation_words w on w.relation = s.relation and w.subject
      where s.dossier_id = r.dossier_id and s.holder_id = actor()
        and (s.until is null or s.until > now()));
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('updated', coalesce(current_activity(), 'system'), actor(), r.dossier_id,
    'restrictions', r.id::text, null) from restrictions r where r.id = restriction;
end
$$;

-- Lifts what was announced, on its day.
create function lift_announced() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  lifted bigint;
begin
  update restrictions r set lifted_at = now()
    where r.lifted_at is null and r.lifts_on <= gestand.today();
  get diagnostics lifted = row_count;
  return lifted;
end
$$;

-- Restrictions on the dossiers of whoever asks: these dossiers show nowhere else.
create function own_restrictions()
returns table (id uuid, reference text, kind text, restricted_at timestamptz, lifts_on date)
language sql stable security definer set search_path from current as $$
  select r.id, d.reference, d.kind, r.restricted_at, r.lifts_on
  from restrictions r join dossiers d on d.id = r.dossier_id
  where r.lifted_at is null and exists (
    select from relations s join relation_words w on w.relation = s.relation and w.subject
    where s.dossier_id = d.id and s.holder_id = actor() and (s.until is null or s.until > now()))
  order by r.restricted_at
$$;

-- Dossiers of which whoever asks is the person, and the consents that they gave there.
create function askable_dossiers() returns table (id uuid, kind text, reference text)
language sql stable security definer set search_path from current as $$
  select distinct d.id, d.kind, d.reference
  from relations s join relation_words w on w.relation = s.relation and w.subject
  join dossiers d on d.id = s.dossier_id
  where s.holder_id = actor() and (s.until is null or s.until > now())
    and (d.expires_on is null or d.expires_on > gestand.today())
  order by d.reference
  limit 100
$$;

create function withdrawable_consents()
returns table (request_id uuid, consent text, decided_at timestamptz)
language sql stable security definer set search_path from current as $$
  select s.request_id, s.consent, c.decided_at
  from askable_dossiers() d
  join standing_consents s on s.dossier_id = d.id
  join consents c on c.request_id = s.request_id
  order by c.decided_at desc
  limit 200
$$;

grant execute on function announce_lifting, lift_own_restriction, own_restrictions,
  askable_dossiers, withdrawable_consents to public;
grant execute on function lift_announced to gestand_worker;
