-- The trajectory of a client: goals, what is expected of it, what is to be done in which week, and
-- how many hours there are for it.

create table trajectories (
  dossier_id     uuid primary key references dossiers on delete cascade,
  started_on     date not null default gestand.today() check (started_on > '2000-01-01'),
  project_number text not null default '' check (length(project_number) <= 60),
  status         text not null default 'running'
    check (status in ('prepared', 'running', 'paused', 'finished')),
  budget_minutes integer check (budget_minutes between 0 and 600000)
);
comment on table trajectories is
  $$How a trajectory stands: the day from which its weeks count, its project and its hours.
@belongs dossiers @card @beside @insert coaching intake
@update coaching intake$$;
comment on column trajectories.dossier_id is $$@key$$;
comment on column trajectories.started_on is $$The first day of week 1. @category service$$;
comment on column trajectories.project_number is $$@category service$$;
comment on column trajectories.status is $$@category service$$;
comment on column trajectories.budget_minutes is
  $$How long the service may take, in minutes. @category hours$$;

create table goals (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  part_of    uuid,
  body       bytea not null,
  due_on     date check (due_on > '2000-01-01'),
  state      text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  unique (id, dossier_id),
  foreign key (part_of, dossier_id) references goals (id, dossier_id) on delete cascade
);
create index goals_dossier on goals (dossier_id, written_at);
comment on table goals is $$What a client wants to reach, or a part of that.
@belongs dossiers @insert coaching @update coaching @delete coaching$$;
comment on column goals.id is $$@key$$;
comment on column goals.dossier_id is $$@key$$;
comment on column goals.part_of is $$The goal that it is a step towards. @key$$;
comment on column goals.body is $$@category goals @sealed$$;
comment on column goals.due_on is $$@category goals$$;
comment on column goals.state is $$@category goals$$;
comment on column goals.written_by is $$@stamp$$;
comment on column goals.written_at is $$@stamp$$;

create table expectations (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  holder     text not null check (holder in ('client', 'coach', 'principal')),
  body       bytea not null,
  written_by uuid default actor(),
  written_at timestamptz not null default now()
);
create index expectations_dossier on expectations (dossier_id, written_at);
comment on table expectations is
  $$What somebody expects of the trajectory; who changes their mind adds another, the newest counts.
@belongs dossiers @insert coaching self-service$$;
comment on column expectations.id is $$@key$$;
comment on column expectations.dossier_id is $$@key$$;
comment on column expectations.holder is $$Who expects it. @category goals$$;
comment on column expectations.body is $$@category goals @sealed$$;
comment on column expectations.written_by is $$@stamp$$;
comment on column expectations.written_at is $$@stamp$$;

create table actions (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  goal_id    uuid,
  body       bytea not null,
  performer  text not null check (performer in ('client', 'coach')),
  week       integer not null check (week between 1 and 260),
  day        integer check (day between 1 and 7),
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  unique (id, dossier_id),
  foreign key (goal_id, dossier_id) references goals (id, dossier_id) on delete set null (goal_id)
);
create index actions_dossier on actions (dossier_id, week);
comment on table actions is
  $$Something to do, by client or coach, in a week and perhaps on a day counted from the start.
@belongs dossiers @insert coaching @update coaching @delete coaching$$;
comment on column actions.id is $$@key$$;
comment on column actions.dossier_id is $$@key$$;
comment on column actions.goal_id is $$The goal that it serves. @key$$;
comment on column actions.body is $$@category goals @sealed$$;
comment on column actions.performer is $$@category goals$$;
comment on column actions.week is $$@category goals$$;
comment on column actions.day is $$Day of that week, the first being 1. @category goals$$;
comment on column actions.written_by is $$@stamp$$;
comment on column actions.written_at is $$@stamp$$;

create table action_completions (
  action_id    uuid primary key,
  dossier_id   uuid not null,
  completed_by uuid default actor(),
  completed_at timestamptz not null default now(),
  foreign key (action_id, dossier_id) references actions (id, dossier_id) on delete cascade
);
create index action_completions_dossier on action_completions (dossier_id);
comment on table action_completions is $$That an action was done; taken back, the row goes.
@belongs dossiers @insert coaching self-service @delete coaching self-service$$;
comment on column action_completions.action_id is $$@category goals$$;
comment on column action_completions.dossier_id is $$@key$$;
comment on column action_completions.completed_by is $$@stamp$$;
comment on column action_completions.completed_at is $$@stamp$$;

create table action_templates (
  id         uuid primary key default gen_random_uuid(),
  kind       text not null,
  body       text not null check (length(body) between 1 and 500),
  performer  text not null check (performer in ('client', 'coach')),
  week       integer not null check (week between 1 and 260),
  day        integer check (day between 1 and 7),
  written_at timestamptz not null default now()
);
create index action_templates_kind on action_templates (kind, week);
comment on table action_templates is
  $$What is usually done in which week of a kind of service, to begin an action list with.
@organisation @impersonal words of the organisation itself
@insert template-keeping @update template-keeping @delete template-keeping$$;
comment on column action_templates.id is $$@key$$;
comment on column action_templates.kind is $$@impersonal a kind of service$$;
comment on column action_templates.body is $$@impersonal words of the organisation itself$$;
comment on column action_templates.performer is $$@impersonal a word from a list$$;
comment on column action_templates.week is $$@impersonal a number$$;
comment on column action_templates.day is $$@impersonal a number$$;
comment on column action_templates.written_at is $$@stamp$$;

create trigger refuse_when_closed before insert or update on trajectories
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert or update on goals
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on expectations
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert or update on actions
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on action_completions
  for each row execute function refuse_when_closed();

-- Goals have parts, and those have none.
create function guard_goal() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.part_of is null then return new; end if;
  perform from goals where id = new.part_of and dossier_id = new.dossier_id and part_of is null
    for share;
  if not found or exists (select from goals where part_of = new.id) then
    raise exception 'GOAL_TOO_DEEP' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_goal before insert or update of part_of on goals
  for each row execute function guard_goal();

-- The client speaks for the client alone, and ticks no box of the coach.
create function guard_own_expectation() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.holder <> 'client' and is_subject(actor(), new.dossier_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return new;
end
$$;
create trigger guard_own_expectation before insert on expectations
  for each row execute function guard_own_expectation();

create function guard_completion() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which action_completions := case when tg_op = 'DELETE' then old else new end;
begin
  if is_subject(actor(), which.dossier_id) and exists (
    select from actions where id = which.action_id and performer <> 'client') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return which;
end
$$;
create trigger guard_completion before insert or delete on action_completions
  for each row execute function guard_completion();
