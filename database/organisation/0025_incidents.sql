-- What went wrong: incidents with personal data, in steps that are rows of their own. What was
-- decided is not changed afterwards. What was written is sealed, with a key for each incident; a
-- sealed text is 29 bytes longer than what it holds.

create sequence incident_numbers;

create table incidents (
  id            uuid primary key default gen_random_uuid(),
  number        text not null unique default '',
  what          bytea not null check (length(what) between 30 and 16029),
  discovered_at timestamptz not null check (discovered_at <= reported_at + interval '5 minutes'),
  reported_by   uuid default actor(),
  reported_at   timestamptz not null default now()
);
create index incidents_discovered on incidents (discovered_at desc);
comment on table incidents is $$A breach of security of personal data, or what may be one.
@organisation @insert incident-reporting incident-handling
@nobody it is about a breach; whom it affects is told by letter$$;
comment on column incidents.id is $$@key$$;
comment on column incidents.number is $$@stamp$$;
comment on column incidents.what is $$@category incident @sealed$$;
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
  who          bytea not null check (length(who) between 30 and 4029),
  data         text[] not null default '{}' check (cardinality(data) <= 50),
  consequences bytea not null check (length(consequences) between 30 and 16029),
  measures     bytea not null check (length(measures) between 30 and 16029),
  assessed_by  uuid default actor(),
  assessed_at  timestamptz not null default now()
);
create index incident_assessments_incident on incident_assessments (incident_id, assessed_at desc);
comment on table incident_assessments is $$How bad an incident is and whom it affects; the newest counts, earlier ones stay.
@organisation @insert incident-handling
@nobody it is about a breach; whom it affects is told by letter$$;
comment on column incident_assessments.id is $$@key$$;
comment on column incident_assessments.incident_id is $$@key$$;
comment on column incident_assessments.severity is $$@category incident @reckoned one of a list$$;
comment on column incident_assessments.nature is $$@category incident @reckoned some of a list$$;
comment on column incident_assessments.affected is $$About how many people. @category incident$$;
comment on column incident_assessments.who is $$@category incident @sealed incident_id$$;
comment on column incident_assessments.data is
  $$Categories of the statement. @category incident @reckoned some of a list$$;
comment on column incident_assessments.consequences is $$@category incident @sealed incident_id$$;
comment on column incident_assessments.measures is $$@category incident @sealed incident_id$$;
comment on column incident_assessments.assessed_by is $$@stamp$$;
comment on column incident_assessments.assessed_at is $$@stamp$$;

create table incident_decisions (
  id             uuid primary key default gen_random_uuid(),
  incident_id    uuid not null references incidents on delete cascade,
  to_authority   boolean not null,
  to_persons     boolean not null,
  reasons        bytea not null check (length(reasons) between 30 and 16029),
  decided_by     uuid default actor(),
  decided_at     timestamptz not null default now()
);
create index incident_decisions_incident on incident_decisions (incident_id, decided_at desc);
comment on table incident_decisions is $$Whether an incident is notified, and why; the newest counts, earlier ones stay.
@organisation @insert incident-handling
@nobody it is about a breach; whom it affects is told by letter$$;
comment on column incident_decisions.id is $$@key$$;
comment on column incident_decisions.incident_id is $$@key$$;
comment on column incident_decisions.to_authority is $$@category incident$$;
comment on column incident_decisions.to_persons is $$@category incident$$;
comment on column incident_decisions.reasons is $$@category incident @sealed incident_id$$;
comment on column incident_decisions.decided_by is $$@stamp$$;
comment on column incident_decisions.decided_at is $$@stamp$$;

create table incident_notices (
  id          uuid primary key default gen_random_uuid(),
  incident_id uuid not null references incidents on delete cascade,
  audience    text not null check (audience in ('authority', 'persons')),
  language    text not null default 'nl' check (language in ('nl', 'en')),
  words       bytea not null check (length(words) between 30 and 32029),
  late_reason bytea check (length(late_reason) between 30 and 8029),
  reference   bytea not null check (length(reference) between 29 and 429),
  sent_by     uuid default actor(),
  sent_at     timestamptz not null default now()
);
create index incident_notices_incident on incident_notices (incident_id, sent_at);
comment on table incident_notices is $$A letter about an incident, to the authority or to those whom it affects, as it was sent.
@organisation @insert incident-handling
@nobody it is about a breach; whom it affects is told by letter$$;
comment on column incident_notices.id is $$@key$$;
comment on column incident_notices.incident_id is $$@key$$;
comment on column incident_notices.audience is $$@category incident @reckoned one of a list$$;
comment on column incident_notices.language is $$@impersonal a language$$;
comment on column incident_notices.words is $$@category incident @sealed incident_id$$;
comment on column incident_notices.late_reason is
  $$Why it went after 72 hours. @category incident @sealed incident_id$$;
comment on column incident_notices.reference is
  $$The number that the authority gave. @category incident @sealed incident_id$$;
comment on column incident_notices.sent_by is $$@stamp$$;
comment on column incident_notices.sent_at is $$@stamp$$;

create table incident_closures (
  incident_id uuid primary key references incidents on delete cascade,
  lessons     bytea not null check (length(lessons) between 30 and 16029),
  closed_by   uuid default actor(),
  closed_at   timestamptz not null default now()
);
comment on table incident_closures is $$The end of an incident, with what was learned.
@organisation @insert incident-handling
@nobody it is about a breach; whom it affects is told by letter$$;
comment on column incident_closures.incident_id is $$@key$$;
comment on column incident_closures.lessons is $$@category incident @sealed incident_id$$;
comment on column incident_closures.closed_by is $$@stamp$$;
comment on column incident_closures.closed_at is $$@stamp$$;

-- Whoever may read incidents reads those they reported, and all of them when they handle incidents.
alter table incidents enable row level security;
create policy core_handled on incidents as restrictive
  using (reported_by = (select actor()) or (select serving('incident-handling')));
alter table incident_assessments enable row level security;
create policy core_handled on incident_assessments as restrictive
  using (assessed_by = (select actor()) or (select serving('incident-handling')));
alter table incident_decisions enable row level security;
create policy core_handled on incident_decisions as restrictive
  using (decided_by = (select actor()) or (select serving('incident-handling')));
alter table incident_notices enable row level security;
create policy core_handled on incident_notices as restrictive
  using (sent_by = (select actor()) or (select serving('incident-handling')));
alter table incident_closures enable row level security;
create policy core_handled on incident_closures as restrictive
  using (closed_by = (select actor()) or (select serving('incident-handling')));

create function number_incident() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  new.number := 'I' || to_char(now(), 'YYYY') || '-'
    || to_char(nextval('incident_numbers'), 'FM99999999990000');
  return new;
end
$$;
create trigger number_incident before insert on incidents
  for each row execute function number_incident();

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
    if new.audience = 'authority' and new.late_reason is null
      and new.sent_at > found_at + interval '72 hours' then
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
    n.to_authority, n.to_persons, a.sent_at, a.late_reason is not null,
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
