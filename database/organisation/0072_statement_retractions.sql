-- An announced version is taken back before its day: one asks, somebody else says yes. Its number
-- stays used and its text readable; whoever was told of it is told again.

create table statement_retractions (
  version  integer primary key references publications on delete cascade,
  reason   text not null check (length(reason) between 1 and 2000),
  asked_by uuid default actor(),
  asked_at timestamptz not null default now()
);
comment on table statement_retractions is $$That an announced version should not take effect after all, asked of somebody else.
@organisation @impersonal why a text is not good
@insert statement-drafting statement-approval @delete statement-drafting statement-approval$$;
comment on column statement_retractions.version is $$@key$$;
comment on column statement_retractions.reason is $$@impersonal why a text is not good$$;
comment on column statement_retractions.asked_by is $$@stamp$$;
comment on column statement_retractions.asked_at is $$@stamp$$;

create table statement_retraction_approvals (
  version     integer primary key references statement_retractions,
  approved_by uuid default actor(),
  approved_at timestamptz not null default now()
);
comment on table statement_retraction_approvals is $$The yes to taking a version back, of somebody who did not ask for it.
@organisation @impersonal that it was approved @insert statement-approval$$;
comment on column statement_retraction_approvals.version is $$@key$$;
comment on column statement_retraction_approvals.approved_by is $$@stamp$$;
comment on column statement_retraction_approvals.approved_at is $$@stamp$$;

alter table statement_retractions enable row level security;
create policy core_studio on statement_retractions as restrictive using (in_studio());
alter table statement_retraction_approvals enable row level security;
create policy core_studio on statement_retraction_approvals as restrictive using (in_studio());

-- Only what waits for its day can be taken back; making it true takes turns with this.
create function expect_waiting(wanted integer) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtext('publications of ' || current_schema()));
  perform from publications p where p.version = wanted and p.applied_at is null
    and p.retracted_at is null and p.in_force > gestand.today();
  if not found then raise exception 'VERSION_IN_FORCE' using errcode = 'GS409'; end if;
end
$$;

create function guard_statement_retraction() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform expect_waiting(new.version);
  return new;
end
$$;
create trigger guard_statement_retraction before insert on statement_retractions
  for each row execute function guard_statement_retraction();

create function guard_retraction_approval() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform expect_waiting(new.version);
  if new.approved_by is null or new.approved_by = (
    select r.asked_by from statement_retractions r where r.version = new.version for update) then
    raise exception 'OWN_PROPOSAL' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger guard_retraction_approval before insert on statement_retraction_approvals
  for each row execute function guard_retraction_approval();

-- Who was told hears that it does not go through; who was not told yet hears nothing of it.
create function take_version_back() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update publications set retracted_at = now(), announced_at = coalesce(announced_at, now())
    where version = new.version;
  delete from statement_audience where version = new.version and told_at is null;
  update statement_audience set told_at = null, news = 'retraction' where version = new.version;
  return null;
end
$$;
create trigger take_version_back after insert on statement_retraction_approvals
  for each row execute function take_version_back();
