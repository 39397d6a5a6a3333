-- Peer review: a case in which nobody can be recognised, checked by the professional, shown to the
-- colleagues of one meeting for as long as that lasts.

create table anonymised_cases (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  body       bytea not null,
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  unique (id, dossier_id)
);
create index anonymised_cases_dossier on anonymised_cases (dossier_id, written_at);
comment on table anonymised_cases is
  $$A version of a case without names, dates, places, employers and numbers; a draft until confirmed.
@belongs dossiers @insert coaching @update coaching @delete coaching$$;
comment on column anonymised_cases.id is $$@key$$;
comment on column anonymised_cases.dossier_id is $$@key$$;
comment on column anonymised_cases.body is $$@category anonymised-case @sealed$$;
comment on column anonymised_cases.written_by is $$@stamp$$;
comment on column anonymised_cases.written_at is $$@stamp$$;

create table case_confirmations (
  case_id      uuid primary key,
  dossier_id   uuid not null,
  digest       bytea not null check (length(digest) = 32),
  confirmed_by uuid default actor(),
  confirmed_at timestamptz not null default now(),
  foreign key (case_id, dossier_id) references anonymised_cases (id, dossier_id) on delete cascade
);
create index case_confirmations_dossier on case_confirmations (dossier_id);
comment on table case_confirmations is
  $$The professional's word that nobody can be recognised in a version, after which it is fixed.
@belongs dossiers @insert coaching$$;
comment on column case_confirmations.case_id is $$@key$$;
comment on column case_confirmations.dossier_id is $$@key$$;
comment on column case_confirmations.digest is
  $$Of the words that were confirmed: only those can be shared. @category anonymised-case$$;
comment on column case_confirmations.confirmed_by is $$@stamp$$;
comment on column case_confirmations.confirmed_at is $$@stamp$$;

create function guard_case() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from case_confirmations where case_id = old.id) then
    raise exception 'CASE_CONFIRMED' using errcode = 'GS409';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger guard_case before update of body on anonymised_cases
  for each row execute function guard_case();

create table peer_meetings (
  id        uuid primary key default gen_random_uuid(),
  title     text not null check (length(title) between 1 and 200),
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  called_by uuid default actor(),
  check (ends_at > starts_at and ends_at <= starts_at + interval '1 day')
);
create index peer_meetings_end on peer_meetings (ends_at);
comment on table peer_meetings is $$A meeting of colleagues who discuss cases, of one day at most.
@organisation @insert peer-review
@nobody it names colleagues in their work and nobody else$$;
comment on column peer_meetings.id is $$@key$$;
comment on column peer_meetings.title is $$@category staff$$;
comment on column peer_meetings.starts_at is $$@category staff$$;
comment on column peer_meetings.ends_at is $$@category staff$$;
comment on column peer_meetings.called_by is $$@stamp$$;

create table peer_participants (
  meeting_id uuid not null references peer_meetings on delete cascade,
  account_id uuid not null references members,
  primary key (meeting_id, account_id)
);
create index peer_participants_account on peer_participants (account_id);
comment on table peer_participants is $$A colleague who is asked to a meeting.
@organisation @insert peer-review
@nobody it names colleagues in their work and nobody else$$;
comment on column peer_participants.meeting_id is $$@key$$;
comment on column peer_participants.account_id is $$@category staff$$;

create table peer_cases (
  id         uuid primary key default gen_random_uuid(),
  meeting_id uuid not null references peer_meetings on delete cascade,
  body       text not null check (length(body) between 1 and 40000)
);
create index peer_cases_meeting on peer_cases (meeting_id);
comment on table peer_cases is
  $$A case in which nobody can be recognised, as the colleagues of a meeting read it. Nothing in it
leads to a dossier.
@organisation @nobody nobody can be recognised in it$$;
comment on column peer_cases.id is $$@key$$;
comment on column peer_cases.meeting_id is $$@key$$;
comment on column peer_cases.body is $$@category shared-case$$;

create table case_shares (
  shared_id  uuid primary key references peer_cases on delete cascade,
  dossier_id uuid not null,
  case_id    uuid not null,
  meeting_id uuid not null,
  shared_by  uuid default actor(),
  shared_at  timestamptz not null default now(),
  foreign key (case_id, dossier_id) references anonymised_cases (id, dossier_id) on delete cascade
);
create index case_shares_dossier on case_shares (dossier_id);
create index case_shares_case on case_shares (case_id);
comment on table case_shares is $$That a version was shared with a meeting; seen from the dossier alone.
@belongs dossiers$$;
comment on column case_shares.shared_id is $$@key$$;
comment on column case_shares.dossier_id is $$@key$$;
comment on column case_shares.case_id is $$@key$$;
comment on column case_shares.meeting_id is $$@category anonymised-case$$;
comment on column case_shares.shared_by is $$@stamp$$;
comment on column case_shares.shared_at is $$@stamp$$;

-- With a dossier goes what was shared of it.
create function unshare_case() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  delete from peer_cases where id = old.shared_id;
  return null;
end
$$;
create trigger unshare_case after delete on case_shares
  for each row execute function unshare_case();

-- Whoever acts for peer review and belongs to the meeting; for its cases also: while it lasts.
create function invited_to(meeting uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from peer_meetings m where m.id = meeting and (m.called_by = actor() or exists (
      select from peer_participants p where p.meeting_id = m.id and p.account_id = actor())))
$$;
create function sits_in(meeting uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select current_activity() = 'peer-review' and invited_to(meeting) and exists (
    select from peer_meetings m where m.id = meeting and now() >= m.starts_at and now() < m.ends_at)
$$;
create function called_meeting(meeting uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from peer_meetings m where m.id = meeting and m.called_by = actor())
$$;
grant execute on function invited_to, sits_in, called_meeting to public;

alter table peer_meetings enable row level security;
create policy core_invited on peer_meetings as restrictive for select
  using (called_by = (select actor()) or invited_to(id));
alter table peer_participants enable row level security;
create policy core_invited on peer_participants as restrictive for select
  using (invited_to(meeting_id));
create policy core_called on peer_participants as restrictive for insert
  with check (called_meeting(meeting_id));
alter table peer_cases enable row level security;
create policy core_sits on peer_cases as restrictive for select using (sits_in(meeting_id));

-- Shares the words of a confirmed version of the opened dossier with a meeting that is not over.
create function share_case(version uuid, meeting uuid, words text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  shared uuid := gen_random_uuid();
begin
  if opened() is null or is_subject(actor(), opened()) or not exists (
    select from anonymised_cases c where c.id = version and c.dossier_id = opened())
    or not invited_to(meeting) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if not exists (select from case_confirmations f where f.case_id = version
    and f.digest = sha256(convert_to(words, 'UTF8'))) then
    raise exception 'CASE_UNCONFIRMED' using errcode = 'GS409';
  end if;
  if exists (select from peer_meetings m where m.id = meeting and m.ends_at <= now()) then
    raise exception 'MEETING_OVER' using errcode = 'GS409';
  end if;
  if exists (select from case_shares s where s.case_id = version and s.meeting_id = meeting) then
    raise exception 'DUPLICATE' using errcode = 'GS409';
  end if;
  insert into peer_cases (id, meeting_id, body) values (shared, meeting, words);
  insert into case_shares (shared_id, dossier_id, case_id, meeting_id)
    values (shared, opened(), version, meeting);
  perform record('inserted', current_activity(), actor(), opened(), 'case_shares', shared::text,
    null);
end
$$;
grant execute on function share_case to public;

-- What meetings saw goes when they are over, and the meetings themselves a month later.
create function clear_peer_meetings() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  cleared bigint;
begin
  delete from peer_cases c using peer_meetings m where m.id = c.meeting_id and m.ends_at <= now();
  get diagnostics cleared = row_count;
  delete from peer_meetings where ends_at < now() - interval '1 month';
  return cleared;
end
$$;

create function evidence_peer_cases()
returns table (case_id uuid, days_over integer, confirmed boolean)
language sql stable security definer set search_path from current as $$
  select c.id, extract(day from now() - m.ends_at)::integer,
    exists (select from case_shares s join case_confirmations f on f.case_id = s.case_id
      where s.shared_id = c.id and f.digest = sha256(convert_to(c.body, 'UTF8')))
  from peer_cases c join peer_meetings m on m.id = c.meeting_id
$$;
grant execute on function clear_peer_meetings, evidence_peer_cases to gestand_worker;
