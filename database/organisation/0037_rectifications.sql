-- What was wrong and is put right: the old value and the reason stay, out of sight of who works
-- with the new one; and whoever got the data is told.

create table rectifications (
  id           uuid primary key default gen_random_uuid(),
  dossier_id   uuid not null references dossiers on delete cascade,
  request_id   uuid not null references requests on delete cascade,
  place        text not null check (place ~ '^[a-z_]+\.[a-z_]+$'),
  item         text not null check (length(item) <= 100),
  old_value    bytea not null,
  reason       bytea not null,
  rectified_by uuid default actor(),
  rectified_at timestamptz not null default now()
);
create index rectifications_dossier on rectifications (dossier_id);
create index rectifications_request on rectifications (request_id);
comment on table rectifications is $$A value that was wrong: what it was, and why it was changed.
@belongs dossiers @insert coaching$$;
comment on column rectifications.id is $$@key$$;
comment on column rectifications.dossier_id is $$@key$$;
comment on column rectifications.request_id is $$@key$$;
comment on column rectifications.place is $$Table and column. @key$$;
comment on column rectifications.item is $$The key of the row. @key$$;
comment on column rectifications.old_value is $$@category rectified @sealed$$;
comment on column rectifications.reason is $$@category rectified @sealed$$;
comment on column rectifications.rectified_by is $$@stamp$$;
comment on column rectifications.rectified_at is $$@stamp$$;

-- Nothing is rectified that nobody asked for and nobody granted.
create function guard_rectification() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from requests q
    where q.id = new.request_id and q.kind = 'rectification' and q.state = 'executing'
      and new.dossier_id in (select requested_dossiers(q))) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return new;
end
$$;
create trigger guard_rectification before insert on rectifications
  for each row execute function guard_rectification();

-- What waits to be put right in the opened dossier, for who may write in it.
create function rectifications_asked()
returns table (id uuid, number text, due_on date, words bytea, done bigint)
language sql stable security definer set search_path from current as $$
  select q.id, q.number, q.due_on, q.words,
    (select count(*) from rectifications t where t.request_id = q.id)
  from requests q
  where q.kind = 'rectification' and q.state = 'executing' and opened() is not null
    and opened() in (select requested_dossiers(q))
    and exists (select from category_rules c where c.activity = current_activity()
      and c.category = 'rectified' and c.writes)
  order by q.received_at
  limit 20
$$;

-- Whoever put it right says so; whether all or a part of what was asked.
create function finish_rectification(request uuid, outcome text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from rectifications_asked() a where a.id = request) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if outcome not in ('fulfilled', 'partly') or not exists (
    select from rectifications t where t.request_id = request) then
    raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  update requests q set outcome = finish_rectification.outcome where q.id = request;
  perform move_request(request, 'finish', 'duty', finish_rectification.outcome);
end
$$;

-- Those who work on the dossiers of a request and may put things right.
create function request_workers(request uuid) returns setof uuid
language plpgsql stable security definer set search_path from current as $$
begin
  perform desk_only();
  return query
    select distinct s.holder_id
    from requests q
    join standing_relations s on s.dossier_id in (select requested_dossiers(q))
    join members m on m.account_id = s.holder_id
    join category_rules c on c.activity = s.activity and c.category = 'rectified' and c.writes
    where q.id = request
    limit 20;
end
$$;

-- Recipients who hear of a rectification, an erasure or a restriction (article 19).

create table recipient_notices (
  id         uuid primary key default gen_random_uuid(),
  request_id uuid not null references requests on delete cascade,
  reference  text not null,
  recipient  text not null,
  party_id   uuid references parties on delete cascade,
  made_at    timestamptz not null default now(),
  told_at    timestamptz,
  told_by    uuid,
  unique nulls not distinct (request_id, reference, recipient, party_id)
);
comment on table recipient_notices is
  $$That a recipient must hear that data it got were rectified, erased or restricted.
@organisation$$;
comment on column recipient_notices.id is $$@key$$;
comment on column recipient_notices.request_id is $$@key @subject requests$$;
comment on column recipient_notices.reference is $$The number of the dossier. @category request$$;
comment on column recipient_notices.recipient is $$Word of the recipient in the statement. @category request$$;
comment on column recipient_notices.party_id is $$@key$$;
comment on column recipient_notices.made_at is $$@stamp$$;
comment on column recipient_notices.told_at is $$@stamp$$;
comment on column recipient_notices.told_by is $$Empty when they were mailed. @stamp$$;
alter table recipient_notices enable row level security;
create policy core_concerned on recipient_notices as restrictive for select
  using (exists (select from requests r where r.id = request_id));

-- Noted when it is granted: after an erasure nobody would know any more.
create function note_recipients() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into recipient_notices (request_id, reference, recipient, party_id)
    select distinct new.id, d.reference, v.recipient, v.party_id
    from deliveries v join dossiers d on d.id = v.dossier_id
    where v.dossier_id in (select requested_dossiers(new)) and v.demand_id is null
    on conflict do nothing;
  return null;
end
$$;
create trigger note_recipients after update of state on requests for each row
  when (new.state = 'executing' and new.kind in ('rectification', 'erasure', 'restriction'))
  execute function note_recipients();

-- A rectification is told when it is done; the others at once. Those with an address get mail.
create function notices_to_send()
returns table (id uuid, kind text, reference text, name text, email text)
language sql volatile security definer set search_path from current as $$
  update recipient_notices n set told_at = now()
  from requests q, parties p
  where q.id = n.request_id and p.id = n.party_id and p.email is not null and n.told_at is null
    and q.state = 'fulfilled'
  returning n.id, q.kind, n.reference, p.name, p.email
$$;

-- The names of recipients, for who handles the request.
create function notices_of(request uuid)
returns table (id uuid, reference text, recipient text, party text, told_at timestamptz)
language plpgsql stable security definer set search_path from current as $$
begin
  perform desk_only();
  return query
    select n.id, n.reference, n.recipient, p.name, n.told_at
    from recipient_notices n left join parties p on p.id = n.party_id
    where n.request_id = request order by n.reference, n.recipient, p.name;
end
$$;

create function mark_told(notice uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform desk_only();
  update recipient_notices n set told_at = now(), told_by = actor()
    where n.id = notice and n.told_at is null;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
end
$$;

grant execute on function rectifications_asked, finish_rectification, request_workers, notices_of,
  mark_told to public;
grant execute on function notices_to_send to gestand_worker;

-- What the checks may know: moments and words of the model.

create function evidence_requests()
returns table (request_id uuid, kind text, state text, due_on date, paused_on date,
  closed_at timestamptz, identified_at timestamptz, overkept boolean)
language sql stable security definer set search_path from current as $$
  select id, kind, state, due_on, paused_on, closed_at, identified_at,
    closed_at + (select keep from retention_rules where part = 'request')
      < now() - interval '2 days'
  from requests where state <> 'unconfirmed'
$$;

create function evidence_extensions()
returns table (request_id uuid, extended_at timestamptz, due_before date, noted boolean)
language sql stable security definer set search_path from current as $$
  select s.request_id, s.taken_at, p.due_on, s.note is not null
  from request_steps s
  join request_steps p on p.request_id = s.request_id and p.place = s.place - 1
  where s.action = 'extend'
$$;

create function evidence_copies()
returns table (copy_id uuid, there boolean, judgement text, destroyed_at timestamptz,
  identified_at timestamptz, closed_at timestamptz, received_at timestamptz)
language sql stable security definer set search_path from current as $$
  select c.id, c.content is not null, c.judgement, c.destroyed_at, q.identified_at, q.closed_at,
    c.received_at
  from identity_copies c join requests q on q.id = c.request_id
$$;

-- Dossiers that are or were restricted, and whether anything was done in them meanwhile.
create function evidence_restrictions(patience interval)
returns table (restriction_id uuid, standing boolean, shielded boolean, reached boolean,
  announced boolean, by_person boolean, touched bigint)
language sql stable security definer set search_path from current as $$
  select r.id, r.lifted_at is null, d.restricted_at is not null,
    exists (select from standing_relations s
      where s.dossier_id = d.id and s.activity <> 'subject-access'),
    r.lifted_at is null or r.announced_at < r.lifted_at, r.by_person,
    (select count(*) from ledger l where l.dossier_id = d.id and l.act = 'opened'
      and l.activity <> 'subject-access'
      and l.at > r.restricted_at + patience and (r.lifted_at is null or l.at < r.lifted_at))
  from restrictions r join dossiers d on d.id = r.dossier_id
$$;

create function evidence_objections(patience interval)
returns table (request_id uuid, dossier_id uuid, standing boolean, paused boolean, reached boolean,
  touched bigint)
language sql stable security definer set search_path from current as $$
  select o.request_id, o.dossier_id, coalesce(o.outcome, 'upheld') = 'upheld',
    o.activity = any (d.paused_activities),
    exists (select from standing_relations s
      where s.dossier_id = d.id and s.activity = o.activity),
    (select count(*) from ledger l where l.dossier_id = d.id and l.activity = o.activity
      and l.act <> 'refused' and l.at > o.objected_at + patience
      and (o.outcome is null or o.outcome = 'upheld' or l.at < o.decided_at))
  from objections o join dossiers d on d.id = o.dossier_id
$$;

grant execute on function evidence_requests, evidence_extensions, evidence_copies,
  evidence_restrictions, evidence_objections to gestand_worker;
