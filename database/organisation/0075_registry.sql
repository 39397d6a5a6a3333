-- A register of training: programmes, institutions that train, and how their accounts work here.

-- A function that a party has in the organisation, for one of its accounts or for all of them. It
-- lets them act in an activity, and opens no dossier: those come by relations alone.
create table party_functions (
  id         uuid primary key default gen_random_uuid(),
  party_id   uuid not null references parties on delete cascade,
  account_id uuid,
  function   text not null,
  since      timestamptz not null default now(),
  unique nulls not distinct (party_id, account_id, function),
  foreign key (party_id, account_id) references affiliations on delete cascade
);
create index party_functions_account on party_functions (account_id) where account_id is not null;
comment on table party_functions is
  $$What a party may do here, by one of its accounts or by all that act for it.
@organisation @insert institution-keeping @delete institution-keeping$$;
comment on column party_functions.id is $$@key$$;
comment on column party_functions.party_id is $$@key$$;
comment on column party_functions.account_id is
  $$Empty for all of the party. @category party @subject$$;
comment on column party_functions.function is $$@category party$$;
comment on column party_functions.since is $$@stamp$$;

-- The empty word for what a party starts keeps it from a whole kind of dossier: see opened() and
-- scoped_kinds().
create or replace view standing_functions as
  select u.activity, u.kind, f.account_id, a.starts, a.opens
  from functions f
  join members m on m.account_id = f.account_id and (m.left_at is null or m.left_at > now())
  join rules u on u.relation = f.function and u.scope = 'organisation'
  join activities a on a.activity = u.activity
  union all
  select u.activity, u.kind, f.account_id, coalesce(a.starts, ''), false
  from party_functions p
  join affiliations f on f.party_id = p.party_id
    and (p.account_id is null or p.account_id = f.account_id)
  join rules u on u.relation = p.function and u.scope = 'organisation'
  join activities a on a.activity = u.activity
  where not exists (
    select from members m
    where m.account_id = f.account_id and (m.left_at is null or m.left_at > now()));

comment on table parties is $$An institution, principal or supplier that the organisation works with.
@organisation @insert intake administration coaching programme-keeping
@update administration programme-keeping
@nobody a party is an organisation; who acts for it is in affiliations$$;

-- The parties that whoever asks acts for.
create function own_parties() returns setof uuid
language sql stable parallel restricted security definer set search_path from current rows 2 as $$
  select f.party_id from affiliations f where f.account_id = actor()
$$;

-- The parties whose accounts whoever asks looks after.
create function kept_parties() returns setof uuid
language sql stable parallel restricted security definer set search_path from current rows 2 as $$
  select p.party_id from party_functions p
  join affiliations f on f.party_id = p.party_id and f.account_id = p.account_id
  where p.account_id = actor() and p.function = 'institution-administrator'
$$;
grant execute on function own_parties, kept_parties to public;

create table programmes (
  id         uuid primary key default gen_random_uuid(),
  code       text not null unique check (code ~ '^[A-Z0-9-]{2,20}$'),
  name_nl    text not null check (length(name_nl) between 1 and 200),
  name_en    text not null check (length(name_en) between 1 and 200),
  retired_on date
);
comment on table programmes is $$A programme of training that ends in a diploma.
@organisation @public @impersonal about a programme, never a person
@insert programme-keeping @update programme-keeping$$;
comment on column programmes.id is $$@key$$;
comment on column programmes.code is $$@impersonal a code$$;
comment on column programmes.name_nl is $$@impersonal the name of a programme$$;
comment on column programmes.name_en is $$@impersonal the name of a programme$$;
comment on column programmes.retired_on is
  $$From when nobody starts it any more. @impersonal a day$$;

create table programme_versions (
  id           uuid primary key default gen_random_uuid(),
  programme_id uuid not null references programmes on delete cascade,
  number       integer not null check (number > 0),
  starts_on    date not null,
  months       integer not null check (months between 1 and 120),
  unique (programme_id, number),
  unique (programme_id, starts_on)
);
comment on table programme_versions is
  $$A version of a programme: what is asked of who starts from a day on.
@organisation @public @impersonal about a programme, never a person
@insert programme-keeping$$;
comment on column programme_versions.id is $$@key$$;
comment on column programme_versions.programme_id is $$@key$$;
comment on column programme_versions.number is $$@impersonal a number$$;
comment on column programme_versions.starts_on is $$@impersonal a day$$;
comment on column programme_versions.months is $$How long it takes. @impersonal a number$$;

create table programme_requirements (
  id         uuid primary key default gen_random_uuid(),
  version_id uuid not null references programme_versions on delete cascade,
  place      integer not null check (place between 1 and 99),
  text_nl    text not null check (length(text_nl) between 1 and 500),
  text_en    text not null check (length(text_en) between 1 and 500),
  unique (version_id, place)
);
comment on table programme_requirements is
  $$What a version of a programme demands of whoever trains for it.
@organisation @public @impersonal about a programme, never a person
@insert programme-keeping$$;
comment on column programme_requirements.id is $$@key$$;
comment on column programme_requirements.version_id is $$@key$$;
comment on column programme_requirements.place is $$@impersonal a number$$;
comment on column programme_requirements.text_nl is $$@impersonal a demand$$;
comment on column programme_requirements.text_en is $$@impersonal a demand$$;

create table institutions (
  party_id uuid primary key references parties on delete cascade,
  sort     text not null check (sort in ('care', 'training')),
  city     text not null default '' check (length(city) <= 100)
);
comment on table institutions is
  $$A party that trains: a care institution that employs students, or a training institute.
@organisation @impersonal about an organisation, never a person
@insert programme-keeping @update programme-keeping
@nobody a party is an organisation; who acts for it is in affiliations$$;
comment on column institutions.party_id is $$@key$$;
comment on column institutions.sort is $$@key$$;
comment on column institutions.city is $$@impersonal where it is$$;

create table accreditations (
  id           uuid primary key default gen_random_uuid(),
  party_id     uuid not null references institutions on delete cascade,
  programme_id uuid not null references programmes on delete cascade,
  renews       uuid unique references accreditations on delete cascade,
  applied_on   date not null default gestand.today(),
  applied_by   uuid default actor()
);
create index accreditations_party on accreditations (party_id, programme_id);
create index accreditations_programme on accreditations (programme_id);
comment on table accreditations is
  $$That an institution asks to train for a programme, or to go on doing so.
@organisation @insert programme-keeping institution-keeping
@nobody a party is an organisation; who acts for it is in affiliations$$;
comment on column accreditations.id is $$@key$$;
comment on column accreditations.party_id is $$@key$$;
comment on column accreditations.programme_id is $$@key$$;
comment on column accreditations.renews is $$The one that it is to follow. @key$$;
comment on column accreditations.applied_on is $$@category accreditation$$;
comment on column accreditations.applied_by is $$@stamp$$;

create table accreditation_visits (
  id               uuid primary key default gen_random_uuid(),
  accreditation_id uuid not null references accreditations on delete cascade,
  visited_on       date not null,
  found            text not null default '' check (length(found) <= 2000),
  noted_by         uuid default actor(),
  noted_at         timestamptz not null default now()
);
create index accreditation_visits_accreditation on accreditation_visits (accreditation_id);
comment on table accreditation_visits is
  $$A visit to an institution that asks for accreditation, and what was found there.
@organisation @insert programme-keeping
@nobody a party is an organisation; who acts for it is in affiliations$$;
comment on column accreditation_visits.id is $$@key$$;
comment on column accreditation_visits.accreditation_id is $$@key$$;
comment on column accreditation_visits.visited_on is $$@category accreditation$$;
comment on column accreditation_visits.found is
  $$About the institution; nobody is named here. @category accreditation$$;
comment on column accreditation_visits.noted_by is $$@stamp$$;
comment on column accreditation_visits.noted_at is $$@stamp$$;

create table accreditation_decisions (
  accreditation_id uuid primary key references accreditations on delete cascade,
  decision         text not null check (decision in ('granted', 'refused')),
  starts_on        date,
  ends_on          date,
  reason           text not null default '' check (length(reason) <= 2000),
  decided_by       uuid default actor(),
  decided_at       timestamptz not null default now(),
  check ((decision = 'granted') = (starts_on is not null and ends_on is not null)),
  check (ends_on > starts_on),
  check (decision = 'granted' or length(reason) > 0)
);
comment on table accreditation_decisions is
  $$Whether an institution may train for a programme, and for which term.
@organisation @insert programme-keeping
@nobody a party is an organisation; who acts for it is in affiliations$$;
comment on column accreditation_decisions.accreditation_id is $$@key$$;
comment on column accreditation_decisions.decision is $$@category accreditation$$;
comment on column accreditation_decisions.starts_on is $$@category accreditation$$;
comment on column accreditation_decisions.ends_on is
  $$The last day. @category accreditation$$;
comment on column accreditation_decisions.reason is $$@category accreditation$$;
comment on column accreditation_decisions.decided_by is $$@stamp$$;
comment on column accreditation_decisions.decided_at is $$@stamp$$;

create view standing_accreditations as
  select a.party_id, a.programme_id, d.starts_on, d.ends_on, i.sort
  from accreditations a
  join accreditation_decisions d on d.accreditation_id = a.id and d.decision = 'granted'
  join institutions i on i.party_id = a.party_id;
comment on view standing_accreditations is
  $$Which institution may train for which programme, and between which days. @system$$;

-- Whoever comes from outside sees what concerns the own party, and no other.
create function sees_party(party uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select works_here(actor()) or party in (select own_parties())
$$;
grant execute on function sees_party to public;

alter table party_functions enable row level security;
create policy core_own_party on party_functions as restrictive for select
  using (sees_party(party_id));
create policy core_kept_party on party_functions as restrictive for insert
  with check (party_id in (select kept_parties()) and account_id is not null
    and function = 'institution-administrator');
create policy core_kept_party_delete on party_functions as restrictive for delete
  using (party_id in (select kept_parties()) and account_id is not null);
alter table accreditations enable row level security;
create policy core_own_party on accreditations as restrictive for select
  using (sees_party(party_id));
create policy core_own_party_insert on accreditations as restrictive for insert
  with check (works_here(actor()) or party_id in (select kept_parties()));
alter table accreditation_visits enable row level security;
alter table accreditation_decisions enable row level security;
create policy core_own_party on accreditation_visits as restrictive for select
  using (exists (select from accreditations a where a.id = accreditation_id));
create policy core_own_party on accreditation_decisions as restrictive for select
  using (exists (select from accreditations a where a.id = accreditation_id));
create policy core_own_party on affiliations as restrictive for select
  using (sees_party(party_id));

-- An institution looks after its own accounts: who acts first for it is its administrator, who
-- invites colleagues, and lets others be administrator too.

comment on table member_invitations is
  $$An invitation to work here, or to act for a party (then there are no functions).
@organisation @insert administration institution-keeping programme-keeping
@delete administration institution-keeping$$;
comment on table affiliations is
  $$An account that acts for a party and so has the party's relations.
@organisation @insert administration @delete administration institution-keeping$$;

alter table member_invitations enable row level security;
create policy core_kept_party on member_invitations as restrictive for all
  using (works_here(actor()) or actor() is null or party_id in (select kept_parties()))
  with check (holds('administrator') or functions = '{}' and title = '' and party_id is not null
    and (works_here(actor()) or party_id in (select kept_parties())));
create policy core_kept_party_delete on affiliations as restrictive for delete
  using (works_here(actor()) or party_id in (select kept_parties()));

create function institution_opened() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into party_functions (party_id, function) values (new.party_id, 'institution-staff')
    on conflict do nothing;
  return null;
end
$$;
create trigger institution_opened after insert on institutions
  for each row execute function institution_opened();

create function first_administrator() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from institutions i where i.party_id = new.party_id for update;
  if not found or exists (
    select from party_functions p
    where p.party_id = new.party_id and p.account_id is not null) then
    return null;
  end if;
  insert into party_functions (party_id, account_id, function)
    values (new.party_id, new.account_id, 'institution-administrator');
  return null;
end
$$;
create trigger first_administrator after insert on affiliations
  for each row execute function first_administrator();

-- An institution with accounts keeps one that looks after them.
create function guard_last_administrator() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if old.account_id is null or current_activity() is distinct from 'institution-keeping' then
    return old;
  end if;
  perform from institutions i where i.party_id = old.party_id for update;
  if not exists (
    select from party_functions p where p.party_id = old.party_id
      and p.account_id <> old.account_id and p.function = 'institution-administrator') then
    raise exception 'LAST_ADMINISTRATOR' using errcode = 'GS409';
  end if;
  return old;
end
$$;
create trigger guard_last_administrator before delete on party_functions
  for each row execute function guard_last_administrator();
