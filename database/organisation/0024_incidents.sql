-- What went wrong: incidents with personal data, in steps that are rows of their own. And the terms
-- of this and other duties: who is told of them, and what goes when they are over.

create sequence incident_numbers;

create table incidents (
  id            uuid primary key default gen_random_uuid(),
  number        text not null unique
    default 'I' || to_char(now(), 'YYYY') || '-' || lpad(nextval('incident_numbers')::text, 4, '0'),
  what          text not null check (length(what) between 1 and 4000),
  discovered_at timestamptz not null check (discovered_at <= reported_at + interval '5 minutes'),
  reported_by   uuid default actor(),
  reported_at   timestamptz not null default now()
);
create index incidents_discovered on incidents (discovered_at desc);
comment on table incidents is $$A breach of security of personal data, or what may be one.
@organisation @insert incident-reporting incident-handling$$;
comment on column incidents.id is $$@key$$;
comment on column incidents.number is $$@stamp$$;
comment on column incidents.what is $$@category incident$$;
comment on column incidents.discovered_at is $$From here the 72 hours count. @category incident$$;
comment on column incidents.reported_by is $$@stamp$$;
comment on column incidents.reported_at is $$@stamp$$;

create table incident_assessments (
  id           uuid primary key default gen_random_uuid(),
  incident_id  uuid not null references incidents on delete cascade,
  severity     text not null check (severity in ('low', 'middle', 'high')),
  nature       text[] not null check (nature <@ '{confidentiality,integrity,availability}'
    and cardinality(nature) > 0),
  affected     integer not null check (affected between 0 and 1000000),
  who          text not null check (length(who) between 1 and 1000),
  data         text[] not null default '{}' check (cardinality(data) <= 50),
  consequences text not null check (length(consequences) between 1 and 4000),
  measures     text not null check (length(measures) between 1 and 4000),
  assessed_by  uuid default actor(),
  assessed_at  timestamptz not null default now()
);
create index incident_assessments_incident on incident_assessments (incident_id, assessed_at desc);
comment on table incident_assessments is $$How bad an incident is and whom it affects; the newest counts, earlier ones stay.
@organisation @insert incident-handling$$;
comment on column incident_assessments.id is $$@key$$;
comment on column incident_assessments.incident_id is $$@key$$;
comment on column incident_assessments.severity is $$@category incident$$;
comment on column incident_assessments.nature is $$@category incident$$;
comment on column incident_assessments.affected is $$About how many people. @category incident$$;
comment on column incident_assessments.who is $$@category incident$$;
comment on column incident_assessments.data is $$Categories of the statement. @category incident$$;
comment on column incident_assessments.consequences is $$@category incident$$;
comment on column incident_assessments.measures is $$@category incident$$;
comment on column incident_assessments.assessed_by is $$@stamp$$;
comment on column incident_assessments.assessed_at is $$@stamp$$;

create table incident_decisions (
  id             uuid primary key default gen_random_uuid(),
  incident_id    uuid not null references incidents on delete cascade,
  to_authority   boolean not null,
  to_persons     boolean not null,
  reasons        text not null check (length(reasons) between 1 and 4000),
  decided_by     uuid default actor(),
  decided_at     timestamptz not null default now()
);
create index incident_decisions_incident on incident_decisions (incident_id, decided_at desc);
comment on table incident_decisions is $$Whether an incident is notified, and why; the newest counts, earlier ones stay.
@organisation @insert incident-handling$$;
comment on column incident_decisions.id is $$@key$$;
comment on column incident_decisions.incident_id is $$@key$$;
comment on column incident_decisions.to_authority is $$@category incident$$;
comment on column incident_decisions.to_persons is $$@category incident$$;
comment on column incident_decisions.reasons is $$@category incident$$;
comment on column incident_decisions.decided_by is $$@stamp$$;
comment on column incident_decisions.decided_at is $$@stamp$$;

create table incident_notices (
  id          uuid primary key default gen_random_uuid(),
  incident_id uuid not null references incidents on delete cascade,
  audience    text not null check (audience in ('authority', 'persons')),
  language    text not null default 'nl' check (language in ('nl', 'en')),
  words       text not null check (length(words) between 1 and 8000),
  late_reason text not null default '' check (length(late_reason) <= 2000),
  reference   text not null default '' check (length(reference) <= 100),
  sent_by     uuid default actor(),
  sent_at     timestamptz not null default now()
);
create index incident_notices_incident on incident_notices (incident_id, sent_at);
comment on table incident_notices is $$A letter about an incident, to the authority or to those whom it affects, as it was sent.
@organisation @insert incident-handling$$;
comment on column incident_notices.id is $$@key$$;
comment on column incident_notices.incident_id is $$@key$$;
comment on column incident_notices.audience is $$@category incident$$;
comment on column incident_notices.language is $$@impersonal a language$$;
comment on column incident_notices.words is $$@category incident$$;
comment on column incident_notices.late_reason is $$Why it went after 72 hours. @category incident$$;
comment on column incident_notices.reference is $$The number that the authority gave. @category incident$$;
comment on column incident_notices.sent_by is $$@stamp$$;
comment on column incident_notices.sent_at is $$@stamp$$;

create table incident_closures (
  incident_id uuid primary key references incidents on delete cascade,
  lessons     text not null check (length(lessons) between 1 and 4000),
  closed_by   uuid default actor(),
  closed_at   timestamptz not null default now()
);
comment on table incident_closures is $$The end of an incident, with what was learned.
@organisation @insert incident-handling$$;
comment on column incident_closures.incident_id is $$@key$$;
comment on column incident_closures.lessons is $$@category incident$$;
comment on column incident_closures.closed_by is $$@stamp$$;
comment on column incident_closures.closed_at is $$@stamp$$;

-- The steps have an order: first how bad it is, then the decision, then letters, then the end. What
-- was decided to notify is notified before an incident ends; late letters say why they are late.
create function guard_incident() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  found_at timestamptz;
  decision incident_decisions;
begin
  select i.discovered_at into found_at from incidents i where i.id = new.incident_id for update;
  if exists (select from incident_closures c where c.incident_id = new.incident_id) then
    raise exception 'INCIDENT_CLOSED' using errcode = 'GS409';
  end if;
  if tg_table_name = 'incident_decisions' and not exists (
    select from incident_assessments a where a.incident_id = new.incident_id) then
    raise exception 'INCIDENT_NOT_ASSESSED' using errcode = 'GS409';
  end if;
  if tg_table_name in ('incident_notices', 'incident_closures') then
    select * into decision from incident_decisions d where d.incident_id = new.incident_id
      order by d.decided_at desc, d.id limit 1;
    if decision.id is null then
      raise exception 'INCIDENT_UNDECIDED' using errcode = 'GS409';
    end if;
  end if;
  if tg_table_name = 'incident_notices' then
    if new.audience = 'authority' and new.late_reason = ''
      and now() > found_at + interval '72 hours' then
      raise exception 'INCIDENT_LATE_WITHOUT_REASON' using errcode = 'GS409';
    end if;
  elsif tg_table_name = 'incident_closures' then
    if decision.to_authority and not exists (select from incident_notices n
        where n.incident_id = new.incident_id and n.audience = 'authority')
      or decision.to_persons and not exists (select from incident_notices n
        where n.incident_id = new.incident_id and n.audience = 'persons') then
      raise exception 'INCIDENT_NOT_NOTIFIED' using errcode = 'GS409';
    end if;
  end if;
  return new;
end
$$;
create trigger guard_incident before insert on incident_assessments
  for each row execute function guard_incident();
create trigger guard_incident before insert on incident_decisions
  for each row execute function guard_incident();
create trigger guard_incident before insert on incident_notices
  for each row execute function guard_incident();
create trigger guard_incident before insert on incident_closures
  for each row execute function guard_incident();

-- For checks: moments and yes or no.
create function evidence_incidents()
returns table (incident_id uuid, discovered_at timestamptz, decided_at timestamptz,
  to_authority boolean, to_persons boolean, authority_at timestamptz, late_reason boolean,
  persons_at timestamptz, closed_at timestamptz)
language sql stable security definer set search_path from current as $$
  select i.id, i.discovered_at,
    (select min(d.decided_at) from incident_decisions d where d.incident_id = i.id),
    n.to_authority, n.to_persons, a.sent_at, a.late_reason <> '',
    (select min(p.sent_at) from incident_notices p
      where p.incident_id = i.id and p.audience = 'persons'),
    (select c.closed_at from incident_closures c where c.incident_id = i.id)
  from incidents i
  left join lateral (select d.to_authority, d.to_persons from incident_decisions d
    where d.incident_id = i.id order by d.decided_at desc, d.id limit 1) n on true
  left join lateral (select p.sent_at, p.late_reason from incident_notices p
    where p.incident_id = i.id and p.audience = 'authority'
    order by p.sent_at, p.id limit 1) a on true
$$;
grant execute on function evidence_incidents to gestand_worker;

-- Terms that are near or over, each told once to those who can still do something about it. What is
-- near: days for an agreement, an assessment or a review, a week for a complaint, a day for an
-- incident.

create table reminders (
  item       uuid not null,
  stage      text not null,
  account_id uuid not null,
  told_at    timestamptz not null default now(),
  primary key (item, stage, account_id)
);
comment on table reminders is $$Who was told that a term is near or over. @system$$;

create function due_terms()
returns table (sort text, item uuid, stage text, account_id uuid)
language sql stable security definer set search_path from current as $$
  with newest as (
    select distinct on (a.recipient) a.id, a.ends_on from agreements a
    order by a.recipient, a.ends_on desc nulls first, a.id),
  near as (
    select 'agreement' as sort, n.id as item, n.ends_on - gestand.today() as days, 90 as first,
      14 as second, 'register-keeping' as activity
    from newest n where n.ends_on is not null
    union all
    select 'assessment', e.assessment_id, e.review_on - gestand.today(), 30, 0, 'register-keeping'
    from evidence_assessments() e where e.review_on is not null
    union all
    select 'review', r.id, r.due_on - gestand.today(), 7, 0, 'access-review'
    from access_reviews r where r.closed_at is null
    union all
    select 'incident', e.incident_id,
      floor(extract(epoch from e.discovered_at + interval '72 hours' - now()) / 3600)::integer,
      48, 12, 'incident-handling'
    from evidence_incidents() e where e.decided_at is null and e.closed_at is null
    union all
    select 'complaint', c.id, c.due_on - gestand.today(), 7, 1, 'complaint-handling'
    from complaints c
    where not exists (select from complaint_outcomes o where o.complaint_id = c.id))
  select n.sort, n.item,
    case when n.days < 0 then 'over' when n.days <= n.second then 'second' else 'first' end, a
  from near n
  cross join lateral (
    select h from complaint_handlers(n.item) h where n.sort = 'complaint'
    union all
    select s from serving_accounts(n.activity) s where n.sort <> 'complaint') as t (a)
  where n.days <= n.first
$$;

-- Takes what must be told now, so that it is told once.
create function take_due_terms()
returns table (sort text, item uuid, stage text, account_id uuid)
language sql volatile security definer set search_path from current as $$
  with told as (
    insert into reminders (item, stage, account_id)
    select d.item, d.stage, d.account_id from due_terms() d
    on conflict do nothing returning item, stage, account_id)
  select d.sort, d.item, d.stage, d.account_id
  from due_terms() d join told t using (item, stage, account_id)
$$;

-- What is past its term goes: complaints, incidents and what the register keeps of the past. Of a
-- register entry, agreement or assessment the newest stays while it is in use.
create function destroy_settled() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone  bigint := 0;
  batch bigint;
  today date := gestand.today();
  keep  interval;
begin
  select r.keep into keep from retention_rules r where r.part = 'complaint';
  delete from complaints c using complaint_outcomes o
    where o.complaint_id = c.id and (o.decided_at at time zone 'Europe/Amsterdam')::date + keep
      <= today;
  get diagnostics batch = row_count;
  gone := gone + batch;
  select r.keep into keep from retention_rules r where r.part = 'incident';
  delete from incidents i using incident_closures c
    where c.incident_id = i.id and (c.closed_at at time zone 'Europe/Amsterdam')::date + keep
      <= today;
  get diagnostics batch = row_count;
  gone := gone + batch;
  select r.keep into keep from retention_rules r where r.part = 'processing-record';
  delete from access_reviews r
    where (r.closed_at at time zone 'Europe/Amsterdam')::date + keep <= today;
  get diagnostics batch = row_count;
  gone := gone + batch;
  delete from agreements a where a.ends_on + keep <= today;
  get diagnostics batch = row_count;
  gone := gone + batch;
  if gone > 0 then
    perform record('destroyed', 'system', null, null, 'settled', null, gone::integer);
  end if;
  return gone;
end
$$;

-- What should have gone by now and is still there.
create function evidence_settled(patience interval)
returns table (subject text, part text, late boolean)
language sql stable security definer set search_path from current as $$
  select o.complaint_id::text, r.part,
    (o.decided_at at time zone 'Europe/Amsterdam')::date + r.keep + patience < gestand.today()
  from complaint_outcomes o join retention_rules r on r.part = 'complaint'
  union all
  select c.incident_id::text, r.part,
    (c.closed_at at time zone 'Europe/Amsterdam')::date + r.keep + patience < gestand.today()
  from incident_closures c join retention_rules r on r.part = 'incident'
  union all
  select a.id::text, r.part, a.ends_on + r.keep + patience < gestand.today()
  from agreements a join retention_rules r on r.part = 'processing-record'
  where a.ends_on is not null
  union all
  select v.id::text, r.part,
    (v.closed_at at time zone 'Europe/Amsterdam')::date + r.keep + patience < gestand.today()
  from access_reviews v join retention_rules r on r.part = 'processing-record'
  where v.closed_at is not null
$$;
grant execute on function take_due_terms, destroy_settled, evidence_settled to gestand_worker;
