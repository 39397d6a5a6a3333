-- A register that there was is taken over from a list. The list itself is kept nowhere: what is
-- kept is how far it was, so that the same file goes on where it stopped.

create table register_imports (
  id          uuid primary key default gen_random_uuid(),
  digest      bytea not null unique check (length(digest) = 32),
  rows        integer not null check (rows > 0),
  chosen      jsonb not null default '{}',
  done        integer not null default 0,
  taken       integer not null default 0,
  left_out    integer not null default 0,
  likenesses  integer not null default 0,
  started_by  uuid default actor(),
  started_at  timestamptz not null default now(),
  touched_at  timestamptz not null default now(),
  finished_at timestamptz,
  check (done between 0 and rows and taken + left_out <= rows)
);
comment on table register_imports is
  $$A list of registrations that is taken over, and how far that is. Nothing of what stands in it.
@organisation @impersonal counts, and the digest of a file @insert taking-over
@nobody it tells of a file, and of nobody in it$$;
comment on column register_imports.id is $$@key$$;
comment on column register_imports.digest is
  $$SHA-256 of the file, by which it is known again. @impersonal a digest of a whole file$$;
comment on column register_imports.rows is $$@impersonal a number$$;
comment on column register_imports.chosen is
  $$What each column was used for, by its letter. @impersonal words of the program$$;
comment on column register_imports.done is $$Rows that were dealt with. @stamp$$;
comment on column register_imports.taken is $$Registrations that came of them. @stamp$$;
comment on column register_imports.left_out is $$@stamp$$;
comment on column register_imports.likenesses is $$@stamp$$;
comment on column register_imports.started_by is $$@stamp$$;
comment on column register_imports.started_at is $$@stamp$$;
comment on column register_imports.touched_at is $$@stamp$$;
comment on column register_imports.finished_at is $$@stamp$$;
alter table register_imports enable row level security;
create policy core_taking_over on register_imports as restrictive for select
  using ((select current_activity()) = 'taking-over');

-- Two who may be one person are proposed, and stay two until somebody looked.
create table likenesses (
  dossier_id uuid not null references dossiers on delete cascade,
  other_id   uuid not null references dossiers on delete cascade,
  reason     text not null check (reason in ('birth', 'email')),
  found_at   timestamptz not null default now(),
  decision   text check (decision in ('same', 'different')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (dossier_id, other_id),
  check (dossier_id <> other_id)
);
create index likenesses_other on likenesses (other_id);
create index likenesses_open on likenesses (found_at, dossier_id) where decision is null;
comment on table likenesses is
  $$That two registrations may well be of one person, and what came of it.
@belongs dossiers @card$$;
comment on column likenesses.dossier_id is $$@key$$;
comment on column likenesses.other_id is $$@key$$;
comment on column likenesses.reason is
  $$The same name and day of birth, or the same email address. @category identity$$;
comment on column likenesses.found_at is $$@stamp$$;
comment on column likenesses.decision is $$@category identity$$;
comment on column likenesses.decided_by is $$@stamp$$;
comment on column likenesses.decided_at is $$@stamp$$;

create index registrants_birth on registrants (born_on, lower(family_name));
create index registrants_email on registrants (lower(email)) where email is not null;

-- Registrations that begin by one statement get their institutions at once.
drop trigger relate_institutions on registrations;
create trigger relate_institutions after update of institution_id, institute_id on registrations
  for each row execute function relate_institutions();
create function relate_begun_institutions() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into relations (dossier_id, holder_id, relation)
    select b.dossier_id, n.holder, n.relation
    from begun b
    cross join lateral (values (b.institution_id, 'employer'), (b.institute_id, 'institute'))
      as n (holder, relation)
    join relation_words w on w.relation = n.relation
    where b.state not in ('graduated', 'ended')
    on conflict (dossier_id, holder_id, relation, absence_id) do update
      set until = null, since = now() where relations.until is not null;
  return null;
end
$$;
create trigger relate_begun_institutions after insert on registrations
  referencing new table as begun
  for each statement execute function relate_begun_institutions();

create function expect_taking_over() returns void
language plpgsql stable security definer set search_path from current as $$
begin
  if current_activity() is distinct from 'taking-over' or not acting('taking-over') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
end
$$;

-- Who of these may be registered already, and what is there already: the same person by name and
-- birth who began the same programme on the same day. Rows: place, given_names, family_name,
-- born_on, email, version_id, starts_on.
create function likely_registrants(given jsonb)
returns table (place integer, reason text, dossier_id uuid, known boolean)
language plpgsql stable security definer set search_path from current rows 10 as $$
begin
  perform expect_taking_over();
  return query
    with asked as materialized (
      select a.* from jsonb_to_recordset(given) as a (place integer, given_names text,
        family_name text, born_on date, email text, version_id uuid, starts_on date))
    select distinct on (f.place, f.person_id) f.place, f.reason, f.dossier_id, f.known
    from (
      select a.place, 'birth' as reason, t.dossier_id, d.person_id, exists (
        select from registrations g where g.dossier_id = t.dossier_id
          and g.version_id = a.version_id and g.starts_on = a.starts_on) as known
      from asked a
      join registrants t on t.born_on = a.born_on and lower(t.family_name) = lower(a.family_name)
        and lower(left(t.given_names, 1)) = lower(left(a.given_names, 1))
      join dossiers d on d.id = t.dossier_id
      union all
      select a.place, 'email', t.dossier_id, d.person_id, false
      from asked a join registrants t on lower(t.email) = lower(a.email)
      join dossiers d on d.id = t.dossier_id) f
    order by f.place, f.person_id, f.known desc, f.reason, f.dossier_id;
end
$$;

-- Takes over the next rows of a list, and notes that they are in: both or neither. Rows of one
-- person have the same number in `person`. Answers with the dossiers, for which there are no keys
-- yet.
create function take_over_registrations(import uuid, since integer, upto integer, given jsonb)
returns setof uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  ready jsonb;
  alike integer;
begin
  perform expect_taking_over();
  perform from register_imports i
    where i.id = import and i.done = since and i.finished_at is null
      and upto between since and i.rows
    for update;
  if not found then raise exception 'IMPORT_MOVED_ON' using errcode = 'GS409'; end if;
  with people as (
    select g ->> 'person' as person, gen_random_uuid() as person_id
    from jsonb_array_elements(given) g group by 1)
  select coalesce(jsonb_agg(g || jsonb_build_object(
      'person_id', p.person_id, 'dossier_id', gen_random_uuid()) order by n), '[]') into ready
  from jsonb_array_elements(given) with ordinality as e (g, n)
  join people p on p.person = g ->> 'person';

  insert into persons (id)
    select distinct (g ->> 'person_id')::uuid from jsonb_array_elements(ready) g;
  insert into dossiers (id, kind, person_id)
    select (g ->> 'dossier_id')::uuid,
      case when g ->> 'completed_on' is null then 'student' else 'professional' end,
      (g ->> 'person_id')::uuid
    from jsonb_array_elements(ready) g;
  insert into ledger (account_id, activity, act, dossier_id, statement)
    select actor(), 'taking-over', 'started', (g ->> 'dossier_id')::uuid,
      (select version from statements order by applied_at desc limit 1)
    from jsonb_array_elements(ready) g;
  insert into events (dossier_id, event, occurred_at)
    select r.dossier_id, e.event, gestand.midnight(e.day)
    from jsonb_to_recordset(ready)
      as r (dossier_id uuid, starts_on date, ended_on date, completed_on date)
    cross join lateral (values ('training.started', r.starts_on),
      ('training.ended', coalesce(r.completed_on, r.ended_on))) as e (event, day)
    where e.day is not null;
  insert into registrants (dossier_id, given_names, prefix, family_name, born_on, birth_place,
      email, phone, street, house_number, house_number_addition, postcode, city)
    select r.dossier_id, r.given_names, coalesce(r.prefix, ''), r.family_name, r.born_on,
      coalesce(r.birth_place, ''), r.email, r.phone, r.street, r.house_number,
      r.house_number_addition, r.postcode, r.city
    from jsonb_to_recordset(ready) as r (dossier_id uuid, given_names text, prefix text,
      family_name text, born_on date, birth_place text, email text, phone text, street text,
      house_number integer, house_number_addition text, postcode text, city text);
  insert into registrations (dossier_id, version_id, institution_id, institute_id, starts_on,
      planned_end_on, state)
    select r.dossier_id, r.version_id, r.institution_id, r.institute_id, r.starts_on,
      r.planned_end_on, case when r.completed_on is null then 'enrolled' else 'graduated' end
    from jsonb_to_recordset(ready) as r (dossier_id uuid, version_id uuid, institution_id uuid,
      institute_id uuid, starts_on date, planned_end_on date, completed_on date);
  insert into endings (dossier_id, ended_on)
    select r.dossier_id, r.ended_on
    from jsonb_to_recordset(ready) as r (dossier_id uuid, ended_on date, completed_on date)
    where r.ended_on is not null and r.completed_on is null;
  insert into diplomas (number, version_id, issued_on, dossier_id)
    select r.number, r.version_id, r.completed_on, r.dossier_id
    from jsonb_to_recordset(ready)
      as r (number text, version_id uuid, completed_on date, dossier_id uuid)
    where r.completed_on is not null order by r.completed_on;

  -- Who is alike among these is told once, by the later of the two.
  insert into likenesses (dossier_id, other_id, reason)
    select r.dossier_id, l.dossier_id, l.reason
    from likely_registrants((
      select coalesce(jsonb_agg(g || jsonb_build_object('place', n)), '[]')
      from jsonb_array_elements(ready) with ordinality as e (g, n))) l
    join (
      select n, (g ->> 'dossier_id')::uuid as dossier_id, (g ->> 'person_id')::uuid as person_id
      from jsonb_array_elements(ready) with ordinality as e (g, n)) r on r.n = l.place
    join dossiers o on o.id = l.dossier_id
    where o.person_id <> r.person_id and not exists (
      select from jsonb_array_elements(ready) with ordinality as e (g, n)
      where (g ->> 'dossier_id')::uuid = l.dossier_id and e.n > r.n);
  get diagnostics alike = row_count;
  update register_imports i set done = upto, taken = i.taken + jsonb_array_length(ready),
    left_out = i.left_out + upto - since - jsonb_array_length(ready),
    likenesses = i.likenesses + alike, touched_at = now(),
    finished_at = case when upto = i.rows then now() end
  where i.id = import;
  return query select (g ->> 'dossier_id')::uuid from jsonb_array_elements(ready) g;
end
$$;

-- Somebody looked: one person, or two. Whoever has an account keeps what they entered, and what was
-- taken over follows it; two with accounts of their own are never made one here.
create function settle_likeness(one uuid, other uuid, is_same boolean) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform expect_taking_over();
  update likenesses l set decision = case when is_same then 'same' else 'different' end,
    decided_by = actor(), decided_at = now()
  where l.dossier_id = one and l.other_id = other and l.decision is null;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
end
$$;

create function likeness_settled() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  here  uuid;
  there uuid;
begin
  select a.person_id, b.person_id into here, there
    from dossiers a, dossiers b where a.id = new.dossier_id and b.id = new.other_id;
  if new.decision = 'different' or here = there then return null; end if;
  perform from dossiers d where d.person_id in (here, there) order by d.id for update;
  if (select count(distinct r.holder_id)
      from relations r join dossiers d on d.id = r.dossier_id
        join relation_words w on w.relation = r.relation and w.subject
      where d.person_id in (here, there) and (r.until is null or r.until > now())) > 1 then
    raise exception 'TWO_ACCOUNTS' using errcode = 'GS409';
  end if;
  update dossiers d set person_id = there where d.person_id = here;
  update registrants t set given_names = l.given_names, prefix = l.prefix,
    family_name = l.family_name, born_on = l.born_on, birth_place = l.birth_place, email = l.email,
    phone = l.phone, street = l.street, house_number = l.house_number,
    house_number_addition = l.house_number_addition, postcode = l.postcode, city = l.city,
    source = l.source, entered_at = l.entered_at
  from (
    select x.* from registrants x join dossiers d on d.id = x.dossier_id
    where d.person_id = there
    order by x.source = 'import', x.entered_at desc, x.dossier_id limit 1) l
  where t.dossier_id <> l.dossier_id
    and t.dossier_id in (select d.id from dossiers d where d.person_id = there);
  return null;
end
$$;
create trigger likeness_settled after update of decision on likenesses
  for each row execute function likeness_settled();
grant execute on function likely_registrants, take_over_registrations, settle_likeness to public;
