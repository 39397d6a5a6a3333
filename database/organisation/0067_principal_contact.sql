-- Between the practice and the principal, beside documents: progress in agreed fields, which goes
-- out like a document, when the client lets it; and questions about what was let go, to which the
-- practice answers in fixed words, so that nothing else leaves with them.

-- Which fields may be reported of a service. Of somebody who may be ill these are the few that an
-- employer may hear: nothing of how it goes.
create function reporting_fields(kind text) returns text[]
language sql immutable parallel safe set search_path from current as $$
  select case when kind like 're-integration%' or kind = 'case-management'
    then array['attends', 'ends_on', 'hours_able'] else array['attends', 'ends_on', 'pace'] end
$$;

-- Whether a principal may write in words of their own about whoever has this service.
create function takes_own_words(kind text) returns boolean
language sql immutable parallel safe set search_path from current as $$
  select 'pace' = any (reporting_fields(kind))
$$;

create table progress_reports (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references activations on delete cascade,
  attends    text check (attends in ('always', 'mostly', 'hardly')),
  ends_on    date check (ends_on > '2000-01-01'),
  hours_able integer check (hours_able between 0 and 60),
  pace       text check (pace in ('as-planned', 'slower', 'faster')),
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  check (num_nonnulls(attends, ends_on, hours_able, pace) > 0)
);
create index progress_reports_dossier on progress_reports (dossier_id, written_at);
comment on table progress_reports is
  $$How a service goes, in agreed fields without words of one's own; it does not change.
@belongs dossiers @insert coaching$$;
comment on column progress_reports.id is $$@key$$;
comment on column progress_reports.dossier_id is $$@key$$;
comment on column progress_reports.attends is $$Whether the client comes. @category progress$$;
comment on column progress_reports.ends_on is $$When it is to end. @category progress$$;
comment on column progress_reports.hours_able is
  $$Hours a week that the client can work now. @category progress$$;
comment on column progress_reports.pace is $$Against what was planned. @category progress$$;
comment on column progress_reports.written_by is $$@stamp$$;
comment on column progress_reports.written_at is $$@stamp$$;

create function guard_progress() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  allowed text[] := (select reporting_fields(d.kind) from dossiers d where d.id = new.dossier_id);
begin
  if exists (
    select from unnest(array['attends', 'ends_on', 'hours_able', 'pace']) field
    where to_jsonb(new) ->> field is not null and field <> all (allowed)) then
    raise exception 'FIELD_NOT_AGREED' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger guard_progress before insert or update on progress_reports
  for each row execute function guard_progress();
create trigger refuse_when_closed before insert or update on progress_reports
  for each row execute function refuse_when_closed();

-- Progress is let go like a document.
create or replace function guard_disclosure() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  item uuid;
begin
  perform from consents where request_id = new.request_id for share;
  select c.item_id into item from standing_consents c
  where c.request_id = new.request_id and c.dossier_id = new.dossier_id
    and c.consent = 'disclosure' and c.holder_id = new.party_id;
  if item is null then raise exception 'CONSENT_MISSING' using errcode = 'GS409'; end if;
  if not exists (select from summaries where id = item and dossier_id = new.dossier_id)
    and not exists (select from documents where id = item and dossier_id = new.dossier_id)
    and not exists (select from progress_reports where id = item and dossier_id = new.dossier_id)
    then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if exists (select from summaries where id = item)
    and not exists (select from approvals where summary_id = item) then
    raise exception 'SUMMARY_NOT_APPROVED' using errcode = 'GS409';
  end if;
  return new;
end
$$;

create table principal_messages (
  id            uuid primary key default gen_random_uuid(),
  dossier_id    uuid not null references dossiers on delete cascade,
  disclosure_id uuid not null,
  request_id    uuid not null,
  side          text not null default 'party' check (side in ('party', 'practice')),
  topic         text not null,
  body          bytea,
  written_by    uuid default actor(),
  written_at    timestamptz not null default now(),
  foreign key (disclosure_id, dossier_id, request_id)
    references disclosures (id, dossier_id, request_id) on delete cascade,
  check (side = 'party' and topic in ('explain', 'progress', 'call', 'ending') or
    side = 'practice' and topic in ('will-call', 'asks-client', 'in-document', 'not-told'))
);
create index principal_messages_dossier on principal_messages (dossier_id, written_at);
create index principal_messages_disclosure on principal_messages (disclosure_id);
comment on table principal_messages is
  $$What a principal asks about something that was let go, and the answer, which is one of a few
fixed sentences. Gone from sight with the consent.
@belongs dossiers @while request_id @insert accountability coaching$$;
comment on column principal_messages.id is $$@key$$;
comment on column principal_messages.dossier_id is $$@key$$;
comment on column principal_messages.disclosure_id is $$@key$$;
comment on column principal_messages.request_id is $$@key$$;
comment on column principal_messages.side is $$Who wrote it. @stamp$$;
comment on column principal_messages.topic is $$@category principal-contact$$;
comment on column principal_messages.body is
  $$What the principal adds, where it is not about somebody who may be ill.
@category principal-contact @sealed$$;
comment on column principal_messages.written_by is $$@stamp$$;
comment on column principal_messages.written_at is $$@stamp$$;

-- Whoever is related to the dossier by themselves writes for the practice, whoever comes for a
-- party for that party. Only a principal writes in words of their own: what the practice would
-- write could be what the client did not let go.
create function guard_principal_message() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  doing text := current_activity();
begin
  perform from consents where request_id = new.request_id for share;
  if consent_stands(new.request_id, doing) is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  new.side := case when exists (
    select from standing_relations r where r.activity = doing and r.dossier_id = new.dossier_id
      and r.holder_id = actor()) then 'practice' else 'party' end;
  if new.body is not null and (new.side = 'practice' or not exists (
    select from dossiers d where d.id = new.dossier_id and takes_own_words(d.kind))) then
    raise exception 'NO_OWN_WORDS' using errcode = 'GS400';
  end if;
  if (select count(*) from principal_messages m where m.disclosure_id = new.disclosure_id) >= 100
    then
    raise exception 'TOO_MANY_MESSAGES' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_principal_message before insert on principal_messages
  for each row when (actor() is not null) execute function guard_principal_message();

-- Every report and message with what its service allows.
create function evidence_principal_contact()
returns table (item_id uuid, place text, field_too_many boolean, own_words boolean)
language sql stable security definer set search_path from current as $$
  select p.id, 'progress_reports', exists (
      select from unnest(array['attends', 'ends_on', 'hours_able', 'pace']) field
      where to_jsonb(p) ->> field is not null and field <> all (reporting_fields(d.kind))), false
  from progress_reports p join dossiers d on d.id = p.dossier_id
  union all
  select m.id, 'principal_messages', false,
    m.body is not null and (m.side = 'practice' or not takes_own_words(d.kind))
  from principal_messages m join dossiers d on d.id = m.dossier_id
$$;
grant execute on function evidence_principal_contact to gestand_worker;
