-- How a statement comes about: drafted by one, approved by another, announced, and made true on its
-- day. Every state is a row of its own, and none of them is changed after: what somebody approved
-- is letter by letter what will be applied.

create table statement_drafts (
  id       uuid primary key default gen_random_uuid(),
  based_on integer not null,
  begun_by uuid default actor(),
  begun_at timestamptz not null default now()
);
comment on table statement_drafts is $$A new version of the statement that is being written.
@organisation @impersonal which version it began from @insert statement-drafting$$;
comment on column statement_drafts.id is $$@key$$;
comment on column statement_drafts.based_on is $$@impersonal the version of the statement$$;
comment on column statement_drafts.begun_by is $$@stamp$$;
comment on column statement_drafts.begun_at is $$@stamp$$;

create table statement_revisions (
  id         uuid primary key default gen_random_uuid(),
  draft_id   uuid not null references statement_drafts on delete cascade,
  number     integer not null check (number between 1 and 999),
  source     jsonb not null check (
    jsonb_typeof(source) = 'object' and length(source::text) <= 400000),
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  unique (draft_id, number)
);
comment on table statement_revisions is $$A draft as somebody saved it: the files of the statement, by name.
@organisation @impersonal a text that is meant to be published @insert statement-drafting$$;
comment on column statement_revisions.id is $$@key$$;
comment on column statement_revisions.draft_id is $$@key$$;
comment on column statement_revisions.number is
  $$Counts from 1; two who save at the same moment cannot both be the next. @key$$;
comment on column statement_revisions.source is $$@impersonal a text that is meant to be published$$;
comment on column statement_revisions.written_by is $$@stamp$$;
comment on column statement_revisions.written_at is $$@stamp$$;

create table statement_discards (
  draft_id     uuid primary key references statement_drafts on delete cascade,
  discarded_by uuid default actor(),
  discarded_at timestamptz not null default now()
);
comment on table statement_discards is $$The end of a draft that will not be used.
@organisation @impersonal that it was dropped @insert statement-drafting$$;
comment on column statement_discards.draft_id is $$@key$$;
comment on column statement_discards.discarded_by is $$@stamp$$;
comment on column statement_discards.discarded_at is $$@stamp$$;

create table statement_proposals (
  id          uuid primary key default gen_random_uuid(),
  revision_id uuid not null unique references statement_revisions on delete cascade,
  version     integer not null check (version between 1 and 99999),
  in_force    date not null,
  proposed_by uuid default actor(),
  proposed_at timestamptz not null default now()
);
comment on table statement_proposals is $$A revision that somebody else is asked to approve.
@organisation @impersonal a number and a day @insert statement-drafting$$;
comment on column statement_proposals.id is $$@key$$;
comment on column statement_proposals.revision_id is $$@key$$;
comment on column statement_proposals.version is $$@impersonal the version of the statement$$;
comment on column statement_proposals.in_force is $$@impersonal the day on which it will hold$$;
comment on column statement_proposals.proposed_by is $$@stamp$$;
comment on column statement_proposals.proposed_at is $$@stamp$$;

create table statement_returns (
  proposal_id uuid primary key references statement_proposals on delete cascade,
  reason      text not null check (length(reason) between 1 and 2000),
  returned_by uuid default actor(),
  returned_at timestamptz not null default now()
);
comment on table statement_returns is $$A proposal that goes back to its draft, by who proposed it or who should approve it.
@organisation @impersonal why a text is not good yet
@insert statement-drafting statement-approval$$;
comment on column statement_returns.proposal_id is $$@key$$;
comment on column statement_returns.reason is $$@impersonal why a text is not good yet$$;
comment on column statement_returns.returned_by is $$@stamp$$;
comment on column statement_returns.returned_at is $$@stamp$$;

create table statement_approvals (
  proposal_id uuid primary key references statement_proposals on delete cascade,
  approved_by uuid default actor(),
  approved_at timestamptz not null default now()
);
comment on table statement_approvals is $$The yes to a proposal, of somebody who did not write it.
@organisation @impersonal that it was approved @insert statement-approval$$;
comment on column statement_approvals.proposal_id is $$@key$$;
comment on column statement_approvals.approved_by is $$@stamp$$;
comment on column statement_approvals.approved_at is $$@stamp$$;

-- The queue of what must become true. No activity writes here: an approval does, or the owner. Only
-- the owner makes it true, since only the owner can change grants and policies.
create table publications (
  version      integer primary key,
  in_force     date not null,
  source       jsonb not null,
  proposal_id  uuid unique references statement_approvals,
  decided_at   timestamptz not null default now(),
  announced_at timestamptz,
  applied_at   timestamptz,
  retracted_at timestamptz,
  problem      text check (problem ~ '^[A-Z_]{1,60}$')
);
comment on table publications is $$A version of the statement that was decided on, before and after the day on which it becomes true.
@organisation @public @impersonal a published text$$;
comment on column publications.version is $$@key$$;
comment on column publications.in_force is $$@key$$;
comment on column publications.source is $$@key$$;
comment on column publications.proposal_id is $$Without one the operator decided. @key$$;
comment on column publications.decided_at is $$@stamp$$;
comment on column publications.announced_at is $$When it was known whom to tell. @stamp$$;
comment on column publications.applied_at is $$@stamp$$;
comment on column publications.retracted_at is $$When it was taken back before its day. @stamp$$;
comment on column publications.problem is $$Why it could not be made true, as a code. @key$$;

create table statement_audience (
  version    integer not null references publications on delete cascade,
  account_id uuid not null,
  news       text not null default 'version' check (news in ('version', 'retraction')),
  told_at    timestamptz,
  primary key (version, account_id)
);
comment on table statement_audience is
  $$Whom a version changes something for, and who was told; until it takes effect.
@system @nobody it goes when everybody was told, and says nothing else of them$$;
comment on column statement_audience.version is $$@key$$;
comment on column statement_audience.account_id is $$@key$$;

-- Drafts are for those who draft and approve: an impersonal table would show to every activity.
create function in_studio() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select coalesce(current_activity() in ('statement-drafting', 'statement-approval'), false)
$$;
grant execute on function in_studio to public;

do $$
declare
  name text;
begin
  foreach name in array array['statement_drafts', 'statement_revisions', 'statement_discards',
    'statement_proposals', 'statement_returns', 'statement_approvals'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy core_studio on %I as restrictive using (in_studio())', name);
  end loop;
end
$$;

-- A draft that was dropped or is decided on is written in no more, and so is one that waits for an
-- answer.
create function expect_open_draft(draft uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from statement_drafts where id = draft for update;
  if exists (select from statement_discards d where d.draft_id = draft)
    or exists (
      select from statement_proposals p join statement_revisions r on r.id = p.revision_id
      where r.draft_id = draft
        and not exists (select from statement_returns b where b.proposal_id = p.id)) then
    raise exception 'DRAFT_CLOSED' using errcode = 'GS409';
  end if;
end
$$;

create function guard_statement_revision() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform expect_open_draft(new.draft_id);
  if new.number <> 1 + coalesce(
      (select max(r.number) from statement_revisions r where r.draft_id = new.draft_id), 0) then
    raise exception 'DRAFT_CHANGED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_statement_revision before insert on statement_revisions
  for each row execute function guard_statement_revision();

create function guard_statement_discard() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform expect_open_draft(new.draft_id);
  return new;
end
$$;
create trigger guard_statement_discard before insert on statement_discards
  for each row execute function guard_statement_discard();

-- Whether a version can follow on what there is: a higher number, and not before another that was
-- decided on.
create function guard_statement_sequence(wanted integer, day date) returns void
language plpgsql stable security definer set search_path from current as $$
begin
  if wanted <= (select max(version) from (
      select version from statements union all select version from publications) v) then
    raise exception 'VERSION_TAKEN' using errcode = 'GS409';
  end if;
  if day < gestand.today() then raise exception 'IN_FORCE_PASSED' using errcode = 'GS409'; end if;
  if day < (select max(in_force) from publications
      where applied_at is null and retracted_at is null) then
    raise exception 'IN_FORCE_BEFORE_OTHER' using errcode = 'GS409';
  end if;
end
$$;

create function guard_statement_proposal() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  draft uuid;
begin
  select r.draft_id into draft from statement_revisions r where r.id = new.revision_id;
  perform expect_open_draft(draft);
  if new.revision_id <> (select r.id from statement_revisions r where r.draft_id = draft
      order by r.number desc limit 1) then
    raise exception 'DRAFT_CHANGED' using errcode = 'GS409';
  end if;
  perform guard_statement_sequence(new.version, new.in_force);
  return new;
end
$$;
create trigger guard_statement_proposal before insert on statement_proposals
  for each row execute function guard_statement_proposal();

-- Yes and no exclude each other, also when they come at the same moment.
create function guard_statement_answer() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from statement_proposals where id = new.proposal_id for update;
  if exists (select from statement_approvals a where a.proposal_id = new.proposal_id)
    or exists (select from statement_returns b where b.proposal_id = new.proposal_id) then
    raise exception 'PROPOSAL_ANSWERED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_statement_answer before insert on statement_returns
  for each row execute function guard_statement_answer();
create trigger guard_statement_answer before insert on statement_approvals
  for each row execute function guard_statement_answer();

-- Four eyes: whoever wrote a word of the draft, or proposed it, cannot approve it.
create function guard_statement_approval() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  proposal statement_proposals;
begin
  select * into proposal from statement_proposals p where p.id = new.proposal_id;
  if new.approved_by is null or new.approved_by = proposal.proposed_by or exists (
    select from statement_revisions r
    where r.written_by = new.approved_by and r.draft_id = (
      select o.draft_id from statement_revisions o where o.id = proposal.revision_id)) then
    raise exception 'OWN_PROPOSAL' using errcode = 'GS403';
  end if;
  perform pg_advisory_xact_lock(hashtext('publications of ' || current_schema()));
  perform guard_statement_sequence(proposal.version, proposal.in_force);
  return new;
end
$$;
create trigger guard_statement_approval before insert on statement_approvals
  for each row execute function guard_statement_approval();

create function publish_approved() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into publications (version, in_force, source, proposal_id)
  select p.version, p.in_force, r.source, p.id
  from statement_proposals p join statement_revisions r on r.id = p.revision_id
  where p.id = new.proposal_id;
  return null;
end
$$;
create trigger publish_approved after insert on statement_approvals
  for each row execute function publish_approved();
