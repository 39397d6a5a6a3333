-- What people ask on the ground of their rights, and what becomes of it. A request has a state, and
-- goes from one state to another by the table of transitions alone. Every step is a row.

-- The rights of the statement in force, compiled.

create table right_rules (
  word         text primary key,
  within       interval,
  at_once      boolean not null,
  self_service boolean not null
);
comment on table right_rules is $$Within which term each right is answered, and whether it is granted at once. @system$$;

create table identity_ways (
  way text primary key
);
comment on table identity_ways is $$Ways in which somebody who asks may show who they are. @system$$;

create table activity_bases (
  activity text primary key references activities on delete cascade,
  basis    text not null
);
comment on table activity_bases is $$The basis on which each activity rests: to some of them a person can object. @system$$;

-- The model: from which state which action leads to which state, and by whose hand. `person` is who
-- asks, `desk` who handles requests, `duty` the part of the software that carries out what was
-- granted, `system` the clock and the rules of the statement.

create table request_transitions (
  state  text not null,
  action text not null,
  next   text not null,
  hands  text[] not null,
  primary key (state, action)
);
comment on table request_transitions is
  $$The states of a request and what leads from one to the next: there is no other way. @system$$;
insert into request_transitions (state, action, next, hands) values
  ('unconfirmed', 'confirm',      'received',    '{person}'),
  ('unconfirmed', 'lapse',        'lapsed',      '{system}'),
  ('received',    'establish',    'weighing',    '{desk,system}'),
  ('received',    'ask-identity', 'identifying', '{desk}'),
  ('received',    'extend',       'received',    '{desk}'),
  ('received',    'refuse',       'refused',     '{desk}'),
  ('received',    'withdraw',     'withdrawn',   '{person,desk}'),
  ('identifying', 'send-copy',    'identifying', '{person,desk}'),
  ('identifying', 'reject-copy',  'identifying', '{desk}'),
  ('identifying', 'establish',    'weighing',    '{desk}'),
  ('identifying', 'extend',       'identifying', '{desk}'),
  ('identifying', 'refuse',       'refused',     '{desk}'),
  ('identifying', 'withdraw',     'withdrawn',   '{person,desk}'),
  ('weighing',    'pause',        'paused',      '{desk}'),
  ('weighing',    'extend',       'weighing',    '{desk}'),
  ('weighing',    'grant',        'executing',   '{desk,system}'),
  ('weighing',    'refuse',       'refused',     '{desk,system}'),
  ('weighing',    'withdraw',     'withdrawn',   '{person,desk}'),
  ('paused',      'answer',       'weighing',    '{person,desk}'),
  ('paused',      'extend',       'paused',      '{desk}'),
  ('paused',      'withdraw',     'withdrawn',   '{person,desk}'),
  ('executing',   'hold',         'held',        '{system}'),
  ('executing',   'finish',       'fulfilled',   '{desk,duty,system}'),
  ('held',        'resume',       'executing',   '{system}'),
  ('held',        'withdraw',     'withdrawn',   '{person,desk}');

create sequence request_numbers;

create table requests (
  id            uuid primary key default gen_random_uuid(),
  number        text not null unique
    default 'V' || to_char(now(), 'YYYY') || '-'
      || to_char(nextval('request_numbers'), 'FM99999999990000'),
  kind          text not null check (kind in ('access', 'rectification', 'erasure', 'restriction',
    'objection', 'portability', 'withdrawal')),
  state         text not null default 'received',
  channel       text not null check (channel in ('account', 'form', 'letter', 'phone', 'mail')),
  account_id    uuid,
  person_id     uuid references persons on delete set null,
  dossier_id    uuid references dossiers on delete set null,
  about         text check (length(about) <= 100),
  language      text not null default 'nl' check (language in ('nl', 'en')),
  received_at   timestamptz not null default now(),
  due_on        date not null,
  paused_on     date,
  extended_on   date,
  reminded_on   date,
  identified_by text,
  identified_at timestamptz,
  outcome       text check (outcome in ('fulfilled', 'partly', 'nothing-held')),
  ground        text,
  closed_at     timestamptz,
  token_hash    bytea unique check (length(token_hash) = 32),
  behalf        text not null default 'self' check (behalf in ('self', 'minor', 'mandate')),
  name          text not null check (length(name) between 1 and 200),
  email         text check (length(email) <= 254),
  address       text check (length(address) <= 300),
  person_name   text check (length(person_name) <= 200),
  reference     text check (length(reference) <= 60),
  words         bytea,
  check ((behalf = 'self') = (person_name is null)),
  check ((closed_at is not null) = (state in ('fulfilled', 'refused', 'withdrawn', 'lapsed')))
);
create index requests_account on requests (account_id);
create index requests_person on requests (person_id);
create index requests_dossier on requests (dossier_id);
create index requests_open on requests (due_on) where closed_at is null;
comment on table requests is $$What a person asks of the organisation on the ground of a right.
@organisation$$;
comment on column requests.id is $$@key$$;
comment on column requests.number is $$@stamp$$;
comment on column requests.kind is $$@key$$;
comment on column requests.state is $$@key$$;
comment on column requests.channel is $$@key$$;
comment on column requests.account_id is $$Who asked, when signed in. @key$$;
comment on column requests.person_id is $$Whom it is about, once that is known. @key$$;
comment on column requests.dossier_id is $$The one dossier that it is about, or all of the person. @key$$;
comment on column requests.about is
  $$The activity that is objected to, or the question for consent whose answer is withdrawn. @key$$;
comment on column requests.language is $$@impersonal a language$$;
comment on column requests.received_at is $$@stamp$$;
comment on column requests.due_on is $$The last day on which the answer is in time. @stamp$$;
comment on column requests.paused_on is $$Since when the clock stands still. @stamp$$;
comment on column requests.extended_on is $$@stamp$$;
comment on column requests.reminded_on is $$@stamp$$;
comment on column requests.identified_by is $$The way in which identity was established. @stamp$$;
comment on column requests.identified_at is $$@stamp$$;
comment on column requests.outcome is $$@stamp$$;
comment on column requests.ground is $$Why it was refused, as a code. @stamp$$;
comment on column requests.closed_at is $$@stamp$$;
comment on column requests.token_hash is $$Of the link by which somebody without an account follows it. @key$$;
comment on column requests.behalf is $$@category request$$;
comment on column requests.name is $$@category request$$;
comment on column requests.email is $$@category request$$;
comment on column requests.address is $$Where letters go. @category request$$;
comment on column requests.person_name is $$Of the minor or of who gave the mandate. @category request$$;
comment on column requests.reference is $$The number of a dossier, as the person gives it. @category request$$;
comment on column requests.words is $$@category request @sealed$$;

create table request_steps (
  id         uuid primary key default gen_random_uuid(),
  request_id uuid not null references requests on delete cascade,
  place      integer not null,
  action     text not null,
  state      text not null,
  ground     text,
  due_on     date not null,
  until_on   date,
  note       bytea,
  taken_by   uuid,
  taken_at   timestamptz not null default now(),
  unique (request_id, place)
);
comment on table request_steps is $$A step in the handling of a request, with the words that the person gets to read.
@organisation$$;
comment on column request_steps.id is $$@key$$;
comment on column request_steps.request_id is $$@key$$;
comment on column request_steps.place is $$@key$$;
comment on column request_steps.action is $$@key$$;
comment on column request_steps.state is $$The state after it. @key$$;
comment on column request_steps.ground is $$@key$$;
comment on column request_steps.due_on is $$The term as it was after it. @stamp$$;
comment on column request_steps.until_on is
  $$Until when a law or a hold keeps what was asked to be erased. @stamp$$;
comment on column request_steps.note is $$@category request @sealed request_id$$;
comment on column request_steps.taken_by is $$@stamp$$;
comment on column request_steps.taken_at is $$@stamp$$;

-- No row leaves the model, whoever writes it.

create function guard_request() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    if new.state not in ('unconfirmed', 'received') then
      raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409';
    end if;
    return new;
  end if;
  if old.closed_at is not null and (new.state, new.outcome, new.ground, new.closed_at)
    is distinct from (old.state, old.outcome, old.ground, old.closed_at)
    or (new.id, new.kind, new.channel, new.number) is distinct from
      (old.id, old.kind, old.channel, old.number)
    or new.state <> old.state and not exists (
      select from request_transitions t where t.state = old.state and t.next = new.state) then
    raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_request before insert or update on requests
  for each row execute function guard_request();

-- The term of a right: that of the statement, or a month where it names none.
create function request_term(wanted text) returns interval
language sql stable security definer set search_path from current as $$
  select coalesce((select within from right_rules where word = wanted), interval '1 month')
$$;

-- Takes one step, by one hand. Only functions of the owner can call it.
create function move_request(which uuid, doing text, hand text, why text default null,
  words bytea default null, until date default null)
returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  r          requests;
  then_state text;
  today      date := gestand.today();
begin
  select * into r from requests q where q.id = which for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  select t.next into then_state from request_transitions t
    where t.state = r.state and t.action = doing and hand = any (t.hands);
  if then_state is null then
    raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  if doing = 'extend' then
    -- Notice must reach the person within the first term, and once.
    if r.extended_on is not null then
      raise exception 'REQUEST_EXTENDED' using errcode = 'GS409';
    elsif r.paused_on is null and today > r.due_on then
      raise exception 'REQUEST_TERM_OVER' using errcode = 'GS409';
    end if;
    r.extended_on := today;
    r.due_on := (r.due_on + interval '2 months')::date;
  elsif then_state in ('identifying', 'paused', 'held') then
    r.paused_on := coalesce(r.paused_on, today);
  elsif r.paused_on is not null then
    r.due_on := r.due_on + (today - r.paused_on);
    r.paused_on := null;
  end if;
  update requests q set state = then_state, due_on = r.due_on, paused_on = r.paused_on,
    extended_on = r.extended_on,
    ground = case when doing = 'refuse' then why end,
    closed_at = case
      when then_state in ('fulfilled', 'refused', 'withdrawn', 'lapsed') then now() end
  where q.id = which;
  insert into request_steps (request_id, place, action, state, ground, due_on, until_on, note,
      taken_by)
    select which, coalesce(max(s.place), 0) + 1, doing, then_state, why, r.due_on, until, words,
      actor()
    from request_steps s where s.request_id = which;
  perform record('updated', coalesce(current_activity(), 'system'), actor(), r.dossier_id,
    'requests', which::text, null);
  return then_state;
end
$$;

-- Whether whoever asks handles requests, by a function and in that activity now.
create function handles_requests() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from standing_functions f
    where f.account_id = actor() and f.activity = current_activity()
      and f.activity = 'request-handling')
$$;

-- Ends a request that was granted, for the duty that carried it out: the worker, whoever handles
-- requests, or the person to whom the duty delivered.
create function finish_request(request uuid, outcome text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if outcome is null or outcome not in ('fulfilled', 'partly', 'nothing-held') then
    raise exception 'INVALID' using errcode = 'GS400';
  end if;
  if session_user <> 'gestand_worker' and not handles_requests() and not exists (
    select from requests q where q.id = request and q.account_id = actor()) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  perform from requests q where q.id = request and q.state = 'executing' for update;
  if not found then raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409'; end if;
  update requests q set outcome = finish_request.outcome where q.id = request;
  perform move_request(request, 'finish', 'duty', finish_request.outcome);
end
$$;

-- Requests that wait for a duty, with the dossiers that they are about.
create function requests_to_execute(kinds text[])
returns table (request_id uuid, kind text, person_id uuid, dossier_ids uuid[], language text)
language sql stable security definer set search_path from current as $$
  select q.id, q.kind, q.person_id, array(
      select d.id from dossiers d
      where d.id = q.dossier_id or q.dossier_id is null and d.person_id = q.person_id
      order by d.started_at), q.language
  from requests q
  where q.state = 'executing' and q.kind = any (kinds)
  order by q.received_at
  limit 200
$$;

grant execute on function handles_requests, finish_request to public;
grant execute on function requests_to_execute to gestand_worker;
