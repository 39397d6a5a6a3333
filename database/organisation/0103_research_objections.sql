-- Objections that last: longer than the request by which they were made, and also for what begins
-- later. And objecting with one press, to research and to surveys.

create table lasting_objections (
  dossier_id  uuid not null references dossiers on delete cascade,
  activity    text not null,
  objected_at timestamptz not null,
  primary key (dossier_id, activity)
);
comment on table lasting_objections is
  $$A person's no to an activity that stands on when the request that it came from was destroyed.
@organisation$$;
comment on column lasting_objections.dossier_id is $$@key @subject$$;
comment on column lasting_objections.activity is $$@key$$;
comment on column lasting_objections.objected_at is $$@category request$$;
alter table lasting_objections enable row level security;
create policy core_concerned on lasting_objections as restrictive for select
  using ((select handles_requests()));

create or replace function shield_dossier() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which uuid := case when tg_op = 'DELETE' then old.dossier_id else new.dossier_id end;
begin
  -- What is on its way out stays hidden, whatever is asked meanwhile.
  if exists (select from erasure_orders o where o.dossier_id = which and o.part = 'dossier') then
    return null;
  end if;
  update dossiers d set
    restricted_at = (select min(r.restricted_at) from restrictions r
      where r.dossier_id = which and r.lifted_at is null),
    paused_activities = array(
      select o.activity from objections o
      where o.dossier_id = which and (o.outcome is null or o.outcome = 'upheld')
      union select l.activity from lasting_objections l where l.dossier_id = which
      order by 1)
  where d.id = which;
  return null;
end
$$;
create trigger shield_dossier after insert or update or delete on lasting_objections
  for each row execute function shield_dossier();
create trigger note_ending after insert or update on lasting_objections for each row
  execute function gestand.note_ending('dossier_id activity', 'objected_at');
create trigger note_removal after delete on lasting_objections for each row
  execute function gestand.note_ending('dossier_id activity');

-- A request goes after its term; what was objected to stays.
create function keep_objections() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into lasting_objections (dossier_id, activity, objected_at)
    select o.dossier_id, o.activity, o.objected_at from objections o
    where o.request_id = old.id and o.outcome = 'upheld'
    on conflict do nothing;
  return old;
end
$$;
create trigger keep_objections before delete on requests
  for each row execute function keep_objections();

-- What a person objects to for everything that is held on them also holds for a dossier that is
-- begun later, or that turns out to be theirs.
create function carry_objections() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into lasting_objections (dossier_id, activity, objected_at)
    select new.id, o.activity, now()
    from requests q join objections o on o.request_id = q.id
    where q.person_id = new.person_id and q.dossier_id is null
      and (o.outcome is null or o.outcome = 'upheld')
    union
    select new.id, l.activity, now()
    from dossiers d join lasting_objections l on l.dossier_id = d.id
    where d.person_id = new.person_id and d.id <> new.id
    on conflict do nothing;
  return null;
end
$$;
create trigger carry_objections after insert on dossiers
  for each row execute function carry_objections();
create trigger carry_objections_over after update of person_id on dossiers
  for each row when (new.person_id is distinct from old.person_id)
  execute function carry_objections();

-- What is research: of the activities that rest on an interest of the organisation.
create function research_activities() returns setof text
language sql stable security definer rows 2 set search_path from current as $$
  select o from objectionable() o where o in ('surveys', 'research-exports') order by o desc
$$;

-- The dossiers of a person that may still be used for an activity.
create function unpaused_dossiers(person uuid, doing text) returns setof uuid
language sql stable security definer set search_path from current as $$
  select d.id from dossiers d
  where d.person_id = person and not doing = any (d.paused_activities)
$$;

-- A person objects to research: a request like any other, for everything that is held on them, of
-- which the objection counts from this moment.
create function object_for(person uuid, doing text, way text, who uuid, lang text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  r requests;
begin
  if doing not in (select research_activities()) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  -- Two presses of a button are one objection.
  perform from persons p where p.id = person for update;
  if not exists (select unpaused_dossiers(person, doing)) then return; end if;
  r.id := gen_random_uuid(); r.kind := 'objection'; r.state := 'received';
  r.channel := case way when 'account' then 'account' else 'mail' end;
  r.account_id := who; r.person_id := person; r.about := doing; r.language := lang;
  r.received_at := now();
  select a.name, a.email into r.name, r.email from gestand.accounts a where a.id = who;
  if r.name is null then
    select a.name, a.email into r.name, r.email
    from dossiers d cross join lateral survey_address(d.id) a
    where d.person_id = person order by d.started_at desc limit 1;
  end if;
  r.name := coalesce(r.name, '–');
  perform new_request(r);
  perform identified(r.id, way, 'system');
  if (select u.at_once from right_rules u where u.word = 'objection')
    and exists (select from requests q where q.id = r.id and q.state = 'weighing') then
    perform grant_request(r.id, 'system');
  end if;
end
$$;

-- Persons whose own dossiers whoever asks reaches as that person.
create function own_persons() returns setof uuid
language sql stable security definer rows 2 set search_path from current as $$
  select distinct d.person_id
  from relations s join relation_words w on w.relation = s.relation and w.subject
  join dossiers d on d.id = s.dossier_id
  where s.holder_id = actor() and (s.until is null or s.until > now())
$$;

create function object_to_research(doing text, lang text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select own_persons()) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  perform object_for(p, doing, 'account', actor(), lang) from own_persons() p;
end
$$;

-- Taking part again: the person's own choice, at any time.
create function rejoin_research(doing text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  mine uuid[] := array(select d.id from dossiers d where d.person_id in (select own_persons()));
begin
  if doing not in (select research_activities()) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  perform move_request(q.id, 'withdraw', 'person') from requests q
    where q.kind = 'objection' and q.about = doing and q.closed_at is null
      and q.id in (select o.request_id from objections o where o.dossier_id = any (mine));
  update objections o set outcome = 'withdrawn', decided_at = now()
    where o.dossier_id = any (mine) and o.activity = doing
      and (o.outcome is null or o.outcome = 'upheld');
  delete from lasting_objections l where l.dossier_id = any (mine) and l.activity = doing;
  perform record('updated', coalesce(current_activity(), 'system'), actor(), d, 'objections', null,
    null) from unnest(mine) d;
end
$$;

-- What research may do with the dossiers of whoever asks.
create function own_research() returns table (activity text, objects boolean)
language sql stable security definer rows 2 set search_path from current as $$
  select a, exists (select from dossiers d
    where d.person_id in (select own_persons()) and a = any (d.paused_activities))
  from research_activities() a
$$;

-- By the link in an invitation, without an account and without a question: RFC 8058.

create function stopped_survey(secret bytea)
returns table (title text, activity text, objects boolean)
language sql stable security definer rows 2 set search_path from current as $$
  select i.title, a, not exists (select unpaused_dossiers(i.person_id, a))
  from survey_invitations i cross join research_activities() a
  where i.stop_hash = sha256(secret)
$$;

create function object_by_survey(secret bytea, doing text, lang text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  person uuid := (select i.person_id from survey_invitations i
    where i.stop_hash = sha256(secret));
begin
  if person is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform object_for(person, doing, 'survey-link', null, lang);
end
$$;

grant execute on function object_to_research, rejoin_research, own_research to public;
grant execute on function stopped_survey, object_by_survey to gestand_accounts;
