-- What is still to be done in a dossier and by which day, without what it is: kept by the database,
-- so that a list can say how much is late without opening anything.

create table open_actions (
  action_id  uuid primary key references actions on delete cascade,
  dossier_id uuid not null references dossiers on delete cascade,
  performer  text not null check (performer in ('client', 'coach')),
  due_on     date not null
);
create index open_actions_due on open_actions (dossier_id, due_on);
comment on table open_actions is
  $$By which day an action that was not done yet should be, kept by the database for lists.
@belongs dossiers @card @beside$$;
comment on column open_actions.action_id is $$@key$$;
comment on column open_actions.dossier_id is $$@key$$;
comment on column open_actions.performer is $$@category goals$$;
comment on column open_actions.due_on is
  $$The last day of its week, or its own day. @category goals$$;

-- Weeks count from the start of the dossier where its trajectory names no other day.
create function open_action(which uuid) returns void
language sql volatile security definer set search_path from current as $$
  insert into open_actions (action_id, dossier_id, performer, due_on)
  select a.id, a.dossier_id, a.performer,
    coalesce(y.started_on, (d.started_at at time zone 'UTC')::date)
      + (a.week - 1) * 7 + coalesce(a.day, 7) - 1
  from actions a join dossiers d on d.id = a.dossier_id
    left join trajectories y on y.dossier_id = a.dossier_id
  where a.id = which and not exists (select from action_completions c where c.action_id = a.id)
  on conflict (action_id) do update set performer = excluded.performer, due_on = excluded.due_on
$$;

create function keep_open_action() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform open_action(new.id);
  return null;
end
$$;
create trigger keep_open_action after insert or update on actions
  for each row execute function keep_open_action();

create function keep_completed_action() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    delete from open_actions where action_id = new.action_id;
  else
    perform open_action(old.action_id);
  end if;
  return null;
end
$$;
create trigger keep_completed_action after insert or delete on action_completions
  for each row execute function keep_completed_action();

create function keep_open_actions() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform open_action(a.id) from actions a where a.dossier_id = new.dossier_id;
  return null;
end
$$;
create trigger keep_open_actions after insert or update of started_on on trajectories
  for each row execute function keep_open_actions();
