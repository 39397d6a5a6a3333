-- What an organisation answers for beside its statement: remarks in the register of processing,
-- agreements with processors, assessments of risk, and who has which access.

-- Whether whoever entered acts in this activity by a function of theirs.
create function serving(wanted text) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select current_activity() = wanted and exists (
    select from standing_functions f where f.account_id = actor() and f.activity = wanted)
$$;

-- The accounts that may do this by a function: who gets mail about it.
create function serving_accounts(wanted text) returns setof uuid
language sql stable security definer set search_path from current as $$
  select distinct f.account_id from standing_functions f
  where f.activity = wanted
    and (actor() is not null or session_user in ('gestand_accounts', 'gestand_worker'))
$$;
grant execute on function serving, serving_accounts to public;

create table register_remarks (
  id         uuid primary key default gen_random_uuid(),
  activity   text not null check (length(activity) <= 60),
  remark     text not null check (length(remark) <= 4000),
  written_by uuid default actor(),
  written_at timestamptz not null default now()
);
create index register_remarks_activity on register_remarks (activity, written_at desc);
comment on table register_remarks is $$What the officer adds to an entry of the register; the newest counts, earlier ones stay.
@organisation @insert register-keeping
@nobody it is about a processing$$;
comment on column register_remarks.id is $$@key$$;
comment on column register_remarks.activity is $$@category processing-record$$;
comment on column register_remarks.remark is $$@category processing-record$$;
comment on column register_remarks.written_by is $$@stamp$$;
comment on column register_remarks.written_at is $$@stamp$$;

create table agreements (
  id             uuid primary key default gen_random_uuid(),
  recipient      text not null check (length(recipient) <= 60),
  title          text not null check (length(title) between 1 and 200),
  starts_on      date not null,
  ends_on        date,
  country        text check (country ~ '^[A-Z]{2}$'),
  safeguard      text not null default '' check (length(safeguard) <= 500),
  sub_processors text not null default '' check (length(sub_processors) <= 2000),
  contact        text not null default '' check (length(contact) <= 300),
  remark         text not null default '' check (length(remark) <= 2000),
  recorded_at    timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index agreements_recipient on agreements (recipient);
comment on table agreements is $$An agreement with a party that gets data, as it was signed.
@organisation @insert register-keeping @update register-keeping
@nobody it is about a processing$$;
comment on column agreements.id is $$@key$$;
comment on column agreements.recipient is $$The recipient in the statement. @category processing-record$$;
comment on column agreements.title is $$@category processing-record$$;
comment on column agreements.starts_on is $$@category processing-record$$;
comment on column agreements.ends_on is $$The last day; none for as long as the service lasts. @category processing-record$$;
comment on column agreements.country is $$Where the data are. @category processing-record$$;
comment on column agreements.safeguard is $$What protects data outside the EEA. @category processing-record$$;
comment on column agreements.sub_processors is $$@category processing-record$$;
comment on column agreements.contact is $$@category processing-record$$;
comment on column agreements.remark is $$@category processing-record$$;
comment on column agreements.recorded_at is $$@stamp$$;

create table assessments (
  id          uuid primary key default gen_random_uuid(),
  activity    text not null check (length(activity) <= 60),
  title       text not null check (length(title) between 1 and 200),
  listed      text[] not null default '{}' check (cardinality(listed) <= 20),
  criteria    text[] not null default '{}' check (cardinality(criteria) <= 20),
  reasons     text not null check (length(reasons) between 1 and 4000),
  screened_by uuid default actor(),
  screened_at timestamptz not null default now()
);
create index assessments_activity on assessments (activity, screened_at desc);
comment on table assessments is $$Whether a processing needs an assessment of its risks: the authority's list and the criteria.
@organisation @insert register-keeping
@nobody it is about a processing$$;
comment on column assessments.id is $$@key$$;
comment on column assessments.activity is $$@category processing-record$$;
comment on column assessments.title is $$@category processing-record$$;
comment on column assessments.listed is $$What applies of the list of the authority. @category processing-record$$;
comment on column assessments.criteria is $$What applies of the European criteria. @category processing-record$$;
comment on column assessments.reasons is $$@category processing-record$$;
comment on column assessments.screened_by is $$@stamp$$;
comment on column assessments.screened_at is $$@stamp$$;

create table assessment_reports (
  id            uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references assessments on delete cascade,
  necessity     text not null check (length(necessity) between 1 and 8000),
  risks         text not null check (length(risks) between 1 and 8000),
  advice        text not null check (length(advice) between 1 and 8000),
  conclusion    text not null check (conclusion in ('go', 'go-with-measures', 'consult', 'stop')),
  review_on     date not null,
  written_by    uuid default actor(),
  written_at    timestamptz not null default now()
);
create index assessment_reports_assessment on assessment_reports (assessment_id, written_at desc);
comment on table assessment_reports is $$The report of an assessment; the newest counts, earlier ones stay.
@organisation @insert register-keeping
@nobody it is about a processing$$;
comment on column assessment_reports.id is $$@key$$;
comment on column assessment_reports.assessment_id is $$@key$$;
comment on column assessment_reports.necessity is $$@category processing-record$$;
comment on column assessment_reports.risks is $$@category processing-record$$;
comment on column assessment_reports.advice is $$What the officer advises. @category processing-record$$;
comment on column assessment_reports.conclusion is $$@category processing-record$$;
comment on column assessment_reports.review_on is $$@category processing-record$$;
comment on column assessment_reports.written_by is $$@stamp$$;
comment on column assessment_reports.written_at is $$@stamp$$;

create table assessment_measures (
  id            uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references assessments on delete cascade,
  risk          text not null check (length(risk) between 1 and 500),
  level         text not null check (level in ('low', 'middle', 'high')),
  measure       text not null check (length(measure) between 1 and 1000),
  due_on        date not null,
  done_on       date
);
create index assessment_measures_assessment on assessment_measures (assessment_id);
comment on table assessment_measures is $$What is done against a risk that an assessment found.
@organisation @insert register-keeping @update register-keeping
@nobody it is about a processing$$;
comment on column assessment_measures.id is $$@key$$;
comment on column assessment_measures.assessment_id is $$@key$$;
comment on column assessment_measures.risk is $$@category processing-record$$;
comment on column assessment_measures.level is $$@category processing-record$$;
comment on column assessment_measures.measure is $$@category processing-record$$;
comment on column assessment_measures.due_on is $$@category processing-record$$;
comment on column assessment_measures.done_on is $$@category processing-record$$;

-- Who has which functions, relations and sessions, looked at line by line.

create table access_reviews (
  id        uuid primary key default gen_random_uuid(),
  due_on    date not null,
  begun_by  uuid,
  begun_at  timestamptz not null default now(),
  closed_at timestamptz
);
create unique index access_reviews_open on access_reviews ((closed_at is null))
  where closed_at is null;
comment on table access_reviews is $$A round in which all access is looked at; one at a time.
@organisation
@nobody a round is about everybody; its lines are about somebody$$;
comment on column access_reviews.id is $$@key$$;
comment on column access_reviews.due_on is $$@category processing-record$$;
comment on column access_reviews.begun_by is $$@stamp$$;
comment on column access_reviews.begun_at is $$@stamp$$;
comment on column access_reviews.closed_at is $$When the last line was decided. @stamp$$;

create table access_review_lines (
  id         uuid primary key default gen_random_uuid(),
  review_id  uuid not null references access_reviews on delete cascade,
  account_id uuid not null,
  sort       text not null check (sort in ('function', 'relation', 'affiliation', 'sessions')),
  word       text not null default '',
  party_id   uuid,
  amount     integer not null default 1,
  since      timestamptz
);
create index access_review_lines_review on access_review_lines (review_id);
comment on table access_review_lines is $$One access of one account as it was when the review began.
@organisation$$;
comment on column access_review_lines.id is $$@key$$;
comment on column access_review_lines.review_id is $$@key$$;
comment on column access_review_lines.account_id is $$@key @subject$$;
comment on column access_review_lines.sort is $$@category processing-record$$;
comment on column access_review_lines.word is $$The function or relation. @category processing-record$$;
comment on column access_review_lines.party_id is $$@key$$;
comment on column access_review_lines.amount is $$Dossiers or sessions. @category processing-record$$;
comment on column access_review_lines.since is $$@category processing-record$$;

create table access_review_decisions (
  line_id    uuid primary key references access_review_lines on delete cascade,
  decision   text not null check (decision in ('keep', 'end')),
  reason     text not null default '' check (length(reason) <= 500),
  decided_by uuid default actor(),
  decided_at timestamptz not null default now()
);
comment on table access_review_decisions is $$Whether an access stays; ending works at once.
@organisation @insert access-review$$;
comment on column access_review_decisions.line_id is $$@key @subject access_review_lines$$;
comment on column access_review_decisions.decision is $$@category processing-record$$;
comment on column access_review_decisions.reason is $$@category processing-record$$;
comment on column access_review_decisions.decided_by is $$@stamp$$;
comment on column access_review_decisions.decided_at is $$@stamp$$;

-- Nobody signs off their own access.
create function own_line(line uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from access_review_lines l where l.id = line and l.account_id = actor())
$$;
grant execute on function own_line to public;
alter table access_review_decisions enable row level security;
create policy core_not_own on access_review_decisions as restrictive for insert
  with check (not own_line(line_id));

-- Begins a round: everything that members and those who act for parties have now becomes a line.
-- Clients see their own dossiers by right, and are no part of it.
create function begin_access_review(wanted uuid, until date) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  lines bigint;
begin
  if serving('access-review') is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if exists (select from access_reviews r where r.closed_at is null and r.id <> wanted) then
    raise exception 'REVIEW_OPEN' using errcode = 'GS409';
  end if;
  insert into access_reviews (id, due_on, begun_by) values (wanted, until, actor());
  insert into access_review_lines (review_id, account_id, sort, word, party_id, amount, since)
    select wanted, f.account_id, 'function', f.function, null::uuid, 1, f.since from functions f
    union all
    select wanted, r.holder_id, 'relation', r.relation, null, count(distinct r.dossier_id),
      min(r.since)
    from relations r
    join members m on m.account_id = r.holder_id
    left join relation_words w on w.relation = r.relation
    where (r.until is null or r.until > now()) and w.subject is not true
    group by r.holder_id, r.relation
    union all
    select wanted, a.account_id, 'affiliation', '', a.party_id, 1, null from affiliations a
    union all
    select wanted, s.account_id, 'sessions', '', null, count(*), min(s.started_at)
    from gestand.sessions s join gestand.live_sessions v on v.token_hash = s.token_hash
    where exists (select from members m where m.account_id = s.account_id)
      or exists (select from affiliations a where a.account_id = s.account_id)
    group by s.account_id;
  get diagnostics lines = row_count;
  perform record('inserted', current_activity(), actor(), null, 'access_reviews',
    wanted::text, null);
  if lines = 0 then update access_reviews r set closed_at = now() where r.id = wanted; end if;
  return lines;
end
$$;
grant execute on function begin_access_review to public;

-- What was decided happens in the same transaction, by the same guards as always.
create function carry_out_decision() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  line access_review_lines;
begin
  select * into line from access_review_lines l where l.id = new.line_id;
  if new.decision = 'end' then
    case line.sort
      when 'function' then
        delete from functions f where f.account_id = line.account_id and f.function = line.word;
      when 'relation' then
        update relations r set until = now() where r.holder_id = line.account_id
          and r.relation = line.word and (r.until is null or r.until > now());
      when 'affiliation' then
        delete from affiliations a where a.account_id = line.account_id
          and a.party_id = line.party_id;
      else
        update gestand.sessions s set ended_at = now()
          where s.account_id = line.account_id and s.ended_at is null;
    end case;
  end if;
  perform from access_reviews r where r.id = line.review_id for update;
  update access_reviews r set closed_at = now()
  where r.id = line.review_id and r.closed_at is null and not exists (
    select from access_review_lines l where l.review_id = r.id
      and not exists (select from access_review_decisions d where d.line_id = l.id));
  return null;
end
$$;
create trigger carry_out_decision after insert on access_review_decisions
  for each row execute function carry_out_decision();
