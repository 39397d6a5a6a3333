-- Retention: when each part of each dossier is due, what puts that off, and what goes by itself.
-- The days are reckoned when something happens, so that the due are found by an index.

create table retention_terms (
  part       text not null,
  kind       text not null default '',
  events     text[] not null,
  keep       interval,
  at_least   interval,
  sooner     text[] not null default '{}',
  later      text[] not null default '{}',
  tangible   boolean not null default false,
  categories text[] not null default '{}',
  primary key (part, kind)
);
comment on table retention_terms is
  $$How long a part is kept, for a kind of dossier or (empty) for all others; the floor that a law
sets, and by which decisions the person may have it sooner or later. @system$$;

create table retention_choices (
  dossier_id uuid not null references dossiers on delete cascade,
  part       text not null,
  due_on     date not null,
  chosen_by  uuid not null,
  chosen_at  timestamptz not null default now(),
  primary key (dossier_id, part)
);
comment on table retention_choices is
  $$The day that the person chose for a part to go, sooner or later than its term.
@belongs dossiers$$;
comment on column retention_choices.dossier_id is $$@key$$;
comment on column retention_choices.part is $$@key$$;
comment on column retention_choices.due_on is $$@category consent-record$$;
comment on column retention_choices.chosen_by is $$@stamp$$;
comment on column retention_choices.chosen_at is $$@stamp$$;

create table due_dates (
  dossier_id uuid not null references dossiers on delete cascade,
  part       text not null,
  due_on     date not null,
  warned_for date,
  primary key (dossier_id, part)
);
create index due_dates_day on due_dates (due_on);
create index due_dates_part on due_dates (part, due_on);
comment on table due_dates is
  $$The day on which a part of a dossier goes, as its events and choices make it. @system$$;
comment on column due_dates.dossier_id is $$@key @subject$$;
comment on column due_dates.part is $$@key$$;
comment on column due_dates.due_on is $$@stamp$$;
comment on column due_dates.warned_for is $$@stamp$$;

-- When a part is due by the statement alone, and with the person's choice and the floor of a law.
-- Null for what no event has started, or what is kept indefinitely.
create view reckoned_dates as
  select d.id as dossier_id, t.part, t.tangible, t.sooner, t.later, r.started_on,
    (r.started_on + t.keep)::date as by_statement,
    greatest(coalesce(c.due_on, (r.started_on + t.keep)::date), (r.started_on + t.at_least)::date)
      as due_on
  from dossiers d
  join retention_terms t on t.kind = d.kind or t.kind = '' and not exists (
    select from retention_terms o where o.part = t.part and o.kind = d.kind)
  join lateral (
    select (max(e.occurred_at) at time zone 'Europe/Amsterdam')::date as started_on
    from events e where e.dossier_id = d.id and e.event = any (t.events)
    having count(*) = cardinality(t.events)) r on t.keep is not null
  left join retention_choices c on c.dossier_id = d.id and c.part = t.part;
comment on view reckoned_dates is
  $$When each part of each dossier is due, reckoned from its events and the statement in force.
@system$$;

-- Of some dossiers, or of all: planned for what is asked each time, for a plan that serves both
-- goes through all of them.
drop function reckon_expiry(uuid);
create function reckon_expiry(which uuid[] default null) returns bigint
language plpgsql volatile security definer
set search_path from current set plan_cache_mode = force_custom_plan as $$
declare
  changed bigint;
begin
  with reckoned as (
    select r.dossier_id, r.part, r.due_on from reckoned_dates r
    where (which is null or r.dossier_id = any (which)) and r.due_on is not null)
  , gone as (
    delete from due_dates u where (which is null or u.dossier_id = any (which)) and not exists (
      select from reckoned r where r.dossier_id = u.dossier_id and r.part = u.part))
  insert into due_dates (dossier_id, part, due_on) select * from reckoned
    on conflict (dossier_id, part) do update set due_on = excluded.due_on
    where due_dates.due_on <> excluded.due_on;
  update dossiers d set expires_on = r.due_on
  from (select d.id, case when d.id in (select o.dossier_id from erasure_orders o
        where o.part = 'rest' and o.deleted_at is not null)
      then lasts_until(d.id) else u.due_on end as due_on
    from dossiers d
    left join due_dates u on u.dossier_id = d.id and u.part = 'dossier'
    where which is null or d.id = any (which)) r
  where d.id = r.id and d.expires_on is distinct from r.due_on;
  get diagnostics changed = row_count;
  return changed;
end
$$;

create function choice_made() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from dossiers where id = coalesce(new.dossier_id, old.dossier_id)) then
    perform reckon_expiry(array[coalesce(new.dossier_id, old.dossier_id)]);
  end if;
  return null;
end
$$;
create trigger choice_made after insert or update or delete on retention_choices
  for each row execute function choice_made();

-- A dossier that goes takes its events with it: there is nothing left to reckon.
create or replace function event_happened() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from dossiers where id = coalesce(new.dossier_id, old.dossier_id)) then
    perform reckon_expiry(array[coalesce(new.dossier_id, old.dossier_id)]);
  end if;
  return null;
end
$$;
drop trigger event_happened on events;
create trigger event_happened after update or delete on events
  for each row execute function event_happened();
create function events_happened() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from happened) then
    perform reckon_expiry(array(select distinct dossier_id from happened));
  end if;
  return null;
end
$$;
create trigger events_happened after insert on events referencing new table as happened
  for each statement execute function events_happened();

-- The person's own say, in the opened dossier.

create function own_terms()
returns table (part text, due_on date, by_statement date, chosen boolean, earliest date,
  may_sooner boolean, may_later boolean, held_until date, tangible boolean)
language sql stable parallel restricted security definer set search_path from current as $$
  select r.part, r.due_on, r.by_statement, c.dossier_id is not null,
    greatest((r.started_on + t.at_least)::date, gestand.today() + 1),
    cardinality(t.sooner) > 0, cardinality(t.later) > 0,
    (select max(h.ends_on) from standing_holds h where h.dossier_id = r.dossier_id), r.tangible
  from reckoned_dates r
  join dossiers d on d.id = r.dossier_id
  join retention_terms t on t.part = r.part and (t.kind = d.kind or t.kind = '' and not exists (
    select from retention_terms o where o.part = t.part and o.kind = d.kind))
  left join retention_choices c on c.dossier_id = r.dossier_id and c.part = r.part
  where r.dossier_id = opened() and r.due_on is not null
  order by r.part
$$;

-- Ten years past the term at most: who wants it longer chooses again by then.
create function choose_term(wanted_part text, wanted_on date) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  term record;
begin
  if current_activity() is distinct from 'self-service' then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  select * into term from own_terms() t where t.part = wanted_part;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if wanted_on is null then
    delete from retention_choices where dossier_id = opened() and part = wanted_part;
  else
    if wanted_on < term.by_statement and not term.may_sooner
      or wanted_on > term.by_statement and not term.may_later then
      raise exception 'TERM_NOT_YOURS' using errcode = 'GS403';
    end if;
    if wanted_on < term.earliest or wanted_on > (term.by_statement + interval '10 years')::date then
      raise exception 'TERM_OUTSIDE' using errcode = 'GS400';
    end if;
    insert into retention_choices (dossier_id, part, due_on, chosen_by)
      values (opened(), wanted_part, wanted_on, actor())
      on conflict (dossier_id, part) do update
      set due_on = excluded.due_on, chosen_by = excluded.chosen_by, chosen_at = now();
  end if;
  perform record('term-chosen', current_activity(), actor(), opened(), 'retention_choices',
    wanted_part, null);
end
$$;

-- What is not in the database goes by hand, and somebody says that it did: whoever has the dossier
-- open, in an activity that writes what the part is made of.
create function confirm_gone(wanted_part text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid := opened();
  term  record;
begin
  select r.part, u.due_on, t.categories into term
  from reckoned_dates r join due_dates u on u.dossier_id = r.dossier_id and u.part = r.part
  join retention_terms t on t.part = r.part
  where r.dossier_id = which and r.part = wanted_part and r.tangible
  limit 1;
  if not found or not exists (
    select from category_rules c where c.activity = current_activity() and c.writes
      and c.category = any (term.categories)) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if exists (select from standing_holds h where h.dossier_id = which) then
    raise exception 'ERASURE_HELD' using errcode = 'GS409';
  end if;
  insert into erasure_orders (dossier_id, part, cause, kind, year, due_on, ordered_by,
      registered_at, deleted_at, reread_at, closed_at, scrubbed_at)
    select d.id, wanted_part, 'retention', d.kind, extract(year from d.started_at), term.due_on,
      actor(), now(), now(), now(), now(), now()
    from dossiers d where d.id = which
    on conflict do nothing;
  perform record('erased', current_activity(), actor(), which, 'retention', wanted_part, null);
end
$$;

-- What the dossier still has that must go by hand, for whoever has it open.
create function parts_to_destroy() returns table (part text, due_on date)
language sql stable parallel restricted security definer set search_path from current as $$
  select u.part, u.due_on from due_dates u
  where u.dossier_id = opened() and u.due_on <= gestand.today() + 30
    and exists (select from retention_terms t where t.part = u.part and t.tangible
      and exists (select from category_rules c where c.activity = current_activity() and c.writes
        and c.category = any (t.categories)))
    and not exists (
      select from erasure_orders o where o.dossier_id = u.dossier_id and o.part = u.part)
  order by u.part
$$;

grant execute on function own_terms, choose_term, confirm_gone, parts_to_destroy to public;
