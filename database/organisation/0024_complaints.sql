-- What people find wrong in how they were treated. A complaint is kept from those whom it is about,
-- whatever function they have. What was written is sealed, with a key for each complaint; who is
-- concerned is not, since policies compare it. A sealed text is 29 bytes longer than what it holds.

create sequence complaint_numbers;

create table complaints (
  id          uuid primary key default gen_random_uuid(),
  number      text not null unique default '',
  channel     text not null check (channel in ('mine', 'form', 'letter', 'phone', 'mail',
    'conversation')),
  account_id  uuid,
  name        bytea check (length(name) between 30 and 829),
  email       text check (length(email) between 3 and 254),
  address     bytea check (length(address) between 29 and 2029),
  language    text not null default 'nl' check (language in ('nl', 'en')),
  subject     bytea check (length(subject) between 30 and 829),
  words       bytea check (length(words) between 30 and 32029),
  wish        bytea check (length(wish) between 29 and 8029),
  received_on date not null default gestand.today() check (received_on <= entered_at::date + 1),
  due_on      date,
  entered_by  uuid default actor(),
  entered_at  timestamptz not null default now()
);
create index complaints_account on complaints (account_id);
create index complaints_received on complaints (received_on desc);
comment on table complaints is $$What somebody finds wrong in how they were treated.
@organisation @insert self-service complaint-handling$$;
comment on column complaints.id is $$@key$$;
comment on column complaints.number is $$@stamp$$;
comment on column complaints.channel is $$@key$$;
comment on column complaints.account_id is
  $$Who complains, when that is an account. @key @subject$$;
comment on column complaints.name is $$@category complaint @sealed @linkable always$$;
comment on column complaints.email is
  $$@category complaint @subject @linkable always @reckoned who complained finds it by this$$;
comment on column complaints.address is
  $$Where letters go. @category complaint @sealed @linkable always$$;
comment on column complaints.language is $$@impersonal a language$$;
comment on column complaints.subject is $$@category complaint @sealed @linkable always$$;
comment on column complaints.words is $$@category complaint @sealed @linkable always$$;
comment on column complaints.wish is
  $$What should come of it. @category complaint @sealed @linkable always$$;
comment on column complaints.received_on is $$From here the term counts. @category complaint$$;
comment on column complaints.due_on is $$The last day on which the outcome is in time. @stamp$$;
comment on column complaints.entered_by is $$@stamp$$;
comment on column complaints.entered_at is $$@stamp$$;

create table complaint_subjects (
  complaint_id uuid not null references complaints on delete cascade,
  account_id   uuid not null references members,
  primary key (complaint_id, account_id)
);
create index complaint_subjects_account on complaint_subjects (account_id);
comment on table complaint_subjects is $$Whom a complaint is about: it is kept from them.
@organisation @insert self-service complaint-handling @delete complaint-handling
@nobody a complaint is kept from whom it is about, for the one who complains$$;
comment on column complaint_subjects.complaint_id is $$@key$$;
comment on column complaint_subjects.account_id is $$@category complaint$$;

create table complaint_acknowledgements (
  complaint_id    uuid primary key references complaints on delete cascade,
  way             text not null check (way in ('mail', 'letter', 'conversation')),
  acknowledged_at timestamptz not null default now()
);
comment on table complaint_acknowledgements is $$That somebody was told that their complaint arrived.
@organisation @insert complaint-handling$$;
comment on column complaint_acknowledgements.complaint_id is $$@key @subject complaints$$;
comment on column complaint_acknowledgements.way is
  $$@category complaint @reckoned one of a list$$;
comment on column complaint_acknowledgements.acknowledged_at is $$@stamp$$;

create table complaint_hearings (
  id           uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references complaints on delete cascade,
  side         text not null check (side in ('complainant', 'subject')),
  way          text not null check (way in ('mine', 'conversation', 'phone', 'letter', 'mail',
    'declined')),
  words        bytea check (length(words) between 30 and 32029),
  heard_on     date not null default gestand.today(),
  written_by   uuid default actor(),
  written_at   timestamptz not null default now()
);
create index complaint_hearings_complaint on complaint_hearings (complaint_id, written_at);
comment on table complaint_hearings is $$What one side said, or that they did not want to be heard.
@organisation @insert self-service complaint-handling$$;
comment on column complaint_hearings.id is $$@key$$;
comment on column complaint_hearings.complaint_id is $$@key @subject complaints$$;
comment on column complaint_hearings.side is $$@category complaint @reckoned one of a list$$;
comment on column complaint_hearings.way is $$@category complaint @reckoned one of a list$$;
comment on column complaint_hearings.words is
  $$@category complaint @sealed complaint_id @linkable always$$;
comment on column complaint_hearings.heard_on is $$@category complaint$$;
comment on column complaint_hearings.written_by is $$@stamp$$;
comment on column complaint_hearings.written_at is $$@stamp$$;

create table complaint_outcomes (
  complaint_id uuid primary key references complaints on delete cascade,
  outcome      text not null check (outcome in ('founded', 'partly-founded', 'unfounded', 'settled',
    'inadmissible', 'withdrawn')),
  reasons      bytea check (length(reasons) between 30 and 32029),
  measures     bytea check (length(measures) between 29 and 16029),
  decided_by   uuid default actor(),
  decided_at   timestamptz not null default now()
);
comment on table complaint_outcomes is $$What was decided on a complaint and what comes of it.
@organisation @insert self-service complaint-handling$$;
comment on column complaint_outcomes.complaint_id is $$@key @subject complaints$$;
comment on column complaint_outcomes.outcome is $$@category complaint @reckoned one of a list$$;
comment on column complaint_outcomes.reasons is
  $$@category complaint @sealed complaint_id @linkable always$$;
comment on column complaint_outcomes.measures is
  $$@category complaint @sealed complaint_id @linkable always$$;
comment on column complaint_outcomes.decided_by is $$@stamp$$;
comment on column complaint_outcomes.decided_at is $$@stamp$$;

-- Kept from whoever it is about, whatever function they have; shown to those who handle it and to
-- who complains, to each in their own activity. Nobody handles a complaint of their own.

create function complained_of(complaint uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from complaint_subjects s
    where s.complaint_id = complaint and s.account_id = actor())
$$;

create function complaint_shown(complaint uuid, complainant uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select case when serving('complaint-handling')
    then complainant is distinct from actor() and not complained_of(complaint)
    else complainant = actor() end
$$;

create function complaint_shown(complaint uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select complaint_shown(c.id, c.account_id) from complaints c where c.id = complaint
$$;
grant execute on function complained_of, complaint_shown(uuid), complaint_shown(uuid, uuid)
  to public;

alter table complaints enable row level security;
create policy core_kept_from on complaints as restrictive
  using (complaint_shown(id, account_id));
alter table complaint_subjects enable row level security;
create policy core_kept_from on complaint_subjects as restrictive
  using (complaint_shown(complaint_id));
alter table complaint_acknowledgements enable row level security;
create policy core_kept_from on complaint_acknowledgements as restrictive
  using (complaint_shown(complaint_id));
alter table complaint_hearings enable row level security;
create policy core_kept_from on complaint_hearings as restrictive
  using (complaint_shown(complaint_id));
alter table complaint_outcomes enable row level security;
create policy core_kept_from on complaint_outcomes as restrictive
  using (complaint_shown(complaint_id));

-- Who complains adds and reads their own words, and decides nothing but to withdraw.
create policy core_own_words on complaint_hearings as restrictive
  using (side = 'complainant' or (select serving('complaint-handling')));
create policy core_own_withdrawal on complaint_outcomes as restrictive for insert
  with check (outcome = 'withdrawn' or (select serving('complaint-handling')));

create function guard_complaint() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  new.number := 'K' || to_char(now(), 'YYYY') || '-'
    || to_char(nextval('complaint_numbers'), 'FM99999999990000');
  if current_activity() = 'self-service' then
    new.channel := 'mine';
    new.received_on := gestand.today();
    -- Who complains is named once, where an erasure empties it.
    new.entered_by := null;
  end if;
  new.due_on := (new.received_on + coalesce(
    (select r.within from right_rules r where r.word = 'complaint'), interval '6 weeks'))::date;
  return new;
end
$$;
create trigger guard_complaint before insert on complaints
  for each row execute function guard_complaint();

-- The mail that tells of the arrival is queued with the complaint itself.
create function acknowledge_complaint() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.account_id is not null or new.email is not null then
    insert into complaint_acknowledgements (complaint_id, way) values (new.id, 'mail');
  end if;
  return null;
end
$$;
create trigger acknowledge_complaint after insert on complaints
  for each row execute function acknowledge_complaint();

-- An outcome comes after both sides were heard, or said that they did not want to be.
create function guard_complaint_step() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from complaints c where c.id = new.complaint_id for update;
  if exists (select from complaint_outcomes o where o.complaint_id = new.complaint_id) then
    raise exception 'COMPLAINT_DECIDED' using errcode = 'GS409';
  end if;
  if tg_table_name = 'complaint_outcomes' then
    if current_activity() = 'self-service' then new.decided_by := null; end if;
    if new.outcome in ('founded', 'partly-founded', 'unfounded') and (
      not exists (select from complaint_hearings h
        where h.complaint_id = new.complaint_id and h.side = 'complainant')
      or exists (select from complaint_subjects s where s.complaint_id = new.complaint_id)
        and not exists (select from complaint_hearings h
          where h.complaint_id = new.complaint_id and h.side = 'subject')) then
      raise exception 'COMPLAINT_UNHEARD' using errcode = 'GS409';
    end if;
  elsif current_activity() = 'self-service' then
    new.written_by := null;
  end if;
  return new;
end
$$;
create trigger guard_complaint_step before insert on complaint_hearings
  for each row execute function guard_complaint_step();
create trigger guard_complaint_step before insert on complaint_outcomes
  for each row execute function guard_complaint_step();

-- Those who may handle a complaint: never whom it is about, nor who complains.
create function complaint_handlers(complaint uuid) returns setof uuid
language sql stable security definer set search_path from current as $$
  select a from serving_accounts('complaint-handling') a
  where not exists (select from complaint_subjects s
      where s.complaint_id = complaint and s.account_id = a)
    and not exists (select from complaints c where c.id = complaint and c.account_id = a)
$$;
grant execute on function complaint_handlers to public;

-- The functions whose holders handle complaints: somebody who complains without an account can say
-- that it is about one of them.
create function complaint_functions() returns setof text
language sql stable security definer set search_path from current as $$
  select distinct u.relation from rules u
  where u.activity = 'complaint-handling' and u.scope = 'organisation' order by 1
$$;
grant execute on function complaint_functions to public;

-- A complaint of somebody who is not signed in, by the part of the application that counts tries.
-- About a function is about everybody who holds it.
create function lodge_complaint(complaint uuid, name bytea, email text, address bytea,
  language text, subject bytea, words bytea, wish bytea, about text[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from activities a where a.activity = 'complaint-handling') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into complaints (id, channel, name, email, address, language, subject, words, wish)
    values (complaint, 'form', lodge_complaint.name, lodge_complaint.email,
      lodge_complaint.address, lodge_complaint.language, lodge_complaint.subject,
      lodge_complaint.words, lodge_complaint.wish);
  insert into complaint_subjects (complaint_id, account_id)
    select distinct complaint, f.account_id from functions f
    where f.function = any (about) and f.function in (select complaint_functions());
  perform record('inserted', 'complaint-handling', null, null, 'complaints', complaint::text, null);
end
$$;
grant execute on function lodge_complaint to gestand_accounts;

-- For checks: moments, how many are left to handle it, and whether somebody whom it is about ever
-- touched it.
create function evidence_complaints()
returns table (complaint_id uuid, received_on date, acknowledged_at timestamptz,
  decided_at timestamptz, handlers bigint, touched bigint)
language sql stable security definer set search_path from current as $$
  select c.id, c.received_on, k.acknowledged_at, o.decided_at,
    (select count(*) from complaint_handlers(c.id)),
    (select count(*) from complaint_subjects s
      where s.account_id = o.decided_by
        and s.complaint_id = c.id
        or s.complaint_id = c.id and exists (select from complaint_hearings h
          where h.complaint_id = c.id and h.written_by = s.account_id))
  from complaints c
  left join complaint_acknowledgements k on k.complaint_id = c.id
  left join complaint_outcomes o on o.complaint_id = c.id
$$;
grant execute on function evidence_complaints to gestand_worker;
