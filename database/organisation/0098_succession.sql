-- The end of a practice: whoever worked here stops, falls ill or dies. A successor is named while
-- all is well and reaches nothing until an end was declared by one and confirmed by another. From
-- then on the successor sees who the clients are and how to reach them; a dossier itself only once
-- its client chose that. What is not handed over is closed, and goes after its term.

create table successors (
  id         uuid primary key default gen_random_uuid(),
  account_id uuid not null references members,
  named_by   uuid default actor(),
  named_at   timestamptz not null default now(),
  ended_at   timestamptz
);
create unique index successors_standing on successors ((true)) where ended_at is null;
create index successors_account on successors (account_id);
comment on table successors is $$Who takes care of the dossiers when the practice ends, as it was named before.
@organisation$$;
comment on column successors.id is $$@key$$;
comment on column successors.account_id is $$@category staff @subject$$;
comment on column successors.named_by is $$@stamp$$;
comment on column successors.named_at is $$@stamp$$;
comment on column successors.ended_at is $$@stamp$$;

create table practice_endings (
  id           uuid primary key default gen_random_uuid(),
  successor_id uuid not null references successors,
  reason       text not null check (reason in ('stopping', 'illness', 'death', 'bankruptcy')),
  ends_on      date not null,
  choose_by    date not null,
  declared_by  uuid default actor(),
  declared_at  timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  revoked_at   timestamptz,
  carried_at   timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> declared_by),
  -- People get time to choose.
  check (choose_by >= (declared_at at time zone 'Europe/Amsterdam')::date + 28)
);
create unique index practice_endings_standing on practice_endings ((true))
  where revoked_at is null and carried_at is null;
create index practice_endings_successor on practice_endings (successor_id);
comment on table practice_endings is $$That the practice ends, as one declared and another confirmed.
@organisation$$;
comment on column practice_endings.id is $$@key$$;
comment on column practice_endings.successor_id is $$@key @subject successors$$;
comment on column practice_endings.reason is $$@category staff$$;
comment on column practice_endings.ends_on is $$@category staff$$;
comment on column practice_endings.choose_by is $$@category staff$$;
comment on column practice_endings.declared_by is $$@stamp$$;
comment on column practice_endings.declared_at is $$@stamp$$;
comment on column practice_endings.confirmed_by is $$@stamp$$;
comment on column practice_endings.confirmed_at is $$@stamp$$;
comment on column practice_endings.revoked_at is $$@stamp$$;
comment on column practice_endings.carried_at is $$When every dossier was settled. @stamp$$;

create table successions (
  dossier_id uuid primary key references dossiers on delete cascade,
  ending_id  uuid not null references practice_endings,
  told_at    timestamptz,
  told_way   text check (told_way in ('mail', 'letter')),
  choice     text check (choice in ('transfer', 'close', 'destroy')),
  chosen_by  uuid,
  chosen_at  timestamptz,
  outcome    text check (outcome in ('transferred', 'closed', 'destroyed')),
  settled_at timestamptz,
  check ((told_at is null) = (told_way is null)),
  check ((choice is null) = (chosen_at is null)),
  check ((outcome is null) = (settled_at is null)),
  -- Nobody else than the client decides that somebody new reads the dossier.
  check (outcome <> 'transferred' or choice is not distinct from 'transfer')
);
create index successions_open on successions (ending_id) where outcome is null;
comment on table successions is $$What the end of the practice means for a dossier: that its client was told, chose, and what came of it.
@belongs dossiers$$;
comment on column successions.dossier_id is $$@key$$;
comment on column successions.ending_id is $$@key$$;
comment on column successions.told_at is $$@stamp$$;
comment on column successions.told_way is $$@category consent-record$$;
comment on column successions.choice is $$@category consent-record$$;
comment on column successions.chosen_by is $$@stamp$$;
comment on column successions.chosen_at is $$@stamp$$;
comment on column successions.outcome is $$@category consent-record$$;
comment on column successions.settled_at is $$@stamp$$;

-- The end that was confirmed and is not yet carried out.
create view confirmed_ending as
  select e.id, e.ends_on, e.choose_by, e.confirmed_at, s.account_id as successor
  from practice_endings e join successors s on s.id = e.successor_id
  where e.confirmed_at is not null and e.revoked_at is null and e.carried_at is null;
comment on view confirmed_ending is
  $$The end of the practice that was confirmed and is not yet carried out. @system$$;

-- The function comes with the end and goes with it: no administrator gives it.
create function guard_successor() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from confirmed_ending e where e.successor = new.account_id) then
    raise exception 'SUCCESSOR_NOT_YET' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger guard_successor before insert or update on functions
  for each row when (new.function = 'successor') execute function guard_successor();

create function ends_practice() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from standing_functions f
    where f.account_id = actor() and f.activity = current_activity()
      and f.activity = 'practice-ending')
$$;

create function ending_only() returns void
language plpgsql stable security definer set search_path from current as $$
begin
  if ends_practice() is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
end
$$;

-- Names who takes care of the dossiers, in place of whoever was named before.
create function name_successor(who uuid) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  named uuid;
begin
  perform ending_only();
  if not works_here(who) then raise exception 'MEMBER_UNKNOWN' using errcode = 'GS404'; end if;
  if exists (select from practice_endings e where e.revoked_at is null and e.carried_at is null)
  then
    raise exception 'ENDING_STANDS' using errcode = 'GS409';
  end if;
  update successors set ended_at = now() where ended_at is null;
  insert into successors (account_id) values (who) returning id into named;
  perform record('inserted', 'practice-ending', actor(), null, 'successors', named::text, null);
  return named;
end
$$;

create function declare_ending(why text, last_day date, choice_until date) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  chosen   uuid := (select s.id from successors s where s.ended_at is null);
  declared uuid;
begin
  perform ending_only();
  if chosen is null then raise exception 'SUCCESSOR_MISSING' using errcode = 'GS409'; end if;
  if last_day < gestand.today() or choice_until < gestand.today() + 28 then
    raise exception 'ENDING_TOO_SOON' using errcode = 'GS400';
  end if;
  if exists (select from practice_endings e where e.revoked_at is null and e.carried_at is null)
  then
    raise exception 'ENDING_STANDS' using errcode = 'GS409';
  end if;
  insert into practice_endings (successor_id, reason, ends_on, choose_by)
    values (chosen, why, last_day, choice_until) returning id into declared;
  perform record('inserted', 'practice-ending', actor(), null, 'practice_endings',
    declared::text, null);
  return declared;
end
$$;

-- Dossiers that are not on their way out and that the end does not know yet.
create function note_successions() returns void
language sql volatile security definer set search_path from current as $$
  insert into successions (dossier_id, ending_id)
  select d.id, e.id from confirmed_ending e, dossiers d
  where not exists (select from erasure_orders o where o.dossier_id = d.id)
  on conflict do nothing
$$;

-- Somebody else than who declared it, and not the successor, sees that it is so.
create function confirm_ending(which uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  asked practice_endings;
  who   uuid;
begin
  perform ending_only();
  select * into asked from practice_endings e
    where e.id = which and e.confirmed_at is null and e.revoked_at is null for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  select s.account_id into who from successors s where s.id = asked.successor_id;
  if actor() in (asked.declared_by, who) then
    raise exception 'ENDING_OWN' using errcode = 'GS403';
  end if;
  update practice_endings set confirmed_by = actor(), confirmed_at = now() where id = which;
  insert into functions (account_id, function) values (who, 'successor');
  perform note_successions();
  perform record('updated', 'practice-ending', actor(), null, 'practice_endings', which::text,
    null);
end
$$;

-- It is taken back as long as nothing was carried out.
create function revoke_ending(which uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform ending_only();
  perform from practice_endings e where e.id = which and e.revoked_at is null
    and e.carried_at is null for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if exists (select from successions s where s.ending_id = which and s.outcome is not null) then
    raise exception 'ENDING_UNDER_WAY' using errcode = 'GS409';
  end if;
  delete from successions where ending_id = which;
  update practice_endings set revoked_at = now() where id = which;
  delete from functions where function = 'successor';
  perform record('updated', 'practice-ending', actor(), null, 'practice_endings', which::text,
    null);
end
$$;

grant execute on function ends_practice, name_successor, declare_ending, confirm_ending,
  revoke_ending to public;
