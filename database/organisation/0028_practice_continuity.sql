-- What goes on in the practice: another coach takes a dossier over, and who did not answer is asked
-- again.

-- A draft that was left in a dossier that was closed is not sent any more.
create trigger refuse_when_closed before insert on dispatches for each row
  execute function refuse_when_closed();

create table handovers (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  coach_id   uuid not null references members,
  offered_by uuid default actor(),
  offered_at timestamptz not null default now(),
  unique (id, dossier_id)
);
create index handovers_dossier on handovers (dossier_id);
create index handovers_coach on handovers (coach_id);
comment on table handovers is
  $$That a dossier was offered to another coach, who becomes responsible for it by accepting.
@belongs dossiers @insert coaching$$;
comment on column handovers.id is $$@key$$;
comment on column handovers.dossier_id is $$@key$$;
comment on column handovers.coach_id is $$Who is asked to take over. @category service$$;
comment on column handovers.offered_by is $$@stamp$$;
comment on column handovers.offered_at is $$@stamp$$;

create table handover_answers (
  handover_id uuid primary key,
  dossier_id  uuid not null,
  decision    text not null check (decision in ('accepted', 'declined', 'withdrawn')),
  decided_by  uuid default actor(),
  decided_at  timestamptz not null default now(),
  foreign key (handover_id, dossier_id) references handovers (id, dossier_id) on delete cascade
);
create index handover_answers_dossier on handover_answers (dossier_id);
comment on table handover_answers is
  $$What became of an offer: taken by the coach who was asked, or not, or taken back by who offered.
@belongs dossiers @insert coaching$$;
comment on column handover_answers.handover_id is $$@key$$;
comment on column handover_answers.dossier_id is $$@key$$;
comment on column handover_answers.decision is $$@category service$$;
comment on column handover_answers.decided_by is $$@stamp$$;
comment on column handover_answers.decided_at is $$@stamp$$;

-- The responsible coach offers, to another coach who works here, one at a time.
create function guard_handover() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from dossiers where id = new.dossier_id for update;
  if not exists (select from relations r where r.dossier_id = new.dossier_id
    and r.holder_id = new.offered_by and r.relation = 'responsible-coach'
    and (r.until is null or r.until > now())) then
    raise exception 'HANDOVER_NOT_YOURS' using errcode = 'GS403';
  end if;
  if new.coach_id = new.offered_by or not exists (
    select from members m join functions f on f.account_id = m.account_id and f.function = 'coach'
    where m.account_id = new.coach_id and (m.left_at is null or m.left_at > now())) then
    raise exception 'MEMBER_UNKNOWN' using errcode = 'GS404';
  end if;
  if exists (select from relations r join relation_words w on w.relation = r.relation and w.subject
    where r.dossier_id = new.dossier_id and r.holder_id = new.coach_id) then
    raise exception 'INVITED_TO_OWN_WORK' using errcode = 'GS403';
  end if;
  if not exists (select from handovers where id = new.id) and exists (
    select from handovers h where h.dossier_id = new.dossier_id
      and not exists (select from handover_answers a where a.handover_id = h.id)) then
    raise exception 'HANDOVER_OFFERED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_handover before insert on handovers
  for each row execute function guard_handover();

create function guard_handover_answer() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  offer handovers;
begin
  select * into offer from handovers where id = new.handover_id for update;
  if new.decided_by is distinct from
    (case when new.decision = 'withdrawn' then offer.offered_by else offer.coach_id end) then
    raise exception 'HANDOVER_NOT_YOURS' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger guard_handover_answer before insert on handover_answers
  for each row execute function guard_handover_answer();

-- By accepting, the coach takes the place of who was responsible. What the client agreed to for a
-- partner coach stays; who stood in for the one before does so no more, for that absence is no
-- longer one of the client's coach.
create function take_over() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  coach uuid := (select coach_id from handovers where id = new.handover_id);
begin
  if new.decision <> 'accepted' then return null; end if;
  perform from dossiers where id = new.dossier_id for update;
  update relations set until = now()
  where dossier_id = new.dossier_id and (until is null or until > now()) and (
    relation = 'responsible-coach' and holder_id <> coach
    or holder_id = coach and relation in ('partner-coach', 'substitute')
    or absence_id in (select id from absences where account_id <> coach));
  insert into relations (dossier_id, holder_id, relation)
    values (new.dossier_id, coach, 'responsible-coach')
    on conflict (dossier_id, holder_id, relation, absence_id)
    do update set since = now(), until = null;
  return null;
end
$$;
create trigger take_over after insert on handover_answers for each row execute function take_over();

-- Dossiers that are offered to whoever asks: who offers, and of which kind. No names of clients:
-- those come with accepting.
create function offered_handovers() returns table (
  handover_id uuid, dossier_id uuid, kind text, reference text, offered_by uuid, name text,
  offered_at timestamptz)
language sql stable parallel restricted security definer set search_path from current rows 5 as $$
  select h.id, h.dossier_id, d.kind, d.reference, h.offered_by, m.name, h.offered_at
  from handovers h
  join living_dossiers l on l.id = h.dossier_id
  join dossiers d on d.id = h.dossier_id
  left join members m on m.account_id = h.offered_by
  where h.coach_id = actor() and works_here(actor())
    and not exists (select from handover_answers a where a.handover_id = h.id)
  order by h.offered_at
$$;

-- Answers an offer to oneself, and tells which accounts of the client should hear of it. It takes
-- an activity that gives the relation by starting a dossier: who may not be responsible cannot
-- become so.
create function answer_handover(handover uuid, answer text) returns setof uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  offer handovers;
begin
  if answer not in ('accepted', 'declined') or not exists (
    select from standing_functions f join dossiers d on d.kind = f.kind
    join handovers h on h.dossier_id = d.id and h.id = handover
    where f.account_id = actor() and f.activity = current_activity()
      and f.starts = 'responsible-coach') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  select h.* into offer from handovers h join living_dossiers d on d.id = h.dossier_id
  where h.id = handover and h.coach_id = actor() and exists (
    select from relations r where r.dossier_id = h.dossier_id and r.holder_id = h.offered_by
      and r.relation = 'responsible-coach' and (r.until is null or r.until > now()));
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  insert into handover_answers (handover_id, dossier_id, decision)
    values (handover, offer.dossier_id, answer);
  return query select r.holder_id from relations r
    join relation_words w on w.relation = r.relation and w.subject
    where answer = 'accepted' and r.dossier_id = offer.dossier_id and r.until is null;
end
$$;

-- What was offered and what became of it, for whoever answers for the organisation. No clients.
create function overseen_handovers() returns table (
  handover_id uuid, kind text, reference text, offered_by text, coach text, offered_at timestamptz,
  state text, decided_at timestamptz)
language plpgsql stable parallel restricted security definer set search_path from current as $$
begin
  perform acting(current_activity());
  return query
  select h.id, d.kind, d.reference, o.name, c.name, h.offered_at,
    coalesce(a.decision, 'offered'), a.decided_at
  from handovers h
  join living_dossiers l on l.id = h.dossier_id
  join dossiers d on d.id = h.dossier_id
  left join handover_answers a on a.handover_id = h.id
  left join members o on o.account_id = h.offered_by
  left join members c on c.account_id = h.coach_id
  where exists (select from standing_functions f where f.account_id = actor()
    and f.activity = current_activity() and f.kind = d.kind and f.starts is null)
  order by h.offered_at desc limit 500;
end
$$;
grant execute on function offered_handovers, answer_handover, overseen_handovers to public;

create table summary_reminders (
  summary_id  uuid not null,
  dossier_id  uuid not null,
  turn        integer not null check (turn between 1 and 3),
  reminded_at timestamptz not null default now(),
  primary key (summary_id, turn),
  foreign key (summary_id, dossier_id)
    references dispatches (summary_id, dossier_id) on delete cascade
);
create index summary_reminders_dossier on summary_reminders (dossier_id);
comment on table summary_reminders is
  $$That a client who did not answer a summary was reminded of it. @belongs dossiers$$;
comment on column summary_reminders.summary_id is $$@category conversation-reports$$;
comment on column summary_reminders.dossier_id is $$@key$$;
comment on column summary_reminders.turn is $$@impersonal the first, second or third time$$;
comment on column summary_reminders.reminded_at is $$@stamp$$;

-- Notes who is reminded now, each a week after the summary or the last time and three times at
-- most, and tells which accounts are to get mail about it.
create function remind_of_summaries()
returns table (dossier_id uuid, summary_id uuid, account_id uuid)
language sql volatile security definer set search_path from current as $$
  with due as (
    insert into summary_reminders (summary_id, dossier_id, turn)
    select p.summary_id, p.dossier_id, 1 + (
      select count(*) from summary_reminders r where r.summary_id = p.summary_id)
    from dispatches p join living_dossiers d on d.id = p.dossier_id
    where p.sent_at < now() - interval '7 days'
      and not exists (select from approvals a where a.summary_id = p.summary_id)
      and not exists (select from disputes a where a.summary_id = p.summary_id)
      and not exists (select from summaries n where n.replaces = p.summary_id)
      and not exists (select from closures z where z.dossier_id = p.dossier_id)
      and not exists (select from summary_reminders r where r.summary_id = p.summary_id
        and (r.turn = 3 or r.reminded_at > now() - interval '7 days'))
      and exists (select from relations r join relation_words w on w.relation = r.relation
        where w.subject and r.dossier_id = p.dossier_id and (r.until is null or r.until > now()))
    order by p.sent_at limit 500
    on conflict do nothing
    returning summary_reminders.summary_id, summary_reminders.dossier_id)
  select due.dossier_id, due.summary_id, r.holder_id
  from due join relations r on r.dossier_id = due.dossier_id and r.until is null
  join relation_words w on w.relation = r.relation and w.subject
$$;
grant execute on function remind_of_summaries to gestand_worker;
-- The ledger is closed by transactions that have ended.
create index ledger_xid on ledger (xid);

-- A new service for somebody who is known: whoever sees the one dossier as the person whom it is
-- about sees the other too.
create function share_with_person() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into relations (dossier_id, holder_id, relation)
    select distinct new.id, r.holder_id, r.relation
    from dossiers d
    join relations r on r.dossier_id = d.id and (r.until is null or r.until > now())
    join relation_words w on w.relation = r.relation and w.subject
    where d.person_id = new.person_id and d.id <> new.id
    on conflict do nothing;
  return null;
end
$$;
create trigger share_with_person after insert on dossiers
  for each row execute function share_with_person();

-- Who somebody is in a list that is imported: members who may be given a dossier, by the addresses
-- that the list names and no others, for who may begin dossiers.
create function coaches_by_email(emails text[]) returns table (email text, account_id uuid)
language sql stable parallel restricted security definer set search_path from current rows 5 as $$
  select lower(a.email), a.id
  from gestand.accounts a
  join members m on m.account_id = a.id and (m.left_at is null or m.left_at > now())
  where lower(a.email) = any (emails) and exists (
      select from standing_functions f where f.account_id = actor()
        and f.activity = current_activity() and f.starts is not null)
    and exists (select from functions g join rules u on u.relation = g.function
      where g.account_id = a.id and u.scope = 'organisation' and u.activity = current_activity())
$$;
grant execute on function coaches_by_email to public;

-- A second factor that whoever runs the installation took away is told as that, and not as an act
-- of the account.
create function record_second_factor_reset(account uuid) returns void
language sql volatile security definer set search_path from current as $$
  select record('second-factor-reset', 'account', null, null, 'accounts', account::text, null)
$$;
grant execute on function record_second_factor_reset to gestand_accounts;

-- For menus: people and parties find their page also while there is nothing for them on it.
create or replace function whoami(out account_id uuid, out name text, out language text,
  out member boolean, out activities text[])
language plpgsql stable security definer set search_path from current as $$
begin
  account_id := actor();
  select a.name, a.language into name, language from gestand.accounts a where a.id = account_id;
  member := exists (select from members m where m.account_id = whoami.account_id
    and m.left_at is null);
  activities := array(
    select f.activity from standing_functions f where f.account_id = whoami.account_id
    union
    select r.activity from standing_relations r where r.holder_id = any (holders(whoami.account_id))
    union
    select u.activity from rules u join relation_words w on w.relation = u.relation
    where u.scope = 'dossier' and (
      w.subject and exists (select from relations r
        where r.holder_id = whoami.account_id and r.relation = u.relation)
      or w.party and exists (select from affiliations f where f.account_id = whoami.account_id))
    order by 1);
end
$$;

-- Relations that the statement declares and gives nothing to: a promise that rests on one is kept
-- by nothing.
create function evidence_bare_relations() returns table (relation text)
language sql stable security definer set search_path from current as $$
  select w.relation from relation_words w
    where not exists (select from rules u where u.relation = w.relation)
$$;
grant execute on function evidence_bare_relations to gestand_worker;
