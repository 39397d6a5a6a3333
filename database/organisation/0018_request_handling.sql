-- Asking: from the person's own pages, from the public form after the address was confirmed, and
-- entered for letter, phone and mail.

create table identity_copies (
  id           uuid primary key,
  request_id   uuid not null references requests on delete cascade,
  media_type   text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  content      bytea check (octet_length(content) <= 6000000),
  received_at  timestamptz not null default now(),
  judgement    text check (judgement in ('covered', 'uncovered')),
  judged_by    uuid,
  judged_at    timestamptz,
  destroyed_at timestamptz,
  check ((content is null) = (destroyed_at is not null))
);
create index identity_copies_request on identity_copies (request_id);
comment on table identity_copies is
  $$A copy of an identity document with photo and citizen number covered; there until identity is established.
@organisation$$;
comment on column identity_copies.id is $$@key$$;
comment on column identity_copies.request_id is $$@key @subject requests$$;
comment on column identity_copies.media_type is $$@impersonal a form of file$$;
comment on column identity_copies.content is $$@category identity-document @sealed$$;
comment on column identity_copies.received_at is $$@stamp$$;
comment on column identity_copies.judgement is $$Whether photo and number were covered. @key$$;
comment on column identity_copies.judged_by is $$@stamp$$;
comment on column identity_copies.judged_at is $$@stamp$$;
comment on column identity_copies.destroyed_at is $$@stamp$$;

-- No copy outlives what it was for, whoever ends the request and however.
create function destroy_copies() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update identity_copies c set content = null, destroyed_at = now()
    where c.request_id = new.id and c.destroyed_at is null;
  return null;
end
$$;
create trigger destroy_copies after update on requests for each row
  when (new.identified_at is distinct from old.identified_at or new.closed_at is not null)
  execute function destroy_copies();

-- Who asks sees the own requests, whoever handles them sees them all, and nobody else any.
alter table requests enable row level security;
create policy core_mine on requests for select using (account_id = (select actor()));
create policy core_concerned on requests as restrictive for select
  using (account_id = (select actor()) or (select handles_requests()));
alter table request_steps enable row level security;
create policy core_mine on request_steps for select
  using (exists (select from requests r where r.id = request_id));
create policy core_concerned on request_steps as restrictive for select
  using (exists (select from requests r where r.id = request_id));
alter table identity_copies enable row level security;
create policy core_concerned on identity_copies as restrictive for select
  using ((select handles_requests()));

create table refusal_grounds (
  ground text primary key,
  kinds  text[] not null
);
comment on table refusal_grounds is $$Why a request may be refused, and which kinds of request. @system$$;
insert into refusal_grounds (ground, kinds) values
  ('not-identified', '{access,rectification,erasure,restriction,objection,portability,withdrawal}'),
  ('no-mandate',     '{access,rectification,erasure,restriction,objection,portability,withdrawal}'),
  ('unfounded',      '{access,rectification,erasure,restriction,objection,portability,withdrawal}'),
  ('excessive',      '{access,rectification,erasure,restriction,objection,portability,withdrawal}'),
  ('others-rights',  '{access,portability}'),
  ('accurate',       '{rectification}'),
  ('legal-duty',     '{erasure}'),
  ('legal-claims',   '{erasure,objection}'),
  ('not-applicable', '{restriction,portability,erasure}'),
  ('compelling',     '{objection}');

create function desk_only() returns void
language plpgsql stable security definer set search_path from current as $$
begin
  if handles_requests() is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
end
$$;

-- The dossiers that a request is about.
create function requested_dossiers(r requests) returns setof uuid
language sql stable security definer set search_path from current as $$
  select d.id from dossiers d
  where d.id = r.dossier_id or r.dossier_id is null and d.person_id = r.person_id
$$;

-- What a person can object to: what rests on an interest or a task of the organisation, not on a
-- contract, a consent or a law.
create function objectionable() returns setof text
language sql stable security definer set search_path from current as $$
  select activity from activity_bases where basis in ('legitimate-interest', 'public-task')
  order by activity
$$;

create function identity_ways_declared() returns setof text
language sql stable security definer set search_path from current as $$
  select way from identity_ways order by way
$$;

-- Makes a request, in whichever way it came.
create function new_request(r requests) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from activities a where a.activity = 'request-handling') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if r.kind = 'objection' and (r.about is null or r.about not in (select objectionable())) then
    raise exception 'REQUEST_ABOUT_MISSING' using errcode = 'GS400';
  end if;
  insert into requests (id, kind, state, channel, account_id, person_id, dossier_id, about,
      language, received_at, due_on, token_hash, behalf, name, email, address,
      person_name, reference, words)
    values (r.id, r.kind, r.state, r.channel, r.account_id, r.person_id, r.dossier_id, r.about,
      r.language, r.received_at,
      ((r.received_at at time zone 'Europe/Amsterdam')::date + request_term(r.kind))::date,
      r.token_hash, coalesce(r.behalf, 'self'), r.name, r.email, r.address, r.person_name,
      r.reference, r.words);
  insert into request_steps (request_id, place, action, state, due_on, taken_by)
    select q.id, 1, 'ask', q.state, q.due_on, actor() from requests q where q.id = r.id;
  perform record('inserted', coalesce(current_activity(), 'system'), actor(), r.dossier_id,
    'requests', r.id::text, null);
end
$$;

-- Identity is established: copies go, and the purpose that is objected to stands still.
create function identified(which uuid, way text, hand text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  update requests q set identified_by = way, identified_at = now() where q.id = which;
  perform move_request(which, 'establish', hand, way);
  perform begin_objection(q) from requests q where q.id = which and q.kind = 'objection';
  perform answer_by_law(which);
end
$$;

-- Grants a request and carries out what the database can do by itself. What is left is for a duty.
create function grant_request(which uuid, hand text, words bytea default null) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  r requests;
begin
  perform move_request(which, 'grant', hand, null, words);
  select * into r from requests q where q.id = which;
  if r.person_id is null then
    update requests q set outcome = 'nothing-held' where q.id = which;
    return move_request(which, 'finish', 'system', 'nothing-held');
  end if;
  case r.kind
    when 'restriction' then perform begin_restriction(r);
    when 'objection' then perform end_objection(which, 'upheld');
    when 'withdrawal' then perform withdraw_asked(r);
    else
      -- What people do themselves on their own pages is there for them from then on.
      if hand <> 'system' or r.kind not in ('access', 'portability') then return r.state; end if;
  end case;
  update requests q set outcome = 'fulfilled' where q.id = which;
  return move_request(which, 'finish', 'system', 'fulfilled');
end
$$;

-- A consent that is withdrawn by letter or phone, or all of them in the dossiers it is about.
create function withdraw_asked(r requests) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  insert into withdrawals (request_id, dossier_id, withdrawn_by, way)
  select s.request_id, s.dossier_id, actor(), case r.channel
      when 'account' then 'own-pages' when 'letter' then 'letter' when 'phone' then 'phone'
      else 'email' end
  from standing_consents s
  where s.dossier_id in (select requested_dossiers(r))
    and (r.about is null or s.request_id::text = r.about)
  on conflict do nothing;
end
$$;

-- A person asks, signed in: identity is established by that. What the statement grants at once is
-- granted at once. Answers with the state.
create function ask_request(request uuid, wanted text, dossier uuid, what text, lang text,
  written bytea)
returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  who     uuid := actor();
  r       requests;
  persons uuid[];
  at_once boolean;
begin
  if who is null then raise exception 'SIGNED_OUT' using errcode = 'GS401'; end if;
  select array_agg(distinct d.person_id) into persons
  from relations s join relation_words w on w.relation = s.relation and w.subject
  join dossiers d on d.id = s.dossier_id
  where s.holder_id = who and (s.until is null or s.until > now())
    and (dossier is null or d.id = dossier);
  if dossier is not null and persons is null then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  elsif cardinality(persons) > 1 then
    raise exception 'REQUEST_NEEDS_DOSSIER' using errcode = 'GS400';
  end if;
  -- There can be more than one thing to put right; everything else is asked once at a time.
  if wanted <> 'rectification' and exists (select from requests q
    where q.account_id = who and q.kind = wanted and q.dossier_id is not distinct from dossier
      and q.about is not distinct from what and q.closed_at is null and q.id <> request) then
    raise exception 'REQUEST_OPEN' using errcode = 'GS409';
  end if;
  r.id := request; r.kind := wanted; r.state := 'received'; r.channel := 'account';
  r.account_id := who; r.person_id := persons[1]; r.dossier_id := dossier; r.about := what;
  r.language := lang; r.received_at := now(); r.words := written;
  select a.name, a.email into r.name, r.email from gestand.accounts a where a.id = who;
  perform new_request(r);
  perform identified(request, 'account', 'system');
  select u.at_once or u.self_service into at_once from right_rules u where u.word = wanted;
  select q.state into r.state from requests q where q.id = request;
  if r.state = 'weighing' and r.person_id is not null and (at_once or wanted = 'withdrawal') then
    return grant_request(request, 'system');
  end if;
  return r.state;
end
$$;

-- What somebody asks and answers without an account, and what the desk writes down for them.
create function filled_request(who jsonb) returns requests
language sql immutable set search_path from current as $$
  select r from jsonb_populate_record(null::requests, jsonb_build_object(
    'id', who -> 'id', 'kind', who -> 'kind', 'about', who -> 'about', 'behalf', who -> 'behalf',
    'name', who -> 'name', 'email', who -> 'email', 'address', who -> 'address',
    'person_name', who -> 'person_name', 'reference', who -> 'reference',
    'language', who -> 'language', 'channel', who -> 'channel',
    'received_at', who -> 'received_at')) r
$$;

create function enter_request(who jsonb, secret_hash bytea, written bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  r requests := filled_request(who);
begin
  perform desk_only();
  r.state := 'received';
  r.token_hash := secret_hash;
  r.words := written;
  if r.channel not in ('letter', 'phone', 'mail') or r.received_at > now() then
    raise exception 'INVALID' using errcode = 'GS400';
  end if;
  perform new_request(r);
end
$$;

-- The public form, by the part of the application that counts tries. Nothing happens before the
-- address was confirmed by the link, which is also how it can be followed.
create function submit_request(who jsonb, secret_hash bytea, written bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  r requests := filled_request(who);
begin
  r.state := 'unconfirmed';
  r.channel := 'form';
  r.received_at := now();
  r.words := written;
  r.token_hash := secret_hash;
  if r.email is null then raise exception 'INVALID' using errcode = 'GS400'; end if;
  perform new_request(r);
end
$$;

create function confirm_request(secret bytea) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  found_id uuid;
begin
  update requests q set received_at = now(), due_on = (gestand.today() + request_term(q.kind))::date
    where q.token_hash = sha256(secret) and q.state = 'unconfirmed'
    returning q.id into found_id;
  if found_id is not null then perform move_request(found_id, 'confirm', 'person'); end if;
  return found_id;
end
$$;

grant execute on function handles_requests, objectionable, identity_ways_declared, ask_request,
  enter_request to public;
grant execute on function submit_request, confirm_request to gestand_accounts;
