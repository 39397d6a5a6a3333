-- What the desk, the person and the clock do with a request once it is there.

-- A step of the desk, with the words that the person gets to read.
create function step_request(request uuid, doing text, why text, written bytea) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  r requests;
begin
  perform desk_only();
  if doing not in ('ask-identity', 'pause', 'answer', 'extend', 'refuse', 'grant', 'withdraw') then
    raise exception 'INVALID' using errcode = 'GS400';
  end if;
  if doing in ('pause', 'extend', 'refuse') and written is null then
    raise exception 'REQUEST_REASON_MISSING' using errcode = 'GS400';
  end if;
  select * into r from requests q where q.id = request for update;
  if doing = 'refuse' and not exists (
    select from refusal_grounds g where g.ground = why and r.kind = any (g.kinds)) then
    raise exception 'REQUEST_GROUND_UNKNOWN' using errcode = 'GS400';
  end if;
  if doing = 'grant' then return grant_request(request, 'desk', written); end if;
  if doing in ('refuse', 'withdraw') and r.kind = 'objection' then
    perform end_objection(request, case doing when 'refuse' then 'overridden' else 'withdrawn' end);
  end if;
  return move_request(request, doing, 'desk', why, written);
end
$$;

-- Steps of the person: to answer what was asked, or to let go of the request.
create function step_own_request(request uuid, doing text, written bytea) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  if actor() is null or doing not in ('answer', 'withdraw') or not exists (
    select from requests q where q.id = request and q.account_id = actor()) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if doing = 'withdraw' then perform end_objection(request, 'withdrawn'); end if;
  return move_request(request, doing, 'person', null, written);
end
$$;

-- The same by the link of the confirmed address, for who has no account.
create function step_linked_request(secret bytea, doing text, written bytea) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid;
begin
  select q.id into which from requests q
  where q.token_hash = sha256(secret) and q.state <> 'unconfirmed';
  if which is null or doing not in ('answer', 'withdraw') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if doing = 'withdraw' then perform end_objection(which, 'withdrawn'); end if;
  return move_request(which, doing, 'person', null, written);
end
$$;

-- What the link shows, for three months after the end.
create function linked_request(secret bytea)
returns table (id uuid, number text, kind text, state text, received_at timestamptz, due_on date,
  paused_on date, closed_at timestamptz, outcome text, ground text, language text)
language sql stable security definer set search_path from current as $$
  select q.id, q.number, q.kind, q.state, q.received_at, q.due_on, q.paused_on, q.closed_at,
    q.outcome, q.ground, q.language
  from requests q
  where q.token_hash = sha256(secret)
    and (q.closed_at is null or q.closed_at > now() - interval '3 months')
$$;

create function linked_steps(secret bytea)
returns table (id uuid, action text, state text, ground text, due_on date, until_on date,
  note bytea, taken_at timestamptz)
language sql stable security definer set search_path from current as $$
  select s.id, s.action, s.state, s.ground, s.due_on, s.until_on, s.note, s.taken_at
  from request_steps s join linked_request(secret) q on q.id = s.request_id
  order by s.place
$$;

-- Ties a request to the dossier with this number, or to all of its person.
create function link_request(request uuid, dossier_reference text, whole_person boolean)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which dossiers;
begin
  perform desk_only();
  select * into which from dossiers d where d.reference = dossier_reference;
  if not found then raise exception 'REQUEST_DOSSIER_UNKNOWN' using errcode = 'GS404'; end if;
  update requests q set person_id = which.person_id,
      dossier_id = case when not whole_person then which.id end
    where q.id = request and q.state in ('received', 'identifying', 'weighing', 'paused');
  if not found then raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409'; end if;
  perform record('updated', current_activity(), actor(), which.id, 'requests', request::text, null);
  perform answer_by_law(request);
end
$$;

-- Dossiers that a request may be about: by the address of whoever has access to them as the person,
-- or by the number that was given. Only their numbers and kinds show.
create function suggested_dossiers(request uuid)
returns table (reference text, kind text, started_at timestamptz, by_email boolean,
  restricted boolean)
language plpgsql stable security definer set search_path from current as $$
begin
  perform desk_only();
  return query
    select d.reference, d.kind, d.started_at, m.by_email, d.restricted_at is not null
    from requests q
    cross join lateral (
      select r.dossier_id as id, true as by_email
      from relations r join relation_words w on w.relation = r.relation and w.subject
      join gestand.accounts a on a.id = r.holder_id
      where lower(a.email) = lower(q.email) or a.id = q.account_id
      union
      select i.dossier_id, true from invitations i where lower(i.email) = lower(q.email)
      union
      select d2.id, false from dossiers d2
      where d2.reference = q.reference or d2.id = q.dossier_id
        or d2.person_id = q.person_id and q.dossier_id is null) m
    join dossiers d on d.id = m.id
    where q.id = request
    order by m.by_email desc, d.started_at desc
    limit 50;
end
$$;

-- Consents that stand in the dossiers of a request, for one that was asked to be withdrawn.
create function withdrawable(request uuid)
returns table (request_id uuid, consent text, reference text, decided_at timestamptz)
language plpgsql stable security definer set search_path from current as $$
begin
  perform desk_only();
  return query
    select s.request_id, s.consent, d.reference, c.decided_at
    from requests q
    join standing_consents s on s.dossier_id in (select requested_dossiers(q))
    join consents c on c.request_id = s.request_id
    join dossiers d on d.id = s.dossier_id
    where q.id = request
    order by c.decided_at desc
    limit 100;
end
$$;

create function choose_about(request uuid, what text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform desk_only();
  update requests q set about = what
    where q.id = request and q.kind = 'withdrawal' and q.closed_at is null
      and (what is null or what in (select w.request_id::text from withdrawable(request) w));
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
end
$$;

-- A copy that somebody sends, or that the desk takes in from a letter.
create function add_copy(request uuid, hand text, copy uuid, media text, bytes bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from identity_ways w where w.way = 'covered-copy') then
    raise exception 'IDENTITY_WAY_UNDECLARED' using errcode = 'GS409';
  end if;
  perform move_request(request, 'send-copy', hand);
  -- A newer copy takes the place of an older one.
  update identity_copies c set content = null, destroyed_at = now()
    where c.request_id = request and c.destroyed_at is null;
  insert into identity_copies (id, request_id, media_type, content)
    values (copy, request, media, bytes);
end
$$;

create function send_identity_copy(request uuid, copy uuid, media text, bytes bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if handles_requests() then
    perform add_copy(request, 'desk', copy, media, bytes);
  elsif exists (select from requests q where q.id = request and q.account_id = actor()) then
    perform add_copy(request, 'person', copy, media, bytes);
  else
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
end
$$;

create function send_linked_copy(secret bytea, copy uuid, media text, bytes bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid := (select q.id from requests q where q.token_hash = sha256(secret));
begin
  if which is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform add_copy(which, 'person', copy, media, bytes);
end
$$;

-- The reviewer says whether photo and citizen number are covered. What is not covered is destroyed
-- at once, and asked for again.
create function judge_copy(copy uuid, covered boolean, written bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid;
begin
  perform desk_only();
  update identity_copies c set judged_by = actor(), judged_at = now(),
      judgement = case when covered then 'covered' else 'uncovered' end,
      content = case when covered then c.content end,
      destroyed_at = case when not covered then now() end
    where c.id = copy and c.destroyed_at is null returning c.request_id into which;
  if which is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if not covered then
    perform move_request(which, 'reject-copy', 'desk', 'uncovered', written);
  end if;
end
$$;

-- The desk is sure who asks, in a way that the statement declares; and, for somebody else's data,
-- that whoever asks may.
create function establish_identity(request uuid, way text, mandate_seen boolean) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform desk_only();
  if not exists (select from identity_ways w where w.way = establish_identity.way) then
    raise exception 'IDENTITY_WAY_UNDECLARED' using errcode = 'GS409';
  end if;
  if way = 'account' and not exists (
      select from requests q where q.id = request and q.account_id is not null)
    or way = 'covered-copy' and not exists (
      select from identity_copies c where c.request_id = request and c.judgement = 'covered'
        and c.destroyed_at is null) then
    raise exception 'IDENTITY_NOT_SHOWN' using errcode = 'GS409';
  end if;
  if not mandate_seen and exists (
    select from requests q where q.id = request and q.behalf <> 'self') then
    raise exception 'MANDATE_NOT_SEEN' using errcode = 'GS409';
  end if;
  perform identified(request, way, 'desk');
end
$$;

-- The clock. Reminds of what is due within a week, again on the last day and every week after it:
-- who handles requests, and from the last day on whoever answers for the organisation.
create function requests_to_remind()
returns table (request_id uuid, number text, days_left integer, accounts uuid[])
language sql volatile security definer set search_path from current as $$
  update requests q set reminded_on = gestand.today()
  where q.closed_at is null and q.state <> 'unconfirmed' and q.paused_on is null
    and q.due_on - gestand.today() <= 7
    and (q.reminded_on is null or q.reminded_on < q.due_on - 7
      or gestand.today() >= q.due_on and q.reminded_on < q.due_on
      or gestand.today() - q.reminded_on >= 7)
  returning q.id, q.number, q.due_on - gestand.today(),
    array(select distinct f.account_id from standing_functions f
      where f.activity = 'request-handling')
$$;

-- Lets go of what was never confirmed, and of answered requests when their term is over.
create function sweep_requests() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  term interval := (select keep from retention_rules where part = 'request');
begin
  perform move_request(q.id, 'lapse', 'system') from requests q
    where q.state = 'unconfirmed' and q.received_at < now() - interval '7 days';
  delete from requests q
    where q.closed_at + coalesce(term, interval '2 years') < now()
      or q.state = 'lapsed' and q.closed_at < now() - interval '7 days';
end
$$;

grant execute on function step_request, step_own_request, link_request, suggested_dossiers,
  withdrawable, choose_about, send_identity_copy, judge_copy, establish_identity to public;
grant execute on function step_linked_request, linked_request, linked_steps, send_linked_copy
  to gestand_accounts;
grant execute on function requests_to_remind, sweep_requests to gestand_worker;
