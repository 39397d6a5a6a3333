-- The terms of the register, incidents and complaints: who is told of them, and what goes when they
-- are over. And who may read what the register keeps.

-- For checks: ids, words and moments.
create function evidence_agreements()
returns table (recipient text, starts_on date, ends_on date)
language sql stable security definer set search_path from current as $$
  select a.recipient, a.starts_on, a.ends_on from agreements a
$$;

-- The newest screening of each activity, and when its report must be looked at again.
create function evidence_assessments()
returns table (assessment_id uuid, activity text, listed integer, criteria integer,
  review_on date)
language sql stable security definer set search_path from current as $$
  select distinct on (a.activity) a.id, a.activity, cardinality(a.listed), cardinality(a.criteria),
    (select r.review_on from assessment_reports r where r.assessment_id = a.id
      order by r.written_at desc, r.id limit 1)
  from assessments a order by a.activity, a.screened_at desc, a.id
$$;

create function evidence_access_reviews()
returns table (review_id uuid, begun_at timestamptz, due_on date, closed_at timestamptz,
  undecided bigint)
language sql stable security definer set search_path from current as $$
  select r.id, r.begun_at, r.due_on, r.closed_at, (
    select count(*) from access_review_lines l where l.review_id = r.id
      and not exists (select from access_review_decisions d where d.line_id = l.id))
  from access_reviews r
$$;

grant execute on function evidence_agreements, evidence_assessments, evidence_access_reviews
  to gestand_worker;

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
comment on column reminders.item is $$@key$$;
comment on column reminders.stage is $$@key$$;
comment on column reminders.account_id is $$@key @subject$$;
comment on column reminders.told_at is $$@stamp$$;

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

-- What the register keeps is for those who keep it, and for each what they wrote or what is said of
-- their own access.
alter table register_remarks enable row level security;
create policy core_kept on register_remarks as restrictive
  using (written_by = (select actor()) or (select serving('register-keeping')));
alter table agreements enable row level security;
create policy core_kept on agreements as restrictive
  using ((select serving('register-keeping')));
alter table assessments enable row level security;
create policy core_kept on assessments as restrictive
  using (screened_by = (select actor()) or (select serving('register-keeping')));
alter table assessment_reports enable row level security;
create policy core_kept on assessment_reports as restrictive
  using (written_by = (select actor()) or (select serving('register-keeping')));
alter table assessment_measures enable row level security;
create policy core_kept on assessment_measures as restrictive
  using ((select serving('register-keeping')));
alter table access_reviews enable row level security;
create policy core_kept on access_reviews as restrictive
  using (begun_by = (select actor()) or (select serving('access-review')));
alter table access_review_lines enable row level security;
create policy core_kept on access_review_lines as restrictive
  using (account_id = (select actor()) or (select serving('access-review')));
create policy core_kept on access_review_decisions as restrictive
  using (decided_by = (select actor()) or (select serving('access-review')));
