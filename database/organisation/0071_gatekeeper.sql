-- The gatekeeper act: weeks of seven days, of which the first day of illness is the first day of
-- the first. A term of week n ends with the last day of that week.

create table sick_leaves (
  dossier_id    uuid primary key references dossiers on delete cascade,
  category      text not null default 'gatekeeper' check (category = 'gatekeeper'),
  first_sick_on date not null check (first_sick_on > '2000-01-01'),
  ended_on      date check (ended_on >= first_sick_on),
  noted_by      uuid default actor(),
  noted_at      timestamptz not null default now()
);
comment on table sick_leaves is
  $$The first day of illness, from which the terms of the gatekeeper act count, until recovery.
@belongs dossiers @insert coaching @update coaching$$;
comment on column sick_leaves.dossier_id is $$@key$$;
comment on column sick_leaves.category is $$@key$$;
comment on column sick_leaves.first_sick_on is
  $$@category-in category of gatekeeper @reckoned the terms of the law count from it$$;
comment on column sick_leaves.ended_on is
  $$@category-in category of gatekeeper @reckoned no term runs after it$$;
comment on column sick_leaves.noted_by is $$@stamp$$;
comment on column sick_leaves.noted_at is $$@stamp$$;

create table gatekeeper_terms (
  dossier_id uuid not null references sick_leaves on delete cascade,
  step       text not null check (step in ('problem-analysis', 'plan-of-action', 'notification',
    'first-year-review', 'benefit-application')),
  week       integer not null,
  due_on     date not null,
  done_on    date,
  primary key (dossier_id, step)
);
create index gatekeeper_terms_due on gatekeeper_terms (due_on) where done_on is null;
comment on table gatekeeper_terms is
  $$What the gatekeeper act asks for by which day, kept by the database so that a list can show it.
@belongs dossiers @card @beside$$;
comment on column gatekeeper_terms.dossier_id is $$@key$$;
comment on column gatekeeper_terms.step is $$@key$$;
comment on column gatekeeper_terms.week is $$@impersonal as the law has it for the step$$;
comment on column gatekeeper_terms.due_on is $$@category gatekeeper @reckoned coaches are reminded of it$$;
comment on column gatekeeper_terms.done_on is $$@category gatekeeper @reckoned no reminder follows$$;

create table gatekeeper_completions (
  dossier_id  uuid not null,
  step        text not null,
  document_id uuid references documents on delete set null,
  done_on     date not null default gestand.today() check (done_on <= gestand.today()),
  done_by     uuid default actor(),
  done_at     timestamptz not null default now(),
  primary key (dossier_id, step),
  foreign key (dossier_id, step) references gatekeeper_terms on delete cascade
);
comment on table gatekeeper_completions is
  $$That a step of the gatekeeper act was taken, and with which document.
@belongs dossiers @insert coaching @delete coaching$$;
comment on column gatekeeper_completions.dossier_id is $$@key$$;
comment on column gatekeeper_completions.step is $$@key$$;
comment on column gatekeeper_completions.document_id is $$@key$$;
comment on column gatekeeper_completions.done_on is $$@category gatekeeper @reckoned it ends the term$$;
comment on column gatekeeper_completions.done_by is $$@stamp$$;
comment on column gatekeeper_completions.done_at is $$@stamp$$;

create table gatekeeper_reminders (
  dossier_id  uuid not null,
  step        text not null,
  late        boolean not null,
  reminded_at timestamptz not null default now(),
  primary key (dossier_id, step, late),
  foreign key (dossier_id, step) references gatekeeper_terms on delete cascade
);
comment on table gatekeeper_reminders is
  $$That the coach was reminded of a term of the gatekeeper act: beforehand, and when it was over.
@belongs dossiers$$;
comment on column gatekeeper_reminders.dossier_id is $$@key$$;
comment on column gatekeeper_reminders.step is $$@category planning$$;
comment on column gatekeeper_reminders.late is $$@impersonal beforehand or afterwards$$;
comment on column gatekeeper_reminders.reminded_at is $$@stamp$$;

create trigger refuse_when_closed before insert or update on sick_leaves
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on gatekeeper_completions
  for each row execute function refuse_when_closed();

create function reckon_gatekeeper_terms() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into gatekeeper_terms (dossier_id, step, week, due_on)
    select new.dossier_id, t.step, t.week, new.first_sick_on + 7 * t.week - 1
    from (values ('problem-analysis', 6), ('plan-of-action', 8), ('notification', 42),
      ('first-year-review', 52), ('benefit-application', 91)) as t (step, week)
    on conflict (dossier_id, step) do update set due_on = excluded.due_on;
  -- What falls after recovery is not asked for any more, unless it was done already.
  delete from gatekeeper_terms t
    where t.dossier_id = new.dossier_id and t.due_on > new.ended_on and t.done_on is null;
  delete from gatekeeper_reminders r using gatekeeper_terms t
    where r.dossier_id = new.dossier_id and t.dossier_id = r.dossier_id and t.step = r.step
      and (t.due_on > gestand.today() + 14 or (r.late and t.due_on >= gestand.today()));
  return null;
end
$$;
create trigger reckon_gatekeeper_terms after insert or update on sick_leaves
  for each row execute function reckon_gatekeeper_terms();

-- The plan of action is done when both signed it; every step but the notification has a document.
create function guard_gatekeeper_completion() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.document_id is null and new.step <> 'notification' then
    raise exception 'STEP_NEEDS_DOCUMENT' using errcode = 'GS400';
  end if;
  if new.document_id is not null and not exists (
    select from documents where id = new.document_id and dossier_id = new.dossier_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if new.step = 'plan-of-action' and not signed_by_both(new.document_id) then
    raise exception 'PLAN_NOT_SIGNED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_gatekeeper_completion before insert on gatekeeper_completions
  for each row execute function guard_gatekeeper_completion();

create function note_gatekeeper_completion() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which gatekeeper_completions := case when tg_op = 'DELETE' then old else new end;
begin
  update gatekeeper_terms set done_on = case when tg_op = 'INSERT' then which.done_on end
    where dossier_id = which.dossier_id and step = which.step;
  return null;
end
$$;
create trigger note_gatekeeper_completion after insert or delete on gatekeeper_completions
  for each row execute function note_gatekeeper_completion();

-- The coach is told two weeks beforehand, and once more when a term is over.
create function remind_of_gatekeeper_terms()
returns table (dossier_id uuid, account_id uuid, late boolean)
language sql volatile security definer set search_path from current as $$
  with due as (
    insert into gatekeeper_reminders (dossier_id, step, late)
    select t.dossier_id, t.step, t.due_on < gestand.today()
    from gatekeeper_terms t join living_dossiers d on d.id = t.dossier_id
    where t.done_on is null and t.due_on <= gestand.today() + 14
      and not exists (select from closures z where z.dossier_id = t.dossier_id)
      and not exists (select from gatekeeper_reminders r where r.dossier_id = t.dossier_id
        and r.step = t.step and r.late = (t.due_on < gestand.today()))
    order by t.due_on limit 500
    on conflict do nothing
    returning gatekeeper_reminders.dossier_id, gatekeeper_reminders.late)
  select due.dossier_id, r.holder_id, bool_or(due.late)
  from due
  join relations r on r.dossier_id = due.dossier_id and r.relation = 'responsible-coach'
    and (r.until is null or r.until > now())
  group by 1, 2
$$;
grant execute on function remind_of_gatekeeper_terms to gestand_worker;
